"""The terminal as an object: the streams, the environment, and how wide and colourful output may be."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TextIO

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from typer import Context

    from claims.errors import FactcheckError

ColorChoice = Literal["auto", "always", "never"]

PIPED_WIDTH = 120
"""Columns of a table that goes to a file or pipe, where COLUMNS does not say."""
_NARROWEST = 40


@dataclass(slots=True)
class Terminal:
    """Where a command reads and writes; tests put their own streams and environment in."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    env: Mapping[str, str] = field(default_factory=dict)
    quiet: bool = False
    verbose: bool = False

    def report(self, error: FactcheckError) -> None:
        """Print an error and, where there is one, its hint to stderr; not silenced by --quiet."""
        self._print("error", str(error))
        if error.hint:
            self._print("hint", error.hint)

    def report_message(self, message: str, hint: str | None = None) -> None:
        """Print an error that is no exception."""
        self._print("error", message)
        if hint:
            self._print("hint", hint)

    def hint(self, message: str) -> None:
        """Print advice to stderr, unless --quiet."""
        if not self.quiet:
            self._print("hint", message)

    def detail(self, message: str) -> None:
        """Print to stderr what only --verbose asks for."""
        if self.verbose:
            self._print("note", message)

    def write(self, text: str) -> None:
        """Print one line of a result to stdout."""
        self.stdout.write(text + "\n")

    def _print(self, kind: str, message: str) -> None:
        from claims.render.clean import clean

        self.stderr.write(f"factcheck: {kind}: {clean(message)}\n")


def use_terminal(context: Context, *, quiet: bool = False, verbose: bool = False) -> Terminal:
    """Return the terminal that the command was started with, told how much to say."""
    terminal: Terminal = context.obj
    terminal.quiet, terminal.verbose = quiet, verbose
    return terminal


def open_terminal() -> Terminal:
    """Return the process's own terminal; what cannot be encoded is escaped, never an error."""
    return Terminal(
        stdin=_open_stream(sys.stdin, "r"),
        stdout=_open_stream(sys.stdout, "w"),
        stderr=_open_stream(sys.stderr, "w"),
        env=os.environ,
    )


def choose_width(out: TextIO, env: Mapping[str, str]) -> int:
    """Return the columns to fill: COLUMNS, else the terminal's, else 120."""
    named = env.get("COLUMNS", "")
    if named.isdecimal() and int(named) > 0:
        return max(_NARROWEST, int(named))
    if not out.isatty():
        return PIPED_WIDTH
    try:
        return max(_NARROWEST, os.get_terminal_size(out.fileno()).columns or PIPED_WIDTH)
    except OSError:
        return PIPED_WIDTH


def choose_color(choice: ColorChoice, out: TextIO, env: Mapping[str, str]) -> bool:
    """Tell whether to colour: as asked, else NO_COLOR and FORCE_COLOR (no-color.org), else on a terminal."""
    if choice != "auto":
        return choice == "always"
    if env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR"):
        return True
    return out.isatty() and env.get("TERM") != "dumb"


def open_console(out: TextIO, env: Mapping[str, str], color: ColorChoice) -> Console:
    """Return rich's console on ``out``: no markup, no highlighting, sixteen colours of the reader's own theme."""
    from rich.console import Console

    return Console(
        file=out,
        width=choose_width(out, env),
        color_system="standard" if choose_color(color, out, env) else None,
        force_terminal=choose_color(color, out, env),
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )


def print_block(console: Console, block: RenderableType, *, gap: bool = True) -> None:
    """Print a block without the blanks that rich fills lines with, and an empty line below."""
    with console.capture() as capture:
        console.print(block)
    trimmed = re.sub(r"(?: |\x1b\[[\d;]*m)+$", _drop_blanks, capture.get(), flags=re.MULTILINE)
    console.file.write(trimmed + ("\n" if gap else ""))


def _drop_blanks(ending: re.Match[str]) -> str:
    return ending.group().replace(" ", "")


def silence(out: TextIO) -> None:
    """Point a stream whose reader has gone at nothing, so that leaving Python does not fail on it."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
    except (OSError, ValueError):
        return


def _open_stream(stream: TextIO | None, mode: Literal["r", "w"]) -> TextIO:
    if stream is None:  # started with the descriptor closed, as in `factcheck >&-`
        return open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123
    if mode == "w" and hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
    return stream
