"""Tables as Parquet: one article a row, with columns named as in other tables (extra ``parquet``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from claims.articles.child import Limits, require_extra, run_script
from claims.articles.members import Member, number_members, read_all
from claims.articles.rows import HINT, column_meanings, fold_name, read_encoded_row
from claims.articles.source import Source
from claims.errors import UnreadableError
from claims.model import Article, Unread

_SIGN = b"PAR1"
_LIMITS = Limits(seconds=900, megabytes=4000)


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the bytes open like a Parquet file."""
    del suffix
    return data.startswith(_SIGN)


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the article of each row; a row without a text is Unread."""
    return read_all(split(BytesIO(data), source), read_member, source)


def split(file: IO[bytes], source: Source) -> Iterator[Member | Unread]:
    """Yield the rows. Raises UnreadableError for a damaged file or a table without texts."""
    require_extra("pyarrow", "parquet", "Parquet files", source.name)
    yield from number_members(_read_rows(file, source.name), source)


read_member = read_encoded_row


def _read_rows(file: IO[bytes], where: str) -> Iterator[bytes | UnreadableError]:
    with run_script("parquetrows", file, where, _LIMITS, sorted(column_meanings())) as lines:
        names = json.loads(next(lines, b"[]"))
        meanings = {column_meanings().get(fold_name(name)) for name in names}
        if names and "text" not in meanings:
            raise UnreadableError("no column with the article's text", where=where, hint=HINT)
        none = True
        try:
            for line in lines:
                none = False
                yield line.rstrip(b"\n")
        except UnreadableError as error:
            if none:
                raise
            yield error
