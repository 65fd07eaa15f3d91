"""What a statement counts: its figures, with what "it" or "the number" stands for, and the names that say of what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.matching.settings import settings
from claims.matching.words import content_words
from claims.model import Attribution, Figure

_NOUN_PHRASE = 2
"""Words after a number that still say what is counted: "60 Czech rescuers"."""


def read_figures(rows: Sequence[Attribution], place: int) -> tuple[Figure, ...]:
    """Return the figures of a statement; one that does not say what it measures measures what the last one did."""
    figures = _said_figures(rows[place])
    if not any(_is_bare(figure) for figure in figures):
        return figures
    here = rows[place].statement
    for row in reversed(rows[max(0, place - 4) : place]):
        if (
            here.paragraph - row.statement.paragraph > 1
            or here.sentence - row.statement.sentence > settings()["recall"]
        ):
            break
        told = [figure for figure in _credited_figures(row) if not _is_bare(figure) and not figure.unit]
        if told:
            return tuple(_fill(figure, told[-1]) if _is_bare(figure) else figure for figure in figures)
    return figures


def names_behind(row: Attribution, figures: Sequence[Figure]) -> frozenset[str]:
    """Return the stems behind the first figure and its noun: they add detail, they do not say what is counted."""
    inside = [figure.end for figure in figures if row.statement.start <= figure.start < row.statement.end]
    if not inside:
        return frozenset()
    after = row.statement.text[min(inside) - row.statement.start :].split(maxsplit=_NOUN_PHRASE)
    return frozenset(word.stem for rest in after[_NOUN_PHRASE:] for word in content_words(rest))


def _said_figures(row: Attribution) -> tuple[Figure, ...]:
    """Return the figures but for those of the speaker: "two people said" counts nothing."""
    figures = tuple(figure for figure in row.figures if not _is_enumerator(row, figure))
    mention = row.credit.speaker.mention if row.credit.speaker else ""
    first = row.statement.text.find(mention) if mention else -1
    if first < 0:
        return figures
    first += row.statement.start
    said = _credited_figures(row)
    return tuple(figure for figure in figures if figure in said or not first <= figure.start < first + len(mention))


def _credited_figures(row: Attribution) -> tuple[Figure, ...]:
    """Return the figures of the credited words, or all where nothing is credited."""
    first, last = row.statement.start, row.statement.end
    words = [(a, b) for a, b in row.credit.words if a < last and first < b]
    if not words:
        return row.figures
    return tuple(figure for figure in row.figures if any(a <= figure.start and figure.end <= b for a, b in words))


def _is_enumerator(row: Attribution, figure: Figure) -> bool:
    """Tell the number of a list entry: "3. Twenty-three persons were detained"."""
    after = figure.end - row.statement.start
    return figure.start == row.statement.start and row.statement.text[after : after + 2] in {". ", ") "}


def _is_bare(figure: Figure) -> bool:
    return not (figure.unit or figure.noun or figure.event or figure.measure)


def _fill(figure: Figure, told: Figure) -> Figure:
    return replace(figure, noun=told.noun, event=told.event, measure=told.measure)
