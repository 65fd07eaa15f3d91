"""Numbers of many pairs of statements, as columns: each two numbers that meet are compared once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claims.matching.profiles import Profile
from claims.matching.roles import weigh_numbers
from claims.matching.values import are_shared

Array = Any


class Numbers:
    """The numbers of the statements in a row, statement by statement; equal ones are one number."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        import numpy as np

        known = {measured: None for profile in profiles for measured, _ in profile.values}
        self._measured = list(known)
        places = {measured: place for place, measured in enumerate(known)}
        self._counts = np.array([len(profile.values) for profile in profiles], dtype=np.int64)
        self._starts = np.cumsum(self._counts) - self._counts
        self._numbers = np.array([places[m] for profile in profiles for m, _ in profile.values], dtype=np.int64)
        self._weights = np.array([weight for profile in profiles for _, weight in profile.values], dtype=float)

    def weigh(self, one: Array, two: Array) -> tuple[Array, Array]:
        """Return of each pair the most that the numbers add to the words, and the most that they say themselves."""
        import numpy as np

        extra, most = np.zeros(len(one)), np.zeros(len(one))
        both = np.flatnonzero((self._counts[one] > 0) & (self._counts[two] > 0))
        if not len(both):
            return extra, most
        # Each number of the first statement of a pair, and beside it each number of the second.
        pairs, ours = self._spread(both, one[both])
        meetings, theirs = self._spread(np.arange(len(pairs)), two[pairs])
        shared, says = self._compare(self._numbers[ours[meetings]], self._numbers[theirs])
        lighter = np.where(shared, np.minimum(self._weights[ours[meetings]], self._weights[theirs]), 0.0)
        first = np.flatnonzero(np.diff(meetings, prepend=-1))
        np.add.at(extra, pairs, np.maximum.reduceat(lighter, first))
        most[both] = -np.inf
        np.maximum.at(most, pairs, np.maximum.reduceat(says, first))
        return extra, most

    def _spread(self, owners: Array, statements: Array) -> tuple[Array, Array]:
        """Return each owner as often as its statement has numbers, and the places of these."""
        import numpy as np

        counts = self._counts[statements]
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        return np.repeat(owners, counts), np.repeat(self._starts[statements], counts) + within

    def _compare(self, ours: Array, theirs: Array) -> tuple[Array, Array]:
        """Return whether two numbers are one for one thing, and the most that they say for a pair."""
        import numpy as np

        meetings, places = np.unique(ours * len(self._measured) + theirs, return_inverse=True)
        found = [divmod(int(meeting), len(self._measured)) for meeting in meetings]
        pairs = [(self._measured[one], self._measured[two]) for one, two in found]
        shared = np.array([are_shared(one, two) for one, two in pairs], dtype=bool)
        says = np.array([weigh_numbers(one, two) for one, two in pairs], dtype=float)
        return shared[places], says[places]
