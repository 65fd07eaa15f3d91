"""Resolve dates by the calendar: days with their month, weekdays, months, quarters, years."""

from __future__ import annotations

from datetime import timedelta

from claims.dates import spans
from claims.dates.context import Context, Groups, month_around
from claims.dates.spans import Span
from claims.dates.words import game_words, month_number, numbers_of, weekday_number
from claims.patterns import lazy

_BEFORE_MAY = lazy(
    r"\b(?:in|of|since|until|by|last|next|this|early|late|mid|from|to|and|or|through|during|before|after|for)[\s-]*$"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s?[-–]\s?$"
)
_COUNTED = lazy(r"\s+(?!(?:was|has|as|does)\b)(?:[a-z]*[^\W\d_siu]s|people|men|women|children)\b")
_BEFORE_YEAR = lazy(r"\b(?:in|since|during|until|through|from|by|early|late|mid)[\s-]$")
_NAMED_AFTER_YEAR = lazy(r"\b(?:the|its|their|his|her|a|an)\s$")
_LIKELY_YEARS = range(1901, 2100)


def read_explicit(groups: Groups, _: Context) -> Span | None:
    """Read 2026-02-04."""
    day = spans.make_day(int(groups["y"]), int(groups["m"]), int(groups["d"]))
    return spans.one_day(day) if day else None


def read_numeric(groups: Groups, _: Context) -> Span | None:
    """Read 31/1/2026 and 1/31/2026; where both orders fit, both days may be meant."""
    a, b, year = int(groups["a"]), int(groups["b"]), _full_year(groups["y"])
    if groups["sep"] == "." and len(groups["y"]) == 2:
        return None
    days = [day for day in (spans.make_day(year, b, a), spans.make_day(year, a, b)) if day]
    if groups["sep"] == ".":
        days = days[:1] if b <= 12 else []
    if not days:
        return None
    return Span(min(days), max(days), "day" if min(days) == max(days) else "span")


def read_month_day(groups: Groups, context: Context) -> Span | None:
    """Read "February 4", "4 February 2026"."""
    month, number = month_number(groups["mon"]), int(groups["d"])
    if groups["mon"] in {"may", "march"} and groups["mon"] in context.text[context.start : context.end]:
        return None  # "data due on the 28th may change that"
    if groups["y"]:
        day = spans.make_day(int(groups["y"]), month, number)
    else:
        day = spans.nearest_day(context.dateline, month, number, future=context.future, sure=context.sure)
    return spans.one_day(day) if day else None


def read_month_year(groups: Groups, _: Context) -> Span:
    """Read "February 2026"."""
    return spans.month_of(int(groups["y"]), month_number(groups["mon"]))


def read_nth(groups: Groups, context: Context) -> Span | None:
    """Read "the 4th", "Wednesday the 4th"."""
    day = spans.nth_of_month(context.dateline, int(groups["d"]), future=context.future)
    return spans.one_day(day) if day else None


def read_near_weekday(groups: Groups, context: Context) -> Span | None:
    """Read "last Friday", "next Tuesday"."""
    weekday, dateline = weekday_number(groups["wd"]), context.dateline
    relation = numbers_of("relations")[groups["rel"]]
    if relation == 0:
        return spans.one_day(dateline + timedelta(weekday - dateline.weekday()))
    other = dateline + timedelta(relation)
    return spans.one_day(spans.weekday_near(other, weekday, future=relation > 0))


def read_weekday_of_week(groups: Groups, context: Context) -> Span:
    """Read "Tuesday of last week"."""
    monday = context.dateline - timedelta(context.dateline.weekday())
    weeks = numbers_of("relations")[groups["rel"]]
    return spans.one_day(monday + timedelta(7 * weeks + weekday_number(groups["wd"])))


def read_weekday(groups: Groups, context: Context) -> Span:
    """Read a bare weekday: the latest up to the dateline, or the next where a future marker says so."""
    weekday = weekday_number(groups["wd"])
    return spans.one_day(spans.weekday_near(context.dateline, weekday, future=context.future))


def read_quarter(groups: Groups, context: Context) -> Span | None:
    """Read "the third quarter of 2025", "Q3"."""
    quarter = numbers_of("ordinals")[groups["q"]] if not groups["q"].isdigit() else int(groups["q"])
    if year := groups["y"] or groups.get("y2", ""):
        return spans.quarter_of(int(year), quarter)
    if groups["q"] in {"final", "last", "opening"} and not groups.get("yr", ""):
        return None
    now = context.dateline
    if relation := groups.get("yr", ""):
        return spans.quarter_of(now.year + numbers_of("relations")[relation], quarter)
    past = quarter > (now.month + 2) // 3 and not context.future
    return spans.quarter_of(now.year - past, quarter)


def read_named_quarter(groups: Groups, context: Context) -> Span:
    """Read "the March quarter of 2027": the quarter that ends with that month."""
    quarter = month_number(groups["q"]) // 3
    if year := groups["y"] or groups["y2"]:
        return spans.quarter_of(int(year), quarter)
    return spans.quarter_of(
        spans.nearest_month(context.dateline, quarter * 3, future=context.future).first.year, quarter
    )


def read_half(groups: Groups, context: Context) -> Span | None:
    """Read "the second half of the year"."""
    named = groups["y"] or groups["yr"]
    if not named and game_words().search(context.low):
        return None
    if not named and context.low[context.end : context.end + 4].strip()[:1] not in {"", ".", ",", ";", ")"}:
        return None
    relation = numbers_of("relations").get(groups["yr"], 0)
    year = int(groups["y"]) if groups["y"] else context.dateline.year + relation
    return spans.months(year, 1, 6) if groups["h"] == "first" else spans.months(year, 7, 12)


def read_decade(groups: Groups, _: Context) -> Span | None:
    """Read "the 1990s"."""
    tens = int(groups["ten"] or ("19" if int(groups["short"]) > 2 else "20") + groups["short"])
    return spans.years(tens * 10, 10)


def read_month(groups: Groups, context: Context) -> Span | None:
    """Take a bare month, written as a name, and May or March only where they are no verb."""
    printed = context.text[context.start : context.end]
    if not printed[:1].isupper() or len(groups["mon"].replace("may", "month")) < 4:
        return None
    if groups["mon"] in {"may", "march"} and not _BEFORE_MAY.search(context.left):
        return None
    return month_around(groups["mon"], context)


def read_years(groups: Groups, _: Context) -> Span | None:
    """Read "2014-2018", "2014-18"."""
    first = int(groups["y"])
    last = int(groups["to"]) if len(groups["to"]) == 4 else first // 100 * 100 + int(groups["to"])
    return spans.years(first, last - first + 1) if last > first else None


def read_week_of(groups: Groups, context: Context) -> Span | None:
    """Read "the week of April 10"."""
    day = read_month_day(groups, context)
    return spans.week_of(day.first) if day else None


def read_year(groups: Groups, context: Context) -> Span | None:
    """Read a bare year where it counts nothing."""
    counted = _COUNTED.match(context.low[context.end : context.end + 30])
    year = int(groups["y"])
    if counted and not _BEFORE_YEAR.search(context.left):
        named = _NAMED_AFTER_YEAR.search(context.left) and year in _LIKELY_YEARS and year % 100
        return spans.year_of(year) if named else None  # "the 2008 floods"
    return spans.year_of(year)


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)
