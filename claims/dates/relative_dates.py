"""Resolve dates that count from the day of publication: last week, two years ago, the end of the month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.dates import spans
from claims.dates.context import Context, Groups, month_around
from claims.dates.spans import Span
from claims.dates.words import count_of, hours_of, month_number, numbers_of

_THIRDS = {"early": 0, "start": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}
"""Which third of a month the words for its parts mean."""


def read_end(groups: Groups, context: Context) -> Span | None:
    """Read "the end of May", "before the end of this year"."""
    whole = _bounded(groups, context)
    if whole is None:
        return None
    if whole.granularity == "month" and groups["edge"] not in {"end", "close"}:
        return spans.third_of(whole, _THIRDS[groups["edge"]])
    if groups["edge"].startswith("mid"):
        third = (whole.last - whole.first) / 3
        return Span(whole.first + third, whole.last - third, "span")
    early = groups["edge"] in {"start", "beginning"}
    if not early and re.search(r"\b(?:by|before|until)\s+(?:the\s+)?$", context.left):
        ahead = whole.first < context.dateline <= whole.last or context.dateline.year + 1 == whole.first.year
        return Span(context.dateline if ahead else whole.first, whole.last, "span")
    if whole.granularity == "month":
        return spans.third_of(whole, _THIRDS[groups["edge"]])
    middle = whole.first + (whole.last - whole.first) / 2
    return Span(whole.first, middle, "span") if early else Span(middle, whole.last, "span")


def read_part(groups: Groups, context: Context) -> Span | None:
    """Read "early July", "late in May 2025"; "a late march" is none."""
    printed = context.text[context.start : context.end].replace("-", " ").split()
    month = next(word for word in printed[1:] if word.lower() != "in")
    whole = _bounded({**groups, "y": ""}, context) if month[0].isupper() else None
    return spans.third_of(whole, _THIRDS[groups["edge"]])._replace(granularity="month") if whole else None


def _bounded(groups: Groups, context: Context) -> Span | None:
    if groups["y"]:
        return spans.year_of(int(groups["y"]))
    if groups["mon"]:
        if groups["y2"]:
            return spans.month_of(int(groups["y2"]), month_number(groups["mon"]))
        return month_around(groups["mon"], context, part=True)
    relation = numbers_of("relations").get(groups["rel"], 0)
    day = spans.shift(context.dateline, relation, groups["u"])
    return spans.unit_of(groups["u"], day) if day else None


def read_holiday(groups: Groups, context: Context) -> Span | None:
    """Read "before Easter", "Christmas Day 2025"."""
    name = re.sub(r"\s+", " ", groups["hol"].replace("’", "'"))
    years = [int(groups["y"])] if groups["y"] else [context.dateline.year + step for step in (-1, 0, 1)]
    days = [day for year in years if (day := _holiday_of(name, year))]
    future = context.future or "before" in context.left[-10:]
    return spans.one_day(min(days, key=lambda day: _distance(day, context.dateline, future=future)))


def _holiday_of(name: str, year: int) -> date | None:
    if name.startswith("easter"):
        return spans.easter_of(year) + timedelta(name.endswith("monday"))
    month, day = hours_of("holidays")[name]
    return spans.make_day(year, month, day)


def _distance(day: date, dateline: date, *, future: bool) -> int:
    return abs((day - dateline).days) + (0 if day == dateline or (day > dateline) == future else 120)


def read_near_unit(groups: Groups, context: Context) -> Span | None:
    """Read "last week", "next year"."""
    relation, unit = numbers_of("relations")[groups["rel"]], groups["u"]
    if unit == "day" and groups["rel"] not in {"this", "same", "the same"}:
        return None
    if relation and groups["rel"].split()[-1] in {"following", "previous"}:
        return None
    day = spans.shift(context.dateline, relation, unit)
    return spans.unit_of(unit, day) if day else None


def read_near_month(groups: Groups, context: Context) -> Span:
    """Read "last May"."""
    month, now = month_number(groups["mon"]), context.dateline
    relation = numbers_of("relations")[groups["rel"]]
    if relation < 0:
        return spans.month_of(now.year - (month >= now.month), month)
    return spans.month_of(now.year + (relation > 0 and month <= now.month), month)


def read_season(groups: Groups, context: Context) -> Span | None:
    """Read "the winter of 2023", "last summer"."""
    first, last = hours_of("seasons")[groups["s"]]
    if groups["y"]:
        return spans.months(int(groups["y"]), first, last)
    if not groups["rel"]:
        return None
    relation, now = numbers_of("relations")[groups["rel"]], context.dateline
    found = [spans.months(now.year + step, first, last) for step in (-2, -1, 0, 1)]
    if relation < 0:
        return max((span for span in found if span.last < now), key=lambda span: span.last)
    ahead = [span for span in found if (span.first > now if relation else span.last >= now)]
    return min(ahead, key=lambda span: span.first)


def read_ago(groups: Groups, context: Context) -> Span | None:
    """Read "three years ago", "a year ago today"."""
    count = count_of(groups["n"])
    day = spans.shift(context.dateline, -count, groups["u"]) if count is not None else None
    if day and groups["to"]:
        return spans.one_day(day)
    return spans.unit_of(groups["u"], day) if day else None


def read_year_earlier(_: Groups, context: Context) -> Span:
    """Read "a year earlier"."""
    return spans.year_of(context.dateline.year - 1)


def read_in_units(groups: Groups, context: Context) -> Span | None:
    """Read "in two months", "within ten days" where it lies ahead."""
    ahead = context.future or (groups["reach"] == "within" and re.search(r"\bcould\b", context.left))
    count = count_of(groups["n"]) if ahead else None
    day = spans.shift(context.dateline, count, groups["u"]) if count is not None else None
    if day and groups["reach"] == "within":
        return Span(context.dateline, day, "span")
    return spans.unit_of(groups["u"], day) if day else None


def read_weekend(groups: Groups, context: Context) -> Span:
    """Read "last weekend", "at the weekend"."""
    relation = numbers_of("relations").get(groups["rel"], 0)
    ahead = relation > 0 or (relation == 0 and (context.future or groups["rel"] == "this"))
    now = context.dateline
    saturday = now - timedelta((now.weekday() - 5) % 7) if now.weekday() > 4 or not ahead else now
    saturday = spans.weekday_near(saturday, 5, future=ahead)
    return Span(saturday, saturday + timedelta(1), "span")


def read_near_day(groups: Groups, context: Context) -> Span:
    """Read "yesterday", "this morning"."""
    words = re.sub(r"\s+", " ", groups["near"])
    return spans.one_day(context.dateline + timedelta(numbers_of("near days")[words]))


def read_overnight(_: Groups, context: Context) -> Span:
    """Read "overnight"."""
    return Span(context.dateline - timedelta(1), context.dateline, "span")
