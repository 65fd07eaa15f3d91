"""How telling numbers are: 187,400 that two outlets print is one thing, three may be any three."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claims.matching.frequencies import Weights
from claims.matching.measures import Measured, count_digits, is_one_number, relate_measured
from claims.matching.settings import settings
from claims.model import Figure

_SHORT = 2
"""Digits of a number that two statements may print by chance."""

Value = tuple[Measured, float]
"""What is read of a figure, and its weight."""


def value_key(figure: Figure) -> str:
    """Return the key under which equal numbers of a story are counted."""
    return f"#{figure.low:g}-{figure.high:g}"


def weigh_value(figure: Figure, weights: Weights) -> float:
    """Return the weight of a number: the more digits and the larger, the rarer; what the whole story prints, less."""
    rarity = settings()["digit"] * count_digits(figure)
    rarity += settings()["large number"] * (abs(figure.low) >= settings()["large"])
    rarity += settings()["unit"] * (figure.unit is not None)
    return weights.of_value(value_key(figure), rarity)


def are_shared(one: Measured, two: Measured) -> bool:
    """Tell whether two numbers are one, for one thing as far as the words tell."""
    relation = relate_measured(one, two)
    return relation.same_value and relation.same_measure is not False


class Comparison(NamedTuple):
    """What two figures say for a pair: an evidence without the words of the figures."""

    weight: float
    why: str
    solid: bool
    own: float = 1.0


@lru_cache(maxsize=16384)
def compare_numbers(one: Measured, two: Measured, first: bool) -> Comparison:
    """Return what two figures say for a pair, the first of both statements or not."""
    relation = relate_measured(one, two)
    amount = bool(one.printed or two.printed)
    if relation.same_value and (relation.same_measure is not False or one.printed):
        weight = settings()["same number"] + (settings()["same amount"] if amount else 0.0)
        weight += settings()["same figure"] if relation.same_measure else 0.0
        rare = amount or min(one.digits, two.digits) > 1 or _is_one_event(one, two)
        why = "figure {} / {}" if relation.same_measure else "number {} / {}"
        telling = relation.same_measure or _is_telling(one, two)
        return Comparison(weight, why, rare, 1.0 if telling else settings()["short number"])
    if relation.same_measure is False and is_one_number(one, two):
        return Comparison(settings()["other noun"], "number {} / {}", solid=False)
    if relation.same_measure is False:
        return Comparison(settings()["other measure"], "other measure {} / {}", solid=False)
    if relation.same_measure:
        weight = settings()["same measure" if first else "second measure"]
        return Comparison(weight, "measure {} / {}", first and _is_one_event(one, two))
    return Comparison(settings()["other number"], "numbers {} / {}", solid=False)


def _is_telling(one: Measured, two: Measured) -> bool:
    """Tell numbers that are seldom printed twice by chance: long ones, large ones, those of one event."""
    return min(one.digits, two.digits) > _SHORT or one.low < one.high or two.low < two.high


def _is_one_event(one: Measured, two: Measured) -> bool:
    """Tell figures of people to whom one thing happened: a story has one toll, one count of those evacuated."""
    return one.kind is not None and one.kind == two.kind


class Values:
    """The numbers of the statements, each two that meet compared once."""

    def __init__(self, values: Sequence[Sequence[Value]]) -> None:
        known: dict[Measured, int] = {}
        self._values = [[(known.setdefault(m, len(known)), weight) for m, weight in each] for each in values]
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
