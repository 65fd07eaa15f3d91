"""Merging groups by their links: the most alike first, while the average of the two groups holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from claims.matching.settings import settings

Members = list[int]
Forbids = Callable[[Members, Members], bool]
"""Tells whether two groups must not be one."""


class Linkage(NamedTuple):
    """What links the statements, and how strong a link must be."""

    scores: Mapping[tuple[int, int], float]
    """By the numbers of the two statements, the smaller first."""
    articles: Sequence[int]
    """The article of each statement."""
    bar: float
    average: float
    """Share of the bar that the average of all pairs of the two groups must reach."""


def merge_linked(
    free: Iterable[int],
    links: Iterable[tuple[int, int]],
    linkage: Linkage,
    forbids: Forbids,
    start: Iterable[Members] = (),
) -> list[Members]:
    """Return the groups of two statements or more, merged along ``links``, the strongest first.

    ``start`` are groups to begin with, of statements beside the ``free`` ones.
    """
    groups = {members[0]: list(members) for members in (*start, *([one] for one in free))}
    home = {one: key for key, members in groups.items() for one in members}
    refused: dict[tuple[int, int], tuple[int, int]] = {}  # with the sizes of the two: groups only grow
    for _, i, j in sorted((-linkage.scores[key], *key) for key in links if linkage.scores[key] >= linkage.bar):
        if i not in home or j not in home or home[i] == home[j]:
            continue
        a, b = home[i], home[j]
        one, two = groups[a], groups[b]
        if refused.get((a, b)) == (len(one), len(two)):
            continue
        if _is_close(one, two, linkage) and not forbids(one, two):
            groups[a] += groups.pop(b)
            home.update(dict.fromkeys(groups[a], a))
        else:
            refused[a, b] = len(one), len(two)
    return [sorted(members) for members in groups.values() if len(members) > 1]


def allow_all(_one: Members, _two: Members) -> bool:
    """Forbid nothing."""
    return False


def _is_close(one: Members, two: Members, linkage: Linkage) -> bool:
    """Tell whether the average of the two groups' pairs holds; pairs within an article do not count against it.

    Where many articles have both, which hardly say one thing twice, it must reach the bar itself.
    """
    article = linkage.articles
    have_both = {article[x] for x in one} & {article[x] for x in two}
    average = max(1.0, linkage.average) if len(have_both) >= settings()["articles with both"] else linkage.average
    across = [(x, y) for x in one for y in two if article[x] != article[y]] or [(x, y) for x in one for y in two]
    total = sum(linkage.scores.get((x, y) if x < y else (y, x), 0.0) for x, y in across)
    return total >= average * linkage.bar * len(across)
