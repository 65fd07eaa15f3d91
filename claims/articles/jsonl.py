"""JSON Lines: one article a line, as ninjs, as NewsAPI has them, or as a row with named fields."""

from __future__ import annotations

from claims.articles import newsapi, ninjs
from claims.articles.encoding import decode_bytes
from claims.articles.jsonvalues import parse_json
from claims.articles.record import build_record, read_members
from claims.articles.source import Source
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
    text, _ = decode_bytes(data, source.name)
    lines = [line for line in text.split("\n") if line.strip()]

    def read_line(line: str) -> Article:
        item = parse_json(line, source.name)
        if not isinstance(item, dict):
            raise UnreadableError("a line that is no JSON object", where=source.name, hint=_HINT)
        if newsapi.is_item(item):
            return build_record(newsapi.read_item(item, source.name), line.encode(), source)
        return ninjs.read_item(item, line.encode(), source)

    return read_members(lines, read_line, source)
