"""Quantities in sentences: the figures of each row's text in the scheme of the figure sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claims.figures import find_figures
from claims.model import Figure

_UNITS = {
    "km": "kilometre",
    "cm": "centimetre",
    "mm": "millimetre",
    "kg": "kilogram",
    "percent": "percentage",
    "square km": "square kilometre",
    "km per hour": "kilometre per hour",
    "rouble": "russian rouble",
    "real": "brazilian real",
    "peso": "mexican peso",
    "ringgit": "malaysian ringgit",
    "hryvnia": "ukrainian hryvnia",
    "rand": "south african rand",
    "zloty": "polish zloty",
    "lira": "turkish lira",
    "baht": "thai baht",
    "riyal": "saudi riyal",
    "franc": "swiss franc",
    "pound": "pound sterling",
    "part per billion": "parts-per-billion",
    "part per million": "parts-per-million",
    "ratio": "",
}
_SINGULAR = {
    "people": "people",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "police": "police",
    "series": "series",
}
_DECADE, _CENTURY = 10, 100


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield ``{"id", "quantities": [{"start", "end", "value", "bound", "unit"}]}`` per row."""
    for row in rows:
        figures = [figure for figure in find_figures(row["text"]) if not _is_result(figure)]
        yield {"id": row["id"], "quantities": [_as_quantity(figure) for figure in figures]}


def _is_result(figure: Figure) -> bool:
    """Tell votes, shirt numbers, minutes of a game and strengths of storms, which the sets do not count."""
    return figure.noun in ("votes for", "votes against", "shirt number", "category", "minute")


def _as_quantity(figure: Figure) -> dict[str, Any]:
    factor = _DECADE if figure.unit == "decade" else 1
    low, high = figure.low * factor, figure.high * factor
    return {
        "start": figure.start,
        "end": figure.end,
        "value": [low, high] if figure.value is None else low,
        "bound": figure.bound,
        "unit": _name_unit(figure),
    }


def _name_unit(figure: Figure) -> str:
    unit = figure.unit
    if unit is None or unit == "ratio":
        unit = _singular(figure.noun) if figure.noun and unit is None else ""
    elif unit == "decade":
        unit = "year"
    unit = _UNITS.get(unit, unit)
    if figure.scope and figure.scope.startswith("per ") and unit:
        return f"{unit} {figure.scope}"
    return unit


def _singular(noun: str) -> str:
    if noun in _SINGULAR:
        return _SINGULAR[noun]
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses", "ruses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
