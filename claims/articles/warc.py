"""Web archives (WARC): the pages in them that a server answered with, each as a saved page (extra ``warc``)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import IO, TYPE_CHECKING

from claims.articles import html
from claims.articles.child import require_extra
from claims.articles.encoding import decode_declared
from claims.articles.files import MOST_BYTES
from claims.articles.members import Member, read_all
from claims.articles.source import Known, Source
from claims.articles.unpacking import Unpacked, UnpackingError
from claims.articles.webrecords import Answer, open_records, read_answer
from claims.errors import UnreadableError
from claims.model import Article, Unread

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_SIGN = b"WARC/"
_GZIP = b"\x1f\x8b"
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_NONE_HINT = "only pages (text/html) that were answered with status 200 are read"
_DAMAGED_HINT = "what stands before the fault was read; copy or download the archive anew for the rest"


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the bytes open like a record, or like packed data in a file whose name says so."""
    return data.startswith(_SIGN) or (data.startswith(_GZIP) and suffix in {".warc", ".gz"} and _holds_records(data))


def _holds_records(data: bytes) -> bool:
    try:
        return Unpacked(BytesIO(data)).read(len(_SIGN)) == _SIGN
    except UnpackingError:
        return False


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the article of each page; one that holds none is Unread in its place."""
    return read_all(split(BytesIO(data), source), read_member, source)


def read_member(content: bytes, source: Source) -> list[Article | Unread]:
    """Return the article of a page. Raises UnreadableError."""
    return html.read(content, source)


def split(file: IO[bytes], source: Source) -> Iterator[Member | Unread]:
    """Yield the pages, named by their addresses. Raises UnreadableError where there is none."""
    require_extra("warcio", "warc", "web archives", source.name)
    packed = file.read(len(_GZIP)) == _GZIP
    file.seek(0)
    none = True
    for found in _read_records(Unpacked(file) if packed else file, source):
        none = False
        yield found
    if none:
        raise UnreadableError("a web archive without pages", where=source.name, hint=_NONE_HINT)


def _read_records(file: Unpacked | IO[bytes], source: Source) -> Iterator[Member | Unread]:
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in open_records(file):
            if record.rec_type == "response" and (page := _read_record(record, source)):
                yield page
    except (ArchiveLoadFailed, UnpackingError, ValueError, EOFError, AttributeError, IndexError, KeyError) as error:
        said = str(error).strip().partition("\n")[0][:120] or type(error).__name__
        yield Unread(source.name, f"a damaged web archive: {said}", _DAMAGED_HINT)


def _read_record(record: ArcWarcRecord, source: Source) -> Member | Unread | None:
    """Return the page of a record; None where it holds something else."""
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    where = f"{source.name}#{address}"
    try:
        answer = read_answer(record.raw_stream.read(MOST_BYTES + 1), MOST_BYTES)
    except UnpackingError as error:
        return Unread(where, str(error), "save the page")
    if answer is None or answer.status != 200 or answer.kind not in _PAGES:
        return None
    day = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    known = Known(url=address) if address.startswith(("http://", "https://")) else Known()
    found = source._replace(changed=day or source.changed).with_envelope(known)
    return Member(_to_utf8(answer), found, where)


def _to_utf8(answer: Answer) -> bytes:
    """Return a page in the encoding that the server stated as UTF-8, where it is not that already."""
    try:
        answer.body.decode("utf-8")
    except UnicodeDecodeError:
        text = decode_declared(answer.body, answer.charset) if answer.charset else None
        return answer.body if text is None else text.encode("utf-8", "replace")
    return answer.body
