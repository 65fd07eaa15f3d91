"""A figure in words that an editor reads: "more than 46,000", "25,000 to 30,000", "about 34 percent"."""

from __future__ import annotations

from functools import lru_cache

from claims.figures.lexicon import pairs
from claims.model import Figure

_WORDS = {"exact": "", "approx": "about ", "min": "at least ", "max": "up to ", "range": ""}


@lru_cache(maxsize=4096)
def word_figure(figure: Figure) -> str:
    """Return the figure with its bound, value and unit or noun."""
    if figure.unit == "ratio":  # "a third", "four in ten": nobody reads 0.4
        return f"{_WORDS[figure.bound]}{figure.text[:1].lower()}{figure.text[1:]}"
    value = word_number(figure.low)
    if figure.low != figure.high:
        value = f"{value} to {word_number(figure.high)}"
    named = figure.noun if figure.unit is None else _word_unit(figure.unit, figure.value)
    return f"{_WORDS[figure.bound]}{value} {named or ''}".rstrip()


def _word_unit(unit: str, value: float | None) -> str:
    irregular = pairs("units", "plurals").get(unit)
    if irregular is not None and (value != 1 or irregular == ""):
        return irregular
    return unit if value == 1 or unit.isupper() else f"{unit}s"


def word_number(value: float) -> str:
    """Return a number as agencies print it: thousands by commas, millions and more with their word."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size and round(value / size, 3) == value / size:
            return f"{value / size:,.10g} {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"
