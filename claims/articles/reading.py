"""Files and folders to articles; what cannot be read is a value, and stops nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from claims.articles.files import load_bytes, measure_files, written_on
from claims.articles.formats import (
    CollectionFormat,
    Format,
    may_be_any,
    may_be_mail,
    may_be_markup,
    may_be_pdf,
    may_be_table,
    may_be_wire,
    open_with,
)
from claims.articles.members import Collection, sum_up_faults
from claims.articles.pool import count_cores, read_tasks
from claims.articles.source import NOTHING_KNOWN, Known, Outlets, Reader, Source
from claims.articles.tasks import list_tasks
from claims.errors import UnreadableError
from claims.model import Article, Unread

COLLECTIONS: dict[str, Collection] = {
    "zip": CollectionFormat("zip", open_with(b"PK")),
    "wacz": CollectionFormat("wacz", open_with(b"PK")),
    "warc": CollectionFormat("warc", open_with(b"WARC/", b"\x1f\x8b")),
    "parquet": CollectionFormat("parquet", open_with(b"PAR1")),
    "jsonl": CollectionFormat("jsonl", open_with(b"{")),
    "csv": CollectionFormat("csv", may_be_table),
}
"""The formats whose files are taken apart and never held in memory as a whole."""

READERS: dict[str, Reader] = {
    "wacz": COLLECTIONS["wacz"],
    "zip": COLLECTIONS["zip"],
    "warc": COLLECTIONS["warc"],
    "pdf": Format("pdf", may_be_pdf),
    "parquet": COLLECTIONS["parquet"],
    "g2": Format("g2", may_be_markup),
    "newsml": Format("newsml", may_be_markup),
    "nitf": Format("nitf", may_be_markup),
    "feed": Format("feed", may_be_markup),
    "mhtml": Format("mhtml", may_be_mail),
    "eml": Format("eml", may_be_mail),
    "newsapi": Format("newsapi", open_with(b"{", b"[")),
    "jsonl": COLLECTIONS["jsonl"],
    "ninjs": Format("ninjs", open_with(b"{", b"[")),
    "csv": COLLECTIONS["csv"],
    "markdown": Format("markdown", open_with(b"---", b"+++")),
    "wire": Format("wire", may_be_wire),
    "html": Format("html", may_be_markup),
    "text": Format("text", may_be_any),
}
"""The formats, in the order in which they are tried on the first bytes of a file; each is a module of that name."""

Progress = Callable[[int, int], None]
"""Is told how many bytes are read, and of about how many."""

_HINT = "save the article as text or HTML"
_OTHER_FORMATS = {
    b"{\\rtf": "an RTF file",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"SQLite format 3": "a database",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
}


def ignore_progress(done: int, total: int) -> None:
    """Do nothing."""


def read_bytes(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the articles in ``data``, more than one only for lists and archives. Raises UnreadableError."""
    found = READERS[find_reader(data, source)].read(data, source)
    if not found:
        raise UnreadableError("there is no article in it", where=source.name, hint=_HINT)
    return found


def find_reader(head: bytes, source: Source) -> str:
    """Return the name of the reader that takes a file with these first bytes. Raises UnreadableError."""
    if not head.strip():
        raise UnreadableError("the file is empty", where=source.name, hint="save the article's text into it")
    other = next((name for sign, name in _OTHER_FORMATS.items() if head.startswith(sign)), None)
    if other and not READERS["warc"].matches(head, source.suffix):
        raise UnreadableError(f"this is {other}, which cannot be read", where=source.name, hint=_HINT)
    name = next((name for name, reader in READERS.items() if reader.matches(head, source.suffix)), None)
    if name is None:
        raise UnreadableError("this is binary data, not text", where=source.name, hint=_HINT)
    return name


def read_article(path: Path, registry: Outlets) -> Article:
    """Return the one article in a file. Raises UnreadableError with ``where`` and ``hint``."""
    found = read_bytes(load_bytes(path), Source(str(path), registry, written_on(path)))
    if len(found) > 1:
        raise UnreadableError(
            f"a list of {len(found)} items, not one article", where=str(path), hint="use read_articles"
        )
    only = found[0]
    if isinstance(only, Unread):
        raise UnreadableError(only.reason, where=only.path, hint=only.hint)
    return only


def read_file(path: Path, registry: Outlets, known: Known = NOTHING_KNOWN) -> list[Article | Unread]:
    """Return the articles of a file that is read as a whole. Raises UnreadableError."""
    return read_bytes(load_bytes(path), Source(str(path), registry, written_on(path), known))


def read_articles(
    paths: Iterable[Path],
    registry: Outlets,
    *,
    known: Known = NOTHING_KNOWN,
    progress: Progress = ignore_progress,
    processes: int | None = None,
) -> Iterator[Article | Unread]:
    """Yield the articles of files and folders, in sorted order; each input that fails is an Unread in its place.

    ``known`` is what the user says of all of them. Many files are read in ``processes`` processes, by default one a
    core; what is in memory does not grow with the number of files or the size of archives.
    """
    yield from sum_up_faults(_iterate(list(paths), registry, known, progress, processes or count_cores()))


def _iterate(
    paths: list[Path], registry: Outlets, known: Known, progress: Progress, processes: int
) -> Iterator[Article | Unread]:
    total = measure_files(paths) if progress is not ignore_progress else 0
    done = 0
    for size, found in read_tasks(list_tasks(paths, known), registry, processes):
        progress(min(done, total), total)
        yield from found
        done += size
