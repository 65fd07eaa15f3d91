"""The most that two statements can come to: what cannot reach the bar is not compared in full.

Never too low, but for what rounding loses: a word that may meet another is taken to meet it in full, and what speaks
against a pair is left out where it takes long to tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import inf

from claims.matching.profiles import Profile
from claims.matching.roles import weigh_most, weigh_numbers
from claims.matching.score import Wording, weigh_coverage
from claims.matching.settings import settings
from claims.matching.values import are_shared

ROUNDING = 1e-9
"""What sums of floating-point numbers in another order may differ by, and more."""


class Ceilings:
    """Which of the others' words and numbers each statement of a story can meet."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._words = _Words([profile.wording for profile in profiles])
        self._numbers = _Numbers(profiles)

    def keep(self, pairs: Iterable[tuple[int, int]], least: float) -> Iterator[tuple[int, int]]:
        """Yield the pairs, by the numbers of the statements, that can reach so much."""
        least -= ROUNDING
        for i, j in pairs:
            if self.weigh(i, j) >= least:
                yield i, j

    def weigh(self, one: int, two: int) -> float:
        """Return the most that two statements, by their numbers, can come to."""
        a, b = self._profiles[one], self._profiles[two]
        extra, numbers = self._numbers.weigh(one, two) if a.values and b.values else (0.0, 0.0)
        apart = settings()["same article"] if a.spot.article == b.spot.article else 0.0
        return self._words.weigh(one, two, extra) + numbers + weigh_most(a, b) - apart


class _Words:
    """The stems of each statement, those that its own may meet, and those that stand around it."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._weights = [wording.own for wording in wordings]
        self._totals = [wording.total for wording in wordings]
        self._own = [frozenset(wording.own) for wording in wordings]
        self._met = list_met(wordings)
        self._near = [wording.around - met for met, wording in zip(self._met, wordings, strict=True)]
        self._around, self._share = settings()["surroundings"], settings()["shared weight"]
        self._coverage, self._most = settings()["coverage"], settings()["most shared"]

    def weigh(self, one: int, two: int, extra: float) -> float:
        """Return the most that the words say, where both print numbers of so much weight."""
        ours, theirs = self._own[one], self._own[two]
        our_weight, their_weight = self._weights[one].__getitem__, self._weights[two].__getitem__
        first, second = sum(map(our_weight, ours & self._met[two])), sum(map(their_weight, theirs & self._met[one]))
        met = (
            first + self._around * sum(map(our_weight, ours & self._near[two])),
            second + self._around * sum(map(their_weight, theirs & self._near[one])),
        )
        score = weigh_coverage(met, (self._totals[one], self._totals[two]), extra)
        return self._coverage * score + self._share * min(self._most, first, second)


def list_met(wordings: Sequence[Wording]) -> list[frozenset[str]]:
    """Return the stems of all statements that each may meet: its own, and their kin."""
    kin: defaultdict[str, set[str]] = defaultdict(set)
    for wording in wordings:
        for key, stems in wording.kin.items():
            kin[key].update(stems)
    return [frozenset(wording.own).union(*[kin[key] for key in wording.kin]) for wording in wordings]


class _Numbers:
    """What the numbers of the statements are to each other, each pair of equal ones compared once."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        known = {measured: number for number, measured in enumerate({m: None for p in profiles for m, _ in p.values})}
        self._measured = list(known)
        self._values = [[(known[measured], weight) for measured, weight in profile.values] for profile in profiles]
        self._found: dict[tuple[int, int], tuple[bool, float]] = {}

    def weigh(self, one: int, two: int) -> tuple[float, float]:
        """Return the most that the numbers add to the words, and the most that they say themselves."""
        extra, most = 0.0, -inf
        for first, weight in self._values[one]:
            shared = 0.0
            for second, other in self._values[two]:
                is_shared, says = self._found.get((first, second)) or self._compare(first, second)
                most = max(most, says)
                if is_shared:
                    shared = max(shared, min(weight, other))
            extra += shared
        return extra, most

    def _compare(self, first: int, second: int) -> tuple[bool, float]:
        one, two = self._measured[first], self._measured[second]
        found = self._found[first, second] = are_shared(one, two), weigh_numbers(one, two)
        return found
