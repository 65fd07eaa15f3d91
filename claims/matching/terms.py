"""The terms of a statement: its words and phrases without numbers and dates, and which of them are the credit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, islice

from claims.matching.families import Term, find_terms
from claims.matching.settings import settings
from claims.matching.words import content_words
from claims.model import Attribution, Figure, Moment

_LABEL = re.compile(r"(?<![\w.,])\d+(?:[-–]\d+)*(?![\w%])")
"""Numbers that count nothing: a score of 2-1, flight 418, category 4."""

SPACE = " ,;:—–-"
"""What stands between two stretches of a text."""

AGE = "year of age"
"""The unit of an age, which tells who somebody is, not what is said of them."""

Terms = Sequence[Term]


def read_terms(row: Attribution, span: tuple[int, int] | None = None) -> Sequence[Term]:
    """Return the terms of a statement, or of a stretch of its text.

    Numbers, units and dates are not words but compared as values.
    """
    text, start = row.statement.text, row.statement.start
    values: list[Figure | Moment] = [*row.figures, *row.moments]
    if span:
        text, start = text[span[0] : span[1]].rstrip(SPACE), start + span[0]
        values = [value for value in values if start <= value.start < start + len(text)]
    pieces, place = [], 0
    for first, last in sorted((value.start - start, value.end - start) for value in values):
        pieces.append(text[place:first] if first > place else "")
        place = max(place, last)
    return _find_terms(" | ".join([*pieces, text[place:]]))


@lru_cache(maxsize=4096)
def _find_terms(rest: str) -> tuple[Term, ...]:
    """Return the terms of what is left of a text; parts of a statement are asked for twice."""
    labels = (Term(label.replace("–", "-"), False, frozenset()) for label in _LABEL.findall(rest))
    return tuple(islice(chain(find_terms(content_words(rest)), labels), int(settings()["most terms"])))


def find_credit(row: Attribution) -> frozenset[str]:
    """Return the stems outside the credited words: who says it, to whom and where is not what is said."""
    statement = row.statement
    text = statement.text
    inside = [(max(first, statement.start), min(last, statement.end)) for first, last in row.credit.words]
    inside = [(first - statement.start, last - statement.start) for first, last in inside if first < last]
    if not inside or _counts_outside(row, inside):
        return _credited(row)
    said = {word.stem for first, last in inside for word in content_words(text[first:last])}
    return _credited(row) | frozenset(word.stem for word in content_words(text) if word.stem not in said)


def _counts_outside(row: Attribution, inside: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a figure stands outside the credited words: "Shares fell 6% after the firm said that ..."."""
    start = row.statement.start
    said = [(first + start, last + start) for first, last in inside]
    return any(
        not any(first <= figure.start < last for first, last in said) for figure in row.figures if figure.unit != AGE
    )


def _credited(row: Attribution) -> frozenset[str]:
    """Return the stems of the speaker's name and of the addressee: who says it is not what is said."""
    speaker = row.credit.speaker
    names = [speaker.name, speaker.mention] if speaker else []
    names += [row.credit.addressee] if row.credit.addressee else []
    return frozenset(word.stem for name in names for word in content_words(name))
