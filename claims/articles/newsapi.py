"""Answers of news interfaces in JSON as NewsAPI gives them: a list of articles whose text is often cut short."""

from __future__ import annotations

import re

from claims.articles.encoding import decode_bytes
from claims.articles.fragments import read_paragraphs
from claims.articles.jsonvalues import Item, encode_item, parse_json, string_of, unwrap_items
from claims.articles.moments import first_moment
from claims.articles.record import Record, build_record, read_members
from claims.articles.source import Source
from claims.errors import UnreadableError
from claims.model import Article, Unread

_HEAD = 65_536
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+(\d{1,9}) chars\]\s*$")
CUT = "Partial text: {} more characters are on the page."
TEASER = "Partial text: only the description is in it."
_HINT = "save the pages that it points at, and name those"


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the bytes are JSON with NewsAPI's names of fields."""
    del suffix
    head = data[:_HEAD]
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["} and (
        b'"publishedAt"' in head and b'"urlToImage"' in head
    )


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the articles of an answer; texts that were cut are marked in the notes."""
    text, _ = decode_bytes(data, source.name)
    items = unwrap_items(parse_json(text, source.name))
    if not items:
        raise UnreadableError("an answer without articles", where=source.name, hint=_HINT)

    def read_one(item: Item) -> Article:
        return build_record(read_item(item, source.name), data if len(items) == 1 else encode_item(item), source)

    return read_members(items, read_one, source)


def is_item(item: Item) -> bool:
    """Tell whether a JSON object is an article of NewsAPI."""
    return "publishedAt" in item and "urlToImage" in item


def read_item(item: Item, where: str) -> Record:
    """Return the record of an article. Raises UnreadableError where it has neither content nor description."""
    content, description = string_of(item.get("content")), string_of(item.get("description"))
    body = content or description
    if not body:
        raise UnreadableError("an article without content", where=where, hint=_HINT)
    cut = _CUT.search(body[-80:])
    if cut:
        body = body[: len(body) - len(cut.group())] + "…"
    publisher = item.get("source")
    name = string_of(publisher.get("name")) if isinstance(publisher, dict) else string_of(publisher)
    author, url = string_of(item.get("author")), string_of(item.get("url"))
    return Record(
        pieces=read_paragraphs(body),
        headline=_without_outlet(string_of(item.get("title")), name),
        standfirst=description if content else None,
        url=url,
        published=first_moment(item.get("publishedAt")),
        bylines=(author,) if author and author != name else (),
        notes=(CUT.format(cut.group(1)),) if cut else () if content else (TEASER,),
        hosts=(url,),
        names=(name,),
    )


def _without_outlet(title: str | None, name: str | None) -> str | None:
    return title.removesuffix(f" - {name}") if title and name else title
