"""Words that are akin: of one family, or alike at the beginning; each two words of a story are compared once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import lru_cache
from math import inf

from claims.matching.families import Term
from claims.matching.settings import settings

Kin = Mapping[str, tuple[float, float]]
"""The stems that are akin to one, how strongly each meets it, and the most that it can then weigh."""

_WHOLE = 5
"""Letters that a word has at least to be looked for at the beginning of another."""


class Kinship:
    """The words of a story by what they have in common."""

    def __init__(self, weigh_family: Callable[[str], float]) -> None:
        self.keys: dict[str, tuple[str, ...]] = {}
        """The keys by which each stem and its kin are found: its own, its families, and its beginning."""
        self._weigh_family = weigh_family
        self._terms: dict[str, Term] = {}
        self._shelves: defaultdict[str, list[Term]] = defaultdict(list)
        self._kin: dict[str, Kin] = {}
        self._reach: dict[frozenset[str], frozenset[str]] = {}

    def add(self, terms: Mapping[str, Term]) -> None:
        """Take up the words that are not known yet."""
        for stem, term in terms.items():
            if stem not in self._terms:
                self._terms[stem] = term
                keys = self.keys[stem] = _list_keys(term)
                for key in keys[1:]:
                    self._shelves[key].append(term)
                self._kin.clear()
                self._reach.clear()

    def of(self, stem: str) -> Kin:
        """Return what is akin to a stem, which must be known."""
        kin = self._kin.get(stem)
        if kin is None:
            kin = self._kin[stem] = self._find(self._terms[stem])
        return kin

    def reach(self, stems: frozenset[str]) -> frozenset[str]:
        """Return the stems that are akin to any of these, and none of these."""
        reach = self._reach.get(stems)
        if reach is None:
            reach = self._reach[stems] = frozenset().union(*filter(None, map(self.of, stems))).difference(stems)
        return reach

    def _find(self, one: Term) -> Kin:
        near = {two.stem: two for key in self.keys[one.stem][1:] for two in self._shelves[key]}
        near.pop(one.stem, None)
        return {
            stem: (strength, max(map(self._weigh_family, one.families & two.families), default=inf))
            for stem, two in near.items()
            if (strength := likeness(one, two))
        }


@lru_cache(maxsize=65536)
def _list_keys(term: Term) -> tuple[str, ...]:
    beginning = (term.stem[: _WHOLE - 1],) if len(term.stem) >= _WHOLE - 1 else ()
    return (f"'{term.stem}", *(f"={family}" for family in sorted(term.families)), *beginning)


def likeness(one: Term, two: Term) -> float:
    """Return how alike two terms are: 1 for one stem, else the strength of their kinship, or 0."""
    if one.stem == two.stem:
        return 1.0
    if one.families and not one.families.isdisjoint(two.families):
        return settings()["same family"]
    return _spelling(one.stem, two.stem)


def _spelling(one: str, two: str) -> float:
    """Return the share of the longer word that both begin with, or 0 below the threshold.

    A word that begins with the whole of the other, as "trailhead" with "trail", is at the threshold.
    """
    least = settings()["same beginning"]
    shorter, longest = sorted((one, two), key=len)
    if len(shorter) >= _WHOLE and longest.startswith(shorter):
        return max(least, len(shorter) / len(longest))
    same = next((place for place, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), len(shorter))
    share = same / len(longest)
    return share if same >= _WHOLE - 1 and share >= least else 0.0
