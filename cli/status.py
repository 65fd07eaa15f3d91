"""What the process tells its caller when it ends."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """The exit statuses, the only place that knows their numbers."""

    DONE = 0
    """Also when the reader closed the pipe."""
    FOUND = 1
    """Only with --exit-code: a discrepancy at or above --min-severity."""
    MISTAKE = 2
    """A usage or input error, also when only some inputs failed and the rest was done."""
    BUG = 3
    INTERRUPTED = 130
