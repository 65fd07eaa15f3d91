"""The way in: ``factcheck`` calls ``run``, which turns whatever happens into an exit status."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence

from cli.status import ExitStatus
from cli.terminal import Terminal, open_terminal, silence

_OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""Almost all that a short run makes stays until its end: looking for garbage every 700 objects costs a twentieth."""


def run(arguments: Sequence[str] | None = None, terminal: Terminal | None = None) -> int:
    """Run one command and return the status to end with."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)  # the last look for garbage, as the process ends, costs a sixth of a short run
    terminal = terminal or open_terminal()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments, terminal)
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except BrokenPipeError:
        silence(terminal.stdout)
        return ExitStatus.DONE
    except OSError as error:
        return _report_failure(error, terminal)
    except Exception as error:
        return _report_bug(error, terminal)


def _run(arguments: Sequence[str], terminal: Terminal) -> int:
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
