"""Stories from links: the most alike are joined first, while all that is joined is alike on the average."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from claims.matching.settings import settings

Link = tuple[int, int, float]
"""Two articles by their numbers, the smaller first, and how alike they are."""

APART = -1.0
"""The likeness of two articles that look like two stories: it outweighs some links, but not those of a whole story."""

_GRAIN = 2.0**20
"""Likenesses are multiples of its inverse, so that their sums are exact in whatever order they are added."""


class Join(NamedTuple):
    """A step of forming a story: two groups, each by its first article in the order of keys, with their average."""

    average: float
    one: int
    two: int


class Formation(NamedTuple):
    """A story: its articles by their numbers, ascending, and how they were joined, in that order."""

    members: tuple[int, ...]
    joins: tuple[Join, ...] = ()


class Tie(NamedTuple):
    """What lies between two groups: the sum of the links, and the strongest of them."""

    total: float
    best: float


NO_TIE = Tie(0.0, 0.0)

_Step = tuple[float, int, int, int, int]
"""A join to be tried: minus the average, the two groups, and their sizes when it was noted down."""


def make_tie(likeness: float) -> Tie:
    """Return the tie of two articles."""
    exact = round(likeness * _GRAIN) / _GRAIN
    return Tie(exact, exact)


def add_ties(one: Tie, two: Tie) -> Tie:
    """Return the tie of a group with two that are joined."""
    return Tie(one.total + two.total, max(one.best, two.best))


def form_stories(keys: Sequence[str], links: Iterable[Link]) -> list[list[int]]:
    """Return the numbers of the articles of each story, each list ascending, stories by their first article.

    ``keys`` name the articles: what is linked to what, and not the order given, decides. Pairs without a link count
    as not alike at all, so no chain of articles makes a story; links APART count against one.
    """
    return [list(story.members) for story in trace_stories(keys, links)]


def trace_stories(keys: Sequence[str], links: Iterable[Link]) -> list[Formation]:
    """Return the stories of `form_stories` with the joins that made them."""
    order = sorted(range(len(keys)), key=lambda number: (keys[number], number))
    rank = {number: place for place, number in enumerate(order)}
    groups = _Groups(len(keys), ((rank[one], rank[two], likeness) for one, two, likeness in links))
    return sorted(
        Formation(
            tuple(sorted(order[place] for place in members)),
            tuple([Join(average, order[one], order[two]) for average, one, two in joins]),
        )
        for members, joins in groups.join()
    )


class _Groups:
    """Groups of articles on their way to stories, each known by its first member."""

    def __init__(self, count: int, links: Iterable[Link]) -> None:
        self._members = {number: [number] for number in range(count)}
        self._ties: dict[int, dict[int, Tie]] = {number: {} for number in range(count)}
        for one, two, likeness in links:
            self._ties[one][two] = self._ties[two][one] = make_tie(likeness)

    def join(self) -> Iterator[tuple[list[int], list[Join]]]:
        """Join the groups, the most alike first; yield the members of each and how it was made."""
        made = list(self._join())
        home = {member: one for one, members in self._members.items() for member in members}
        joins: dict[int, list[Join]] = {one: [] for one in self._members}
        for join in made:
            joins[home[join.one]].append(join)
        for one, members in self._members.items():
            yield members, joins[one]

    def _join(self) -> Iterator[Join]:
        steps = [step for one in self._members for step in self._steps(one) if step[1] == one]
        heapify(steps)
        while steps:
            average, one, two, *sizes = heappop(steps)
            if sizes == [len(self._members.get(each, ())) for each in (one, two)]:
                self._merge(one, two)
                yield Join(-average, one, two)
                for step in self._steps(one):
                    heappush(steps, step)

    def _steps(self, one: int) -> Iterator[_Step]:
        """Yield the joins of a group that may be made."""
        here = len(self._members[one])
        least, first = settings()["story average"], settings()["same story"]
        for two, tie in self._ties[one].items():
            there = len(self._members[two])
            average = tie.total / (here * there)
            if average >= least and tie.best >= first:
                yield (-average, one, two, here, there) if one < two else (-average, two, one, there, here)

    def _merge(self, one: int, two: int) -> None:
        """Join the second group to the first."""
        self._members[one] += self._members.pop(two)
        kept, gone = self._ties[one], self._ties.pop(two)
        del kept[two], gone[one]
        for other, tie in gone.items():
            there = self._ties[other]
            del there[two]
            kept[other] = there[one] = add_ties(kept.get(other, NO_TIE), tie)
