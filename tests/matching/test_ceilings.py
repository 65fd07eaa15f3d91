"""The ceiling of what words can say: never below what they do say, so no pair is lost by it."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings

from claims.matching.ceilings import Ceilings
from claims.matching.pairing import compare_all, compare_profiles, find_candidates
from claims.matching.profiles import Profile, read_profiles
from claims.matching.score import compare_wording, weigh_overlap
from claims.matching.settings import settings as weights
from tests.matching.stories import make_article, make_rows
from tests.matching.test_grouping import STORIES, make_articles

RETOLD = [
    ["The trailhead at Garrow was closed after nine hikers were killed by a rockfall on Monday.", "It was cold."],
    ["Rocks fell on a trail in Garrow, killing 9 hikers.", "The ranger service shut the trail, said Ada Lind."],
    ["Nine people died when a slope above Garrow gave way, and the path has been shut since."],
]


def read_story(story: list[list[str]]) -> list[Profile]:
    articles = make_articles(story)
    return read_profiles([make_rows(article) for article in articles], articles)


def check_ceilings(profiles: list[Profile]) -> None:
    ceilings = Ceilings([profile.wording for profile in profiles])
    for i, j in combinations(range(len(profiles)), 2):
        for extra in (0.0, 7.5):
            said = weigh_overlap(compare_wording(profiles[i].wording, profiles[j].wording, extra))
            assert said <= ceilings.weigh(i, j, extra) + 1e-9


def test_retold_sentences_stay_below_their_ceiling() -> None:
    check_ceilings(read_story(RETOLD))


@settings(max_examples=40, deadline=None)
@given(STORIES)
def test_no_pair_says_more_than_its_ceiling(story) -> None:
    check_ceilings(read_story(story))


@settings(max_examples=40, deadline=None)
@given(STORIES)
def test_no_pair_is_lost(story) -> None:
    profiles = read_story(story)
    kept = {(i, j) for i, j in find_candidates(profiles) if compare_profiles(profiles[i], profiles[j]).why}
    assert kept == compare_all(profiles).keys()


@pytest.mark.parametrize(("one", "two"), [("Rain fell.", "The bank cut its rate."), ("A ferry sank.", "Snow is due.")])
def test_without_a_word_in_common_words_say_nothing(one: str, two: str) -> None:
    articles = [make_article("north", [one]), make_article("south", [two])]
    profiles = read_profiles([make_rows(article) for article in articles], articles)
    assert Ceilings([profile.wording for profile in profiles]).weigh(0, 1, 0.0) == 0.0 < weights()["noise"]
