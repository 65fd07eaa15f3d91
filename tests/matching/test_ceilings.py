"""The most that two statements can come to: never below what they do come to, so that no pair is lost by it."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings

from claims.matching.candidates import find_candidates
from claims.matching.ceilings import Ceilings
from claims.matching.pairing import compare_all, compare_profiles
from claims.matching.profiles import Profile, read_profiles
from claims.matching.settings import settings as weights
from tests.matching.stories import make_article, make_credit, make_rows
from tests.matching.test_grouping import STORIES, make_articles

RETOLD = [
    [
        "The trailhead at Garrow was closed after nine hikers were killed by a rockfall on Monday.",
        '"We heard a crack and then the slope was gone," said Ada Lind.',
        "The owner put the damage at $3.4 million.",
    ],
    [
        "Rocks fell on a trail in Garrow, killing 9 hikers.",
        "The slope was gone after a crack, said Ada Lind.",
        "Some 3.4 million dollars will be needed, by 9 a.m. on Monday nobody had asked for them.",
    ],
    [
        "Nine people died when a slope above Garrow gave way on Monday at 9 a.m., and the path has been shut since.",
        '"We heard a crack," said Lind.',
    ],
]


def read_story(story: list[list[str]]) -> list[Profile]:
    articles = make_articles(story)
    return read_profiles([make_rows(article) for article in articles], articles)


def check_ceilings(profiles: list[Profile]) -> None:
    ceilings = Ceilings(profiles)
    for i, j in combinations(range(len(profiles)), 2):
        pair = compare_profiles(profiles[i], profiles[j])
        assert pair.score <= max(0.0, ceilings.weigh(i, j)) + 1e-9


def test_retold_sentences_stay_below_their_ceiling() -> None:
    check_ceilings(read_story(RETOLD))


def test_credited_sentences_stay_below_their_ceiling() -> None:
    articles = [make_article(f"outlet {n}", [f"{who} said the dam at Garrow is safe."]) for n, who in enumerate("AB")]
    rows = [make_rows(article, {0: make_credit(article, "Ada Lind", "said ")}) for article in articles]
    check_ceilings(read_profiles(rows, articles))


@settings(max_examples=40, deadline=None)
@given(STORIES)
def test_no_pair_comes_to_more_than_its_ceiling(story) -> None:
    check_ceilings(read_story(story))


@settings(max_examples=40, deadline=None)
@given(STORIES)
def test_no_pair_is_lost(story) -> None:
    profiles = read_story(story)
    kept = {(i, j) for i, j in find_candidates(profiles) if compare_profiles(profiles[i], profiles[j]).why}
    assert kept == compare_all(profiles).keys()


def test_pairs_without_a_word_in_common_are_left_out() -> None:
    profiles = read_story([["Rain fell on the coast."], ["The bank cut its rate."]])
    assert list(Ceilings(profiles).keep([(0, 1)], weights()["noise"])) == []
