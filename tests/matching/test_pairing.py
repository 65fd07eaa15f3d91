"""Statements in a row: a pair comes to the same whoever else stands in it, and words meet whichever comes first."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings

from claims.matching.frequencies import to_grains
from claims.matching.pairing import Lineup, compare_all
from claims.matching.profiles import read_profiles
from claims.matching.score import match_terms
from tests.matching.stories import make_article, make_credit, make_rows, score_pair
from tests.matching.test_columns import RETOLD, read_story
from tests.matching.test_grouping import STORIES


@settings(max_examples=40, deadline=None)
@given(STORIES)
def test_a_pair_comes_to_the_same_alone(story) -> None:
    profiles = read_story(story)
    lineup = Lineup(profiles)
    for i, j in combinations(range(len(profiles)), 2):
        assert lineup.score(i, j) == score_pair(profiles[i], profiles[j])


@settings(max_examples=40, deadline=None)
@given(STORIES)
def test_weights_add_up_in_any_order(story) -> None:
    for profile in read_story(story):
        wording = profile.wording
        assert wording.total == sum(reversed(wording.own.values()))
        assert all(weight == to_grains(weight) for weight in wording.own.values())


def test_no_word_meets_two_others() -> None:
    profiles = read_story(RETOLD)
    for one, two in combinations(profiles, 2):
        met = match_terms(one.wording, two.wording)
        assert len({ours for ours, _, _, _ in met}) == len({theirs for _, theirs, _, _ in met}) == len(met)


def test_all_pairs_are_of_retold_sentences() -> None:
    assert {(0, 3), (2, 5), (1, 7)} <= compare_all(read_story(RETOLD)).keys()


def test_words_of_a_credit_count_for_less() -> None:
    articles = [make_article(f"outlet {n}", ["Ada Lind said the dam at Garrow is safe."]) for n in "AB"]
    plain = read_profiles([make_rows(article) for article in articles], articles)
    rows = [make_rows(article, {0: make_credit(article, "Ada Lind", "said ")}) for article in articles]
    credited = read_profiles(rows, articles)
    assert credited[0].wording.own["lind"] < plain[0].wording.own["lind"]
    assert credited[0].wording.own["dam"] == plain[0].wording.own["dam"]
