"""Where an answer goes and in which format: standard output or a file, table or data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from claims.errors import FactcheckError
from cli.terminal import ColorChoice, Terminal, open_console

if TYPE_CHECKING:
    from rich.console import Console

    from claims.model import Comparison

TABLE_LIMIT = 20
"""Claims that a table shows unless --limit says otherwise."""


class Target(NamedTuple):
    """What the reader asked an answer to be written to, and how."""

    terminal: Terminal
    format: str
    file: Path | None = None
    color: ColorChoice = "auto"

    @contextmanager
    def open(self) -> Iterator[TextIO]:
        """Give the stream to write to; a file is replaced."""
        if self.file is None:
            yield self.terminal.stdout
            return
        try:
            with self.file.open("w", encoding="utf-8", errors="backslashreplace") as out:
                yield out
        except BrokenPipeError:
            raise
        except OSError as error:
            raise FactcheckError(
                f"cannot be written: {error.strerror}",
                where=str(self.file),
                hint="name a file in a folder that exists and that you may write to",
            ) from error

    def open_console(self, out: TextIO) -> Console:
        """Return rich's console on ``out``."""
        return open_console(out, self.terminal.env, self.color)


def choose_format(asked: str, json: bool) -> str:
    """Return the format: --json wins over the default, and must not contradict --format."""
    if json and asked not in {"table", "json"}:
        raise FactcheckError(f"--json contradicts --format {asked}", hint="give one of the two")
    return "json" if json else asked


def write_comparison(target: Target, comparison: Comparison, *, limit: int | None, everything: bool) -> None:
    """Write the answer; the reading formats leave out claims of one outlet, unless ``everything`` is asked for."""
    from claims.render.select import drop_single_outlet, limit_claims

    if target.format == "table":
        from cli.table import print_table

        shared = comparison if everything else drop_single_outlet(comparison)
        left_out = len(comparison.claims) - len(shared.claims)
        with target.open() as out:
            print_table(
                target.open_console(out), shared, limit=TABLE_LIMIT if limit is None else limit, left_out=left_out
            )
        return
    from claims.render import READING_FORMATS, RENDERERS

    if target.format in READING_FORMATS and not everything:
        comparison = drop_single_outlet(comparison)
    with target.open() as out:
        RENDERERS[target.format](limit_claims(comparison, limit), out)
