"""Whether one value replaces the other: a toll that rises, a corrected count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from claims.figures.intervals import convert, is_slip, kind_of_unit
from claims.figures.lexicon import words
from claims.figures.nouns import kind_of
from claims.model import Figure

CHANGED = "one text says that the value has changed"
CORRECTED = "one article is a later version of the other"
_SAME_OCCASION_HOURS = 3
_DAY = len("2026-02-04")


class Setting(NamedTuple):
    """Who gave two figures and when; each pair in the order of the figures."""

    speakers: tuple[str | None, str | None] = (None, None)
    said_on: tuple[str | None, str | None] = (None, None)
    """ISO days or moments; a figure's own ``as_of`` goes before them."""
    revised: bool = False
    """Either text says that a value is earlier, previous, corrected, or has risen or fallen to this one."""
    published: tuple[str | None, str | None] = (None, None)
    """ISO moments of the two articles: they order two counts of one day."""
    versions: bool = False
    """One article is a later version of the other."""

    @property
    def are_rivals(self) -> bool:
        """Two sources, or a source and the outlet's own voice."""
        return self.speakers[0] != self.speakers[1]

    @property
    def are_named_rivals(self) -> bool:
        """Two sources."""
        return self.are_rivals and None not in self.speakers


def explain_update(a: Figure, b: Figure, setting: Setting) -> str | None:
    """Return why one value replaces the other, None where nothing says so.

    Time alone does not make one source's count replace another's, unless the earlier one was a bound from below.
    """
    b = _in_unit_of(a, b)
    if a.previous != b.previous:
        return "the article itself gives one as the earlier value"
    if _moves_towards(a, b) or _moves_towards(b, a):
        return CHANGED
    if setting.are_named_rivals and not (_is_provisional(a, b) or _is_provisional(b, a)):
        return None
    later = _is_later(a, b, setting) and not is_slip(a, b)
    return "the later count replaces the earlier one" if later else None


def _in_unit_of(a: Figure, b: Figure) -> Figure:
    """Return the second figure in the unit of the first, for their order: 9,800 acres are less than 5,000 hectares."""
    if a.unit == b.unit or kind_of_unit(a.unit) != kind_of_unit(b.unit):
        return b
    return replace(b, low=convert(b.low, b.unit, a.unit), high=convert(b.high, b.unit, a.unit), unit=a.unit)


def grows(figure: Figure) -> bool:
    """Tell whether what is measured only grows while a story runs: the dead, cases, burned ground, counted votes."""
    if figure.event is not None:
        return figure.event in words("events", "cumulative")
    if figure.unit is None:
        return kind_of(figure.noun or "") in words("events", "growing nouns")
    return kind_of_unit(figure.unit) == "area" or figure.measure in words("events", "growing measures")


def _is_provisional(a: Figure, b: Figure) -> bool:
    """Tell "at least 14" beside a higher count."""
    return a.bound == "min" and b.bound != "max" and b.low > a.low


def _is_later(a: Figure, b: Figure, setting: Setting) -> bool:
    """Tell whether two counts of something that grows were given at different times."""
    if not (grows(a) or grows(b)):
        return False
    if _is_stamped_below(a, b) or _is_stamped_below(b, a):
        return True
    days, hours = _read_gap(a.as_of or setting.said_on[0], b.as_of or setting.said_on[1]) or (0, 0.0)
    if days == 0 and hours == 0:
        days, hours = _read_gap(*setting.published) or (0, 0.0)
    later_is_higher = (b.low > a.low) == (hours > 0)
    return abs(days) > 1 or (later_is_higher and abs(hours) > _SAME_OCCASION_HOURS)


def _is_stamped_below(a: Figure, b: Figure) -> bool:
    """Tell a lower count "as of 5 a.m." from one without a time: who prints the hour expects the count to move."""
    return a.as_of is not None and len(a.as_of) > _DAY and b.as_of is None and a.high < b.low


def _moves_towards(a: Figure, b: Figure) -> bool:
    """Tell "rose to 17" against 14: a toll that moved, in the direction in which the other value lies behind."""
    if a.previous or a.change is None or a.event not in words("events", "cumulative"):
        return False
    return a.low > b.low if a.change == "up" else a.low < b.low


def _read_gap(first: str | None, second: str | None) -> tuple[int, float] | None:
    """Return days and hours from the first to the second, None where a day is not known."""
    if first is None or second is None or len(first) < _DAY or len(second) < _DAY:
        return None
    try:
        days = (date.fromisoformat(second[:_DAY]) - date.fromisoformat(first[:_DAY])).days
        if _DAY in (len(first), len(second)):
            return days, 24.0 * days
        earlier, later = datetime.fromisoformat(first), datetime.fromisoformat(second)
        if earlier.tzinfo is None or later.tzinfo is None:
            earlier, later = earlier.replace(tzinfo=None), later.replace(tzinfo=None)
        gap = later - earlier
    except ValueError:
        return None
    return days, gap.total_seconds() / 3600
