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
_TRIAL = 2.0
"""Seconds before a rate is worth telling."""
_UNITS = {"reading": (1000, " KB")}
"""Of stages that do not count things: by what to divide, and the unit."""

Progress = Callable[[str, int, int], None]


@contextmanager
def show_progress(terminal: Terminal) -> Iterator[Progress]:
    """Give a callback (stage, done, total) that draws on a terminal, and does nothing elsewhere or with --quiet.

    What takes longer gets a rate and the time left.
    An empty stage clears the line, for a message that is to be printed.
    """
    if terminal.quiet or not terminal.stderr.isatty() or terminal.env.get("TERM") == "dumb":
        yield _ignore
        return
    started = time.monotonic()
    due = started + _PATIENCE
    drawn = False
    current = ""

    def draw(stage: str, done: int, total: int) -> None:
        nonlocal due, drawn, started, current
        now = time.monotonic()
        if stage and stage != current:
            current, started = stage, now
        if not stage and drawn:
            drawn = False
            terminal.stderr.write(_ERASE)
        elif stage and now >= due:
            due, drawn = now + _PACE, True
            terminal.stderr.write(_ERASE + describe_progress(stage, done, total, now - started))
            terminal.stderr.flush()

    try:
        yield draw
    finally:
        if drawn:
            terminal.stderr.write(_ERASE)
            terminal.stderr.flush()


def describe_progress(stage: str, done: int, total: int, seconds: float) -> str:
    """Return how far a stage is after so many seconds, with its rate and the time left once they can be told."""
    divisor, unit = _UNITS.get(stage, (1, ""))
    told = f"{stage} {done // divisor:,} of {total // divisor:,}{unit}"
    if seconds < _TRIAL or not 0 < done <= total:
        return told
    rate = done / seconds
    left = round((total - done) / rate)
    return f"{told}, {rate / divisor:,.0f}{unit}/s, {describe_seconds(left)} left"


def describe_seconds(seconds: int) -> str:
    """Return a duration in the unit that is fit for waiting: 40 s, 12 min, 3 h 5 min."""
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{seconds} s"
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def _ignore(stage: str, done: int, total: int) -> None:
    """Draw nothing."""
