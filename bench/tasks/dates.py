"""Dates: ``text`` and ``dct`` -> ``dates`` with start, end, the TIMEX value and the days covered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from claims.dates.days import FoundDay, find_days
from claims.dates.moments import read_dateline

Row = dict[str, Any]

_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the id of each row with the dates found in its text."""
    for row in rows:
        found = find_days(row["text"], read_dateline(row["dct"]))
        yield {"id": row["id"], "dates": [_as_row(row["text"], day) for day in found]}


def _as_row(text: str, day: FoundDay) -> Row:
    words = text[day.start : day.end]
    value = _value(words.lower(), day)
    return {"start": day.start, "end": day.end, "text": words, "type": "DATE", "value": value, "values": [_days(day)]}


def _days(day: FoundDay) -> str | list[str]:
    """Return a day, or a period with its end exclusive."""
    if day.span.granularity == "day":
        return day.span.first.isoformat()
    return [day.span.first.isoformat(), (day.span.last + timedelta(1)).isoformat()]


def _value(words: str, day: FoundDay) -> str:
    first, last = day.span.first, day.span.last
    plain = {"day": first.isoformat(), "month": f"{first:%Y-%m}", "year": f"{first:%Y}"}
    if day.span.granularity in plain:
        return plain[day.span.granularity]
    if day.span.granularity == "quarter":
        return f"{first.year}-Q{(first.month + 2) // 3}"
    if day.span.granularity == "week":
        return _week(first)
    if day.kind == "weekend":
        return _week(first) + "-WE"
    if season := re.search("|".join(_SEASONS), words):
        return f"{first.year}-{_SEASONS[season[0]]}"
    if day.kind == "half":
        return f"{first.year}-H{1 if first.month < 7 else 2}"
    years = last.year - first.year + 1
    return str(first.year // years) if years in {10, 100} else first.isoformat()


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
