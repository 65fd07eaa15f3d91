"""RSS and Atom feeds, as saved files: each entry that holds a text, not only a teaser, is an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.articles.fragments import Piece, read_paragraphs, unescape
from claims.articles.moments import read_moment
from claims.articles.record import Record, build_record
from claims.articles.source import Source
from claims.articles.xmltree import attribute, item_bytes, local, parse_xml, read_blocks, root_name, text_of
from claims.errors import UnreadableError
from claims.model import Article, Unread

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FEWEST_WORDS = 40
"""An entry with fewer is a teaser."""
_HINT = "save the pages that the entries point at, and name those"


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the first element is a feed's."""
    del suffix
    return root_name(data) in {"rss", "feed", "RDF"}


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return an article for each entry with enough text, and one Unread for all those without."""
    root = parse_xml(data, source.name)
    entries = [element for element in root.iter() if local(element) in {"item", "entry"}]
    texts = [(entry, pieces) for entry in entries if _count_words(pieces := _body(entry)) >= _FEWEST_WORDS]
    missing = len(entries) - len(texts)
    if not texts:
        reason = f"a feed of {missing} teasers, none with an article's text" if missing else "a feed without entries"
        raise UnreadableError(reason, where=source.name, hint=_HINT)
    channel = next((element for element in root if local(element) == "channel"), root)
    found: list[Article | Unread] = [
        build_record(_record(entry, pieces, channel), item_bytes(entry, entries, data), source)
        for entry, pieces in texts
    ]
    if missing:
        found.append(Unread(source.name, f"{missing} of {len(entries)} entries hold only a teaser", _HINT))
    return found


def _record(entry: Element, pieces: list[Piece], channel: Element) -> Record:
    link = _link(entry)
    authors = [_name(child) for child in entry if child.tag in {"dc:creator", "author"}]
    return Record(
        pieces=pieces,
        headline=_markup_text(_child(entry, "title")),
        url=link,
        published=read_moment(_child_text(entry, "pubDate", "published", "dc:date", "date", "updated")),
        updated=read_moment(_child_text(entry, "updated", "atom:updated", "dcterms:modified")),
        language=_child_text(entry, "dc:language") or _child_text(channel, "language") or attribute(channel, "lang"),
        bylines=tuple(author for author in authors if author and "@" not in author),
        hosts=(link, _link(channel)),
        names=(_child_text(entry, "source"), _child_text(channel, "title")),
    )


def _body(entry: Element) -> list[Piece]:
    """Return the fullest of the entry's content and description."""
    bodies = [_read_content(child) for child in entry if child.tag in _BODIES]
    return max(bodies, key=_count_words, default=[])


_BODIES = {"content:encoded", "content", "description", "summary", "atom:content"}


def _read_content(element: Element) -> list[Piece]:
    return read_blocks(element) if len(element) else read_paragraphs(element.text or "")


def _count_words(pieces: list[Piece]) -> int:
    return sum(len(text.split()) for _, text in pieces)


def _child(parent: Element, *tags: str) -> Element | None:
    return next((child for tag in tags for child in parent if child.tag == tag and text_of(child)), None)


def _child_text(parent: Element, *tags: str) -> str | None:
    return text_of(_child(parent, *tags))


def _markup_text(element: Element | None) -> str | None:
    """Return a title, whose markup feeds escape once or twice."""
    text = text_of(element)
    return " ".join(piece for _, piece in read_paragraphs(unescape(text))) or None if text else None


def _name(author: Element) -> str | None:
    return _child_text(author, "name") or text_of(author)


def _link(parent: Element) -> str | None:
    """Return the address of an entry or a feed: RSS has it as text, Atom as an attribute."""
    for child in parent:
        if child.tag in {"link", "atom:link"} and attribute(child, "rel") in {None, "alternate"}:
            address = attribute(child, "href") or text_of(child) or ""
            if address.startswith(("http://", "https://")):
                return address
    return None
