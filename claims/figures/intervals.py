"""Numbers only: what interval a figure claims, and whether one value is the other one rounded."""

from __future__ import annotations

import math

from claims.figures.lexicon import pairs
from claims.model import Figure

_HEDGE = 0.1
_NEAR_ROUNDING = 0.15
_NEAR_FLOOR = 0.1


def kind_of_unit(unit: str | None) -> str:
    """Return what a unit measures: length, share, temperature; a unit without conversions is its own kind."""
    if unit is None:
        return "count"
    if unit in pairs("conversions", "temperatures"):
        return "temperature"
    entry = pairs("conversions", "units").get(unit)
    return entry.split()[0] if entry else unit


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


def grain(value: float) -> float:
    """Return the size of the last digit that is no trailing zero: 55,000 -> 1000, 3.4 -> 0.1."""
    if value == 0 or not math.isfinite(value):
        return 1.0
    shown = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    if "." in shown:
        return float(10.0 ** -len(shown.split(".")[1]))
    return float(10.0 ** (len(shown) - len(shown.rstrip("0"))))


def span(figure: Figure, unit: str | None) -> tuple[float, float]:
    """Return the interval a figure claims, in ``unit``: a bound is open, a hedge allows a tenth."""
    low, high = (convert(value, figure.unit, unit) for value in (figure.low, figure.high))
    if figure.bound == "min":
        return low, math.inf
    if figure.bound == "max":
        return (0.0 if high >= 0 else -math.inf), high
    if figure.bound == "approx":
        slack = max(_HEDGE * abs(high), abs(convert(grain(figure.high), figure.unit, unit)) / 2)
        return low - slack, high + slack
    return low, high


def claimed(figure: Figure, unit: str | None) -> tuple[float, float]:
    """Return the interval within which a rival's figure is no contradiction: "up to 150" does not mean 14."""
    low, high = span(figure, unit)
    if figure.bound == "min":
        return low, 2 * low if low > 0 else math.inf
    if figure.bound == "max":
        return (high / 2 if high > 0 else low), high
    return low, high


def overlap(first: tuple[float, float], second: tuple[float, float]) -> bool:
    """Tell whether two intervals share a value, within rounding of floats."""
    slack = 1e-9 * max(1.0, *(abs(end) for end in (*first, *second) if math.isfinite(end)))
    return first[0] <= second[1] + slack and second[0] <= first[1] + slack


def equal(first: Figure, second: Figure) -> bool:
    """Tell whether two figures print one value or one range, after conversion of exact units."""
    return all(
        math.isclose(mine, convert(theirs, second.unit, first.unit), rel_tol=1e-6, abs_tol=1e-9)
        for mine, theirs in ((first.low, second.low), (first.high, second.high))
    )


def rounded(first: Figure, second: Figure) -> bool:
    """Tell whether one value is the other rounded at the coarser one's last digit, or a floor just below it."""
    if first.value is None or second.value is None:
        return False
    return any(
        _rounds_to(fine, coarse) or _is_floor(coarse, fine) for fine, coarse in ((first, second), (second, first))
    )


def _rounds_to(fine: Figure, coarse: Figure) -> bool:
    """Tell whether ``fine`` becomes ``coarse`` at the latter's last digit."""
    value = convert(fine.low, fine.unit, coarse.unit)
    step = grain(coarse.low)
    if fine.unit == coarse.unit and step <= grain(fine.low):
        return False
    return abs(value - coarse.low) <= step / 2 * 1.0001 and abs(value - coarse.low) <= _NEAR_ROUNDING * abs(coarse.low)


def _is_floor(bound: Figure, value: Figure) -> bool:
    """Tell "more than 300" from 312: the bound is the value cut at the bound's last digit."""
    if bound.bound != "min" or value.bound not in ("exact", "approx"):
        return False
    exact = convert(value.low, value.unit, bound.unit)
    step = grain(bound.low)
    return step > grain(value.low) and 0 <= exact - bound.low < min(step, _NEAR_FLOOR * abs(bound.low))
