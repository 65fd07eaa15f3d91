"""Whether two figures of one claim agree, and if not, how they differ."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal, NamedTuple

from claims.figures.intervals import claimed, converted, equal, kind_of_unit, overlap, rounded, span
from claims.figures.sameness import STAGE, THRESHOLD, explain_difference, is_within
from claims.figures.updates import CHANGED, CORRECTED, Setting, explain_update
from claims.figures.wording import word_figure
from claims.model import Figure

VerdictKind = Literal[
    "agree", "rounded", "contested", "updated", "conflict", "compatible", "different-scope", "different-thing"
]
_PROVISIONAL_STEP = 4.0
"""A first toll with "at least" may be overtaken by more."""
_STEP = 2.0
"""A later count is an update of an earlier one of another source only up to this factor."""


class Verdict(NamedTuple):
    """How two figures stand to each other, with the reason in an editor's words."""

    kind: VerdictKind
    reason: str


def compare_figures(a: Figure, b: Figure, setting: Setting | None = None) -> Verdict:
    """Compare two figures: first whether they measure one thing, then their values, speakers and days."""
    setting = setting or Setting()
    difference = explain_difference(a, b)
    if difference is not None:
        scope = difference.startswith("different scope")
        return Verdict("different-scope" if scope else "different-thing", difference)
    a, b = _drop_minus(a, b), _drop_minus(b, a)
    if equal(a, b):
        if a.bound == b.bound or a.measure == b.measure == THRESHOLD:
            return Verdict("agree", f"both give {word_figure(a)}")
        return Verdict("rounded", f"one value, hedged or bounded differently: {_word_both(a, b)}")
    if is_within(a, b):
        return Verdict("different-scope", f"one group is part of the other: {a.noun} and {b.noun}")
    if converted(a, b):
        return Verdict("agree", f"one value in two units: {_word_both(a, b)}")
    if rounded(a, b):
        return Verdict("rounded", f"one value, rounded differently: {_word_both(a, b)}")
    if a.measure == b.measure == STAGE:
        return Verdict("updated", f"the count went on: {_word_both(a, b)}")
    return _judge_values(a, b, setting, _word_both(a, b))


def _word_both(a: Figure, b: Figure) -> str:
    return f"{word_figure(a)} and {word_figure(b)}"


def _drop_minus(a: Figure, b: Figure) -> Figure:
    """Read "-6.1%" as a fall by 6.1% beside a figure that prints the fall without a sign."""
    if a.high < 0 < b.low and b.change != "up" and kind_of_unit(a.unit) in ("share", "points"):
        return replace(a, low=-a.high, high=-a.low)
    return a


def _judge_values(a: Figure, b: Figure, setting: Setting, both: str) -> Verdict:
    """Decide between two values of one thing that no rounding explains."""
    update = explain_update(a, b, setting)
    if setting.are_rivals and not overlap(claimed(a, b.unit), claimed(b, b.unit)):
        if update is not None and _is_small_step(a, b):
            return Verdict("updated", f"{update}: {both}")
        return Verdict("contested", f"{_name_speakers(setting)} give different values: {both}")
    if update is None and (setting.revised or setting.versions) and not setting.are_named_rivals:
        update = CORRECTED if setting.versions else CHANGED
    if update is not None:
        return Verdict("updated", f"{update}: {both}")
    if _are_one_bound(a, b):
        if setting.are_rivals:
            return Verdict("contested", f"{_name_speakers(setting)} give different values: {both}")
        return Verdict("conflict", f"one thing, hedged or bounded alike, at two values: {both}")
    if overlap(span(a, b.unit), span(b, b.unit)):
        return Verdict("compatible", f"both can be right: {both}")
    return Verdict("conflict", f"two values of one thing: {both}")


def _name_speakers(setting: Setting) -> str:
    return " and ".join(speaker or "the outlet's own voice" for speaker in setting.speakers)


def _are_one_bound(a: Figure, b: Figure) -> bool:
    """Tell "more than 40" from "more than 50": who gives a bound gives the nearest round number."""
    vague = any(figure.bound == "range" and not re.search(r"\d", figure.text) for figure in (a, b))
    return a.bound == b.bound != "exact" and not vague


def _is_small_step(a: Figure, b: Figure) -> bool:
    """Tell a toll that moves from two counts that compete."""
    low, high = sorted((abs(a.low), abs(span(b, a.unit)[0] if b.bound == "min" else b.low)))
    lower = a if abs(a.low) <= abs(b.low) else b
    step = _PROVISIONAL_STEP if lower.bound == "min" and lower.event is not None else _STEP
    return low > 0 and high / low <= step
