"""ZIP archives of articles: read in memory, member by member, nothing written to disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from claims.articles.files import MOST_BYTES, is_beside_articles, why_no_article
from claims.articles.source import Source
from claims.errors import UnreadableError
from claims.model import Article, Unread

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_SIGNS = (b"PK\x03\x04", b"PK\x05\x06")
_MEMBER_SIGN = b"PK\x01\x02"
_MOST_MEMBERS = 20_000
_MOST_TOTAL = 500_000_000
_HIGHEST_RATIO = 200
_SMALL = 1_000_000
_OUTSIDE = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)")
_OFFICE = frozenset({"[Content_Types].xml", "mimetype", "META-INF/container.xml"})
_HINT = "unpack it and name the files in it"


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the bytes open like an archive."""
    del suffix
    return data.startswith(_SIGNS)


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the articles of the members; one that cannot be read is Unread in its place."""
    with _open(data, source.name) as archive:
        members = archive.infolist()
        if any(member.filename in _OFFICE for member in members):
            raise UnreadableError(
                "an office document, not an archive of articles", where=source.name, hint=_OFFICE_HINT
            )
        found = list(_read_members(archive, members, source))
    if not found:
        raise UnreadableError("no articles in this archive", where=source.name, hint=_HINT)
    return found


_OFFICE_HINT = "save the article as text or HTML"


def _open(data: bytes, where: str) -> ZipFile:
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    if data.count(_MEMBER_SIGN) > _MOST_MEMBERS:
        raise UnreadableError(f"an archive of more than {_MOST_MEMBERS:,} files", where=where, hint=_HINT)
    try:
        return ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError, RuntimeError, IndexError) as error:
        raise UnreadableError(
            f"a damaged ZIP archive: {error}", where=where, hint="copy or download it anew"
        ) from error


def _read_members(archive: ZipFile, members: list[ZipInfo], source: Source) -> Iterator[Article | Unread]:
    from claims.articles.reading import read_bytes

    total = 0
    for member in sorted(members, key=lambda member: member.filename):
        name = f"{source.name}/{member.filename}"
        if member.is_dir() or _is_skipped(member.filename):
            continue
        try:
            if total > _MOST_TOTAL:
                raise UnreadableError("the archive unpacks to more than 500 MB", where=name, hint=_HINT)
            data = _load(archive, member, name)
            total += len(data)
            yield from read_bytes(data, source._replace(name=name))
        except UnreadableError as error:
            yield Unread(error.where or name, error.message, error.hint)


def _is_skipped(name: str) -> bool:
    path = PurePosixPath(name)
    if _OUTSIDE.search(name):
        return False
    hidden = any(part == "__MACOSX" or (part.startswith(".") and part not in {".", ".."}) for part in path.parts)
    return hidden or is_beside_articles(path)


def _load(archive: ZipFile, member: ZipInfo, name: str) -> bytes:
    import zlib
    from zipfile import BadZipFile

    if reason := _refuse(member):
        raise UnreadableError(reason, where=name, hint=_HINT)
    try:
        with archive.open(member) as file:
            data = file.read(MOST_BYTES + 1)
    except (BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnreadableError(f"cannot be unpacked: {error}", where=name, hint=_HINT) from error
    if len(data) > MOST_BYTES:
        raise UnreadableError("too large for an article", where=name, hint="the limit is 20 MB")
    if data.startswith(_SIGNS):
        raise UnreadableError("an archive within an archive", where=name, hint=_HINT)
    return data


def _refuse(member: ZipInfo) -> str | None:
    if _OUTSIDE.search(member.filename):
        return "its name leads out of the archive"
    if member.flag_bits & 1:
        return "it is encrypted"
    if member.file_size > MOST_BYTES:
        return f"{member.file_size / 1e6:.0f} MB is too large for an article"
    if member.file_size > _SMALL and member.file_size > _HIGHEST_RATIO * max(1, member.compress_size):
        return "it is packed far too densely for a text"
    reason = why_no_article(PurePosixPath(member.filename))
    return reason[0] if reason else None
