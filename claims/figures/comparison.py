"""Whether two figures of one claim agree, and if not, how they differ."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, NamedTuple

from claims.figures.intervals import claimed, equal, overlap, rounded, span
from claims.figures.lexicon import words
from claims.figures.sameness import explain_difference, is_within
from claims.figures.wording import word_figure
from claims.model import Figure

VerdictKind = Literal[
    "agree", "rounded", "contested", "updated", "conflict", "compatible", "different-scope", "different-thing"
]
_STEP = 2.0
"""A later count is an update of an earlier one of another source only up to this factor."""
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


class Verdict(NamedTuple):
    """How two figures stand to each other, with the reason in an editor's words."""

    kind: VerdictKind
    reason: str


def compare_figures(a: Figure, b: Figure, setting: Setting | None = None) -> Verdict:
    """Compare two figures: first whether they measure one thing, then their values, speakers and days."""
    setting = setting or Setting()
    both = f"{word_figure(a)} and {word_figure(b)}"
    difference = explain_difference(a, b)
    if difference is not None:
        scope = difference.startswith("different scope")
        return Verdict("different-scope" if scope else "different-thing", difference)
    if equal(a, b):
        if a.bound == b.bound:
            return Verdict("agree", f"both give {word_figure(a)}")
        return Verdict("rounded", f"one value, hedged or bounded differently: {both}")
    if is_within(a, b):
        return Verdict("different-scope", f"one group is part of the other: {a.noun} and {b.noun}")
    if rounded(a, b):
        return Verdict("rounded", f"one value, rounded differently: {both}")
    return _judge_values(a, b, setting, both)


def _judge_values(a: Figure, b: Figure, setting: Setting, both: str) -> Verdict:
    """Decide between two values of one thing that no rounding explains."""
    update = _explain_update(a, b, setting)
    if _are_rivals(setting) and not overlap(claimed(a, b.unit), claimed(b, b.unit)):
        if update is not None and _is_small_step(a, b):
            return Verdict("updated", f"{update}: {both}")
        speakers = " and ".join(speaker or "the outlet's own voice" for speaker in setting.speakers)
        return Verdict("contested", f"{speakers} give different values: {both}")
    if update is None and setting.revised and not _are_named_rivals(setting):
        update = _CHANGED
    if update is not None:
        return Verdict("updated", f"{update}: {both}")
    if overlap(span(a, b.unit), span(b, b.unit)):
        return Verdict("compatible", f"both can be right: {both}")
    return Verdict("conflict", f"two values of one thing: {both}")


_CHANGED = "one text says that the value has changed"


def _are_rivals(setting: Setting) -> bool:
    first, second = setting.speakers
    return first != second


def _are_named_rivals(setting: Setting) -> bool:
    return _are_rivals(setting) and None not in setting.speakers


def _is_small_step(a: Figure, b: Figure) -> bool:
    """Tell a toll that moves from two counts that compete."""
    low, high = sorted((abs(a.low), abs(span(b, a.unit)[0] if b.bound == "min" else b.low)))
    return low > 0 and high / low <= _STEP


def _explain_update(a: Figure, b: Figure, setting: Setting) -> str | None:
    """Return why one value replaces the other, None where nothing says so.

    Time alone does not make one source's count replace another's, unless the earlier one was a bound from below.
    """
    if a.previous != b.previous:
        return "the article itself gives one as the earlier value"
    if _moves_towards(a, b) or _moves_towards(b, a):
        return _CHANGED
    if _are_named_rivals(setting) and not (_is_provisional(a, b) or _is_provisional(b, a)):
        return None
    return "the later count replaces the earlier one" if _is_later(a, b, setting) else None


def _is_provisional(a: Figure, b: Figure) -> bool:
    """Tell "at least 14" beside a higher count."""
    return a.bound == "min" and b.bound != "max" and b.low > a.low


def _is_later(a: Figure, b: Figure, setting: Setting) -> bool:
    """Tell whether two counts of something that grows were given at different times."""
    if not _is_cumulative(a, b):
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


def _is_cumulative(a: Figure, b: Figure) -> bool:
    events = {event for event in (a.event, b.event) if event is not None}
    return not events or bool(events & words("events", "cumulative"))


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
