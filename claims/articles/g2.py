"""NewsML-G2, the IPTC's XML for news: a news item, or a message with several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.articles.fragments import Piece, read_paragraphs
from claims.articles.moments import first_moment
from claims.articles.nitf import find_body
from claims.articles.outlets import host_of_identifier
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
    text_of,
)
from claims.errors import UnreadableError
from claims.model import Article, Unread

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OTHER_ITEMS = {
    "packageItem": "a package: a list of other items",
    "conceptItem": "a concept, not an article",
    "knowledgeItem": "a list of concepts, not an article",
    "planningItem": "a plan of coverage, not an article",
    "catalogItem": "a catalogue of vocabularies, not an article",
}
_ITEMS = ("newsItem", *_OTHER_ITEMS)
_HINT = "give news items of class text, with their content inline"


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the first element is one of NewsML-G2."""
    del suffix
    return root_name(data) in {"newsMessage", *_ITEMS}


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the articles of an item or a message; packages, concepts, photos and statistics are Unread."""
    root = parse_xml(data, source.name)
    items = [root] if local(root) in _ITEMS else list(find_all(root, *_ITEMS))
    if not items:
        raise UnreadableError("a NewsML-G2 message without items", where=source.name, hint=_HINT)
    return read_elements(items, _read_item, data, source)


def _read_item(item: Element, where: str) -> Record:
    kind = (find_attribute(item, "itemClass", "qcode") or "text").rpartition(":")[2]
    if reason := _OTHER_ITEMS.get(local(item)) or _refuse_class(kind):
        raise UnreadableError(reason, where=where, hint=_HINT)
    content = find_first(item, "contentSet")
    if content is None:
        raise UnreadableError("a NewsML-G2 item without content", where=where, hint=_HINT)
    if find_first(content, "sports-content", "events") is not None:
        raise UnreadableError("sports statistics or events, not running text", where=where, hint=_HINT)
    pieces = _body(content)
    require_prose(pieces, where)
    return _record(item, content, pieces)


def _refuse_class(kind: str) -> str | None:
    return None if kind in {"text", "composite"} else f"an item of class {kind!r}, not a text"


def _body(content: Element) -> list[Piece]:
    """Return the body in the markup or data that holds most; items may carry it in several forms."""
    bodies = [read_blocks(find_body(markup)) for markup in find_all(content, "inlineXML")]
    bodies += [read_paragraphs(data) for inline in find_all(content, "inlineData") if (data := inline.text or "")]
    return max(bodies, key=lambda pieces: sum(len(text) for _, text in pieces), default=[])


def _record(item: Element, content: Element, pieces: list[Piece]) -> Record:
    about, meta = find_first(item, "itemMeta"), find_first(item, "contentMeta")
    headlines = [found for found in (find_all(meta, "headline") if meta is not None else ()) if text_of(found)]
    minor = [found for found in headlines if "sub" in (attribute(found, "role") or "").lower()]
    main = next((found for found in headlines if found not in minor), None)
    created = find_text(about, "versionCreated")
    by = find_text(meta, "by")
    return Record(
        pieces=pieces,
        headline=text_of(main) or find_text(content, "hl1", "hedline", "title"),
        standfirst=text_of(minor[0]) if minor else find_text(content, "abstract"),
        url=_address(item),
        published=first_moment(find_text(about, "firstCreated"), find_text(meta, "contentCreated"), created),
        updated=first_moment(created),
        language=attribute(item, "lang") or find_attribute(meta, "language", "tag"),
        place=find_text(meta, "dateline") or find_text(find_first(meta, "located"), "name"),
        bylines=(by,) if by else (),
        credits=tuple(_credits(meta)),
        notes=tuple(_notes(about)),
        hosts=(host_of_identifier(attribute(item, "guid")), find_attribute(about, "provider", "literal")),
        names=tuple(_publishers(item, about)),
    )


def _address(item: Element) -> str | None:
    guid = attribute(item, "guid") or ""
    return guid if guid.startswith(("http://", "https://")) else None


def _publishers(item: Element, about: Element | None) -> list[str | None]:
    names = []
    for element in (find_first(about, "provider"), find_first(item, "copyrightHolder")):
        code = (attribute(element, "qcode") or "").rpartition(":")[2] or None
        names += [attribute(element, "literal"), find_text(element, "name"), code]
    return names


def _credits(meta: Element | None) -> list[str]:
    if meta is None:
        return []
    sources = [find_text(found, "name") or attribute(found, "literal") for found in find_all(meta, "infoSource")]
    lines = [text_of(found) for found in find_all(meta, "creditline")]
    return [credit.strip(" -–—") for credit in sources + lines if credit]


def _notes(about: Element | None) -> list[str]:
    if about is None:
        return []
    status = (find_attribute(about, "pubStatus", "qcode", "uri") or "").rpartition(":")[2].rpartition("/")[2]
    notes = note_status(status, find_text(about, "embargoed"))
    for found in find_all(about, "edNote", "ednote"):
        if "nonpublic" not in (attribute(found, "pubconstraint") or "") and (text := text_of(found)):
            notes.append(text)
    return notes
