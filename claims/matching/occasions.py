"""When it happened: tell last year's happening from this week's."""

from __future__ import annotations

import re
from datetime import date

from claims.matching.settings import settings
from claims.model import Attribution, Moment

_SPAN_OPENING = re.compile(
    r"\b(since|until|till|from|before|after|by|for)\W+(?:the\W+|early\W+|late\W+)?$", re.IGNORECASE
)
_SAYING = re.compile(
    r"\b(said|told|cited|interview|report|forecast|predicted|estimated|announced|previously)\b", re.IGNORECASE
)


def past_occasions(row: Attribution, published: str | None) -> tuple[tuple[str, str], ...]:
    """Return the days, earliest and latest, at which the statement puts a happening long before the article."""
    if published is None:
        return ()
    limit = date.fromisoformat(published[:10]).toordinal() - settings()["long before"]
    text = row.statement.text
    found = []
    for moment in row.moments:
        before = (
            text[: moment.start]
            if text[moment.start : moment.end] == moment.text
            else text[: max(0, text.find(moment.text))]
        )
        if _ordinal(moment.latest) < limit and not _SPAN_OPENING.search(before) and not _SAYING.search(before):
            found.append((moment.earliest, moment.latest))
    return tuple(found)


def are_apart(a: tuple[tuple[str, str], ...], b: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether one puts it long ago and the other does not, or puts it at another time."""
    if not a and not b:
        return False
    return not any(one[0] <= two[1] and two[0] <= one[1] for one in a for two in b)


def days_between(one: str, two: str) -> int:
    """Return the days from the second to the first, both ISO."""
    return _ordinal(one) - _ordinal(two)


def _ordinal(day: str) -> int:
    year, month, day_of_month = (int(part) for part in (day[:10] + "-12-28")[:10].split("-")[:3])
    return date(year, month, min(day_of_month, 28)).toordinal()


__all__ = ["Moment", "are_apart", "past_occasions"]
