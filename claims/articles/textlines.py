"""The lines of a large text, decoded one by one: no more than one line is in memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import IO

from claims.articles.encoding import decode_bytes
from claims.errors import UnreadableError

LONGEST_LINE = 20_000_000
_SAMPLE = 65_536
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_lines(file: IO[bytes], where: str) -> Iterator[str | None]:
    r"""Yield the lines with their ends as ``\n``; None stands for one of more than 20 MB.

    A line that is not UTF-8 is read as Windows-1252. Raises UnreadableError for binary data and invalid UTF-16.
    """
    sample = file.read(_SAMPLE)
    file.seek(0)
    if sample.startswith(_WIDE):
        yield from _read_wide(file, where)
        return
    decode_bytes(sample, where)
    for line in _cut_lines(file):
        yield from [None] if line is None else _decode(line)


def _cut_lines(file: IO[bytes]) -> Iterator[bytes | None]:
    file.seek(len(codecs.BOM_UTF8) if file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8 else 0)
    while line := file.readline(LONGEST_LINE + 1):
        if len(line) <= LONGEST_LINE:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE + 1)
        yield None


def _decode(line: bytes) -> list[str]:
    """Return the line, or the lines that it holds where they end as on old Macs."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("cp1252", "replace")
    if "\r" not in text:
        return [text]
    *whole, last = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [f"{part}\n" for part in whole] + ([last] if last else [])


def _read_wide(file: IO[bytes], where: str) -> Iterator[str]:
    """Yield the lines of a UTF-16 text."""
    from io import TextIOWrapper

    reader = TextIOWrapper(file, "utf-16")
    try:
        while line := reader.readline(LONGEST_LINE):
            yield line
    except UnicodeError as error:
        raise UnreadableError(f"invalid UTF-16: {error}", where=where, hint="save the file as UTF-8") from error
    finally:
        reader.detach()
