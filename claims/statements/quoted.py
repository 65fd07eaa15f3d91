"""Short quotations that run over several sentences: each is one statement, as a matcher and an editor read it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claims.statements.marks import Region, find_quotation_marks

Span = tuple[int, int]

MOST_WORDS = 30
"""A longer quotation says several things, sentence by sentence."""
MOST_SENTENCES = 3
_MOST_LETTERS = 600
"""More than so many words have, unless one is no word; it keeps the work on hostile text small."""
_MARKS = frozenset("\"'`“”„‘’«»‹›")


def join_quotations(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the sentences of one paragraph, those that a short quotation holds together as one.

    Inside one pair of marks: "It is over. Go home," she said. In pieces: "It is over," she said. "Go home."
    """
    if len(spans) < 2 or not _MARKS.intersection(text[spans[0][0] : spans[-1][1]]):
        return list(spans)
    regions = find_quotation_marks(text, [(spans[0][0], spans[-1][1])])
    joined = [spans[0]]
    held = 1
    for span in spans[1:]:
        if held < MOST_SENTENCES and _goes_on(text, regions, joined[-1], span):
            joined[-1] = joined[-1][0], span[1]
            held += 1
        else:
            joined.append(span)
            held = 1
    return joined


def _goes_on(text: str, regions: Sequence[Region], before: Span, span: Span) -> bool:
    """Tell whether the quotation of the sentence before goes on in this one and stays short."""
    opened = bisect_left(regions, span[0], key=lambda region: region.start)
    last = regions[opened - 1] if opened else None
    if last is not None and last.start < before[1] and span[0] < last.end:
        return _is_short(text, last.start, last.end)
    if last is None or last.start < before[0] or opened == len(regions):
        return False
    following = regions[opened]
    return following.start == span[0] and following.end >= span[1] and _is_short(text, before[0], span[1])


def _is_short(text: str, start: int, end: int) -> bool:
    return end - start <= _MOST_LETTERS and len(text[start:end].split()) <= MOST_WORDS
