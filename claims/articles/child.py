"""Libraries that take more time or memory than can be foreseen, each run in a process of its own that is bounded.

The process is a script beside this module that needs nothing of factcheck: ``bounded`` sets its limits, it has the
file as its standard input and writes lines. What it writes to standard error is the reason where it fails.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from claims.errors import UnreadableError

if TYPE_CHECKING:
    from subprocess import Popen

_LONGEST_REASON = 200
_OUT_OF_TIME = frozenset({-24, -9, 152, 137})
"""What a process ends with that used up its processor time: SIGXCPU, or SIGKILL where it holds that off."""


class Limits(NamedTuple):
    """What the process may use."""

    seconds: int
    """Of processor time."""
    megabytes: int


def _find(module: str) -> object | None:
    from importlib.util import find_spec

    return find_spec(module)


def require_extra(module: str, extra: str, what: str, where: str) -> None:
    """Raise UnreadableError, with the way to install it, where the library of an extra is missing."""
    try:
        found = _find(module) is not None
    except (ImportError, ValueError):
        found = False
    if not found:
        hint = f"pip install 'factcheck-cli[{extra}]'"
        raise UnreadableError(
            f"reading {what} takes the extra {extra!r}, which is not installed", where=where, hint=hint
        )


@contextmanager
def run_script(
    name: str, file: IO[bytes], where: str, limits: Limits, arguments: Sequence[str] = ()
) -> Iterator[Iterator[bytes]]:
    """Run the script of this name on ``file``, from its start, and give the lines that it writes as they come.

    Raises UnreadableError where the process fails or takes more than its limits, once its lines are read.
    """
    from subprocess import PIPE, Popen
    from tempfile import TemporaryFile

    bounded, script = (str(Path(__file__).with_name(f"{script}.py")) for script in ("bounded", name))
    command = [sys.executable, "-P", bounded, *map(str, limits), script, *arguments]
    with (
        TemporaryFile() as errors,
        _on_disk(file) as stream,
        Popen(command, stdin=stream, stdout=PIPE, stderr=errors) as process,  # noqa: S603
    ):
        assert process.stdout
        try:
            yield _iterate(process, process.stdout, errors, where)
        finally:
            process.kill()


def _iterate(process: Popen[bytes], lines: IO[bytes], errors: IO[bytes], where: str) -> Iterator[bytes]:
    yield from lines
    status = process.wait()
    if status:
        errors.seek(0)
        raise UnreadableError(_explain(status, errors.read(1_000_000)), where=where, hint="save the article as text")


def _explain(status: int, errors: bytes) -> str:
    if status in _OUT_OF_TIME:
        return "it takes too long to read"
    said = errors.decode("utf-8", "replace").strip().rpartition("\n")[2]
    if said.startswith("MemoryError"):
        return "it takes too much memory to read"
    return f"damaged: {said.partition(': ')[2] or said}"[:_LONGEST_REASON].rstrip()


@contextmanager
def _on_disk(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """Give the file as one that another process can read from its start: a copy where it is only in memory."""
    from tempfile import TemporaryFile

    try:
        file.fileno()
    except OSError:
        pass
    else:
        file.seek(0)
        yield file
        return
    with TemporaryFile() as copy:
        file.seek(0)
        while part := file.read(1_000_000):
            copy.write(part)
        copy.seek(0)
        yield copy
