"""ZIP archives of articles: read in memory, member by member, nothing written to disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import SEEK_END, BytesIO
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from claims.articles.files import MOST_BYTES, is_beside_articles, why_no_article
from claims.articles.members import Member, read_all
from claims.articles.source import Source
from claims.errors import UnreadableError
from claims.model import Article, Unread

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_SIGNS = (b"PK\x03\x04", b"PK\x05\x06")
_TAIL = 70_000
# In the record that closes an archive, and in its wide form (PKWARE APPNOTE 4.3.14 and 4.3.16): sign, offset, bytes.
_COUNTS = ((b"PK\x05\x06", 10, 2), (b"PK\x06\x06", 32, 8))
_SIZES = ((b"PK\x05\x06", 12, 4), (b"PK\x06\x06", 40, 8))
_LONGEST_LIST = 20_000_000
_MOST_MEMBERS = 20_000
_MOST_TOTAL = 500_000_000
_HIGHEST_RATIO = 200
_SMALL = 1_000_000
_OUTSIDE = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)")
_OFFICE = frozenset({"[Content_Types].xml", "mimetype", "META-INF/container.xml"})
_HINT = "unpack it and name the files in it"
_OFFICE_HINT = "save the article as text or HTML"


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the bytes open like an archive."""
    del suffix
    return data.startswith(_SIGNS)


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the articles of the members; one that cannot be read is Unread in its place."""
    return read_all(split(BytesIO(data), source), read_member, source)


def split(file: IO[bytes], source: Source) -> Iterator[Member | Unread]:
    """Yield the files in the archive that may be articles, by name. Raises UnreadableError."""
    with open_archive(file, source.name) as archive:
        members = archive.infolist()
        if any(member.filename in _OFFICE for member in members):
            raise UnreadableError(
                "an office document, not an archive of articles", where=source.name, hint=_OFFICE_HINT
            )
        kept = [member for member in members if not member.is_dir() and not _is_skipped(member.filename)]
        if not kept:
            raise UnreadableError("no articles in this archive", where=source.name, hint=_HINT)
        yield from _load_members(archive, sorted(kept, key=lambda member: member.filename), source)


def read_member(content: bytes, source: Source) -> list[Article | Unread]:
    """Return the articles of a file in the archive. Raises UnreadableError."""
    from claims.articles.reading import read_bytes

    return read_bytes(content, source)


def _load_members(archive: ZipFile, members: list[ZipInfo], source: Source) -> Iterator[Member | Unread]:
    total = 0
    for member in members:
        name = f"{source.name}/{member.filename}"
        try:
            if total > _MOST_TOTAL:
                raise UnreadableError("the archive unpacks to more than 500 MB", where=name, hint=_HINT)
            data = _load(archive, member, name)
        except UnreadableError as error:
            yield Unread(name, error.message, error.hint)
            continue
        total += len(data)
        yield Member(data, source._replace(name=name), name)


def open_archive(file: IO[bytes], where: str) -> ZipFile:
    """Return the archive, its list of files read. Raises UnreadableError, before it takes much memory for the list."""
    from zipfile import BadZipFile, ZipFile

    _refuse_long_list(file, where)
    try:
        return ZipFile(file)
    except (BadZipFile, ValueError, OSError, RuntimeError, IndexError) as error:
        raise UnreadableError(
            f"a damaged ZIP archive: {error}", where=where, hint="copy or download it anew"
        ) from error


def _refuse_long_list(file: IO[bytes], where: str) -> None:
    """Refuse an archive that says at its end how many files it holds, and it is too many."""
    end = file.seek(0, SEEK_END)
    file.seek(max(0, end - _TAIL))
    tail = file.read()
    file.seek(0)
    counts = [_number(tail, sign, offset, width) for sign, offset, width in _COUNTS]
    if max(counts) > _MOST_MEMBERS:
        raise UnreadableError(f"an archive of more than {_MOST_MEMBERS:,} files", where=where, hint=_HINT)
    if max(_number(tail, sign, offset, width) for sign, offset, width in _SIZES) > _LONGEST_LIST:
        raise UnreadableError("an archive with an endless list of files", where=where, hint=_HINT)


def _number(tail: bytes, sign: bytes, offset: int, width: int) -> int:
    """Return a number of the record that closes an archive; 0 where it has none, or says that it stands elsewhere."""
    start = tail.rfind(sign)
    value = int.from_bytes(tail[start + offset : start + offset + width], "little") if start >= 0 else 0
    return 0 if value == 256**width - 1 else value


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
    if member.file_size > MOST_BYTES:
        return f"{member.file_size / 1e6:.0f} MB is too large for an article"
    if reason := refuse_packing(member):
        return reason
    unwanted = why_no_article(PurePosixPath(member.filename))
    return unwanted[0] if unwanted else None


def refuse_packing(member: ZipInfo) -> str | None:
    """Return why a file in an archive is not unpacked, by what the archive says of it; None where it may be."""
    if member.flag_bits & 1:
        return "it is encrypted"
    if member.file_size > _SMALL and member.file_size > _HIGHEST_RATIO * max(1, member.compress_size):
        return "it is packed far too densely for a text"
    return None
