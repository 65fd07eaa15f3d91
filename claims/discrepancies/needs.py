"""Which rules can find anything in a pair: what each needs is read of an attribution once, and most pairs lack it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from claims.discrepancies.rule import Needs, Setting
from claims.model import Attribution


class Sieve:
    """Sorts out the rules that have nothing to look at in a pair."""

    def __init__(self, needs: Mapping[str, Needs]) -> None:
        traits = dict.fromkeys(trait for ways in needs.values() for way in ways for trait in way)
        self._bits = {trait: 1 << number for number, trait in enumerate(traits)}
        self._ways = {
            kind: [(self._bits[way[0]], self._bits[way[1]] if len(way) > 1 else 0) for way in ways]
            for kind, ways in needs.items()
        }
        self.choose = lru_cache(maxsize=16384)(self._choose)

    def read(self, attribution: Attribution, setting: Setting) -> int:
        """Return the traits of an attribution, one bit each."""
        return sum([bit for trait, bit in self._bits.items() if trait(attribution, setting)])

    def _choose(self, ours: int, theirs: int) -> tuple[str, ...]:
        """Return the kinds whose needs two attributions of these traits meet."""
        return tuple(kind for kind, ways in self._ways.items() if any(_meets(ours, theirs, *way) for way in ways))


def _meets(ours: int, theirs: int, one: int, other: int) -> bool:
    """Tell whether one of the two has the one trait, and the other the other; 0 is no trait, which all have."""
    if not other:
        return bool((ours | theirs) & one)
    return bool((ours & one and theirs & other) or (ours & other and theirs & one))
