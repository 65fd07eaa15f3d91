"""NITF, the News Industry Text Format: one article, alone or inside NewsML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.articles.fragments import Piece
from claims.articles.moments import first_moment
from claims.articles.record import Record, build_record, note_status, require_prose
from claims.articles.source import Source
from claims.articles.xmlroot import root_name
from claims.articles.xmltree import (
    attribute,
    find_all,
    find_attribute,
    find_first,
    find_text,
    parse_xml,
    read_blocks,
    text_of,
)
from claims.errors import UnreadableError
from claims.model import Article, Unread

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BY = re.compile(r"^[Bb]y:?\s+|^BY\s+")
_FEWEST_WORDS = 5


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the first element is NITF's."""
    del suffix
    return root_name(data) == "nitf"


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the article. Raises UnreadableError where it has no running text."""
    root = parse_xml(data, source.name)
    pieces: list[Piece] = read_blocks(find_body(root))
    require_prose(pieces, source.name)
    if not pieces:
        raise UnreadableError("NITF without a body", where=source.name, hint="give articles with body.content")
    if tail := find_text(find_first(root, "body.end"), "tagline"):
        pieces.append(("tail", tail))
    return [build_record(_record(root, pieces), data, source)]


def find_body(element: Element) -> Element:
    """Return the element that holds the body: NITF's body.content, XHTML's body, else the element itself."""
    for name in ("body.content", "body"):
        if (body := find_first(element, name)) is not None:
            return body
    return element


def read_byline(element: Element | None) -> str | None:
    """Return the names of a byline without "By" and the writers' titles."""
    if element is None:
        return None
    titles = {text for found in find_all(element, "byttl") if (text := text_of(found))}
    names = text_of(element) or ""
    for title in titles:
        names = names.removesuffix(title).strip() or names
    return _BY.sub("", names) or None


def _record(root: Element, pieces: list[Piece]) -> Record:
    docdata, head = find_first(root, "docdata"), find_first(root, "body.head")
    issued = find_attribute(docdata, "date.issue", "norm")
    released = find_attribute(docdata, "date.release", "norm")
    byline = read_byline(find_first(head, "byline"))
    return Record(
        pieces=pieces,
        headline=find_text(head, "hl1", "hedline", "headline") or find_text(root, "title"),
        standfirst=find_text(head, "abstract") or _second_headline(head),
        published=first_moment(issued, find_attribute(root, "pubdata", "date.publication"), released),
        updated=None,
        language=attribute(root, "lang", "baselang"),
        place=find_text(find_first(head, "dateline"), "location"),
        bylines=(byline,) if byline else (),
        notes=tuple(_notes(docdata, released)),
        names=tuple(_publishers(root, head)),
    )


def _second_headline(head: Element | None) -> str | None:
    """Return the second headline where it is one, not a slug in capitals."""
    second = find_text(head, "hl2")
    return second if second and not second.isupper() and len(second.split()) >= _FEWEST_WORDS else None


def _publishers(root: Element, head: Element | None) -> list[str | None]:
    return [
        find_text(head, "distributor"),
        find_attribute(root, "doc-id", "regsrc"),
        find_attribute(root, "doc.copyright", "holder"),
        find_attribute(root, "from-src", "src-name"),
        find_attribute(root, "pubdata", "name"),
    ]


def _notes(docdata: Element | None, released: str | None) -> list[str]:
    if docdata is None:
        return []
    status = attribute(docdata, "management-status")
    embargo = (first_moment(released) or released) if status == "embargoed" else None
    messages = [attribute(found, "info") for found in find_all(docdata, "ed-msg")]
    return note_status(status, embargo) + [message for message in messages if message]
