"""Whether two moments can be one: by containment, across time zones, and leniently where the zone is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from claims.model import Moment

_DAY_WORD = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|yesterday|tomorrow|overnight|last night|this \w+ing"
    r"|this afternoon|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d(?:st|nd|rd|th)\b|\d{4}-\d\d"
    r"|\d[/.]\d{1,2}[/.]\d"
)
_NAMED_ZONE = r"\btime\b|\d\s*(?:gmt|utc|z)\b|\b(?:gmt|utc|[a-z]{1,3}[sd]t|cet|eet|msk)\b"
_AGO = r"\b(\w+)s? ago$"
_AGO_SLACK = {"week": 4, "fortnight": 7, "month": 15, "year": 183}
"""Days by which "three years ago" is vague on either side."""
_SLACK = timedelta(minutes=20)
_MIDNIGHT = timedelta(hours=3)
_ZONES = timedelta(hours=14)
_ZONE_STEP = 30
_PART = re.compile(r"(?:early|mid|middle|late|start|beginning|end|close)\b.*[a-z]")
_PART_SLACK = timedelta(days=4)
"""By how much a part of a month is vague beside a day."""
_LONGEST_PART = timedelta(days=12)


class _Stretch(NamedTuple):
    first: datetime
    last: datetime
    """The last minute, both as printed, without zone."""
    offset: timedelta | None
    clock: bool
    has_day: bool
    zoned: bool
    """The text itself names the time zone."""
    part: bool = False
    """It is a part of a month: early July."""
    midnight: bool = False
    """It is either end of the day, whichever midnight is meant."""

    def moved(self, by: timedelta) -> _Stretch:
        return self._replace(first=self.first + by, last=self.last + by)

    def instants(self) -> tuple[_Stretch, ...]:
        return (self._replace(last=self.first), self._replace(first=self.last)) if self.midnight else (self,)


def compare_moments(one: Moment, other: Moment) -> bool | None:
    """Tell whether two moments can be one: True, False, or None where that cannot be told.

    A day inside a week agrees with it; 23:50 on the 11th agrees with 00:50 on the 12th where a zone may stand between.
    """
    a, b = _stretch(one), _stretch(other)
    if a is None or b is None:
        return None
    if not (a.clock or b.clock):
        return _overlap(a, b) or (None if _is_near_part(a, b) else False)
    if not (a.clock and b.clock):
        return _compare_with_day(a, b)
    return _any_agrees(_compare_times(x, y) for x in a.instants() for y in b.instants())


def compare_lists(one: Sequence[Moment], other: Sequence[Moment]) -> bool | None:
    """Tell whether two enumerations of days can be one: each day of the shorter must be found in the longer.

    With a single moment on one side it is enough that one of the other side's agrees.
    """
    short, full = sorted((one, other), key=len)
    if not short:
        return None
    verdicts = [_any_agrees(compare_moments(moment, candidate) for candidate in full) for moment in short]
    return False if False in verdicts else None if None in verdicts else True


def _any_agrees(verdicts: Iterable[bool | None]) -> bool | None:
    found = set(verdicts)
    return True if True in found else None if None in found else False


def _is_near_part(a: _Stretch, b: _Stretch) -> bool:
    """Tell a day just outside a part of a month: "late July" beside 18 July; two parts are set against each other."""
    return a.part != b.part and _gap(a, b) <= _PART_SLACK


def _compare_with_day(a: _Stretch, b: _Stretch) -> bool | None:
    """Compare a clock time with a day, week or month."""
    clock, day = (a, b) if a.clock else (b, a)
    if not clock.has_day:
        return None
    if _overlap(a, b):
        return True if clock.first.date() >= day.first.date() else None
    return None if _gap(a, b) <= (_ZONES if clock.zoned else _MIDNIGHT) else False


def _compare_times(a: _Stretch, b: _Stretch) -> bool | None:
    if not (a.has_day and b.has_day):
        b = b.moved(timedelta(days=round((a.first - b.first) / timedelta(days=1))))
    gaps = [_gap(a, b)]
    if a.offset is not None and b.offset is not None:
        gaps.append(_gap(a.moved(-a.offset), b.moved(-b.offset)))
        if a.zoned and b.zoned:
            gaps = gaps[1:]
    if min(gaps) <= _SLACK:
        return True
    return False if a.zoned and b.zoned and len(gaps) == 1 else _compare_zones(a, b, gaps[0])


def _compare_zones(a: _Stretch, b: _Stretch, gap: timedelta) -> bool | None:
    """Judge two different times of which at least one may be in another zone."""
    if a.zoned or b.zoned:
        return True if gap <= _ZONES and _is_zone_step(a, b) else None if gap <= _MIDNIGHT else False
    if a.first.date() == b.first.date() or not (a.has_day and b.has_day):
        return False
    if gap <= _MIDNIGHT:
        return True
    exact = a.first == a.last and b.first == b.last
    return None if exact and gap <= _ZONES and _is_zone_step(a, b) else False


def _is_zone_step(a: _Stretch, b: _Stretch) -> bool:
    """Tell whether two times are apart by what zones differ by; a vague time always may be."""
    if a.first != a.last or b.first != b.last:
        return True
    return int((a.first - b.first) / timedelta(minutes=1)) % _ZONE_STEP == 0


def _overlap(a: _Stretch, b: _Stretch) -> bool:
    return a.first <= b.last and b.first <= a.last


def _gap(a: _Stretch, b: _Stretch) -> timedelta:
    return max(timedelta(0), a.first - b.last, b.first - a.last)


@lru_cache(maxsize=4096)
def _stretch(moment: Moment) -> _Stretch | None:
    try:
        first, last = datetime.fromisoformat(moment.earliest), datetime.fromisoformat(moment.latest)
    except ValueError:
        return None
    low = moment.text.lower()
    offset = first.utcoffset()
    first, last = first.replace(tzinfo=None), last.replace(tzinfo=None)
    clock = "T" in moment.earliest
    if not clock:
        slack = _vagueness(moment, low)
        first, last = first - slack, last + timedelta(days=1) - timedelta(minutes=1) + slack
    zoned = clock and re.search(_NAMED_ZONE, low) is not None
    has_day = not clock or re.search(_DAY_WORD, low) is not None
    part = not clock and last - first < _LONGEST_PART and _PART.match(low) is not None
    midnight = "midnight" in low and last - first == timedelta(days=1)
    return _Stretch(first, last, offset, clock, has_day, zoned, part, midnight)


def _vagueness(moment: Moment, low: str) -> timedelta:
    if moment.granularity == "week":
        return timedelta(days=1)
    ago = re.search(_AGO, low)
    return timedelta(days=_AGO_SLACK.get(ago[1].rstrip("s"), 0)) if ago else timedelta(0)
