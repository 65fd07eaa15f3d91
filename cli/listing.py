"""Plain lists: articles, outlets, people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

    from claims.render.document import Document


def print_listing(console: Console, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table without lines; columns that are empty in all rows are left out, nothing is cut off."""
    from rich.table import Table
    from rich.text import Text

    from claims.render.clean import clean
    from cli.terminal import print_block

    cleaned = [[clean(cell) for cell in row] for row in rows]
    used = [place for place in range(len(headings)) if any(row[place] for row in cleaned)]
    if not used:
        return
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="")
    for place in used:
        table.add_column(Text.assemble((headings[place], "dim")), overflow="fold")
    for row in cleaned:
        table.add_row(*(Text(row[place]) for place in used))
    print_block(console, table, gap=False)


def write_document(document: Document, out: TextIO) -> None:
    """Write a list as JSON, under the version of its schema."""
    from claims.render.document import build_preamble
    from claims.render.json import write_value

    out.write(write_value({**build_preamble(), **document}, out, indent=2) + "\n")
