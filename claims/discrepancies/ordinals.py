"""Numbers that are no figures, yet comparable: the minute of a match, the floor, "one of the three"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.dates.words import count_of
from claims.discrepancies.alignment import Slot, align_statements, list_words, place_words
from claims.discrepancies.predicates import share_terms, terms_of
from claims.discrepancies.rule import Difference, Setting, cite
from claims.model import Attribution
from claims.patterns import Gated

_ORDER = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    r"|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|\d{1,3}(?:st|nd|rd|th)"
)
_ORDINAL = Gated(rf"\b({_ORDER})[ -]([a-z]+)\b", "st", "nd", "rd", "th")
_MARKS = frozenset({"minute", "floor", "storey", "birthday", "anniversary", "lap", "hole", "over", "inning"})
"""What a story has one of; "the third goal" and "the fourth goal" are two goals, unless they stand in one place."""
_PERIODS = frozenset({"quarter", "day", "week", "month", "year", "century", "half", "season", "hour"})
"""Parts of time are for ``date-conflict``."""
_RANK = Gated(rf"\b(?:the|her|his|its) (?P<rank>{_ORDER}) (?P<noun>[a-z]+) (?:ever )?to (?!the\b)[a-z]+", "to ")
_ROW = Gated(
    rf"\b(?P<rank>{_ORDER}) (?:(?:straight|consecutive|successive) (?P<noun>[a-z]+)|(?P<other>[a-z]+) in a row)\b",
    "straight",
    "consecutive",
    "successive",
    "in a row",
)
_TIME = Gated(rf"\bfor (?:the|a) (?P<rank>{_ORDER}) (?P<noun>time)\b", "time")
"""How many did so before: "the second woman to win", "for the third time"."""
_FEWEST = 2
"""One is an article as well."""
_WORDS = tuple(_ORDER.split("|"))[:20]
_ENDINGS = {"first": "st", "second": "nd", "third": "rd"}

Span = tuple[int, int]


def find_ordinal_conflicts(a: Attribution, b: Attribution) -> Iterator[Difference]:
    """Report two ordinals of one thing: the 67th minute and the 68th."""
    ours, theirs = _read_marks(a.statement.text), _read_marks(b.statement.text)
    for noun in sorted(ours.keys() & theirs.keys()):
        (mine, *more), (other, *others) = ours[noun], theirs[noun]
        if not more and not others and mine != other:
            yield _word(a, b, f"{mine} {noun}", f"{other} {noun}")
    yield from _compare_places(a, b)


def has_mark(attribution: Attribution, setting: Setting) -> bool:
    """Tell whether a statement numbers something of which a story has one, or tells how many did so before."""
    return bool(_read_marks(attribution.statement.text))


def has_place_number(attribution: Attribution, setting: Setting) -> bool:
    """Tell whether a statement has an ordinal or a number that is no figure: what an alignment sets beside another."""
    words = [word for word in list_words(attribution.statement.text) if not word.isalpha() or word in _WORDS]
    if any(map(_is_ordinal, words)):
        return True
    if not words:
        return False
    numbers = [(word, span) for word, span in place_words(attribution) if word in words]
    read = _list_read(attribution)
    return any(_is_bare_number(word, span, read) for word, span in numbers)


@lru_cache(maxsize=4096)
def _read_marks(text: str) -> dict[str, set[str]]:
    marks: dict[str, set[str]] = {}
    for found in _ORDINAL.finditer(text):
        if found[2] in _MARKS:
            marks.setdefault(found[2], set()).add(_number_of(found[1].lower()))
    for pattern in (_RANK, _TIME, _ROW):
        for found in pattern.finditer(text):
            noun = found["noun"] or found["other"]
            marks.setdefault(noun, set()).add(_number_of(found["rank"]))
    return marks


def _number_of(ordinal: str) -> str:
    """Return "2nd" for "second", so that both spellings are one."""
    return f"{_WORDS.index(ordinal) + 1}{_ENDINGS.get(ordinal, 'th')}" if ordinal in _WORDS else ordinal


def _compare_places(a: Attribution, b: Attribution) -> Iterator[Difference]:
    """Compare ordinals that stand in one place of nearly identical statements: "her third goal", "her fourth goal"."""
    for slot in align_statements(a, b) or ():
        if not _differ_in_first(slot):
            continue
        if _is_bare_number(slot.ours[0], slot.our_span, _list_read(a)) and _is_bare_number(
            slot.theirs[0], slot.their_span, _list_read(b)
        ):
            yield _word(a, b, slot.ours[0], slot.theirs[0])
        elif _is_ordinal(slot.ours[0]) and _is_ordinal(slot.theirs[0]):
            after = a.statement.text[slot.our_span[0] - a.statement.start :].split(maxsplit=2)[1:2]
            noun = after[0].strip(",.;:") if after else ""
            if noun and noun.casefold() not in _PERIODS:
                yield _word(a, b, f"{slot.ours[0]} {noun}", " ".join((*slot.theirs, noun)[:2]))


def _differ_in_first(slot: Slot) -> bool:
    """Tell a slot of one word each, or of one and a noun that both have in other words: "third win"."""
    if len(slot.ours) == len(slot.theirs) == 1:
        return True
    if len(slot.ours) != 2 or len(slot.theirs) != 2:
        return False
    return share_terms(terms_of(slot.ours[1]), terms_of(slot.theirs[1])) > 0


def _list_read(attribution: Attribution) -> list[Span]:
    """Return where figures and moments stand."""
    read = [(figure.start, figure.end) for figure in attribution.figures]
    return read + [(moment.start, moment.end) for moment in attribution.moments]


def _is_bare_number(word: str, span: Span, read: Sequence[Span]) -> bool:
    """Tell a number that is neither a figure nor part of a date: "one of the three"."""
    if (count_of(word) or 0) < _FEWEST:
        return False
    return not any(start < span[1] and span[0] < end for start, end in read)


def _is_ordinal(word: str) -> bool:
    return word in _WORDS or re.fullmatch(r"\d{1,3}(?:st|nd|rd|th)", word) is not None


def _word(a: Attribution, b: Attribution, ours: str, theirs: str) -> Difference:
    return Difference((ours, theirs), f"{cite(a)} has {ours}; {cite(b)} has {theirs}.")
