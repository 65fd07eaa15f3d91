"""The lines of a text, and which of them belong together: wire copy is often wrapped at 60 to 80 characters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_WIDEST_WRAP = 100
_NARROWEST_WRAP = 40
_SLACK = 6
_SHORTEST_ROW = 20
_FEWEST_FULL = 3
_SHARE_FULL = 0.4
_SHARE_BESIDE = 0.6
"""Share of the rows without a blank line between them that are full: paragraphs of two or three rows have many."""
_COLUMN = 60
"""Width up to which lines are as likely to be a list."""
_SHARE_WITHIN = 0.9
"""Share of the lines that are within the width: a few stand out where somebody has changed a word by hand."""
_BLANKS = "\u00a0\u2007\u2009\u202f"
"""Blanks that pages put between words that are to stay together."""
_STOPS = (".", "!", "?", "”", '"')


class Line(NamedTuple):
    """A stretch without surrounding white space: one line of a page, or a paragraph that was hard-wrapped."""

    start: int
    end: int
    text: str
    after_gap: bool
    """A blank line, or the start of the text, stands before it."""


def split_lines(text: str, start: int = 0) -> list[Line]:
    """Return the lines of ``text``, hard-wrapped paragraphs as one; nothing but white space is left out.

    Every kind of blank within a line is a plain one in ``Line.text``. What stands before ``start`` is not wrapped.
    """
    for blank in _BLANKS:
        text = text.replace(blank, " ")  # one for one: the offsets stay
    rows = list(_rows(text))
    above = [row for row in rows if row.start < start]
    return above + _unwrap(text, rows[len(above) :])


def _unwrap(text: str, rows: list[Line]) -> list[Line]:
    width = _width(rows)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return rows
    full = [_fills(row, following, width) for row, following in pairwise(rows)]
    closed = sum(row.text.endswith(_STOPS) for row, is_full in zip(rows, full, strict=False) if is_full)
    if width <= _COLUMN and _is_list(rows, full):
        return rows
    beside = sum(not following.after_gap for following in rows[1:])
    least = min(_SHARE_FULL * len(full), _SHARE_BESIDE * beside)
    if sum(full) < max(_FEWEST_FULL, least) or closed > sum(full) / 2:
        return rows
    full = [own or _goes_on(row, following) for own, (row, following) in zip(full, pairwise(rows), strict=True)]
    return list(_join(text, rows, full))


def _rows(text: str) -> Iterator[Line]:
    position = 0
    gap = True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = position + len(raw) - len(raw.lstrip())
            yield Line(start, start + len(stripped), stripped, gap)
        gap = not stripped
        position += len(raw) + 1


def _width(rows: list[Line]) -> int:
    """Return the width that lines with another right below keep to: the longest, or that of nearly all."""
    lengths = sorted(len(row.text) for row, following in pairwise(rows) if not following.after_gap)
    if len(lengths) <= _FEWEST_FULL:
        return max((len(row.text) for row in rows), default=0)
    if lengths[-1] <= _COLUMN:
        return lengths[-1]
    if lengths[-1] <= _WIDEST_WRAP:
        return lengths[-1]
    most = lengths[min(int(_SHARE_WITHIN * len(lengths)), len(lengths) - 2)]
    return most if most > _COLUMN else lengths[-1]


def _fills(row: Line, following: Line, width: int) -> bool:
    """Tell whether the next row's first word would not have fitted: the mark of a wrapped line."""
    if following.after_gap:
        return False
    return len(row.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width - _SLACK


def _is_list(rows: list[Line], full: list[bool]) -> bool:
    """Tell a list from a narrow column, where most full rows go on with a small letter."""
    after = [following.text[0].islower() for own, (_, following) in zip(full, pairwise(rows), strict=True) if own]
    return 2 * sum(after) < len(after)


def _goes_on(row: Line, following: Line) -> bool:
    """See a heading of two rows: the next opens with a small letter, and nothing ends the one above."""
    near = not following.after_gap and following.text[0].islower()
    return near and len(row.text) >= _SHORTEST_ROW and row.text[-1].isalnum()


def _join(text: str, rows: list[Line], full: list[bool]) -> Iterator[Line]:
    first = 0
    margin = min(_indent(text, row) for row in rows)
    for index, row in enumerate(rows):
        indented = index + 1 < len(rows) and _opens_paragraph(text, row, rows[index + 1], margin)
        if index < len(full) and full[index] and not indented:
            continue
        start = rows[first].start
        yield Line(start, row.end, text[start : row.end], rows[first].after_gap)
        first = index + 1


def _opens_paragraph(text: str, row: Line, following: Line, margin: int) -> bool:
    """Tell whether the following row begins a paragraph: it stands further in than the row, or both as a first row."""
    own, other = _indent(text, row), _indent(text, following)
    return other > own or (other == own > margin and row.text.endswith(_STOPS))


def _indent(text: str, row: Line) -> int:
    return row.start - (text.rfind("\n", max(0, row.start - 200), row.start) + 1)
