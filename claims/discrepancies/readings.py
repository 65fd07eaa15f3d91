"""Two readings of a value that moves from hour to hour: a water level, a share price, the people in a shelter."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from claims.dates import compare_moments
from claims.discrepancies.rule import Setting
from claims.figures.intervals import convert, kind_of_unit
from claims.model import Article, Attribution, Figure, Moment
from claims.patterns import lazy
from claims.wordlists import read_words

_LIST = Path(__file__).parent / "data" / "readings.txt"
_POINTS = "points"
_APART_HOURS = 3
"""Articles printed within so many hours tell of one state."""
_DAY = len("2026-02-04")
_NEAR = 30
"""Characters from a value to the hour at which it was read."""

Part = Literal["early", "late"]


def explain_readings(a: Attribution, b: Attribution, ours: Figure, theirs: Figure, setting: Setting) -> str | None:
    """Return why two values are two readings of what moves, None where they are two accounts of one."""
    moving = _moves(a.statement.text) or _moves(b.statement.text)
    if moving and ours.event is None and (ours.unit is not None or ours.noun == _POINTS):
        if _read_at_two_hours(a, b, ours, theirs):
            return "two readings of one day"
        if _part_of_day(a.statement.text) != _part_of_day(b.statement.text):
            return "one is of an earlier hour"
    if ours.unit is not None and _spread_on(a, b, ours, theirs, setting):
        return "it was measured on two days, and spread"
    counted = ours.unit is None and theirs.unit is None
    if counted and _tells_state(a, ours) and _tells_state(b, theirs):
        if _are_printed_apart(a, b, setting):
            return "how many there are changes, and one was printed later"
        if _is_over(a.statement.text) != _is_over(b.statement.text):
            return "one is of those who are there now"
    return None


def is_earlier_that_day(attribution: Attribution, earlier: Figure) -> bool:
    """Tell the 104 of "102, down from 104 at noon", an earlier reading, from a month's rate before it."""
    text = attribution.statement.text[earlier.end - attribution.statement.start :][:_NEAR]
    if _any_of("hours before").search(text):
        return True
    return any(earlier.end <= moment.start < earlier.end + _NEAR and _is_hour(moment) for moment in attribution.moments)


def _spread_on(a: Attribution, b: Attribution, ours: Figure, theirs: Figure, setting: Setting) -> bool:
    """Tell 23 km of coast under oil on one day from 31 km on the next."""
    if not {kind_of_unit(ours.unit), kind_of_unit(theirs.unit)} <= {"length", "area"}:
        return False
    if not (_any_of("spreading").search(a.statement.text) and _any_of("spreading").search(b.statement.text)):
        return False
    one, two = (_printed(setting.article_of(row)) for row in (a, b))
    if not one or not two or one[:_DAY] == two[:_DAY]:
        return False
    first, last = (_in_metres(figure) for figure in ((ours, theirs) if one[:_DAY] < two[:_DAY] else (theirs, ours)))
    return first < last


def _in_metres(figure: Figure) -> float:
    return convert(figure.high, figure.unit, "metre" if kind_of_unit(figure.unit) == "length" else "hectare")


def _read_at_two_hours(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    one, two = _read_hour(a, ours), _read_hour(b, theirs)
    return one is not None and two is not None and compare_moments(one, two) is False


def _read_hour(attribution: Attribution, figure: Figure) -> Moment | None:
    """Return the hour at which a value was read: the only one that its statement names, or the one nearest to it."""
    hours = [moment for moment in attribution.moments if _is_hour(moment)]
    return min(hours, key=lambda moment: abs(moment.start - figure.start), default=None)


def _is_hour(moment: Moment) -> bool:
    return "T" in moment.earliest


@lru_cache(maxsize=4096)
def _moves(text: str) -> bool:
    return _any_of("moving").search(text) is not None


@lru_cache(maxsize=4096)
def _part_of_day(text: str) -> Part | None:
    """Return how far a day of trading had got."""
    if _any_of("late").search(text):
        return "late"
    return "early" if _any_of("early").search(text) else None


def _tells_state(attribution: Attribution, figure: Figure) -> bool:
    """Tell where people are, or what they have to do without, which lasts a while and ends."""
    return figure.event in read_words(_LIST)["state events"] or _names_state(attribution.statement.text)


@lru_cache(maxsize=4096)
def _names_state(text: str) -> bool:
    return _any_of("states").search(text) is not None


@lru_cache(maxsize=4096)
def _is_over(text: str) -> bool:
    """Tell "spent the night in the hall" from "are sleeping in the hall" and "still in hospital"."""
    return _PRESENT.search(text) is None


_PRESENT = lazy(r"\b(?:are|is|still|at present|currently)\b", re.IGNORECASE)


def _are_printed_apart(a: Attribution, b: Attribution, setting: Setting) -> bool:
    """Tell articles of two days, or of hours that are well apart."""
    one, two = (_printed(setting.article_of(row)) for row in (a, b))
    if not one or not two:
        return False
    if "T" not in one or "T" not in two:
        return one[:_DAY] != two[:_DAY]
    gap = _with_zone(two) - _with_zone(one)
    return abs(gap.total_seconds()) > _APART_HOURS * 3600


def _printed(article: Article) -> str:
    return article.updated or article.published or (article.dateline.day if article.dateline else None) or ""


def _with_zone(printed: str) -> datetime:
    moment = datetime.fromisoformat(printed)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@cache
def _any_of(section: str) -> re.Pattern[str]:
    phrases = sorted(map(re.escape, read_words(_LIST)[section]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)
