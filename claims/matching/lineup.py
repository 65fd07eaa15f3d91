"""Statements in a row, to be compared with each other: what can be told of one, or of two numbers, is told once."""

from __future__ import annotations

from collections.abc import Sequence

from claims.matching.measures import Measured
from claims.matching.neighbours import Pair
from claims.matching.profiles import Profile
from claims.matching.roles import Comparison, compare_numbers, sum_roles
from claims.matching.score import find_overlap, weigh_coverage
from claims.matching.settings import settings
from claims.matching.values import are_shared

_NOTHING = Pair(0.0)


class Lineup:
    """Statements with the words that each may meet, and what their numbers are to each other."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._reach = [profile.wording.kinship.reach(profile.wording.stems) for profile in profiles]
        self._numbers = _Numbers(profiles)
        self._coverage, self._shared = settings()["coverage"], settings()["shared weight"]
        self._most_shared, self._same_article = settings()["most shared"], settings()["same article"]
        self._own_words, self._own_evidence = settings()["own words"], settings()["own evidence"]
        self._long, self._backing = settings()["long statement"], settings()["backing"]

    def score(self, one: int, two: int) -> Pair:
        """Score two statements by their words and their roles."""
        a, b = self._profiles[one], self._profiles[two]
        ours, theirs = a.wording, b.wording
        extra, figures = self._numbers.compare(one, two) if a.values and b.values else (0.0, None)
        first, second, both, own, met = find_overlap(ours, theirs, extra, self._reach[one], self._reach[two])
        roles = sum_roles(a, b, figures)
        if not met and not roles.solid:
            return _NOTHING
        words = self._coverage * weigh_coverage((first, second), (ours.total, theirs.total), extra)
        words += self._shared * (both if both < self._most_shared else self._most_shared)
        score = words + roles.weight
        if a.spot.article == b.spot.article:
            score -= self._same_article
        if ours.total > self._long or theirs.total > self._long:
            score -= weigh_length(a, b, roles.most)
        telling = own / self._own_words + roles.telling / self._own_evidence
        return Pair(score, (), min(1.0, telling), roles.firmest > self._backing)


def weigh_length(a: Profile, b: Profile, most: float) -> float:
    """Return what a pair loses where words alone agree and one is long: that one says much else.

    ``most`` is the weight of what else speaks for it.
    """
    excess = max(a.wording.total, b.wording.total) - settings()["long statement"]
    return settings()["long loss"] * excess if excess > 0 and most <= settings()["backing"] else 0.0


class _Numbers:
    """The numbers of the statements, each two that meet compared once."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        known: dict[Measured, int] = {}
        self._values = [[(known.setdefault(m, len(known)), weight) for m, weight in each.values] for each in profiles]
        self._measured = list(known)
        self._found: dict[tuple[int, int], tuple[bool, Comparison, Comparison]] = {}

    def compare(self, one: int, two: int) -> tuple[float, Comparison]:
        """Return what the numbers of two statements that print some add to the words, and the two that fit best."""
        extra, best, taken = 0.0, None, set()
        for i, (first, weight) in enumerate(self._values[one]):
            free = True
            for j, (second, other) in enumerate(self._values[two]):
                found = self._found.get((first, second)) or self._compare(first, second)
                comparison = found[1] if i or j else found[2]
                if best is None or comparison.weight > best.weight:
                    best = comparison
                if free and found[0] and j not in taken:
                    taken.add(j)
                    extra += min(weight, other)
                    free = False
        assert best is not None
        return extra, best

    def _compare(self, first: int, second: int) -> tuple[bool, Comparison, Comparison]:
        one, two = self._measured[first], self._measured[second]
        found = are_shared(one, two), compare_numbers(one, two, False), compare_numbers(one, two, True)
        self._found[first, second] = found
        return found
