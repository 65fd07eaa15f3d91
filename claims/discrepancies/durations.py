"""Durations of different things: a 23-day strike, and the fourteen hours of talks that ended it."""

from __future__ import annotations

import re

from claims.discrepancies.predicates import share_terms, terms_of
from claims.figures.intervals import convert, kind_of_unit
from claims.model import Attribution, Figure
from claims.patterns import lazy

_DURATION = "duration"
_FURTHEST = 5.0
"""Two accounts of one duration, in different units, are no farther apart than this multiple."""
_HEAD = lazy(r"[\s-]((?:[\w’'-]+\s?){1,2})")
_JOINED = lazy(r"\w[-‑]\w")


def last_other_things(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell durations that cannot be of one thing: days and minutes, or a "two-week strike" and a "one-hour march"."""
    if kind_of_unit(ours.unit) != _DURATION or kind_of_unit(theirs.unit) != _DURATION:
        return False
    if ours.unit != theirs.unit and _are_far(ours, theirs):
        return True
    heads = _read_head(a, ours), _read_head(b, theirs)
    return None not in heads and not share_terms(*(terms_of(head or "") for head in heads))


def last_alike(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell how long each of two statements says that something lasted: "lasted five days", "went on for a week"."""
    if kind_of_unit(ours.unit) != _DURATION or kind_of_unit(theirs.unit) != _DURATION:
        return False
    return all(
        _LASTED.search(row.statement.text[: figure.start - row.statement.start][-_WINDOW:])
        for row, figure in ((a, ours), (b, theirs))
    )


_WINDOW = 40
_LASTED = lazy(
    r"\b(?:last(?:s|ed|ing)?|(?:went|gone|goes|dragged|wore) on|continu(?:es|ed)|ran|runs) "
    r"(?:for )?(?:(?:about|nearly|almost|some|only|just|more than|over|at least|around|an|exactly) )*$",
    re.IGNORECASE,
)


def _are_far(ours: Figure, theirs: Figure) -> bool:
    low, high = sorted((ours.high, convert(theirs.high, theirs.unit, ours.unit)))
    return high > _FURTHEST * low


def _read_head(attribution: Attribution, figure: Figure) -> str | None:
    """Return what a duration in front of a noun belongs to: the strike of "a 23-day strike"."""
    if not _JOINED.search(figure.text):
        return None
    found = _HEAD.match(attribution.statement.text, figure.end - attribution.statement.start)
    return found[1] if found else None
