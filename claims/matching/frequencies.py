"""How telling a word is: the rarer it is in news, and in this story, the more it weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import exp, log

from claims.matching.families import Term
from claims.matching.kinship import Kinship
from claims.matching.settings import settings
from claims.matching.words import DATA

_GRAINS = 2.0**36
"""Grains of a weight of 1: sums of weights are exact, so they are the same in whatever order they are added."""


def to_grains(weight: float) -> float:
    """Return the weight in whole grains."""
    return round(weight * _GRAINS) / _GRAINS


class Weights:
    """Weights of stems: background frequencies mixed with those of the story's own statements."""

    def __init__(self, statements: Iterable[Iterable[Term]], values: Iterable[str] = ()) -> None:
        counts: Counter[str] = Counter()
        families: Counter[str] = Counter()
        total = 0
        for terms in statements:
            found = list(terms)
            counts.update({term.stem for term in found})
            families.update({family for term in found for family in term.families})
            total += 1
        self._counts, self._families, self._total = counts, families, total
        self._values = Counter(values)
        self._known: dict[str, float] = {}
        self._known_families: dict[str, float] = {}
        self.kinship = Kinship(self.of_family)

    def of_value(self, key: str, rarity: float) -> float:
        """Return the weight of a number that is ``rarity`` in news at large."""
        ground = settings()["background statements"]
        return -log((self._values[key] + ground * exp(-rarity)) / (self._total + ground))

    def of_family(self, family: str) -> float:
        """Return the weight of meeting in a family: by the share of the story's statements that hold any of it."""
        weight = self._known_families.get(family)
        if weight is None:
            ground = settings()["background statements"]
            mixed = (self._families[family] + ground * settings()["family share"]) / (self._total + ground)
            weight = self._known_families[family] = to_grains(-log(mixed))
        return weight

    def __getitem__(self, stem: str) -> float:
        """Return the weight of ``stem``: minus the logarithm of the share of statements that hold it."""
        weight = self._known.get(stem)
        if weight is None:
            ground = settings()["background statements"]
            share = background().get(stem, settings()["unknown share"])
            mixed = (self._counts[stem] + ground * share) / (self._total + ground)
            weight = self._known[stem] = to_grains(max(settings()["least weight"], -log(mixed)))
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
