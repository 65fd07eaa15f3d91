"""From what SQLite and the file system report to an error that says what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claims.errors import StoreError

ELSEWHERE = "or name another file with --db (FACTCHECK_DB)"
DAMAGED = (
    "the store is damaged",
    f"move the file away and read the articles again with factcheck ingest, {ELSEWHERE}",
)
NO_DATABASE = ("not a store of factcheck: the file is no SQLite database", f"check the path, {ELSEWHERE}")
_FULL = ("the disk is full", f"free some space, {ELSEWHERE}; what was stored before is safe")
_UNWRITABLE = (
    "the store cannot be opened for writing",
    f"check that its folder exists and that you may write the folder and the file, {ELSEWHERE}",
)
# Primary result codes, https://www.sqlite.org/rescode.html
_PROBLEMS = {
    sqlite3.SQLITE_BUSY: (
        "another process is writing to the store",
        "try again when it is done; look for another factcheck that is still running",
    ),
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: ("the disk reports an error", f"check the disk and the space left on it, {ELSEWHERE}"),
    sqlite3.SQLITE_NOTADB: NO_DATABASE,
    sqlite3.SQLITE_PERM: _UNWRITABLE,
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
}


@contextmanager
def report_problems(path: Path) -> Iterator[None]:
    """Raise StoreError for what the user can mend; what only a bug can cause passes through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        known = _PROBLEMS.get(getattr(error, "sqlite_errorcode", -1) & 0xFF)
        if known is None:
            raise
        raise StoreError(known[0], where=str(path), hint=known[1]) from error
    except OSError as error:
        message, hint = _FULL if error.errno == errno.ENOSPC else _UNWRITABLE
        raise StoreError(f"{message} ({error.strerror or error})", where=str(path), hint=hint) from error
