"""Tables as CSV or TSV: one article a row, with the names of the columns in the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from claims.articles.jsonvalues import encode_item
from claims.articles.members import Member, number_members, read_all
from claims.articles.rows import HINT, column_meanings, fold_name, read_encoded_row
from claims.articles.source import Source
from claims.articles.textlines import LONGEST_LINE, read_lines
from claims.errors import UnreadableError
from claims.model import Article, Unread

_SUFFIXES = frozenset({".csv", ".tsv", ".tab"})
_DELIMITERS = (",", "\t", ";", "|")
_LONGEST_HEADER = 2000
_MOST_COLUMNS = 1000
_QUOTES_HINT = "check its quotation marks"
_CELLS_HINT = "put cells that hold delimiters in quotation marks"


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the name says so, or the first line names the columns of text and of something else."""
    if suffix in _SUFFIXES:
        return True
    line = data[:_LONGEST_HEADER].removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0]
    if not any(delimiter.encode() in line for delimiter in _DELIMITERS):
        return False
    header = line.decode("utf-8", "replace")
    meanings = {column_meanings().get(fold_name(name)) for name in header.split(_choose_delimiter(header))}
    return "text" in meanings and len(meanings - {None}) >= 2 and None not in meanings


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the article of each row; a row without a text is Unread."""
    return read_all(split(BytesIO(data), source), read_member, source)


def split(file: IO[bytes], source: Source) -> Iterator[Member | Unread]:
    """Yield the rows that are not blank. Raises UnreadableError for a table without rows or texts."""
    yield from number_members(_read_rows(file, source.name), source)


read_member = read_encoded_row


def _read_rows(file: IO[bytes], where: str) -> Iterator[bytes | UnreadableError]:
    rows = _parse(file, where)
    header = next(rows, None)
    if isinstance(header, UnreadableError):
        raise header
    names = [name.strip() for name in header or []]
    empty = True
    for row in rows:
        if empty:
            _check_header(names, where)
            empty = False
        if isinstance(row, UnreadableError):
            yield row
        elif any(row):
            yield _encode(names, row, where)
    if empty:
        raise UnreadableError("a table without rows", where=where, hint=HINT)


def _encode(names: list[str], row: list[str], where: str) -> bytes | UnreadableError:
    if len(row) != len(names):
        reason = f"a row of {len(row)} cells under {len(names)} columns"
        return UnreadableError(reason, where=where, hint=_CELLS_HINT)
    return encode_item(dict(zip(names, row, strict=True)))


def _parse(file: IO[bytes], where: str) -> Iterator[list[str] | UnreadableError]:
    """Yield the rows, the header first; after a fault, go on with the next row that has as many cells."""
    import csv

    lines = _Lines(file, where)
    limit = csv.field_size_limit(LONGEST_LINE)
    try:
        reader = csv.reader(lines, delimiter=_choose_delimiter(lines.first[:_LONGEST_HEADER]))
        width = faulty = 0
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                faulty = True
                yield UnreadableError(f"invalid CSV: {error}", where=where, hint=_QUOTES_HINT)
                continue
            if lines.too_long:
                lines.too_long = False
                yield UnreadableError("invalid CSV: a row of more than 20 MB", where=where, hint=_QUOTES_HINT)
            if not faulty or len(row) == width:
                width, faulty = width or len(row), False
                yield row
    finally:
        csv.field_size_limit(limit)


class _Lines:
    """The lines for the parser, blank in place of those that are too long."""

    def __init__(self, file: IO[bytes], where: str) -> None:
        self._lines = read_lines(file, where)
        self.first = next(self._lines, None) or ""
        self._read_first = False
        self.too_long = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if not self._read_first:
            self._read_first = True
            return self.first
        line = next(self._lines)
        self.too_long = self.too_long or line is None
        return line or "\n"


def _choose_delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return max(_DELIMITERS, key=header.count)


def _check_header(header: list[str], where: str) -> None:
    named = [name for name in header if name]
    if len(header) > _MOST_COLUMNS:
        raise UnreadableError(f"a table of {len(header):,} columns", where=where, hint=HINT)
    twice = next((name for name, count in Counter(named).items() if count > 1), None)
    if twice:
        raise UnreadableError(f"two columns are named {twice[:80]!r}", where=where, hint=HINT)
    if "text" not in {column_meanings().get(fold_name(name)) for name in named}:
        raise UnreadableError("no column with the article's text", where=where, hint=HINT)
