"""Feeds (RSS, Atom) and sitemaps: the pages that they name, and the articles that are in a feed itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from claims.articles.fragments import Piece, read_paragraphs, unescape
from claims.articles.moments import read_moment
from claims.articles.record import Record, build_record
from claims.articles.source import Source
from claims.articles.xmlroot import root_name
from claims.articles.xmltree import attribute, item_bytes, local, parse_xml, read_blocks, text_of
from claims.errors import UnreadableError
from claims.model import Article, Unread

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FEWEST_WORDS = 40
"""An entry with fewer is a teaser."""
_SAVE = "save the pages that the entries point at, and name those; factcheck ingest --feed URL reads them itself"
_FOLLOW = "factcheck ingest --feed URL reads the pages that it names"
_FEEDS = frozenset({"rss", "feed", "RDF"})
_SITEMAPS = frozenset({"urlset", "sitemapindex"})


class Entry(NamedTuple):
    """A page that a feed names, and what it says of it."""

    address: str
    headline: str | None = None
    published: str | None = None
    updated: str | None = None
    bylines: tuple[str, ...] = ()


class Listing(NamedTuple):
    """What a feed or sitemap names, in its order."""

    entries: list[Entry]
    sitemaps: list[Entry]
    """Further sitemaps, of an index."""


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the first element is a feed's or a sitemap's."""
    del suffix
    return root_name(data) in _FEEDS | _SITEMAPS


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return an article for each entry with enough text, and one Unread for all those without."""
    root = parse_xml(data, source.name)
    if local(root) in _SITEMAPS:
        reason = f"a sitemap of {len(root)} addresses, which holds no article's text"
        raise UnreadableError(reason, where=source.name, hint=_FOLLOW)
    entries = _find_entries(root)
    texts = [(entry, pieces) for entry in entries if _count_words(pieces := _body(entry)) >= _FEWEST_WORDS]
    missing = len(entries) - len(texts)
    if not texts:
        teasers = f"a feed whose entries hold only teasers, of fewer than {_FEWEST_WORDS} words"
        reason = teasers if missing else "a feed without entries"
        raise UnreadableError(reason, where=source.name, hint=_FOLLOW if source.url else _SAVE)
    channel = _find_channel(root)
    found: list[Article | Unread] = [
        build_record(_record(entry, pieces, channel), item_bytes(entry, entries, data), source)
        for entry, pieces in texts
    ]
    if missing:
        hint = _FOLLOW if source.url else _SAVE
        found.append(Unread(source.name, f"{missing} of {len(entries)} entries hold only a teaser", hint))
    return found


def list_entries(data: bytes, address: str) -> Listing:
    """Return the pages that a feed or sitemap names; ``address`` is its own, by which relative ones are read.

    Raises UnreadableError where it is none.
    """
    name = root_name(data)
    if name not in _FEEDS | _SITEMAPS:
        hint = "name the address of its feed (RSS, Atom) or sitemap; a page is read without --feed"
        raise UnreadableError("neither a feed nor a sitemap", where=address, hint=hint)
    root = parse_xml(data, address)
    if name in _FEEDS:
        found = [_read_entry(element, address) for element in _find_entries(root)]
        return Listing([entry for entry in found if entry], [])
    listed = [entry for element in root if (entry := _read_location(element, address))]
    return Listing([], listed) if name == "sitemapindex" else Listing(listed, [])


def _read_entry(element: Element, address: str) -> Entry | None:
    link = _link(element, address)
    if link is None:
        return None
    return Entry(link, _headline(element), _published(element), _updated(element), _authors(element))


def _read_location(element: Element, address: str) -> Entry | None:
    """Return an address of a sitemap, with what the news extension says of it."""
    news = next((child for child in element if local(child) == "news"), ())
    texts = {local(child): text_of(child) for child in (*news, *(child for child in element if ":" not in child.tag))}
    link = _absolute(texts.get("loc"), address)
    if link is None:
        return None
    published, updated = read_moment(texts.get("publication_date")), read_moment(texts.get("lastmod"))
    return Entry(link, texts.get("title"), published, updated)


def _find_entries(root: Element) -> list[Element]:
    return [element for element in root.iter() if local(element) in {"item", "entry"}]


def _find_channel(root: Element) -> Element:
    return next((element for element in root if local(element) == "channel"), root)


def _record(entry: Element, pieces: list[Piece], channel: Element) -> Record:
    link = _link(entry)
    return Record(
        pieces=pieces,
        headline=_headline(entry),
        url=link,
        published=_published(entry),
        updated=_updated(entry),
        language=_child_text(entry, "dc:language") or _child_text(channel, "language") or attribute(channel, "lang"),
        bylines=_authors(entry),
        hosts=(link, _link(channel)),
        names=(_child_text(entry, "source"), _child_text(channel, "title")),
    )


def _headline(entry: Element) -> str | None:
    """Return a title, whose markup feeds escape once or twice."""
    text = _child_text(entry, "title")
    return " ".join(piece for _, piece in read_paragraphs(unescape(text))) or None if text else None


def _published(entry: Element) -> str | None:
    return read_moment(_child_text(entry, "pubDate", "published", "dc:date", "date", "updated"))


def _updated(entry: Element) -> str | None:
    return read_moment(_child_text(entry, "updated", "atom:updated", "dcterms:modified"))


def _authors(entry: Element) -> tuple[str, ...]:
    names = [_child_text(child, "name") or text_of(child) for child in entry if child.tag in {"dc:creator", "author"}]
    return tuple(name for name in names if name and "@" not in name)


def _body(entry: Element) -> list[Piece]:
    """Return the fullest of the entry's content and description."""
    bodies = [_read_content(child) for child in entry if child.tag in _BODIES]
    return max(bodies, key=_count_words, default=[])


_BODIES = {"content:encoded", "content", "description", "summary", "atom:content"}


def _read_content(element: Element) -> list[Piece]:
    return read_blocks(element) if len(element) else read_paragraphs(element.text or "")


def _count_words(pieces: list[Piece]) -> int:
    return sum(len(text.split()) for _, text in pieces)


def _child_text(parent: Element, *tags: str) -> str | None:
    found = (text_of(child) for tag in tags for child in parent if child.tag == tag)
    return next((text for text in found if text), None)


def _link(parent: Element, base: str = "") -> str | None:
    """Return the address of an entry or a feed: RSS has it as text, Atom as an attribute; some only as the id."""
    for child in parent:
        if child.tag in {"link", "atom:link"} and attribute(child, "rel") in {None, "alternate"}:
            address = _absolute(attribute(child, "href") or text_of(child), base)
            if address:
                return address
    ids = (text_of(child) for child in parent if child.tag == "guid" and attribute(child, "isPermaLink") != "false")
    return next((address for text in ids if text and (address := _absolute(text))), None)


def _absolute(address: str | None, base: str = "") -> str | None:
    try:
        joined = urljoin(base, (address or "").strip()) if address else ""
    except ValueError:
        return None
    return joined if joined.startswith(("http://", "https://")) else None
