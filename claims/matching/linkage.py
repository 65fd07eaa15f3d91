"""Stories from links: the most alike are joined first, while all that is joined is alike on the average."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from math import inf
from typing import NamedTuple

from claims.matching.settings import settings

Link = tuple[int, int, float]
"""Two articles by their numbers, the smaller first, and how alike they are."""

APART = -1.0
"""The likeness of two articles that are never of one story."""


class _Tie(NamedTuple):
    """What lies between two groups: the sum of the links, and the strongest of them."""

    total: float
    best: float


_Step = tuple[float, int, int, int, int]
"""A join to be tried: minus the average, the two groups, and their sizes when it was noted down."""


def form_stories(keys: Sequence[str], links: Iterable[Link]) -> list[list[int]]:
    """Return the numbers of the articles of each story, each list ascending, stories by their first article.

    ``keys`` name the articles: what is linked to what, and not the order given, decides. Pairs without a link count
    as not alike at all, so no chain of articles makes a story; a link APART forbids one.
    """
    order = sorted(range(len(keys)), key=lambda number: (keys[number], number))
    rank = {number: place for place, number in enumerate(order)}
    groups = _Groups(len(keys), ((rank[one], rank[two], likeness) for one, two, likeness in links))
    return sorted(sorted(order[place] for place in members) for members in groups.join())


class _Groups:
    """Groups of articles on their way to stories, each known by one of its members."""

    def __init__(self, count: int, links: Iterable[Link]) -> None:
        self._members = {number: [number] for number in range(count)}
        self._ties: dict[int, dict[int, _Tie]] = {number: {} for number in range(count)}
        for one, two, likeness in links:
            tie = _Tie(-inf, 0.0) if likeness <= APART else _Tie(likeness, likeness)
            self._ties[one][two] = self._ties[two][one] = tie

    def join(self) -> Iterable[list[int]]:
        """Join the groups, the most alike first, and return the members of each."""
        steps = [step for one in self._members for step in self._steps(one) if step[1] == one]
        heapify(steps)
        while steps:
            _, one, two, *sizes = heappop(steps)
            if sizes == [len(self._members.get(each, ())) for each in (one, two)]:
                for step in self._steps(self._merge(one, two)):
                    heappush(steps, step)
        return self._members.values()

    def _steps(self, one: int) -> Iterator[_Step]:
        """Yield the joins of a group that may be made."""
        here = len(self._members[one])
        least, first = settings()["story average"], settings()["same story"]
        for two, tie in self._ties[one].items():
            there = len(self._members[two])
            average = tie.total / (here * there)
            if average >= least and tie.best >= first:
                yield (-average, one, two, here, there) if one < two else (-average, two, one, there, here)

    def _merge(self, one: int, two: int) -> int:
        """Join two groups and return the one that is left."""
        if len(self._ties[one]) < len(self._ties[two]):
            one, two = two, one
        self._members[one] += self._members.pop(two)
        del self._ties[one][two]
        for other, tie in self._ties.pop(two).items():
            if other != one:
                del self._ties[other][two]
                known = self._ties[one].get(other, _Tie(0.0, 0.0))
                joined = _Tie(known.total + tie.total, max(known.best, tie.best))
                self._ties[one][other] = self._ties[other][one] = joined
        return one
