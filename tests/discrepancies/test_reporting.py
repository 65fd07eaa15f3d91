"""What is reported of the findings of a claim: each once, and two articles of one outlet told apart."""

from dataclasses import replace

import pytest

from claims.discrepancies import Setting, find_discrepancies
from claims.discrepancies.reporting import drop_repeated_titles, tell_apart
from claims.model import Article, Attribution, Discrepancy
from claims.pipeline import read_attributions
from tests.discrepancies.test_cases import REGISTRY, attribute_sentence


def read_two(first: str, second: str) -> tuple[Setting, Attribution, Attribution]:
    told = (
        {"text": "The mill will close in May, the council said."},
        {"text": "The mill may close in May, the council said."},
    )
    case = {"a": {**told[0], "published": first}, "b": {**told[1], "published": second, "outlet": "Northern Wire"}}
    (one, a), (two, b) = attribute_sentence("a", case), attribute_sentence("b", case)
    return Setting({one.id: one, two.id: two}, REGISTRY), a, b


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("2026-06-14", "2026-06-15", ("Northern Wire of 14 June", "Northern Wire of 15 June")),
        (
            "2026-06-14T07:40",
            "2026-06-14T11:05",
            ("Northern Wire of 14 June, 07:40", "Northern Wire of 14 June, 11:05"),
        ),
    ],
)
def test_two_articles_of_one_outlet_are_told_apart(first: str, second: str, names: tuple[str, str]) -> None:
    setting, a, b = read_two(first, second)
    pair = tell_apart(a, b, setting)
    assert pair is not None
    assert tuple(row.outlet.name for row in pair) == names
    found = find_discrepancies([a, b], setting)
    assert [row.kind for row in found] == ["certainty"]
    assert (
        found[0].message == f"{names[0]} (the council): planned (“will”); {names[1]} (the council): possible (“may”)."
    )


def test_articles_that_nothing_tells_apart_keep_the_name_of_their_outlet() -> None:
    setting, a, b = read_two("2026-06-14", "2026-06-14")
    assert tell_apart(a, b, setting) is None
    undated: dict[str, Article] = {key: replace(article, published=None) for key, article in setting.articles.items()}
    assert tell_apart(a, b, replace(setting, articles=undated)) is None


def test_a_stale_title_is_shown_once() -> None:
    pair = Discrepancy("role", "differs", (0, 1), ("Deputy Mayor", "Mayor"), "two.", "role")
    alone = Discrepancy("role", "differs", (0, 0), ("Deputy Mayor Lund", "Mayor of Horn"), "one.", "role")
    other = Discrepancy("role", "differs", (2, 2), ("Deputy Mayor Lund", "Mayor of Horn"), "one.", "role")
    assert drop_repeated_titles([pair, alone, other]) == [pair, other]
    assert drop_repeated_titles([alone]) == [alone]


def find_over_body(headline: str, body: str) -> list[Discrepancy]:
    _, a = attribute_sentence("a", {"a": {"text": headline}})
    article, b = attribute_sentence("a", {"a": {"text": body}})
    over = replace(a, statement=replace(a.statement, part="headline", index=9))
    return find_discrepancies([over, b], Setting({article.id: article}, REGISTRY))


def test_a_headline_that_is_surer_than_its_body_is_shown() -> None:
    found = find_over_body(
        "Fault stopped the ferry in Horn", "A fault may have stopped the ferry in Horn, police said."
    )
    assert [(row.kind, row.within) for row in found] == [("certainty", True)]
    assert found[0].message.startswith("Northern Wire in its headline: stated flatly; Northern Wire (police): possible")


def test_a_headline_may_hedge_and_leave_out_the_source() -> None:
    assert not find_over_body("Fault may have stopped the ferry", "A fault stopped the ferry, police said.")


def test_a_headline_that_turns_its_body_round_is_a_conflict() -> None:
    found = find_over_body("The mill told the council of the leak", "The mill did not tell the council of the leak.")
    assert [(row.kind, row.severity) for row in found] == [("polarity", "conflict")]


def test_what_a_headline_only_repeats_of_its_body_is_shown_once() -> None:
    text = "The army said 120 rebels were killed. The rebels said 15 rebels were killed."
    article, _ = attribute_sentence("a", {"a": text})
    rows = read_attributions(article, REGISTRY)
    over = replace(rows[0], statement=replace(rows[0].statement, part="headline", index=9))
    found = find_discrepancies([over, *rows], Setting({article.id: article}, REGISTRY))
    assert [(row.kind, row.between) for row in found] == [("figure-contested", (1, 2))]
    alone = find_discrepancies([over, rows[1]], Setting({article.id: article}, REGISTRY))
    assert [(row.kind, row.between) for row in alone] == [("figure-contested", (0, 1))]


def find_between(first: list[str], second: list[str]) -> list[Discrepancy]:
    articles, rows = [], []
    for name, told in (("a", first), ("b", second)):
        case = {name: {"text": " ".join(told), **({"outlet": "Northern Wire"} if name == "a" else {})}}
        article, _ = attribute_sentence(name, case)
        articles.append(article)
        rows += read_attributions(article, REGISTRY)
    return find_discrepancies(rows, Setting({article.id: article for article in articles}, REGISTRY))


QUOTED = "“The bridge will open again on Friday,” Tobias Renn said."
RETOLD = "Tobias Renn said the bridge would open again on Friday."
FLAT = "The mill lost 40 jobs, the council said."
OFFICIAL = "Officially the mill lost 40 jobs, the council said."


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ([QUOTED], [RETOLD], {"quote-paraphrased"}),
        ([QUOTED], [RETOLD, QUOTED], set()),
        ([QUOTED], [RETOLD, "“It was a long winter,” Tobias Renn said."], {"quote-paraphrased"}),
        ([OFFICIAL], [FLAT], {"certainty"}),
        ([OFFICIAL], [FLAT, OFFICIAL], set()),
        ([FLAT], [OFFICIAL, FLAT], {"certainty"}),
    ],
)
def test_an_article_does_not_lack_what_another_of_its_statements_has(
    first: list[str], second: list[str], kinds: set[str]
) -> None:
    assert {row.kind for row in find_between(first, second) if not row.within} == kinds
