"""Columns: the pairs of a large story are those that are found one by one, and so are the claims."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.matching import candidates, columns, match_statements
from claims.matching.candidates import find_likely
from claims.matching.columns import find_many
from claims.matching.pairing import Lineup
from claims.matching.profiles import Profile, read_profiles
from claims.matching.settings import settings as weights
from claims.model import Credit
from tests.matching.stories import make_article, make_quote, make_rows
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


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "_CELLS", 30)


def check_same(profiles: list[Profile], first: int = 0) -> None:
    """Check that columns leave out nothing that scores so much, and find nothing else than what may."""
    lineup = Lineup(profiles)
    for homes in (None, [number % 3 - 1 for number in range(len(profiles))]):
        scores = {(i, j): lineup.score(i, j).score for i, j in find_likely(profiles, 0.0, first, homes)}
        for least in (0.0, weights()["noise"], weights()["confirmed"]):
            found = set(find_many(profiles, least, first, homes))
            assert found <= scores.keys()
            assert found >= {pair for pair, score in scores.items() if score >= max(least, weights()["noise"])}


@settings(max_examples=60, deadline=None)
@given(STORIES, st.integers(0, 3))
def test_columns_find_the_pairs_that_are_found_one_by_one(story, first) -> None:
    check_same(read_story(story), first)


def test_retold_sentences_are_found() -> None:
    profiles = read_story(RETOLD * 2)
    check_same(profiles)
    assert len(list(find_many(profiles, weights()["confirmed"]))) > 8


def test_credits_times_and_quotations_count() -> None:
    texts = [
        '"We will open the gates at noon on 3 April," said Ada Lind.',
        'Lind: "We will open the gates on 3 April."',
        "The gates open on 3 April at 12 noon.",
        '"Nobody asked us," said Jan Orth.',
    ]
    articles = [make_article(f"outlet {number}", [text, texts[0]]) for number, text in enumerate(texts)]
    credited = [{0: make_quote("Ada Lind")}, {0: make_quote("Ada Lind")}, {}, {0: make_quote("Jan Orth"), 1: Credit()}]
    check_same(read_profiles([make_rows(*each) for each in zip(articles, credited, strict=True)], articles))


def test_pairs_that_cannot_reach_the_bar_are_left_out() -> None:
    profiles = read_story(
        [["Rain fell on the coast for a third day."], ["Rain delayed the talks on a new central bank."]]
    )
    assert find_likely(profiles, 0.0) == [(0, 1)]
    assert list(find_many(profiles, weights()["confirmed"])) == []


def test_nothing_has_no_pairs() -> None:
    assert list(find_many([], 0.0)) == []


@settings(max_examples=40, deadline=None)
@given(STORIES)
def test_columns_make_the_same_claims(story) -> None:
    articles = make_articles(story)
    rows = [make_rows(article) for article in articles]
    found = match_statements(rows, articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "MANY", 0)
        patch.setattr(candidates, "LARGE", 0)
        assert match_statements(rows, articles) == found
