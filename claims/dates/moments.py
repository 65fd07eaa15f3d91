"""Join days, clock times and parts of the day into moments."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from claims.dates import spans
from claims.dates.clock import FoundTime, find_times, minutes_of, move_to_part, part_after, part_before
from claims.dates.days import FoundDay, find_days, lower
from claims.dates.spans import Granularity, Span
from claims.model import Moment
from claims.patterns import lazy

_TIME_THEN_DAY = lazy(r"\s*,?\s*(?:\(\s*)?(?:(?:on|of|for)\s+)?(?:the\s+)?")
_DAY_THEN_TIME = lazy(r"\s*,?\s*\(?(?:(?:at|from|until|till|by|around)\s+)?")
_BETWEEN = lazy(r"\s+(?:and|to|until|through|till)\s+(?:the\s+)?|\s*[-–]\s*")
_BEFORE_RANGE = lazy(r"\b(?:between|from)\s+(?:the\s+)?$")
_DASHED = lazy(r"\s*[-–]\s*")
_OTHER_DAY = lazy(r"\s*,?\s*(?:on\s+)?the (next|following|previous) (?:day|morning|afternoon|evening|night)\b")
_NEW_TIME = lazy(r"(?:\(|\b(?:until|till|to)\s)$")
_NIGHT_OF = lazy(r"\bnight (?:of|from|between)\s+(?:the\s+)?$")
_MOVED = lazy(
    r"\b(?:moved|postponed|delayed|shifted|switched|rescheduled|changed|revised"
    r"|(?:brought|put|pushed) (?:forward|back))"
    r"\s+(?:\w+\s)?from\s+(?:the\s+)?$"
)
"""A happening that was moved "from Sunday to Tuesday" did not last so long."""
_MOVING = 40
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_NEAR = 16
_AFTER_TIME = lazy(r"(?:[ap]\.?m\.?|:\d\d|\d\d\d\d|\btime)\s*\($")
_NEAR_PARTS = ("morning", "afternoon", "evening", "night")


class Frame(NamedTuple):
    """The text that moments are read from, and what resolves them; offsets are moved on by ``shift``."""

    text: str
    low: str
    dateline: date | None
    utc_offset: str | None
    shift: int

    def moment(self, start: int, end: int, span: Span, note: str | None = None) -> Moment:
        """Return the moment of whole days."""
        first, last = span.first.isoformat(), span.last.isoformat()
        return self._made(start, end, (first, last), span.granularity, note)

    def timed(self, start: int, end: int, day: date, minutes: tuple[int, int], offset: str | None) -> Moment:
        """Return the moment of some minutes of a day."""
        first, last = (datetime.combine(day, time()) + timedelta(minutes=m) for m in minutes)
        suffix = spans.settle_offset(offset, day) or self.utc_offset or ""
        both = (first.isoformat(timespec="minutes") + suffix, last.isoformat(timespec="minutes") + suffix)
        return self._made(start, end, both, "minute" if first == last else "hour", None)

    def _made(self, start: int, end: int, both: tuple[str, str], granularity: Granularity, note: str | None) -> Moment:
        return Moment(self.text[start:end], start + self.shift, end + self.shift, *both, granularity, note)


def read_dateline(published: str | None) -> date | None:
    """Return the day of an ISO date or time; None where it gives no day."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if _FIRST_YEAR < day.year < _LAST_YEAR else None


def read_moments(text: str, dateline: date | None, utc_offset: str | None, shift: int) -> list[Moment]:
    """Return the moments of ``text`` in order; a clock time takes the day beside it, else the only one, else today."""
    frame = Frame(text, lower(text), dateline, utc_offset, shift)
    days = find_days(text, dateline)
    times = _pair_days(find_times(frame.low), days, frame.low)
    joined = {day.start for _, day in times if day is not None}
    free = [day for day in days if day.start not in joined]
    ranges = list(_time_ranges(frame, times, free))
    moments = ranges + [made for clock, day in times if (made := _at_time(frame, clock, day, free, days))]
    moments.extend(_whole_days(frame, free))
    return _without_overlaps(sorted(moments, key=lambda moment: (moment.start, -moment.end)))


def _time_ranges(
    frame: Frame, times: list[tuple[FoundTime, FoundDay | None]], free: list[FoundDay]
) -> Iterator[Moment]:
    """Yield the stretches of "between 2 p.m. and 4 p.m. on Saturday" and "10am-4pm"."""
    for (one, before), (two, after) in pairwise(times):
        beside = after or before
        if before is not None and before.start > one.start:  # "from 10 p.m. on Friday to 6 a.m. on Monday"
            continue
        if not _joins_range(frame.low, one.start, one.end, two.start):
            continue
        day = beside.span.first if beside else _day_of_text(frame, free)
        last = two.last + (_DAY_MINUTES if two.last < one.first else 0)
        start = min(one.start, before.start) if before else one.start
        if day is not None:
            if two.last < one.first and before is None and after is not None:
                day -= timedelta(1)  # "from 10 p.m. to 2 a.m. on Sunday"
            end = max(two.end, after.end) if after else two.end
            yield frame.timed(start, end, day, (one.first, last), two.offset or one.offset)


_DAY_MINUTES = 24 * 60


def _joins_range(low: str, start: int, end: int, other: int) -> bool:
    """Tell two ends of one stretch by what stands between and before them."""
    if not _BETWEEN.fullmatch(low, end, other) or _MOVED.search(low[max(0, start - _MOVING) : start]):
        return False
    dashed = _DASHED.fullmatch(low, end, other) is not None
    return dashed or _BEFORE_RANGE.search(low[max(0, start - 15) : start]) is not None


def _day_of_text(frame: Frame, free: list[FoundDay]) -> date | None:
    """Return the only day that the text names, else the dateline."""
    only = free[0].span if len(free) == 1 else None
    return only.first if only is not None and only.granularity == "day" else frame.dateline


def _without_overlaps(moments: list[Moment]) -> list[Moment]:
    kept: list[Moment] = []
    for moment in moments:
        if not kept or kept[-1].end <= moment.start:
            kept.append(moment)
    return kept


def _pair_days(times: list[FoundTime], days: list[FoundDay], low: str) -> list[tuple[FoundTime, FoundDay | None]]:
    """Return each clock time with the day that is printed with it; a time that is part of a date falls out."""
    starts = [day.start for day in days]
    pairs: list[tuple[FoundTime, FoundDay | None]] = []
    for clock in times:
        if _says_again(clock, low):
            continue
        at = bisect_left(starts, clock.start)
        before = days[at - 1] if at else None
        after = days[at] if at < len(days) else None
        if not (before and before.end > clock.start) and not (after and after.start < clock.end):
            pairs.append((clock, _day_beside(clock, before, after, low)))
    return pairs


def _says_again(clock: FoundTime, low: str) -> bool:
    """Tell a time in brackets after another, which says the same in another zone: "11:40 a.m. (1640 GMT)"."""
    return _AFTER_TIME.search(low[max(0, clock.start - 14) : clock.start]) is not None


def _day_beside(clock: FoundTime, before: FoundDay | None, after: FoundDay | None, low: str) -> FoundDay | None:
    """Return the day that the time is joined to: "Wednesday, 5 p.m.", "5 p.m. on Wednesday"."""
    follows = after is not None and _is_near_day(after, after.start - clock.end)
    follows = follows and _TIME_THEN_DAY.fullmatch(low, clock.end, after.start if after else 0) is not None
    if follows and _NEW_TIME.search(low, max(0, clock.start - 7), clock.start):
        return after  # "3 a.m. on Sunday (2000 GMT Saturday)", "10 p.m. on Monday until 4 a.m. on Tuesday"
    joins = before is not None and _is_near_day(before, clock.start - before.end)
    if before and joins and _DAY_THEN_TIME.fullmatch(low, before.end, clock.start):
        return before
    return after if follows else None


def _is_near_day(day: FoundDay, gap: int) -> bool:
    return day.span.granularity == "day" and gap < _NEAR


def _at_time(
    frame: Frame, clock: FoundTime, beside: FoundDay | None, free: list[FoundDay], known: list[FoundDay]
) -> Moment | None:
    minutes = (clock.first, clock.last)
    if beside is not None:
        start, end = min(clock.start, beside.start), max(clock.end, beside.end)
        if part := part_after(frame.low, end):
            end, minutes = part[0], move_to_part(*minutes, part[1])
        elif own := _own_part(frame.low[beside.start : beside.end]):
            minutes = move_to_part(*minutes, own)
        return frame.timed(start, end, beside.span.first, minutes, clock.offset)
    day = _day_of_text(frame, free)
    if other := _OTHER_DAY.match(frame.low, clock.end):
        day = _count_on(other[1], clock, known)
    return frame.timed(clock.start, clock.end, day, minutes, clock.offset) if day else None


def _count_on(relation: str, clock: FoundTime, days: list[FoundDay]) -> date | None:
    """Return the day of "6 a.m. the next day": one from the day named before it, none where the text names none."""
    before = [day.span for day in days if day.end <= clock.start and day.span.granularity == "day"]
    step = timedelta(-1 if relation == "previous" else 1)
    return before[-1].first + step if before else None


def _whole_days(frame: Frame, days: list[FoundDay]) -> Iterator[Moment]:
    at = 0
    while at < len(days):
        two = days[at + 1] if at + 1 < len(days) else None
        if two is not None and (night := _night_between(frame, days[at], two)):
            yield night
            at += 2
        elif two is not None and _is_range(frame.low, days[at], two):
            span = Span(days[at].span.first, max(two.span.last, days[at].span.first), "span")
            yield frame.moment(days[at].start, two.end, span, days[at].note or two.note)
            at += 2
        else:
            yield _part_or_day(frame, days[at])
            at += 1


def _night_between(frame: Frame, one: FoundDay, two: FoundDay) -> Moment | None:
    """Return the night of "the night of 3 to 4 February"."""
    opening = _NIGHT_OF.search(frame.low[max(0, one.start - _NEAR) : one.start])
    if opening is None or two.span.first - one.span.first != timedelta(1):
        return None
    if not _BETWEEN.fullmatch(frame.low, one.end, two.start):
        return None
    start = one.start - len(opening[0])
    return frame.timed(start, two.end, one.span.first, minutes_of("night"), None)


def _is_range(low: str, one: FoundDay, two: FoundDay) -> bool:
    return two.span.last >= one.span.first and _joins_range(low, one.start, one.end, two.start)


def _part_or_day(frame: Frame, day: FoundDay) -> Moment:
    if day.kind == "overnight":
        return frame.timed(day.start, day.end, day.span.first, minutes_of("overnight"), None)
    if day.span.granularity == "day":
        if day.kind == "near day" and (part := _own_part(frame.low[day.start : day.end])):
            return frame.timed(day.start, day.end, day.span.first, minutes_of(part), None)
        if after := part_after(frame.low, day.end):
            return frame.timed(day.start, after[0], day.span.first, minutes_of(after[1]), None)
        if before := part_before(frame.low, day.start):
            return frame.timed(before[0], day.end, day.span.first, minutes_of(before[1]), None)
    return frame.moment(day.start, day.end, day.span, day.note)


def _own_part(words: str) -> str | None:
    return next((part for part in _NEAR_PARTS if words.endswith(part)), None)
