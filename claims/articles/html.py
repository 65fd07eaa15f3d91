"""News pages: the body by trafilatura, the rest by the page's own metadata and marks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.articles.credits import find_credits
from claims.articles.draft import Draft, build_article, cut_dateline, join_blocks
from claims.articles.encoding import decode_bytes
from claims.articles.moments import complete_moment
from claims.articles.outlets import find_outlet
from claims.articles.source import Source
from claims.errors import UnreadableError
from claims.model import Article, Label, Outlet, Unread

if TYPE_CHECKING:
    from claims.articles.pagebody import Body
    from claims.articles.pagemeta import Metadata

_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_SIGNS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<meta", b"<div", b"<script", b"<main", b"<p>")
_MOST_TAGS = 100_000
_MOST_ATTRIBUTES = 2_500
_MOST_EQUALS = 150_000
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_LONG_TAG = 10_000
_HINT = "save the page as the browser shows it, or copy its text into a .txt file"


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the bytes look like a page, or the file's name says so."""
    head = data[:4096].replace(b"\x00", b"").lower()
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe \t\r\n")
    if start.startswith(b"<?xml") and b"<html" not in head:
        return False
    return suffix in _SUFFIXES or (start[:1] == b"<" and any(sign in head for sign in _SIGNS))


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the article of a page. Raises UnreadableError where it has none."""
    from claims.articles.pagebody import extract_body, parse_page
    from claims.articles.pagemeta import read_metadata
    from claims.articles.pagetimes import find_published

    text, notes = decode_bytes(data, source.name, declared=True)
    _refuse_monsters(text, source.name)
    tree = parse_page(text)
    if tree is None:
        raise UnreadableError("this is no HTML page", where=source.name, hint=_HINT)
    metadata = read_metadata(tree, source)
    body = extract_body(tree, metadata)
    if not any(label == "paragraph" for label, _ in body.pieces):
        raise UnreadableError("no article found on this page", where=source.name, hint=_HINT)
    outlet = _find_outlet(metadata, source)
    published, inferred = find_published(tree, metadata.published, body.header, outlet, source)
    metadata = replace(metadata, published=published)
    return [build_article(_draft(metadata, body, (*notes, *inferred), outlet, source), outlet, data, source)]


def _refuse_monsters(text: str, where: str) -> None:
    """Refuse pages on which parsers take minutes: far more elements or attributes than any article has."""
    rest = _drop_scripts(text)
    crowded = rest.count("=") > _MOST_EQUALS or any(map(_is_crowded, rest.split(">")))
    if crowded or text.count("<") > _MOST_TAGS:
        raise UnreadableError("the page has too many elements or attributes", where=where, hint=_HINT)


def _drop_scripts(text: str) -> str:
    """Return the page without what stands in scripts and styles, where signs mean something else."""
    for name in ("script", "style"):
        first, *others = re.split(f"<{name}", text, flags=re.IGNORECASE)
        text = first + "".join(re.split(f"</{name}", other, maxsplit=1, flags=re.IGNORECASE)[-1] for other in others)
    return text


def _is_crowded(part: str) -> bool:
    """Tell whether the tag that ends here has too many attributes; quoted values, which may hold signs, apart."""
    if len(part) < _LONG_TAG:
        return False
    return len(_QUOTED.sub("", part[part.find("<") :]).split()) > _MOST_ATTRIBUTES


def _find_outlet(metadata: Metadata, source: Source) -> Outlet:
    return find_outlet(source, hosts=(source.url, *metadata.urls), names=metadata.publishers)


def _draft(metadata: Metadata, body: Body, notes: tuple[str, ...], outlet: Outlet, source: Source) -> Draft:
    pieces: list[tuple[Label, str]] = [("headline", metadata.headline or ""), *body.pieces]
    text, blocks = join_blocks(pieces)
    blocks, dateline = cut_dateline(text, blocks)
    tails = [text for label, text in body.pieces if label == "tail"]
    credited = find_credits((*body.header, *metadata.authors, *tails), source.outlets)
    agency = (dateline.agency,) if dateline and dateline.agency else ()
    return Draft(
        text=text,
        blocks=blocks,
        headline=metadata.headline,
        url=metadata.urls[0] if metadata.urls else None,
        published=metadata.published,
        updated=complete_moment(metadata.updated, outlet.utc_offset),
        language=metadata.language,
        dateline=dateline,
        bylines=metadata.authors,
        credits=tuple(dict.fromkeys((*agency, *credited))),
        notes=(*notes, *body.notes),
    )
