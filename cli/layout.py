"""Which columns a block of the table has at a given width, and how wide each is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from claims.render.rows import Row, phrase_outlets

GAP = 2
"""Blank cells between two columns."""


class Column(NamedTuple):
    """A column: its heading and the lines it shows of a row, empty ones left out."""

    heading: str
    read: Callable[[Row], tuple[str, ...]]
    widest: int
    """Cells beyond which its text wraps."""

    def lines(self, row: Row) -> list[str]:
        """Return the lines for a row."""
        return [line for line in self.read(row) if line]


class Layout(NamedTuple):
    """The columns of a block with their widths, and what is left for the words."""

    columns: tuple[Column, ...]
    widths: tuple[int, ...]
    words: int


NUMBER = Column("", lambda row: (f"{row.number}{'?' if row.unsure else ''}",), 4)
OUTLET = Column("Outlet", lambda row: (*phrase_outlets(row), row.place), 18)
SPEAKER = Column("Speaker", lambda row: (row.speaker, row.role, row.addressee and f"to {row.addressee}"), 24)
HOW = Column("How", lambda row: (row.how,), 13)
VIA = Column("Via", lambda row: (row.via,), 18)
SAID_ON = Column("Said on", lambda row: (row.said_on,), 11)
CERTAINTY = Column("Certainty", lambda row: (row.certainty,), 16)
FIGURES = Column("Figures", lambda row: (row.figures,), 20)
# For narrower terminals: what belongs together shares a column.
NARROW_OUTLET = OUTLET._replace(widest=14)
NARROW_SPEAKER = SPEAKER._replace(widest=20)
CHAIN = Column("How", lambda row: (row.how, row.via and f"via {row.via}", row.said_on, row.certainty), 18)
NARROW_FIGURES = FIGURES._replace(widest=16)

# From the roomiest to the tightest, each with the least that must be left for the words.
_PLANS: tuple[tuple[tuple[Column, ...], int], ...] = (
    ((NUMBER, OUTLET, SPEAKER, HOW, VIA, SAID_ON, CERTAINTY, FIGURES), 56),
    ((NUMBER, NARROW_OUTLET, NARROW_SPEAKER, CHAIN, NARROW_FIGURES), 36),
)


def choose_layout(rows: Sequence[Row], width: int) -> Layout | None:
    """Return the roomiest layout that leaves the words enough room; None where only cards fit."""
    for columns, least in _PLANS:
        used = tuple(column for column in columns if any(column.lines(row) for row in rows))
        widths = tuple(_measure(column, rows) for column in used)
        words = width - sum(widths) - GAP * len(used)
        if words >= least:
            return Layout(used, widths, words)
    return None


def _measure(column: Column, rows: Sequence[Row]) -> int:
    lines = [column.heading, *(line for row in rows for line in column.lines(row))]
    longest_word = max(cell_len(word) for line in lines for word in line.split() or [""])
    widest = max(map(cell_len, lines))
    return min(widest, max(column.widest, min(longest_word, 2 * column.widest)))
