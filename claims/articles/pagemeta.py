"""What a page says about itself: JSON-LD first, then meta elements, then its first heading and its marked date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.articles.bylines import read_bare_names, read_byline
from claims.articles.fragments import unescape
from claims.articles.jsonld import Node, find_article_nodes
from claims.articles.moments import first_moment
from claims.articles.source import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BY = re.compile(r"^[Bb]y:? ")
_AUTHOR_ELEMENTS = (
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline') or contains(@class, 'author-name')]"
)
_SEPARATOR = re.compile(r"\s(?:[-–—|:•·»])\s")
_WORD = re.compile(r"\w+")
_ALIKE = 0.4
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about the article; all of it may be missing."""

    headline: str | None = None
    description: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    language: str | None = None


def read_metadata(tree: HtmlElement, source: Source) -> Metadata:
    """Return the metadata of a parsed page."""
    nodes = find_article_nodes(tree)
    node = nodes[0]
    metas = _read_metas(tree)
    sites = _unique((*_people(node.get("publisher")), *_named(metas, ("og:site_name", "application-name"))))
    published = first_moment(node.get("datePublished"), node.get("dateCreated"), *_named(metas, _PUBLISHED))
    return Metadata(
        headline=_headline(tree, node, metas, sites),
        description=_clean(node.get("description")) or next(_named(metas, ("og:description", "description")), None),
        published=published or _find_marked_date(tree, source),
        updated=first_moment(node.get("dateModified"), *_named(metas, _UPDATED)),
        authors=_authors(tree, nodes, metas, sites),
        publishers=sites,
        urls=_urls(tree, node, metas),
        language=tree.get("lang") or next(_named(metas, ("og:locale", "content-language")), None),
    )


_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "pubdate",
    "publish-date",
    "publish_date",
    "date",
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified")
_TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title")
_WRITERS = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dc.contributor")


def _headline(tree: HtmlElement, node: Node, metas: dict[str, list[str]], sites: tuple[str, ...]) -> str | None:
    """Return the headline as the page prints it: its heading, where that is the story's; else what it states."""
    headings = [text for heading in tree.iter("h1") if (text := _clean(heading.text_content()))]
    titles = (_clean(node.get("headline")), *_named(metas, _TITLES), _clean(tree.findtext(".//title")))
    stated = _unique(title for title in titles if title)
    for title in stated:
        likeness, close = max(((_likeness(heading, title), heading) for heading in headings), default=(0.0, ""))
        if likeness >= _ALIKE:
            return close
    return _without_site(stated[0], sites) if stated else next(iter(headings), None)


def _likeness(first: str, second: str) -> float:
    """Return the share of the shorter one's words that both have."""
    one, other = set(_WORD.findall(first.lower())), set(_WORD.findall(second.lower()))
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest >= 3 else float(first == second)


def _without_site(title: str, sites: Iterable[str]) -> str:
    """Take the name of the site off the end of a title: "... - The Daily Bugle"."""
    head, _, tail = _SEPARATOR.sub("\x00", title).rpartition("\x00")
    names = {site.casefold() for site in sites}
    return head.strip() if head and tail.strip().casefold() in names else title


def _read_metas(tree: HtmlElement) -> dict[str, list[str]]:
    """Return the contents of the meta elements by lower-case name, property or itemprop."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = _clean(meta.get("content"))
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and meta.get(key):
                metas.setdefault(meta.get(key).lower(), []).append(content)
    return metas


def _named(metas: dict[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    return (content for name in names for content in metas.get(name, ()))


def _find_marked_date(tree: HtmlElement, source: Source) -> str | None:
    """Return the date of an element that is marked as one."""
    from htmldate import find_date

    return find_date(tree, original_date=True, extensive_search=False, url=source.url)


def _authors(
    tree: HtmlElement, nodes: list[Node], metas: dict[str, list[str]], sites: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the authors as stated; where only the publisher is, the names in the page's byline."""
    publishers = {site.casefold() for site in sites}
    stated = [_people(node.get("author") or node.get("creator")) for node in nodes]
    for entries in (*stated, list(_named(metas, _WRITERS)), _labelled_writers(metas)):
        names = [name for entry in entries if (name := _tidy_name(entry)) and name.casefold() not in publishers]
        if names:
            return _unique(names)
    return _unique(_printed_names(tree)) or _unique(stated[0])


def _labelled_writers(metas: dict[str, list[str]]) -> list[str]:
    """Return the value of the card that is labelled "Written by"."""
    label = next(_named(metas, ("twitter:label1",)), "")
    return list(_named(metas, ("twitter:data1",))) if label.lower() in ("written by", "author") else []


def _tidy_name(name: str) -> str | None:
    stripped = name.strip(" ,;|")
    return None if "//" in stripped or "@" in stripped else _BY.sub("", stripped) or None


def _printed_names(tree: HtmlElement) -> Iterator[str]:
    """Yield the names in elements that say that they hold the author."""
    for element in tree.xpath(_AUTHOR_ELEMENTS):
        text = _clean(element.text_content()) or ""
        names = read_bare_names(_BY.sub("", text)) or read_byline(text)
        if names and len(text) <= 80:
            yield names


def _people(value: object) -> list[str]:
    if isinstance(value, str):
        return [name] if (name := _clean(value)) and "//" not in name else []
    if isinstance(value, dict):
        return _people(value.get("name"))
    return [name for entry in value for name in _people(entry)] if isinstance(value, list) else []


def _urls(tree: HtmlElement, node: Node, metas: dict[str, list[str]]) -> tuple[str, ...]:
    canonical = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()]
    page = node.get("mainEntityOfPage")
    stated = page.get("@id") if isinstance(page, dict) else page
    found = [*canonical, *_named(metas, ("og:url",)), stated, node.get("url")]
    return _unique(
        url.strip() for url in found if isinstance(url, str) and url.strip().startswith(("http://", "https://"))
    )


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _clean(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    unescaped = unescape(unescape(value))
    return _SPACE.sub(" ", unescaped).strip() or None
