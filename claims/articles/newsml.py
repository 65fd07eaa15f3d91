"""NewsML 1.2, the IPTC's older XML for news: one item or several in an envelope."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.articles.fragments import Piece, read_paragraphs
from claims.articles.moments import first_moment
from claims.articles.nitf import find_body, read_byline
from claims.articles.record import Record, note_status, read_elements, require_prose
from claims.articles.source import Source
from claims.articles.xmlroot import root_name
from claims.articles.xmltree import (
    attribute,
    find_all,
    find_attribute,
    find_first,
    find_text,
    local,
    parse_xml,
    read_blocks,
)
from claims.errors import UnreadableError
from claims.model import Article, Unread

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HINT = "give items whose content is a text"
_OTHER_ROLES = frozenset({"headline", "stylesheet", "logo", "caption", "summary", "tagline"})


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the first element is one of NewsML 1."""
    del suffix
    return root_name(data) in {"NewsML", "NewsItem"}


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the articles of the items; photos and other media are Unread."""
    root = parse_xml(data, source.name)
    items = list(find_all(root, "NewsItem"))
    if not items:
        raise UnreadableError("a NewsML document without items", where=source.name, hint=_HINT)
    return read_elements(items, _read_item, data, source)


def _read_item(item: Element, where: str) -> Record:
    bodies = [_body(content) for content in _text_contents(item)]
    pieces = max(bodies, key=lambda found: sum(len(text) for _, text in found), default=[])
    if not pieces:
        kinds = sorted({kind for found in find_all(item, "MediaType") if (kind := attribute(found, "FormalName"))})
        reason = f"a NewsML item of {' and '.join(kinds)}, without a text" if kinds else "a NewsML item without a text"
        raise UnreadableError(reason, where=where, hint=_HINT)
    require_prose(pieces, where)
    return _record(item, pieces)


def _text_contents(item: Element) -> Iterator[Element]:
    """Yield the contents that may hold the body: of type text, and not in the role of a headline or a logo."""
    for component in find_all(item, "NewsComponent"):
        role = next((attribute(child, "FormalName") for child in component if local(child) == "Role"), None)
        if (role or "").lower() in _OTHER_ROLES:
            continue
        for content in (child for child in component if local(child) == "ContentItem"):
            media = (find_attribute(content, "MediaType", "FormalName") or "text").lower()
            mime = (find_attribute(content, "MimeType", "FormalName") or "text").lower()
            if "text" in media and ("text" in mime or "xml" in mime or "nitf" in mime):
                yield content


def _body(content: Element) -> list[Piece]:
    data = find_first(content, "DataContent")
    if data is None:
        return []
    return read_blocks(find_body(data)) if len(data) else read_paragraphs(data.text or "")


def _record(item: Element, pieces: list[Piece]) -> Record:
    management = find_first(item, "NewsManagement")
    revised = find_text(management, "ThisRevisionCreated")
    byline = read_byline(find_first(item, "ByLine", "byline"))
    credit = find_text(item, "CreditLine")
    provider = find_text(item, "ProviderId")
    return Record(
        pieces=pieces,
        headline=find_text(item, "HeadLine", "hl1", "hedline"),
        standfirst=find_text(item, "SubHeadLine"),
        published=first_moment(find_text(management, "FirstCreated"), revised, find_text(item, "DateId")),
        updated=first_moment(revised),
        language=find_attribute(item, "Language", "FormalName") or attribute(item, "lang"),
        place=_find_property(item, "City"),
        bylines=(byline,) if byline else (),
        credits=(credit,) if credit else (),
        notes=tuple(_notes(item, management)),
        hosts=(provider,),
        names=(_party(item, "Provider"), _party(item, "Source"), provider, credit),
    )


def _find_property(item: Element, name: str) -> str | None:
    for found in find_all(item, "Property"):
        if attribute(found, "FormalName") == name:
            return attribute(found, "Value")
    return None


def _party(item: Element, name: str) -> str | None:
    return find_attribute(find_first(item, name), "Party", "FormalName")


def _notes(item: Element, management: Element | None) -> list[str]:
    status = find_attribute(management, "Status", "FormalName")
    release = find_first(management, "StatusWillChange")
    embargo = find_text(release, "DateAndTime") if (status or "").lower() == "embargoed" else None
    notes = note_status(status, first_moment(embargo) or embargo)
    lines = [line for line in find_all(item, "NewsLine") if "note" in _line_type(line)]
    return notes + [text for line in lines if (text := find_text(line, "NewsLineText"))]


def _line_type(line: Element) -> str:
    return (find_attribute(line, "NewsLineType", "FormalName") or "").lower()
