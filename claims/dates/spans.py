"""Arithmetic of days: the stretch of days that a week, month, quarter or shift covers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

Granularity = Literal["minute", "hour", "day", "week", "month", "quarter", "year", "span"]

_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_YEAR, _JUST_PASSED = 366, 31
_OTHER_SIDE = 120
"""Days by which a date on the unlikely side of the dateline counts as farther away."""


class Span(NamedTuple):
    """Days from first to last, both inclusive, as exact as the words that named them."""

    first: date
    last: date
    granularity: Granularity = "day"


def one_day(day: date) -> Span:
    """Return the span of one day."""
    return Span(day, day)


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> Span:
    """Return the span of a month."""
    return Span(date(year, month, 1), date(year, month, _length(year, month)), "month")


def third_of(month: Span, third: int) -> Span:
    """Return days 1-10 of a month, 11-20, or 21 to its last, as ``third`` is 0, 1 or 2."""
    first = month.first + timedelta(10 * third)
    return Span(first, month.last if third == 2 else first + timedelta(9), "span")


def months(year: int, first: int, last: int) -> Span:
    """Return the span from one month to another, into the next year where last comes before first."""
    return Span(date(year, first, 1), month_of(year + (last < first), last).last, "span")


def year_of(year: int) -> Span:
    """Return the span of a year."""
    return Span(date(year, 1, 1), date(year, 12, 31), "year")


def quarter_of(year: int, quarter: int) -> Span:
    """Return the span of a quarter, counted from 1."""
    whole = months(year, 3 * quarter - 2, 3 * quarter)
    return Span(whole.first, whole.last, "quarter")


def week_of(day: date) -> Span:
    """Return the week from Monday to Sunday that ``day`` lies in."""
    monday = day - timedelta(day.weekday())
    return Span(monday, monday + timedelta(6), "week")


def years(first: int, count: int) -> Span | None:
    """Return the span of a decade or century."""
    if not 1 <= first <= 9999 - count:
        return None
    return Span(date(first, 1, 1), date(first + count - 1, 12, 31), "span")


def unit_of(unit: str, day: date) -> Span | None:
    """Return the day, week, month, quarter, year, decade or century that ``day`` lies in."""
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3)
    if unit in {"decade", "century"}:
        size = 10 if unit == "decade" else 100
        return years(day.year // size * size, size)
    if unit == "year":
        return year_of(day.year)
    return one_day(day) if unit == "day" else week_of(day)


def shift(day: date, count: int, unit: str) -> date | None:
    """Return the day ``count`` units later; None beyond the calendar."""
    try:
        if unit not in _MONTHS_IN:
            return day + timedelta(count * {"day": 1, "fortnight": 14}.get(unit, 7))
        year, month = divmod(day.year * 12 + day.month - 1 + count * _MONTHS_IN[unit], 12)
        return date(year, month + 1, min(day.day, _length(year, month + 1)))
    except (ValueError, OverflowError):
        return None


def nearest_day(dateline: date, month: int, day: int, *, future: bool, sure: bool = False) -> date | None:
    """Return the day without its year: the one nearest to the dateline, the past preferred unless ``future``.

    Where the side is ``sure``, the next one, but for a day that has only just passed.
    """
    found = [made for step in (-1, 0, 1) if (made := make_day(dateline.year + step, month, day))]

    def far(candidate: date) -> int:
        away = abs((candidate - dateline).days)
        if candidate == dateline or (candidate > dateline) == future:
            return away
        return away + (_YEAR if sure and away > _JUST_PASSED else _OTHER_SIDE)

    return min(found, key=far, default=None)


def nearest_month(dateline: date, month: int, *, future: bool, tilt: int = 7) -> Span:
    """Return the month without its year: the nearest one, the past preferred unless ``future``.

    A month on the other side counts as ``tilt`` months farther away; 12 leave no choice of the side.
    """
    now = dateline.year * 12 + dateline.month

    def far(year: int) -> int:
        ahead = year * 12 + month - now
        return abs(ahead) + (0 if ahead == 0 or (ahead > 0) == future else tilt)

    return month_of(min((dateline.year + step for step in (-1, 0, 1)), key=far), month)


def nth_of_month(dateline: date, day: int, *, future: bool) -> date | None:
    """Return the latest day of that number up to the dateline, or the next one if ``future``."""
    found = []
    for step in (-1, 0, 1):
        year, month = divmod(dateline.year * 12 + dateline.month - 1 + step, 12)
        if made := make_day(year, month + 1, day):
            found.append(made)
    if future:
        return min((made for made in found if made >= dateline), default=None)
    return max((made for made in found if made <= dateline), default=None)


def weekday_near(dateline: date, weekday: int, *, future: bool) -> date:
    """Return the latest such weekday up to the dateline, or the next one if ``future``; the dateline itself is both."""
    if future:
        return dateline + timedelta((weekday - dateline.weekday()) % 7)
    return dateline - timedelta((dateline.weekday() - weekday) % 7)


def easter_of(year: int) -> date:
    """Return Easter Sunday of the western churches (anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _length(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day


def settle_offset(offset: str | None, day: date) -> str | None:
    """Return the offset from UTC on a day, of a zone that has one for winter and one for summer ("-05:00 -04:00")."""
    if offset is None or " " not in offset:
        return offset
    winter, summer = offset.split()
    march, november = (date(day.year, month, 1) for month in (3, 11))
    begins = march + timedelta((6 - march.weekday()) % 7 + 7)
    ends = november + timedelta((6 - november.weekday()) % 7)
    return summer if begins <= day < ends else winter
