"""The most that the words of two statements can say for them: what cannot reach the bar is not compared in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claims.matching.score import Wording, weigh_coverage
from claims.matching.settings import settings


class Ceilings:
    """For the statements of a story, which of the others' words each can meet.

    Never too low, but for what rounding loses: a word that may meet is taken to meet in full, and may meet again.
    """

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._wordings = wordings
        self._own = [frozenset(wording.own) for wording in wordings]
        kin: defaultdict[str, set[str]] = defaultdict(set)
        for wording in wordings:
            for key, stems in wording.kin.items():
                kin[key].update(stems)
        self._met = [
            own.union(*map(kin.__getitem__, wording.kin)) for own, wording in zip(self._own, wordings, strict=True)
        ]

    def weigh(self, one: int, two: int, extra: float) -> float:
        """Return the most that the words of two statements, by their numbers, say for them."""
        first, around_first = self._cover(one, two)
        second, around_second = self._cover(two, one)
        totals = self._wordings[one].total, self._wordings[two].total
        score = weigh_coverage((first + around_first, second + around_second), totals, extra)
        return settings()["coverage"] * score + settings()["shared weight"] * min(
            settings()["most shared"], first, second
        )

    def _cover(self, one: int, two: int) -> tuple[float, float]:
        """Return the weight of the words of the one that the other may have, and of those around the other."""
        weights = self._wordings[one].own
        met = self._own[one] & self._met[two]
        around = (self._own[one] & self._wordings[two].around) - met
        discount = settings()["surroundings"]
        return sum([weights[stem] for stem in met]), discount * sum([weights[stem] for stem in around])
