"""Find the days, weeks, months and years that a text names, and resolve them against the dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from claims.dates import spans
from claims.dates.context import Context
from claims.dates.patterns import Kind, compiled, kinds_in
from claims.dates.resolve import ABSOLUTE, RESOLVERS
from claims.dates.spans import Span
from claims.dates.words import weekday_number
from claims.patterns import lazy

_NUMBER = lazy(r"\d{1,2}(?:st|nd|rd|th)?")
_BRACKET = lazy(r"\s*\(\s*")
_EXPLICIT = frozenset({"month day", "day month", "iso", "nth"})
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class FoundDay(NamedTuple):
    """A stretch of text, the days it stands for, and the kind of expression."""

    start: int
    end: int
    span: Span
    kind: str
    note: str | None = None


def find_days(text: str, dateline: date | None) -> list[FoundDay]:
    """Return the dates of ``text`` in order, clock times left aside; without a dateline only full ones."""
    low = lower(text)
    kinds = kinds_in(low)
    if not kinds:
        return []
    found: list[FoundDay] = []
    taken = bytearray(len(low))
    around = Context(text, low, 0, 0, dateline or date.min)
    for kind in kinds:
        for day in _find_kind(kind, around, taken):
            taken[day.start : day.end] = b"\1" * (day.end - day.start)
            found.append(day)
    return _settle_years(_settle_weekdays(sorted(found, key=lambda day: day.start), text), low)


def lower(text: str) -> str:
    """Return ``text`` in lower case, letter by letter, so that offsets stay."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _find_kind(kind: Kind, around: Context, taken: bytearray) -> Iterator[FoundDay]:
    for match in compiled(kind).finditer(around.low):
        start, end = match.span()
        groups = match.groupdict(default="")
        if any(taken[start:end]) or not _is_settled(kind, groups, around.dateline):
            continue
        context = Context(around.text, around.low, start, end, around.dateline)
        span = RESOLVERS[kind.name](groups, context)
        if span is not None:
            yield from _listed(match, span, kind.name)


def _is_settled(kind: Kind, groups: dict[str, str], dateline: date) -> bool:
    """Tell whether an expression can be resolved: there is a dateline, or it gives its own year."""
    return dateline != date.min or kind.name in ABSOLUTE or bool(groups.get("y") or groups.get("y2"))


def _listed(match: re.Match[str], span: Span, kind: str) -> Iterator[FoundDay]:
    """Yield the day of ``match`` and the others of its list: "May 19, 20 and 22"."""
    group = {"month day": "more", "day month": "before"}.get(kind)
    if group is None or not match[group]:
        yield FoundDay(*match.span(), span, kind, _weekday_fault(match, span))
        return
    offset = match.start(group)
    others = [
        (offset + m.start(), offset + m.end(), int(m[0].rstrip("sthndr"))) for m in _NUMBER.finditer(match[group])
    ]
    main = (match.start(), offset) if group == "more" else (match.end(group), match.end())
    days = [FoundDay(*main, span, kind, _weekday_fault(match, span))]
    for start, end, number in others:
        if day := spans.make_day(span.first.year, span.first.month, number):
            days.append(FoundDay(start, end, spans.one_day(day), kind))
    yield from sorted(days, key=lambda day: day.start)


def _weekday_fault(match: re.Match[str], span: Span) -> str | None:
    """Return a note where the weekday printed with a date is not that date's."""
    printed = match.groupdict().get("wd")
    if not printed or span.granularity != "day" or not match.groupdict().get("d"):
        return None
    return _fault(weekday_number(printed), span.first)


def _fault(weekday: int, day: date) -> str | None:
    if day.weekday() == weekday:
        return None
    return f"{_WEEKDAYS[weekday]} does not fit: {day.isoformat()} is a {_WEEKDAYS[day.weekday()]}"


def _settle_weekdays(days: list[FoundDay], text: str) -> list[FoundDay]:
    """Let the explicit date settle the weekday in "Wednesday (February 4)", and note where they do not fit."""
    settled = list(days)
    for at, (one, two) in enumerate(pairwise(days)):
        if _BRACKET.fullmatch(text, one.end, two.start):
            if one.kind == "weekday" and two.kind in _EXPLICIT:
                settled[at] = _settle(one, two, text)
            elif two.kind == "weekday" and one.kind in _EXPLICIT:
                settled[at + 1] = _settle(two, one, text)
    return settled


def _settle_years(days: list[FoundDay], low: str) -> list[FoundDay]:
    """Join "Feb 17 last year" and "May of last year" into one day or month of that year."""
    if all(day.kind != "near unit" for day in days):
        return days
    settled: list[FoundDay] = []
    for day in days:
        before = settled[-1] if settled else None
        whole_year = day.kind == "near unit" and day.span.granularity == "year"
        if before and whole_year and _TO_YEAR.fullmatch(low, before.end, day.start):
            span = _in_year(before, day.span.first.year, low)
            if _is_basis(before, low):
                continue
            if span is not None:
                settled[-1] = before._replace(end=day.end, span=span)
                continue
        settled.append(day)
    return settled


def _is_basis(day: FoundDay, low: str) -> bool:
    """Tell "up 3% on June last year": a month over the same month of the year before, so it is this June's figure."""
    return day.kind == "month" and low[max(0, day.start - 4) : day.start] == " on "


_TO_YEAR = lazy(r",?\s+(?:of\s+)?")


def _in_year(day: FoundDay, year: int, low: str) -> Span | None:
    """Return the same day or month in another year, None where the words name their own year or no month."""
    if day.kind not in ("month day", "day month", "month") or _OWN_YEAR.search(low, day.start, day.end):
        return None
    if day.kind == "month":
        return spans.month_of(year, day.span.first.month)
    moved = spans.make_day(year, day.span.first.month, day.span.first.day)
    return spans.one_day(moved) if moved else None


_OWN_YEAR = lazy(r"\d{4}")


def _settle(weekday: FoundDay, explicit: FoundDay, text: str) -> FoundDay:
    note = _fault(weekday_number(text[weekday.start : weekday.end]), explicit.span.first)
    return weekday._replace(span=explicit.span, note=note)
