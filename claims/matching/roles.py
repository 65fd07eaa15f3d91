"""Typed roles: do two statements agree on how many of what, on whose words, on when?"""

from __future__ import annotations

from typing import NamedTuple

from claims.matching.families import lexicon
from claims.matching.profiles import Profile
from claims.matching.settings import settings
from claims.model import Figure
from claims.text import stem


class Evidence(NamedTuple):
    """One thing that speaks for a pair (above 0) or against it, and the words for it."""

    weight: float
    why: str


def weigh_figures(a: Profile, b: Profile) -> Evidence | None:
    """Weigh the figures of two statements: the pair of figures that fits best."""
    best: Evidence | None = None
    for one in a.row.figures:
        for two in b.row.figures:
            found = _relate(one, two)
            if best is None or found.weight > best.weight:
                best = found
    return best


def weigh_quotes(a: Profile, b: Profile) -> Evidence | None:
    """Weigh the quotations: the share of words of the shorter that the longer has in the same order or nearly."""
    if not a.quotes or not b.quotes:
        return None
    likeness = max(_alike(one, two) for one in a.quotes for two in b.quotes)
    share = settings()["quotation"]
    return Evidence(share * (likeness - 0.3), f"quotation {likeness:.2f}")


def _relate(one: Figure, two: Figure) -> Evidence:
    values = f"{one.text} / {two.text}"
    compatible = _overlap(one, two)
    same = _same_measure(one, two)
    if same is False:
        return Evidence(settings()["other measure"], f"other measure {values}")
    if same and compatible:
        return Evidence(settings()["same figure"] + _telling(one), f"figure {values}")
    if same:
        return Evidence(settings()["same measure"], f"measure {values}")
    if compatible:
        return Evidence(_telling(one), f"number {values}")
    return Evidence(0.0, f"numbers {values}")


def _telling(figure: Figure) -> float:
    """Return what the agreement of a number tells: the more digits it has, the more."""
    digits = len(f"{figure.low:.6g}".replace(".", "").split("e")[0].strip("0"))
    return settings()["telling digit"] * max(0, digits - 1)


def _overlap(one: Figure, two: Figure) -> bool:
    """Tell whether one number could be the other, rounded or as a bound."""
    if one.low == two.low and one.high == two.high:
        return True
    span = 0.1 if "exact" not in (one.bound, two.bound) else 0.06 if one.bound != two.bound else 0.012
    top = max(abs(one.high), abs(two.high))
    return abs(one.low - two.low) <= span * top and abs(one.high - two.high) <= span * top


def _same_measure(one: Figure, two: Figure) -> bool | None:
    if (one.unit or "") != (two.unit or ""):
        return None if one.unit and two.unit and _MONEY.isdisjoint((one.unit, two.unit)) else False
    if one.event and two.event and one.event != two.event:
        return False
    if one.noun and two.noun:
        return _same_noun(one.noun, two.noun) or (None if one.event and one.event == two.event else False)
    if one.unit:
        return None
    return True if one.event and one.event == two.event else None


_MONEY = frozenset({"dollar", "euro"})


def _same_noun(one: str, two: str) -> bool:
    a, b = stem(one.split()[-1]), stem(two.split()[-1])
    known = lexicon().words
    empty: frozenset[str] = frozenset()
    return a == b or not known.get(a, empty).isdisjoint(known.get(b, empty))


def _alike(one: tuple[str, ...], two: tuple[str, ...]) -> float:
    """Return the length of the longest common run of words in order, as a share of the shorter quotation."""
    if not one or not two:
        return 0.0
    row = [0] * (len(two) + 1)
    for word in one:
        above = row
        row = [0]
        for place, other in enumerate(two):
            row.append(above[place] + 1 if word == other else max(above[place + 1], row[-1]))
    return row[-1] / max(3, min(len(one), len(two)))
