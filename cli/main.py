"""The way in: ``factcheck`` calls ``run``, which turns whatever happens into an exit status."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from cli.status import ExitStatus
from cli.terminal import Terminal, open_terminal, silence

_OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""Almost all that a short run makes stays until its end: looking for garbage every 700 objects costs a twentieth."""


def run(arguments: Sequence[str] | None = None, terminal: Terminal | None = None) -> int:
    """Run one command and return the status to end with."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)  # the last look for garbage, as the process ends, costs a sixth of a short run
    if arguments is not None:
        return _run(arguments, terminal or open_terminal())
    ending: list[int] = []
    atexit.register(_leave, ending)  # first in, last out: whatever else has to be done at the end is done before
    ending.append(_run(sys.argv[1:], terminal or open_terminal()))
    return ending[0]


def _leave(ending: Sequence[int]) -> None:
    """End the process at once: giving its memory back piece by piece takes a twentieth of a short run."""
    if not ending:
        return
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.flush()
    os._exit(ending[0])


def _run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Run one command; whatever is raised becomes a message and a status."""
    try:
        return _dispatch(arguments, terminal)
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except BrokenPipeError:
        silence(terminal.stdout)
        return ExitStatus.DONE
    except OSError as error:
        return _report_failure(error, terminal)
    except Exception as error:
        return _report_bug(error, terminal)


def _dispatch(arguments: Sequence[str], terminal: Terminal) -> int:
    from claims.version import __version__

    if list(arguments) == ["--version"]:  # before typer, which takes longer to load than all the rest
        terminal.write(f"factcheck {__version__}")
        status = ExitStatus.DONE
    else:
        from cli.app import dispatch

        status = dispatch(arguments, terminal)
    terminal.stdout.flush()
    return status


def _report_failure(error: OSError, terminal: Terminal) -> ExitStatus:
    """Report what the system refused: a full disk, a missing permission."""
    terminal.report_message(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
    try:
        terminal.stdout.flush()
    except OSError:
        silence(terminal.stdout)
    return ExitStatus.MISTAKE


def _report_bug(error: Exception, terminal: Terminal) -> ExitStatus:
    import traceback

    terminal.stderr.write("".join(traceback.format_exception(error)))
    terminal.report_message(
        f"a fault in factcheck itself: {type(error).__name__}: {error}",
        "please report it with the lines above and, if you may share it, the input",
    )
    return ExitStatus.BUG
