"""The pieces of text that a quotation consists of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Span = tuple[int, int]


def says_enough(words: str) -> bool:
    """Tell whether words are more than one, or hold a figure."""
    return len(words.split()) > 1 or any(map(str.isdigit, words))


def merge_spans(text: str, pieces: Sequence[Span]) -> Iterator[Span]:
    """Join pieces that only white space parts."""
    ordered = sorted(pieces)
    if not ordered:
        return
    start, end = ordered[0]
    for following, stop in ordered[1:]:
        if following <= end or not text[end:following].strip():
            end = max(end, stop)
        else:
            yield start, end
            start, end = following, stop
    yield start, end
