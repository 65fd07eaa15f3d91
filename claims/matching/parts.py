"""The parts of a statement that may each meet another claim.

"The committee banned him for a year and fined him 9,000 euros" is one statement, and two sentences of another outlet.
Where no clause ends, nothing is cut for the reader: the parts are only compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, pairwise

from claims.matching.terms import AGE, SPACE, read_terms
from claims.matching.words import DATA
from claims.model import Attribution
from claims.statements import find_quotation_marks
from claims.wordlists import read_words

_SHORTEST, _LONGEST = 40, 1500
"""Letters of a statement that has parts; a longer one is no sentence."""
_MOST_PARTS = 12
_MOST_SPANS = 24
"""Figures and dates of a statement that has parts, and cuts that are looked at; with more it is a list."""
_LEAST_TERMS = 2
"""Terms of a part without a figure; with fewer it stays with its neighbour."""
_TOKEN = re.compile(r"\S+")
_STOPS = (",", ";", ":", "—", "–")
_DASHES = frozenset({"-", "—", "–"})
_MARKS = frozenset("“„«〝”»〞\"＂`‘'")
"""Letters without one of which a text has no quotation."""

Span = tuple[int, int]


def split_parts(row: Attribution) -> list[Attribution]:
    """Return the parts of a statement in order, each with its own figures and dates; none where it has but one.

    What only credits ("the ministry said") is no part of its own, and quotations are not divided.
    """
    text = row.statement.text
    if row.statement.part != "body" or not _SHORTEST <= len(text) <= _LONGEST:
        return []
    start = row.statement.start
    whole = [(figure.start - start, figure.end - start) for figure in row.figures]
    whole += [(moment.start - start, moment.end - start) for moment in row.moments]
    if len(whole) > _MOST_SPANS:
        return []
    cuts = [0, *islice(_find_cuts(text, whole), _MOST_SPANS), len(text)]
    spans = _merge_slight(row, [(a, b) for a, b in pairwise(cuts) if text[a:b].strip(SPACE)])
    return [_cut_out(row, span) for span in spans] if 1 < len(spans) <= _MOST_PARTS else []


def _find_cuts(text: str, whole: Sequence[Span]) -> Iterator[int]:
    """Yield where a part may begin: behind a stop, and before a word that opens a clause or a whole.

    Quotations and the ``whole`` spans, figures and dates, are not divided.
    """
    tokens = list(_TOKEN.finditer(text))
    words = [token.group().lower() for token in tokens]
    regions = () if _MARKS.isdisjoint(text) else find_quotation_marks(text, [(0, len(text))])
    kept = [*whole, *((region.start, region.end) for region in regions)]
    for place in range(1, len(tokens)):
        start = tokens[place].start()
        if _opens_part(words, place) and not any(first < start < last for first, last in kept):
            yield start


def _opens_part(words: Sequence[str], place: int) -> bool:
    word, before = words[place], words[place - 1]
    if word in _DASHES:
        return False
    if before.endswith(_STOPS) or before in _DASHES or word in _lists()["openers"]:
        return True
    return (
        word == "of"
        and len(words) > place + 2
        and words[place + 1] in _lists()["shares"]
        and _is_count(words[place + 2])
    )


def _is_count(word: str) -> bool:
    return word[:1].isdigit() or word in _lists()["numbers"]


def _merge_slight(row: Attribution, spans: Sequence[Span]) -> list[Span]:
    """Return the spans, those that say nothing by themselves joined to the one before."""
    merged: list[Span] = []
    told = False
    for span in spans:
        tells = _says_something(row, span)
        if merged and not (told and tells):
            merged[-1] = merged[-1][0], span[1]
            told = told or _says_something(row, merged[-1])
        else:
            merged.append(span)
            told = tells
    return merged


def _says_something(row: Attribution, span: Span) -> bool:
    """Tell whether a stretch is of what is credited, if anything is, and has a figure or enough words."""
    first, last = (row.statement.start + place for place in span)
    said = [(a, b) for a, b in row.credit.words if a < row.statement.end and row.statement.start < b]
    if said and not any(a < last and first < b for a, b in said):
        return False
    counted = any(figure.unit != AGE and first <= figure.start < last for figure in row.figures)
    return counted or len(read_terms(row, span)) >= _LEAST_TERMS


def _cut_out(row: Attribution, span: Span) -> Attribution:
    """Return the row of a stretch of a statement."""
    statement = row.statement
    text = statement.text[span[0] : span[1]].rstrip(SPACE)
    start = statement.start + span[0]
    end = start + len(text)
    return replace(
        row,
        statement=replace(statement, start=start, end=end, text=text, lead=""),
        figures=tuple(figure for figure in row.figures if start <= figure.start < end),
        moments=tuple(moment for moment in row.moments if start <= moment.start < end),
    )


@cache
def _lists() -> dict[str, frozenset[str]]:
    return read_words(DATA / "parts.txt")
