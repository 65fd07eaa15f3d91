"""Which function resolves which kind of date expression."""

from __future__ import annotations

from collections.abc import Callable

from claims.dates import calendar_dates as explicit
from claims.dates import relative_dates as relative
from claims.dates.context import Context, Groups
from claims.dates.spans import Span

RESOLVERS: dict[str, Callable[[Groups, Context], Span | None]] = {
    "iso": explicit.read_explicit,
    "numeric": explicit.read_numeric,
    "month day": explicit.read_month_day,
    "day month": explicit.read_month_day,
    "month year": explicit.read_month_year,
    "weekday date": explicit.read_nth,
    "near weekday": explicit.read_near_weekday,
    "weekday of week": explicit.read_weekday_of_week,
    "weekday": explicit.read_weekday,
    "quarter": explicit.read_quarter,
    "named quarter": explicit.read_named_quarter,
    "short quarter": explicit.read_quarter,
    "half": explicit.read_half,
    "end": relative.read_end,
    "mid": relative.read_end,
    "part": relative.read_part,
    "holiday": relative.read_holiday,
    "near unit": relative.read_near_unit,
    "near month": relative.read_near_month,
    "season": relative.read_season,
    "ago": relative.read_ago,
    "year earlier": relative.read_year_earlier,
    "in units": relative.read_in_units,
    "weekend": relative.read_weekend,
    "near day": relative.read_near_day,
    "overnight": relative.read_overnight,
    "nth": explicit.read_nth,
    "decade": explicit.read_decade,
    "years": explicit.read_years,
    "week of": explicit.read_week_of,
    "month": explicit.read_month,
    "year": explicit.read_year,
}
ABSOLUTE = frozenset({"iso", "numeric", "month year", "decade", "year", "years"})
"""Kinds that need no dateline; the others do unless they give a year."""
