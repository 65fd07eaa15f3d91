"""Groups are merged along their strongest links, while the average holds."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from claims.matching.merging import Linkage, allow_all, merge_linked

SCORES = {(0, 1): 0.8, (1, 2): 0.6, (0, 2): 0.1, (2, 3): 0.5}


def merge(average: float, articles: list[int], *, apart: set[int] | None = None) -> list[list[int]]:
    linkage = Linkage(SCORES, articles, 0.4, average)
    if apart is None:
        return merge_linked(range(4), SCORES, linkage, allow_all)
    return merge_linked(range(4), SCORES, linkage, lambda one, two: apart <= {*one, *two})


def test_the_strongest_link_comes_first() -> None:
    assert merge(1.0, [0, 1, 2, 3]) == [[0, 1], [2, 3]]


def test_a_low_average_lets_groups_grow() -> None:
    assert merge(0.1, [0, 1, 2, 3]) == [[0, 1, 2, 3]]


def test_pairs_within_an_article_do_not_count_against_a_merge() -> None:
    assert [0, 1, 2] in merge(1.0, [0, 1, 0, 0])


def test_what_is_forbidden_is_not_merged() -> None:
    assert all(not {0, 1} <= {*group} for group in merge(0.1, [0, 1, 2, 3], apart={0, 1}))


def test_a_chain_of_weak_links_is_no_group() -> None:
    chain = dict.fromkeys(pairwise(range(6)), 0.5)
    linkage = Linkage(chain, list(range(6)), 0.4, 0.7)
    assert max(map(len, merge_linked(range(6), chain, linkage, allow_all))) < 4


@pytest.mark.parametrize(("last", "groups"), [(3, 2), (9, 1)])
def test_what_four_articles_say_both_of_is_two_groups(last: int, groups: int) -> None:
    first, second = [0, 2, 4, 6], [1, 3, 5, 7]
    scores = {(min(x, y), max(x, y)): 0.3 for x in first for y in second}
    scores.update({pair: 0.9 for group in (first, second) for pair in combinations(group, 2)})
    scores[0, 3] = 0.5
    linkage = Linkage(scores, [0, 0, 1, 1, 2, 2, 3, last], bar=0.4, average=0.5)
    assert len(merge_linked(range(8), scores, linkage, allow_all)) == groups
