"""Find the files that the user means, and load them without hanging on anything that is not a plain file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from claims.errors import UnreadableError
from claims.model import Unread
from claims.wordlists import read_words

MOST_BYTES = 20 * 1024 * 1024
_LIST = Path(__file__).with_name("data") / "files.txt"
_EMPTY_FOLDER = "give a folder with .txt, .html or .json articles"


@cache
def _named(section: str) -> frozenset[str]:
    return read_words(_LIST)[section]


def find_files(paths: Iterable[Path]) -> Iterator[Path | Unread]:
    """Yield the files to read: those named, and those in folders, sorted, without what is plainly no article."""
    seen: set[str] = set()
    for path in paths:
        found = _in_folder(path) if _is_folder(path) else iter([_named_file(path)])
        for file in found:
            key = _real_path(file.path if isinstance(file, Unread) else str(file))
            if key not in seen:
                seen.add(key)
                yield file


def _real_path(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _named_file(path: Path) -> Path | Unread:
    reason = why_no_article(path)
    return Unread(str(path), *reason) if reason else path


def why_no_article(path: Path) -> tuple[str, str] | None:
    """Return why a file is no article, by its name alone, and a hint; None where it may be one."""
    suffix = path.suffix.lower()
    if suffix in _named("unsupported"):
        return f"{suffix[1:]} files cannot be read", "save the article as text, HTML or ninjs JSON"
    if suffix in _named("other suffixes") or path.stem.casefold() in _named("not articles"):
        return "not an article, by its name", "name text, HTML or ninjs JSON files"
    return None


def _in_folder(folder: Path) -> Iterator[Path | Unread]:
    found = 0
    for file in _walk(folder):
        if isinstance(file, Path) and _is_beside_articles(file):
            continue
        found += 1
        yield file if isinstance(file, Unread) else _named_file(file)
    if not found:
        yield Unread(str(folder), "no articles in this folder", _EMPTY_FOLDER)


def _is_beside_articles(file: Path) -> bool:
    suffix = file.suffix.lower()
    plain = suffix not in _named("unsupported") and why_no_article(file) is not None
    return plain or file.name.startswith((".", "~$")) or file.name.endswith("~")


def _walk(folder: Path) -> Iterator[Path | Unread]:
    """Yield the files below ``folder``, sorted by path; links to folders are not followed, so no loop is possible."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Unread(str(folder), f"cannot list the folder: {error.strerror or error}", "check its permissions")
        return
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink():
            if not entry.name.startswith(".") and entry.name not in ("__pycache__", "node_modules"):
                yield from _walk(entry)
        elif not entry.is_dir():
            yield entry


def load_bytes(path: Path) -> bytes:
    """Return the content of a plain file. Raises UnreadableError for anything else, and for more than 20 MB."""
    where = str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError("this is a folder", where=where, hint="name the files in it")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("not a plain file (a pipe, socket or device)", where=where, hint="name a file")
        if status.st_size > MOST_BYTES:
            raise UnreadableError(
                f"{status.st_size / 1e6:.0f} MB is too large for an article", where=where, hint="the limit is 20 MB"
            )
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableError("no such file", where=where, hint="check the path") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(
            f"cannot read it: {reason}", where=where, hint="check the path and its permissions"
        ) from error
    if len(data) > MOST_BYTES:
        raise UnreadableError("too large for an article", where=where, hint="the limit is 20 MB")
    return data


def written_on(path: Path) -> str | None:
    """Return the day on which the file was last written, UTC, ISO."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
    except (OSError, OverflowError, ValueError):
        return None
