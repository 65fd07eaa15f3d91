"""Find the files that the user means, and load them without hanging on anything that is not a plain file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path, PurePath

from claims.errors import UnreadableError
from claims.model import Unread
from claims.wordlists import read_words

MOST_BYTES = 20 * 1024 * 1024
MOST_OF_MANY = 100 * 1024 * 1024
_LIST = Path(__file__).with_name("data") / "files.txt"
_EMPTY_FOLDER = "give a folder with articles in it"


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


def why_no_article(path: PurePath) -> tuple[str, str] | None:
    """Return why a file is no article, by its name alone, and a hint; None where it may be one."""
    suffix = path.suffix.lower()
    if suffix in _named("unsupported"):
        return f"{suffix[1:]} files cannot be read", "save the article as text or HTML"
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
    suffix = file.suffix.lower()
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
    pending = [folder]
    while pending:
        entry = pending.pop()
        if entry is folder or _is_real_folder(entry):
            try:
                pending += sorted(filter(_is_visible, entry.iterdir()), reverse=True)
            except OSError as error:
                reason = f"cannot list the folder: {error.strerror or error}"
                yield Unread(str(entry), reason, "check its permissions")
        elif not _is_folder(entry):
            yield entry


def _is_real_folder(path: Path) -> bool:
    return not path.is_symlink() and _is_folder(path)


def _is_visible(path: Path) -> bool:
    hidden = path.name.startswith(".") or path.name in ("__pycache__", "node_modules")
    return not (hidden and _is_real_folder(path))


def load_bytes(path: Path) -> bytes:
    """Return the content of a plain file. Raises UnreadableError for anything else.

    An article may have 20 MB, a table, list or archive of many 100 MB.
    """
    where = str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError("this is a folder", where=where, hint="name the files in it")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("not a plain file (a pipe, socket or device)", where=where, hint="name a file")
        most = MOST_OF_MANY if path.suffix.lower() in _named("collections") else MOST_BYTES
        if status.st_size > most:
            raise _too_large(where, most)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError as error:
        raise UnreadableError("no such file", where=where, hint="check the path") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(
            f"cannot read it: {reason}", where=where, hint="check the path and its permissions"
        ) from error
    if len(data) > most:
        raise _too_large(where, most)
    return data


def _too_large(where: str, most: int) -> UnreadableError:
    return UnreadableError("too large for an article", where=where, hint=f"the limit is {most // 1024**2} MB")


def written_on(path: Path) -> str | None:
    """Return the day on which the file was last written, UTC, ISO."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
    except (OSError, OverflowError, ValueError):
        return None
