"""What must always hold of the groups, and why a statement is in one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.matching import match_statements
from claims.matching.candidates import find_candidates
from claims.matching.grouping import cluster
from claims.matching.pairing import Pair
from claims.matching.profiles import read_profiles
from claims.model import Article, Attribution, Figure, Outlet, Statement
from tests.matching.stories import make_article, make_pair, make_rows

SENTENCES = st.sampled_from(
    [
        "Nine miners were killed in the blast at Garrow.",
        "The death toll at Garrow rose to 11.",
        "Another 40 were injured.",
        "Forty miners are in hospital.",
        "The mine in Garrow was closed in 2019.",
        '"We heard a bang," said Ada Lind.',
        "Lind said that she had heard a bang.",
        "The owner, Pellam, denied that the mine was unsafe.",
        "Shares of Pellam fell 12% on Monday.",
        "It was cold.",
    ]
) | st.text(max_size=40)
STORIES = st.lists(st.lists(SENTENCES, max_size=5), min_size=1, max_size=4)


def make_articles(story: list[list[str]]) -> list[Article]:
    return [make_article(f"outlet {number}", sentences) for number, sentences in enumerate(story)]


def group(articles: list[Article]) -> set[tuple[str, frozenset[tuple[str, int]]]]:
    found = match_statements([make_rows(article) for article in articles], articles)
    return {(each.level, frozenset((articles[m.article].id, m.attribution) for m in each.members)) for each in found}


@settings(max_examples=60, deadline=None)
@given(STORIES, st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(story, random) -> None:
    articles = make_articles(story)
    shuffled = random.sample(articles, len(articles))
    assert group(articles) == group(shuffled)


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_a_statement_is_once_in_a_group_and_as_a_whole_in_one(story) -> None:
    articles = make_articles(story)
    found = match_statements([make_rows(article) for article in articles], articles)
    wholes = [member[:2] for each in found for member in each.members if member.part is None]
    assert len(wholes) == len(set(wholes))
    assert all(len({member[:2] for member in each.members}) == len(each.members) for each in found)
    assert all(len(each.members) > 1 for each in found)
    assert all(member.match.level == each.level for each in found for member in each.members)


def test_an_unrelated_article_changes_no_group() -> None:
    articles = make_articles([["Nine miners were killed in the blast at Garrow."]] * 2)
    other = make_article("sports", ["Rovers beat Tarn by three goals to one, and Ilse Brandt scored twice."])
    assert group([*articles, other]) == group(articles)


def test_a_match_says_why() -> None:
    articles = make_articles(
        [["Nine miners were killed in the blast at Garrow."], ["The blast at Garrow took nine lives."]]
    )
    ((one, two), level) = match_statements([make_rows(article) for article in articles], articles)[0]
    assert level == "confirmed"
    assert one.match.why == two.match.why
    assert (
        "kill = took live" in one.match.why[0].replace("liv,", "live,").replace("liv ", "live ")
        or "took" in one.match.why[0]
    )
    assert any(why.startswith("figure Nine / nine") for why in one.match.why)


def test_a_chain_makes_no_group() -> None:
    one, _ = make_pair("The dam burst.", "The dam held.")
    profiles = [one._replace(spot=one.spot._replace(article=number)) for number in range(5)]
    chain = {(number, number + 1): Pair(0.5, ()) for number in range(4)}
    assert max(len(members) for members in cluster(range(5), chain, profiles, bar=0.4)) < 4


def test_a_barred_pair_keeps_two_groups_apart() -> None:
    killed, injured = make_pair("The blast killed nine miners.", "The blast injured nine miners.")
    profiles = [killed, injured]
    assert cluster(range(2), {(0, 1): Pair(0.9, ())}, profiles, bar=0.4) == []


def test_a_headline_ties_no_two_statements_together() -> None:
    dam, flood = make_pair("The dam burst.", "The river rose.")
    statement = dam.row.statement
    headline = dam._replace(
        spot=dam.spot._replace(article=2), row=replace(dam.row, statement=replace(statement, part="headline"))
    )
    pairs = {(0, 2): Pair(0.9, ()), (1, 2): Pair(0.8, ())}
    assert cluster(range(3), pairs, [dam, flood, headline], bar=0.4) == [[0, 2]]
    assert cluster(range(3), pairs, [dam, flood, dam._replace(spot=headline.spot)], bar=0.4) == [[0, 1, 2]]


def test_candidates_hold_what_shares_a_value() -> None:
    articles = make_articles([["It struck at 04:17 today."], ["The tremor came at 04:17 today."]])
    profiles = read_profiles([make_rows(article) for article in articles], articles)
    assert list(find_candidates(profiles)) == [(0, 1)]


def test_hostile_text_takes_linear_time() -> None:
    text = "killed nine “" * 20_000
    articles = make_articles([[text], [text]])
    statements = [Statement(article.id, 0, "body", 0, len(text), text, 0, 0) for article in articles]
    figures = tuple(Figure("nine", at, at + 4, 9, 9, noun="miners") for at in range(7, len(text), 13))
    rows = [[Attribution(each, Outlet(each.article, each.article), figures=figures)] for each in statements]
    (found,) = match_statements(rows, articles)
    assert len(found.members) == 2
