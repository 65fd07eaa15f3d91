"""JSON Lines: one article a line, as ninjs, as NewsAPI has them, or as a row with named fields."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import IO

from claims.articles import newsapi, ninjs
from claims.articles.jsonvalues import parse_json
from claims.articles.members import Member, number_members, read_all
from claims.articles.record import build_record
from claims.articles.source import Source
from claims.articles.textlines import read_lines
from claims.errors import UnreadableError
from claims.model import Article, Unread

_HEAD = 1_000_000
_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
_HINT = "give one JSON object a line, with headline and text"


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the first lines are JSON objects each."""
    if suffix in _SUFFIXES:
        return True
    first, _, rest = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    return first[:1] == b"{" and first.rstrip()[-1:] == b"}" and rest.lstrip()[:1] == b"{"


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the article of each line; a line that is none is Unread and stops no other."""
    return read_all(split(BytesIO(data), source), read_member, source)


def split(file: IO[bytes], source: Source) -> Iterator[Member | Unread]:
    """Yield the lines that are not blank."""
    yield from number_members(_iterate_lines(file, source.name), source)


def _iterate_lines(file: IO[bytes], where: str) -> Iterator[bytes | UnreadableError]:
    for line in read_lines(file, where):
        if line is None:
            yield UnreadableError("a line of more than 20 MB", where=where, hint=_HINT)
        elif line.strip():
            yield line.rstrip("\n").encode("utf-8", "replace")


def read_member(content: bytes, source: Source) -> list[Article | Unread]:
    """Return the article of a line. Raises UnreadableError."""
    item = parse_json(content.decode(), source.name)
    if not isinstance(item, dict):
        raise UnreadableError("a line that is no JSON object", where=source.name, hint=_HINT)
    if newsapi.is_item(item):
        return [build_record(newsapi.read_item(item, source.name), content, source)]
    return [ninjs.read_item(item, content, source)]
