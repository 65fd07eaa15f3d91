"""Files and folders to articles; what cannot be read is a value, and stops nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from claims.articles import html, ninjs, text
from claims.articles.files import find_files, load_bytes, written_on
from claims.articles.source import Outlets, Reader, Source
from claims.errors import UnreadableError
from claims.model import Article, Unread

READERS: dict[str, Reader] = {"ninjs": ninjs, "html": html, "text": text}
"""The formats, in the order in which they are tried on the first bytes of a file."""


_HINT = "save the article as text, HTML or ninjs JSON"
_OTHER_FORMATS = {
    b"%PDF": "a PDF file",
    b"{\\rtf": "an RTF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
}


def read_bytes(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the articles in ``data``, more than one only for lists. Raises UnreadableError."""
    if not data.strip():
        raise UnreadableError("the file is empty", where=source.name, hint="save the article's text into it")
    other = next((name for sign, name in _OTHER_FORMATS.items() if data.startswith(sign)), None)
    if other:
        raise UnreadableError(f"this is {other}, not text, HTML or ninjs", where=source.name, hint=_HINT)
    for reader in READERS.values():
        if reader.matches(data, source.suffix):
            return reader.read(data, source)
    raise UnreadableError("this is binary data, not text", where=source.name, hint="give a text, HTML or ninjs file")


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


def read_articles(paths: Iterable[Path], registry: Outlets) -> Iterator[Article | Unread]:
    """Yield the articles of files and folders, in sorted order; each input that fails is an Unread in its place."""
    for path in find_files(paths):
        if isinstance(path, Unread):
            yield path
            continue
        try:
            yield from read_bytes(load_bytes(path), Source(str(path), registry, written_on(path)))
        except UnreadableError as error:
            yield Unread(error.where or str(path), error.message, error.hint)
