"""Find the files that the user means, and load them without hanging on anything that is not a plain file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path, PurePath
from typing import IO

from claims.errors import UnreadableError
from claims.model import Unread
from claims.wordlists import read_words

MOST_BYTES = 20 * 1024 * 1024
MOST_OF_MANY = 100 * 1024 * 1024
MOST_STREAMED = 8 * 1024**3
_LIST = Path(__file__).with_name("data") / "files.txt"
_EMPTY_FOLDER = "give a folder with articles in it"
_FOLDER_HINT = "check its permissions"


@cache
def _named(section: str) -> frozenset[str]:
    return read_words(_LIST)[section]


def find_files(paths: Iterable[Path]) -> Iterator[Path | Unread]:
    """Yield the files to read: those named, and those in folders, sorted, without what is plainly no article."""
    seen: set[int] = set()
    for path in paths:
        found = _in_folder(path) if _is_folder(path) else iter([_named_file(path)])
        for file in found:
            key = _hash_real_path(file.path if isinstance(file, Unread) else str(file))
            if key not in seen:
                seen.add(key)
                yield file


def _hash_real_path(path: str) -> int:
    """Return what tells files apart: a number takes less memory than a path, of which there may be a million."""
    try:
        return hash(os.path.realpath(path))
    except (OSError, ValueError):
        return hash(path)


def measure_files(paths: Iterable[Path]) -> int:
    """Return about how many bytes there are to read, for telling how far the work is."""
    return sum(_size(file) for path in paths for file in (_walk(path) if _is_folder(path) else [path]))


def _size(file: Path | Unread) -> int:
    if isinstance(file, Unread) or is_beside_articles(file):
        return 0
    return size_of(file)


def size_of(file: Path) -> int:
    """Return the bytes of a plain file, 0 for anything else."""
    try:
        status = file.stat()
    except (OSError, ValueError):
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _named_file(path: Path) -> Path | Unread:
    reason = why_no_article(path)
    return Unread(str(path), *reason) if reason else path


def why_no_article(path: PurePath) -> tuple[str, str] | None:
    """Return why a file is no article, by its name alone, and a hint; None where it may be one."""
    suffix = ending_of(path)
    if suffix in _named("unsupported"):
        return f"{suffix[1:]} files cannot be read", "save the article as text or HTML, a table as CSV"
    if suffix in _named("other suffixes") or path.stem.casefold() in _named("not articles"):
        return "not an article, by its name", "name files that hold articles"
    return None


def _in_folder(folder: Path) -> Iterator[Path | Unread]:
    found = 0
    for file in _walk(folder):
        if isinstance(file, Path) and (is_beside_articles(file) or _is_documentation(file)):
            continue
        found += 1
        yield file if isinstance(file, Unread) else _named_file(file)
    if not found:
        yield Unread(str(folder), "no articles in this folder", _EMPTY_FOLDER)


def is_beside_articles(file: PurePath) -> bool:
    """Tell whether a file is plainly no article, by its name: what a folder may hold beside them."""
    suffix = ending_of(file)
    plain = suffix not in _named("unsupported") and why_no_article(file) is not None
    return plain or file.name.startswith((".", "~$")) or file.name.endswith("~")


def _is_documentation(file: Path) -> bool:
    """Tell whether a Markdown file is no article, by what it holds; one that cannot be read is reported later."""
    if file.suffix.lower() not in _named("markdown"):
        return False
    from claims.articles.markdown import is_article

    try:
        return not is_article(load_bytes(file))
    except UnreadableError:
        return False


def _walk(folder: Path) -> Iterator[Path | Unread]:
    """Yield the files below ``folder``, sorted by path; links to folders are not followed, so no loop is possible."""
    pending: list[tuple[Path, Iterator[str]]] = []
    entering: Path | None = folder
    while entering or pending:
        if entering:
            try:
                pending.append((entering, iter(sorted(os.listdir(entering)))))  # noqa: PTH208 - a tenth of the memory
            except OSError as error:
                yield Unread(str(entering), f"cannot list the folder: {error.strerror or error}", _FOLDER_HINT)
            entering = None
        elif (name := next(pending[-1][1], None)) is None:
            pending.pop()
        else:
            entry = pending[-1][0] / name
            if not _is_folder(entry):
                yield entry
            elif not entry.is_symlink() and not _is_hidden(name):
                entering = entry


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name in {"__pycache__", "node_modules"}


def load_bytes(path: Path) -> bytes:
    """Return the content of a plain file. Raises UnreadableError for anything else.

    An article may have 20 MB, a file of many that is not read bit by bit 100 MB.
    """
    most = MOST_OF_MANY if is_collection(path) else MOST_BYTES
    with open_file(path, most) as file, _reported(path):
        data = file.read(most + 1)
    if len(data) > most:
        raise _too_large(str(path), most)
    return data


def is_collection(path: PurePath) -> bool:
    """Tell whether the name says that the file holds many articles."""
    return ending_of(path) in _named("collections")


def ending_of(path: PurePath) -> str:
    """Return the file name's last suffix in lower case, or the last two where they belong together: ``.warc.gz``."""
    both = "".join(path.suffixes[-2:]).lower()
    return both if both in _named("collections") else path.suffix.lower()


def open_file(path: Path, most: int) -> IO[bytes]:
    """Open a plain file of up to ``most`` bytes. Raises UnreadableError for anything else, without waiting."""
    where = str(path)
    with _reported(path):
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError("this is a folder", where=where, hint="name the files in it")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("not a plain file (a pipe, socket or device)", where=where, hint="name a file")
        if status.st_size > most:
            raise _too_large(where, most)
        return path.open("rb")


@contextmanager
def _reported(path: Path) -> Iterator[None]:
    """Turn what the system reports into an UnreadableError."""
    where = str(path)
    try:
        yield
    except FileNotFoundError as error:
        raise UnreadableError("no such file", where=where, hint="check the path") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(
            f"cannot read it: {reason}", where=where, hint="check the path and its permissions"
        ) from error


def _too_large(where: str, most: int) -> UnreadableError:
    return UnreadableError("too large for an article", where=where, hint=f"the limit is {most // 1024**2} MB")


def written_on(path: Path) -> str | None:
    """Return the day on which the file was last written, UTC, ISO."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
    except (OSError, OverflowError, ValueError):
        return None
