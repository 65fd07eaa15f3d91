"""How telling a number is: 187,400 that two outlets print is one thing, three may be any three."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.matching.frequencies import Weights
from claims.matching.measures import Measured, count_digits, relate_measured
from claims.matching.settings import settings
from claims.model import Figure

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


def shared_values(one: Sequence[Value], two: Sequence[Value]) -> Iterable[float]:
    """Yield the weight of each number that both have, for one thing as far as the words tell."""
    taken: set[int] = set()
    for figure, weight in one:
        for place, (other, there) in enumerate(two):
            if place in taken:
                continue
            if are_shared(figure, other):
                taken.add(place)
                yield min(weight, there)
                break
