"""Numbers only: what interval a figure claims, and whether one value is the other one rounded."""

from __future__ import annotations

import math
from functools import cache, lru_cache

from claims.figures.lexicon import pairs
from claims.model import Figure

_HEDGE = 0.05
"""How far from the number a hedge reaches, as a part of it; round numbers reach half of their last digit."""
_WIDEST_HEDGE = 0.1
_WIDEST_SMALL_HEDGE = 0.2
_RIVAL_REACH = 1.25
"""A rival's value beyond this multiple of the other's bound is another figure, though the bound does not exclude it."""
_NEAR_ROUNDING, _NEAR_HEDGED, _NEAR_SMALL = 0.08, 0.1, 0.15
"""How far a plain, a hedged and a small number may be from what it was rounded from, as a part of it."""
_SMALL = 10
_VAGUE_REACH = 1.05
"""Who writes of hundreds of thousands has counted no 999,999."""
_NEAR_FLOOR = 0.2
_COARSE_FRACTION, _ABOVE_FRACTION = 0.12, 0.15
_EXACT_COUNTS = 100
"""Smaller counts without a hedge are counted, not rounded: eleven votes are no rounded ten."""


@lru_cache(maxsize=1024)
def kind_of_unit(unit: str | None) -> str:
    """Return what a unit measures: length, share, temperature; a unit without conversions is its own kind."""
    if unit is None:
        return "count"
    if unit in pairs("conversions", "temperatures"):
        return "temperature"
    entry = pairs("conversions", "units").get(unit)
    return entry.split()[0] if entry else unit


def is_currency(unit: str | None) -> bool:
    """Tell whether a unit is money: a known currency, or the printed code of one that no list has."""
    return unit in _currencies() or (unit is not None and unit.isupper() and unit.isalpha())


@cache
def _currencies() -> frozenset[str]:
    return frozenset(pairs("units", "currencies").values())


def convert(value: float, unit: str | None, target: str | None) -> float:
    """Return the value in another unit of the same kind, unchanged where both are one."""
    if unit == target or unit is None or target is None:
        return value
    temperatures = pairs("conversions", "temperatures")
    if unit in temperatures and target in temperatures:
        (size, zero), (other_size, other_zero) = _degree(unit), _degree(target)
        return (value * size + zero - other_zero) / other_size
    units = pairs("conversions", "units")
    if unit not in units or target not in units:
        return value
    return value * float(units[unit].split()[1]) / float(units[target].split()[1])


def _degree(unit: str) -> tuple[float, float]:
    size, zero = pairs("conversions", "temperatures")[unit].split()
    return float(size), float(zero)


@lru_cache(maxsize=4096)
def grain(value: float) -> float:
    """Return the size of the last digit that is no trailing zero: 55,000 -> 1000, 3.4 -> 0.1."""
    if value == 0 or not math.isfinite(value):
        return 1.0
    shown = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    if "." in shown:
        return float(10.0 ** -len(shown.split(".")[1]))
    return float(10.0 ** (len(shown) - len(shown.rstrip("0"))))


def span(figure: Figure, unit: str | None) -> tuple[float, float]:
    """Return the interval a figure claims, in ``unit``: a bound is open, a hedge allows a little to both sides."""
    low, high = (convert(value, figure.unit, unit) for value in (figure.low, figure.high))
    if figure.bound == "min":
        return low, math.inf
    if figure.bound == "max":
        return (0.0 if high >= 0 else -math.inf), high
    if figure.bound == "approx":
        slack = _hedge_slack(figure)
        return low - slack * abs(low), high + slack * abs(high)
    if figure.bound == "range" and not any(sign.isdigit() for sign in figure.text):
        return low, high * _VAGUE_REACH
    return low, high


def _hedge_slack(figure: Figure) -> float:
    """Return how far a hedge reaches, as a part of the number: a tenth of a round one, a fifth of a very small one."""
    if not figure.high:
        return 0.0
    digits = abs(figure.high) / grain(figure.high)
    if digits < _SMALL:  # one digit, then noughts
        return _WIDEST_SMALL_HEDGE if abs(figure.high) < _SMALL else _WIDEST_HEDGE
    return max(_HEDGE, min(_WIDEST_HEDGE, _hedged_step(figure.high) / 2 / abs(figure.high)))


def _hedged_step(value: float) -> float:
    """Return the step of the numbers that a writer hedges with: "about 15" and "about 350" count in fives."""
    step = grain(value)
    return 5 * step if value and round(abs(value) / step) % 10 == 5 else step


def claimed(figure: Figure, unit: str | None) -> tuple[float, float]:
    """Return the interval within which a rival's figure is no contradiction: "up to 150" does not mean 14."""
    low, high = span(figure, unit)
    if figure.bound == "min":
        return low, _RIVAL_REACH * low if low > 0 else math.inf
    if figure.bound == "max":
        return (high / _RIVAL_REACH if high > 0 else low), high
    return low, high


def overlap(first: tuple[float, float], second: tuple[float, float]) -> bool:
    """Tell whether two intervals share a value, within rounding of floats."""
    slack = 1e-9 * max(1.0, *(abs(end) for end in (*first, *second) if math.isfinite(end)))
    return first[0] <= second[1] + slack and second[0] <= first[1] + slack


def equal(first: Figure, second: Figure) -> bool:
    """Tell whether two figures print one value or one range, after conversion of exact units."""
    if first.unit == second.unit and first.low == second.low and first.high == second.high:
        return True
    return all(
        math.isclose(mine, convert(theirs, second.unit, first.unit), rel_tol=1e-6, abs_tol=1e-9)
        for mine, theirs in ((first.low, second.low), (first.high, second.high))
    )


def rounded(first: Figure, second: Figure) -> bool:
    """Tell whether one value is the other rounded at the coarser one's last digit, hedged, or a floor just below it."""
    if first.value is None or second.value is None:
        return False
    return any(
        _rounds_to(fine, coarse) or _is_floor(coarse, fine) or _is_hedged(fine, coarse) or _is_fraction(fine, coarse)
        for fine, coarse in ((first, second), (second, first))
    )


def converted(first: Figure, second: Figure) -> bool:
    """Tell whether one value is the other in another unit, printed as exactly as a conversion is: 38 km / 24 miles.

    One digit alone ("5,000 hectares") is a rounded number, not a conversion.
    """
    if first.unit == second.unit or first.value is None or second.value is None:
        return False
    if {first.unit, second.unit} == {"mile", "nautical mile"} and first.low == second.low:
        return True  # at sea the one is called the other
    if first.bound != second.bound or any(
        round(abs(figure.low) / grain(figure.low)) < 10 for figure in (first, second)
    ):
        return False
    return _rounds_to(first, second) or _rounds_to(second, first)


def is_slip(first: Figure, second: Figure) -> bool:
    """Tell one number with a nought more or less: 6,000 and 600."""
    low, high = sorted((abs(first.low), abs(second.low)))
    return low > 0 and first.value is not None and any(math.isclose(high, factor * low) for factor in (10, 100, 1000))


def _is_hedged(exact: Figure, hedged: Figure) -> bool:
    """Tell "about 350" from 340: the exact value lies where the hedge reaches."""
    if exact.bound != "exact" or hedged.bound != "approx":
        return False
    distance = abs(convert(exact.low, exact.unit, hedged.unit) - hedged.low)
    return distance <= _hedged_step(hedged.low) / 2 and overlap(span(exact, None), span(hedged, exact.unit))


def _is_fraction(fine: Figure, coarse: Figure) -> bool:
    """Tell "a third" from 30 percent and "more than a third" from 11 of 29: a simple fraction is a round number."""
    if coarse.unit != "ratio" or kind_of_unit(fine.unit) != "share" or coarse.bound == "max":
        return False
    share = convert(coarse.low, coarse.unit, fine.unit)
    if coarse.bound == "min":
        return fine.bound == "exact" and 0 <= fine.low - share <= _ABOVE_FRACTION * share
    return fine.unit == "percent" and abs(fine.low - share) <= _COARSE_FRACTION * share


_LARGE = 1e6


def _rounds_to(fine: Figure, coarse: Figure) -> bool:
    """Tell whether ``fine`` becomes ``coarse`` at the latter's last digit."""
    value = convert(fine.low, fine.unit, coarse.unit)
    step = grain(coarse.low)
    if fine.unit == coarse.unit and (step <= grain(fine.low) or _are_counted(fine, coarse)):
        return False
    distance = abs(value - coarse.low)
    cut = coarse.low >= _LARGE and coarse.low >= 10 * step  # of 38.5 million, half a million is cut off as well
    upper = step / 2 * (1.0001 if cut or value < coarse.low or coarse.bound != "exact" else 0.9999)
    return distance <= upper and distance <= _nearness(coarse) * abs(coarse.low)


def _nearness(coarse: Figure) -> float:
    if abs(coarse.low) < _SMALL and grain(coarse.low) >= 1:
        return _NEAR_SMALL
    return _NEAR_ROUNDING if coarse.bound == "exact" else _NEAR_HEDGED


def _are_counted(first: Figure, second: Figure) -> bool:
    bare = first.bound == second.bound == "exact" and first.unit is None
    return bare and max(abs(first.low), abs(second.low)) < _EXACT_COUNTS


def _is_floor(bound: Figure, value: Figure) -> bool:
    """Tell "more than 300" from 312, "more than 40" from 47: the bound is the value cut at its last digit."""
    if bound.bound != "min" or value.bound not in ("exact", "approx"):
        return False
    exact = convert(value.low, value.unit, bound.unit)
    step = grain(bound.low)
    reach = step if abs(bound.low) < _EXACT_COUNTS else min(step, _NEAR_FLOOR * abs(bound.low))
    distance = exact - bound.low
    return step > grain(value.low) and (0 <= distance < reach or (value.bound == "approx" and distance == reach))
