"""Tables as CSV or TSV: one article a row, with the names of the columns in the first."""

from __future__ import annotations

from collections import Counter

from claims.articles.encoding import decode_bytes
from claims.articles.jsonvalues import encode_item
from claims.articles.record import build_record, read_members
from claims.articles.rows import HINT, column_meanings, fold_name, read_row
from claims.articles.source import Source
from claims.errors import UnreadableError
from claims.model import Article, Unread

_SUFFIXES = frozenset({".csv", ".tsv", ".tab"})
_DELIMITERS = (",", "\t", ";", "|")
_LONGEST_HEADER = 2000
_MOST_COLUMNS = 1000
_LONGEST_FIELD = 20_000_000
_Row = list[str]


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
    text, _ = decode_bytes(data, source.name)
    rows = _split_rows(text, source.name)
    header = [name.strip() for name in rows[0]]
    _check_header(header, source.name)

    def read_one(row: _Row) -> Article:
        if len(row) != len(header):
            reason = f"a row of {len(row)} cells under {len(header)} columns"
            raise UnreadableError(reason, where=source.name, hint="put cells that hold delimiters in quotation marks")
        cells: dict[str, object] = dict(zip(header, row, strict=True))
        return build_record(read_row(cells, source.name), encode_item(cells), source)

    return read_members([row for row in rows[1:] if any(row)], read_one, source)


def _split_rows(text: str, where: str) -> list[_Row]:
    import csv
    from io import StringIO

    limit = csv.field_size_limit(_LONGEST_FIELD)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=_choose_delimiter(text[:_LONGEST_HEADER])))
    except csv.Error as error:
        raise UnreadableError(f"invalid CSV: {error}", where=where, hint="check its quotation marks") from error
    finally:
        csv.field_size_limit(limit)
    if len(rows) < 2:
        raise UnreadableError("a table without rows", where=where, hint=HINT)
    return rows


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
