"""The records of a web archive and the answers of servers in them, whatever they claim of their own length."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from typing import IO, TYPE_CHECKING, NamedTuple

from claims.articles.unpacking import Unpacked, UnpackingError

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_LONGEST_HEADER = 1_000_000
_STATUS = re.compile(rb"HTTP/[\d.]+ (\d{3})")
_CHUNK = re.compile(rb"\r?\n?([0-9A-Fa-f]{1,8})[^\n]{0,200}\n")


class Answer(NamedTuple):
    """What a server answered: the body with chunks put together and packing undone."""

    status: int
    kind: str
    """Media type, lower case, without parameters."""
    charset: str
    body: bytes


def open_records(file: Unpacked | IO[bytes]) -> Iterator[ArcWarcRecord]:
    """Yield the records of an archive. Raises ValueError and what warcio raises."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.bufferedreaders import DecompressingBufferedReader

    class Reader(DecompressingBufferedReader):  # type: ignore[misc]
        """Reads lines only so far as headers have them: the library takes any length."""

        read_as_lines = 0

        def read(self, length: int | None = None) -> bytes:
            self.read_as_lines = 0
            return bytes(super().read(length))

        def readline(self, length: int | None = None) -> bytes:
            line = bytes(super().readline(min(length or _LONGEST_HEADER, _LONGEST_HEADER)))
            self.read_as_lines += len(line)
            if self.read_as_lines >= _LONGEST_HEADER:
                raise ValueError("a record with an endless header")
            return line

    records = ArchiveIterator(file, no_record_parse=True)
    records.reader = Reader(records.fh)
    while True:
        with redirect_stderr(StringIO()):  # the library prints what it makes of faults
            record = next(records, None)
        if record is None:
            return
        yield record


def read_answer(data: bytes, most: int) -> Answer | None:
    """Return the answer in a record; None where it is none. Raises UnpackingError for one above ``most`` bytes."""
    head, _, body = data.partition(b"\r\n\r\n")
    status = _STATUS.match(head)
    if not status:
        return None
    fields = dict(_read_fields(head[:_LONGEST_HEADER].decode("latin-1")))
    kind, _, parameters = fields.get("content-type", "").partition(";")
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _join_chunks(body)
    if len(data) <= most:
        body = _unpack(body, fields.get("content-encoding", "").strip().lower(), most)
    if len(data) > most or len(body) > most:
        raise UnpackingError("too large for an article")
    charset = parameters.lower().partition("charset=")[2].partition(";")[0].strip("\"' ")
    return Answer(int(status[1]), kind.strip().lower(), charset, body)


def _read_fields(head: str) -> Iterator[tuple[str, str]]:
    for line in head.split("\r\n")[1:]:
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip().lower(), value.strip()


def _join_chunks(body: bytes) -> bytes:
    """Return a body without the lengths of its chunks; as it is where it has none, as some archives keep it."""
    parts: list[bytes] = []
    position = 0
    while chunk := _CHUNK.match(body, position):
        length = int(chunk[1], 16)
        if not length:
            return b"".join(parts)
        parts.append(body[chunk.end() : chunk.end() + length])
        position = chunk.end() + length
    return b"".join(parts) if parts else body


def _unpack(body: bytes, packing: str, most: int) -> bytes:
    if packing == "br":
        raise UnpackingError("a page that is packed with Brotli")
    windows: dict[str, tuple[int, ...]] = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}
    for window in windows.get(packing, ()):
        try:
            return zlib.decompressobj(window).decompress(body, most + 1)
        except zlib.error:
            continue  # packed otherwise than stated, or not at all: archives may keep it unpacked
    return body
