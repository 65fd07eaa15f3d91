"""The score of stories: pairs of articles that are rightly in one story."""

from dataclasses import replace

import pytest

from bench.stories import Told, score_stories
from tests.matching.stories import make_article


@pytest.mark.parametrize(
    ("stories", "precision", "recall"),
    [
        ([[0, 1, 2], [3]], 1, 1),
        ([[0, 1, 2, 3]], 0.5, 1),
        ([[0, 1], [2], [3]], 1, 1 / 3),
        ([[0], [1], [2], [3]], 0, 0),
    ],
)
def test_pairs_are_scored(stories: list[list[int]], precision: float, recall: float) -> None:
    article = make_article("a", ["The dam broke."])
    told = [Told(name, replace(article, id=str(n)), []) for n, name in enumerate("aaab")]
    score = score_stories(told, stories)
    assert (score.articles, score.stories, score.found) == (4, 2, len(stories))
    assert (score.precision, score.recall) == pytest.approx((precision, recall))
