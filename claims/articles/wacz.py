"""Web archives with their index (WACZ): a ZIP that holds WARC files (extra ``warc``)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import IO

from claims.articles import html, warc
from claims.articles.members import Member, read_all
from claims.articles.source import Source
from claims.articles.zip import open_archive, refuse_packing
from claims.errors import UnreadableError
from claims.model import Article, Unread

_SIGN = b"PK\x03\x04"
_HEAD = 4096
_SUFFIXES = (".warc", ".warc.gz")
_HINT = "export the archive anew"


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the bytes are a ZIP whose name or first files say that it is a web archive."""
    head = data[:_HEAD]
    return head.startswith(_SIGN) and (suffix == ".wacz" or (b"datapackage.json" in head and b"archive/" in head))


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the article of each page; one that holds none is Unread in its place."""
    return read_all(split(BytesIO(data), source), read_member, source)


def read_member(content: bytes, source: Source) -> list[Article | Unread]:
    """Return the article of a page. Raises UnreadableError."""
    return html.read(content, source)


def split(file: IO[bytes], source: Source) -> Iterator[Member | Unread]:
    """Yield the pages of the WARC files in the archive. Raises UnreadableError where it has none."""
    import zlib
    from zipfile import BadZipFile

    with open_archive(file, source.name) as archive:
        names = sorted(name for name in archive.namelist() if name.lower().endswith(_SUFFIXES))
        if not names:
            raise UnreadableError("a WACZ file without web archives in it", where=source.name, hint=_HINT)
        for name in names:
            where = f"{source.name}/{name}"
            try:
                if reason := refuse_packing(archive.getinfo(name)):
                    raise UnreadableError(reason, where=where, hint=_HINT)
                with archive.open(name) as records:
                    yield from warc.split(records, source._replace(name=where))
            except UnreadableError as error:
                yield Unread(where, error.message, error.hint)
            except (BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError) as error:
                yield Unread(where, f"cannot be unpacked: {error}", _HINT)
