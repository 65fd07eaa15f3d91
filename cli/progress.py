"""How far the work is, on one line of standard error."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cli.terminal import Terminal

_PATIENCE = 0.5
"""Seconds before anything is shown: short work needs no progress."""
_PACE = 0.1
_ERASE = "\r\x1b[K"

Progress = Callable[[str, int, int], None]


@contextmanager
def show_progress(terminal: Terminal) -> Iterator[Progress]:
    """Give a callback (stage, done, total) that draws on a terminal, and does nothing elsewhere or with --quiet.

    An empty stage clears the line, for a message that is to be printed.
    """
    if terminal.quiet or not terminal.stderr.isatty() or terminal.env.get("TERM") == "dumb":
        yield _ignore
        return
    due = time.monotonic() + _PATIENCE
    drawn = False

    def draw(stage: str, done: int, total: int) -> None:
        nonlocal due, drawn
        now = time.monotonic()
        if not stage and drawn:
            drawn = False
            terminal.stderr.write(_ERASE)
        elif stage and now >= due:
            due, drawn = now + _PACE, True
            terminal.stderr.write(f"{_ERASE}{stage} {done:,} of {total:,}")
            terminal.stderr.flush()

    try:
        yield draw
    finally:
        if drawn:
            terminal.stderr.write(_ERASE)
            terminal.stderr.flush()


def _ignore(stage: str, done: int, total: int) -> None:
    """Draw nothing."""
