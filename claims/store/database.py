"""Open the store's file; make it whole beside its place first, so that nobody ever sees half of one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from claims.errors import StoreError
from claims.store.problems import NO_DATABASE, report_problems
from claims.store.schema import update_schema

_HEADER = b"SQLite format 3\0"


def connect(path: Path, timeout: float) -> sqlite3.Connection:
    """Return a connection to the store at ``path``, which is made where it does not exist.

    ``timeout`` is how many seconds to wait for another writer. Raises StoreError.
    """
    with report_problems(path):
        if not path.exists():
            _create(path)
        _require_database(path)
        return _open(path, timeout)


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Keep all that is written inside, or nothing where it ends with an error. Raises StoreError."""
    with report_problems(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def _require_database(path: Path) -> None:
    # SQLite takes a file of a few bytes for an empty database and writes over it.
    with path.open("rb") as file:
        if file.read(len(_HEADER)) not in {b"", _HEADER}:
            raise StoreError(NO_DATABASE[0], where=str(path), hint=NO_DATABASE[1])


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix=f".{path.name[:40]}-", dir=path.parent))
    draft = folder / "draft.db"
    try:
        draft.touch()
        _open(draft, timeout=0).close()
        _move_into_place(draft, path)
    finally:
        for left in folder.iterdir():
            left.unlink()
        folder.rmdir()


def _move_into_place(draft: Path, path: Path) -> None:
    """Give the draft its name, unless another process was first: a store is never replaced."""
    with suppress(FileExistsError):
        try:
            os.link(draft, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if not path.exists():
                draft.rename(path)


def _open(path: Path, timeout: float) -> sqlite3.Connection:
    # mode=rw: a file that vanished meanwhile is an error, not a new database without tables.
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", timeout, isolation_level=None, uri=True)
    try:
        update_schema(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection
