"""How telling a word is: the rarer it is in news, and in this story, the more it weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import log

from claims.matching.settings import settings
from claims.matching.words import DATA


class Weights:
    """Weights of stems: background frequencies mixed with those of the story's own statements."""

    def __init__(self, statements: Iterable[Iterable[str]]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for stems in statements:
            counts.update(set(stems))
            total += 1
        self._counts, self._total = counts, total
        self._known: dict[str, float] = {}

    def __getitem__(self, stem: str) -> float:
        """Return the weight of ``stem``: minus the logarithm of the share of statements that hold it."""
        weight = self._known.get(stem)
        if weight is None:
            ground = settings()["background statements"]
            share = background().get(stem, settings()["unknown share"])
            mixed = (self._counts[stem] + ground * share) / (self._total + ground)
            weight = self._known[stem] = max(settings()["least weight"], -log(mixed))
        return weight


@cache
def background() -> dict[str, float]:
    """Return the share of sentences that hold each of the common stems."""
    shares: dict[str, float] = {}
    for line in (DATA / "background.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            share, _, stems = line.partition(" ")
            shares.update(dict.fromkeys(stems.split(), float(share)))
    return shares
