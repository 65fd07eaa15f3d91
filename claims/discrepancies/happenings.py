"""The moments at which a statement puts what happened, set apart from days of saying, counting and comparing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from claims.certainty import split_clauses
from claims.discrepancies.rule import Setting
from claims.model import Attribution, Moment
from claims.patterns import Gated, lazy
from claims.text import stem
from claims.wordlists import read_words

_POSSESSIVE = ("'s ", "’s ")
_DAY_OF = Gated(r"\s(?:as\s|to be\s)?(?:a|the)\s(?:\w+\s)?(?:day|week|month)\b", "day", "week", "month")
"""What follows a day that is declared something: "declared Tuesday a day of mourning"."""
_RELATIVE = Gated(r"\b(?:who|whose|which)\b[^,.;:“”\"]*$", "who", "which")
"""An aside that goes on to the end: "his striker, whose contract runs until"."""
_ASIDE = 80
_EDGE = lazy(r"\b(?:before|after)\s(?:the\s)?$", re.IGNORECASE)
_NEGATED = lazy(r"(?:\b(?:not|no|never|nobody|nothing|cannot)\b|n['’]t\b)[^,.;]*\bbefore\s(?:the\s)?$", re.IGNORECASE)
"""What will not be before a day lasts until that day."""
_WINDOW = 45
_NOT_UNTIL = lazy(
    r"(?:\b(?:was|were|did|had)\s(?:not|never)|\b(?:was|were|did|had)n['’]t)\b[^,.;]*\b(?:until|till)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""What did not happen until a day happened on it."""
_BEFORE = lazy(r"\bbefore\s$", re.IGNORECASE)
_LIGHT = lazy(r"(?:dawn|daybreak|sunrise|first light|noon|midday|dusk|sunset)\s+(?:on\s+)?\w", re.IGNORECASE)


Edge = Literal["ends", "starts"]
_EDGES: tuple[Edge, ...] = ("ends", "starts")


_FROM = dict.fromkeys(("starting", "beginning", "effective"), "from")
"""Words that open a stretch of time as "from" does."""


class Happening(NamedTuple):
    """A moment that a statement gives to what happened."""

    moment: Moment
    clause: str
    """The words of its clause."""
    main: bool
    bound: str | None
    """The word that makes it an end of a stretch of time: until, from, by."""
    edge: Edge | None = None
    """Which end, by that word or by a verb: "closes on", "takes effect on"."""


def find_happenings(attribution: Attribution, setting: Setting) -> Sequence[Happening]:
    """Return the moments of what happened, in order; those of the credit, of a count or a comparison left out."""
    return setting.once(_read_happenings, attribution) if attribution.moments else ()


def _read_happenings(attribution: Attribution, setting: Setting) -> Sequence[Happening]:
    statement, text = attribution.statement, setting.article_of(attribution).text
    clauses = split_clauses(statement.text, 0, len(statement.text))
    found = []
    for moment in attribution.moments:
        if not is_content(attribution, moment, text) or text.startswith(_POSSESSIVE, moment.end):
            continue
        before = text[max(statement.start, moment.start - _WINDOW) : moment.start]
        if (
            _aside().search(before)
            or (_is_edge(moment, before) and not (_NEGATED.search(before) or _is_before_light(moment, before)))
            or moment.text.lower().endswith(("earlier", "ago"))
        ):
            continue
        clause = next(
            c for c in reversed(clauses) if c.start <= max(0, moment.start - statement.start) or c is clauses[0]
        )
        came_late = _NOT_UNTIL.search(before)
        bound = None if came_late else _bound().search(before)
        words = statement.text[clause.start : clause.end]
        if bound is None and _going_on().search(words):
            continue
        edge = None if came_late else next((edge for edge in _EDGES if _edges_before(edge).search(before)), None)
        if _NEGATED.search(before) and _is_edge(moment, before):
            edge = "ends"
        found.append(
            Happening(
                _widen(moment, before),
                words,
                clause.main or came_late is not None,
                _FROM.get(bound[1].lower(), bound[1].lower()) if bound else None,
                edge,
            )
        )
    return found


def _is_before_light(moment: Moment, before: str) -> bool:
    """Tell "before dawn on Tuesday", which is that day."""
    return _BEFORE.search(before) is not None and _LIGHT.match(moment.text) is not None


def _widen(moment: Moment, before: str) -> Moment:
    """Return the whole day of "before dawn on Tuesday"."""
    if not _is_before_light(moment, before):
        return moment
    return replace(moment, earliest=moment.earliest[:10], latest=moment.latest[:10], granularity="day")


def _is_edge(moment: Moment, before: str) -> bool:
    """Tell a day that what happened only lies before or after; "before the end of May" is a time limit."""
    return moment.granularity in {"minute", "hour", "day"} and _EDGE.search(before) is not None


def is_content(attribution: Attribution, moment: Moment, text: str) -> bool:
    """Tell whether a moment stands in the credited words or an aside on somebody, not beside the credit."""
    words = attribution.credit.words
    if not words or any(start <= moment.start and moment.end <= end for start, end in words):
        return True
    aside = _RELATIVE.search(text, max(attribution.statement.start, moment.start - _ASIDE), moment.start)
    return aside is not None or _DAY_OF.match(text, moment.end) is not None


def main_happenings(found: Sequence[Happening]) -> Sequence[Happening]:
    """Return the free moments of the main clauses; where they have none, those of the others."""
    free = [happening for happening in found if happening.bound is None]
    return [happening for happening in free if happening.main] or free


def days_between(x: Moment, y: Moment) -> int:
    """Return how many days lie between two moments, 0 where they touch."""
    firsts, lasts = (
        (date.fromisoformat(edge[:10]) for edge in edges) for edges in zip(_edges(x), _edges(y), strict=True)
    )
    (x_first, y_first), (x_last, y_last) = firsts, lasts
    return max(0, (x_first - y_last).days, (y_first - x_last).days)


def _edges(moment: Moment) -> tuple[str, str]:
    return moment.earliest, moment.latest


@cache
def _aside() -> re.Pattern[str]:
    """Return the pattern of what makes a moment one of comparing or counting, before it."""
    lists = read_words(Path(__file__).parent / "data" / "dates.txt")
    compared, counted = (_either(lists[section]) for section in ("compared", "counted"))
    return re.compile(
        rf"\b(?:{compared}|after (?=\d)|(?:{counted})\b(?=[^,;]*$))(?:[^,;.]|\.(?=\d)){{0,25}}$", re.IGNORECASE
    )


@cache
def edge_stems() -> frozenset[str]:
    """Return the stems of the words by which something ends or begins."""
    lists = read_words(Path(__file__).parent / "data" / "dates.txt")
    return frozenset(stem(word) for edge in _EDGES for phrase in lists[edge] for word in phrase.split())


@cache
def _edges_before(edge: Edge) -> re.Pattern[str]:
    words = _either(read_words(Path(__file__).parent / "data" / "dates.txt")[edge])
    return re.compile(rf"\b(?:{words})\s(?:(?:the|about|around|late|early|mid)\s){{0,2}}$", re.IGNORECASE)


@cache
def _bound() -> re.Pattern[str]:
    bounds = _either(read_words(Path(__file__).parent / "data" / "dates.txt")["bounds"])
    return re.compile(rf"\b({bounds})\s(?:(?:the|about|around|late|early|mid)\s){{0,2}}$", re.IGNORECASE)


@cache
def _going_on() -> re.Pattern[str]:
    """Return the pattern of what tells that a state lasts."""
    states = _either(read_words(Path(__file__).parent / "data" / "dates.txt")["going on"])
    return re.compile(rf"\b(?:{states})\b", re.IGNORECASE)


def _either(words: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
