"""What a page says about itself: JSON-LD first, then meta elements, then its first heading, then any date."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.articles.source import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report$|LiveBlog")
_DEEPEST = 12
_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_SPACE = re.compile(r"\s+")
_Node = dict[str, Any]


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
    node = _find_article_node(tree)
    metas = _read_metas(tree)
    published = _first_moment(
        node.get("datePublished"),
        node.get("dateCreated"),
        *_named(metas, _PUBLISHED),
    )
    return Metadata(
        headline=_headline(tree, node, metas),
        description=_clean(node.get("description")) or next(_named(metas, ("og:description", "description")), None),
        published=published or _search_date(tree, source),
        updated=_first_moment(node.get("dateModified"), *_named(metas, _UPDATED)),
        authors=_authors(node, metas),
        publishers=_unique((*_people(node.get("publisher")), *_named(metas, ("og:site_name", "application-name")))),
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


def _headline(tree: HtmlElement, node: _Node, metas: dict[str, list[str]]) -> str | None:
    headings = [text for heading in tree.iter("h1") if (text := _clean(heading.text_content()))]
    stated = _clean(node.get("headline")) or next(_named(metas, _TITLES), None)
    if stated:
        return stated
    return headings[0] if headings else _clean(tree.findtext(".//title"))


def _find_article_node(tree: HtmlElement) -> _Node:
    nodes = [node for script in tree.iter("script") if _is_json_ld(script) for node in _read_nodes(script)]
    articles = [node for node in nodes if any(_ARTICLE_TYPES.search(kind) for kind in _types(node))]
    with_headline = [node for node in articles if node.get("headline")]
    return (with_headline or articles or [{}])[0]


def _is_json_ld(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _read_nodes(script: HtmlElement) -> Iterator[_Node]:
    raw = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    parsed = _parse_json(raw)
    yield from _walk(parsed, 0)


def _parse_json(raw: str) -> object:
    for attempt in (raw, _TRAILING_COMMA.sub(r"\1", raw)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(value: object, depth: int) -> Iterator[_Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _walk(entry, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            if key in value:
                yield from _walk(value[key], depth + 1)


def _types(node: _Node) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


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


def _first_moment(*values: object) -> str | None:
    for value in values:
        match = _MOMENT.match(value.strip()) if isinstance(value, str) else None
        if match:
            day, time, offset = match.groups()
            return day + (f"T{time}{_tidy(offset)}" if time else "")
    return None


def _tidy(offset: str | None) -> str:
    if offset in (None, "Z"):
        return "+00:00" if offset else ""
    return offset if ":" in str(offset) else f"{str(offset)[:3]}:{str(offset)[3:]}"


def _search_date(tree: HtmlElement, source: Source) -> str | None:
    from htmldate import find_date

    return find_date(tree, original_date=True, url=source.url)


def _authors(node: _Node, metas: dict[str, list[str]]) -> tuple[str, ...]:
    stated = _people(node.get("author") or node.get("creator"))
    if stated:
        return _unique(stated)
    return _unique(name for name in _named(metas, _WRITERS) if "//" not in name)


def _people(value: object) -> list[str]:
    if isinstance(value, str):
        return [name] if (name := _clean(value)) and "//" not in name else []
    if isinstance(value, dict):
        return _people(value.get("name"))
    return [name for entry in value for name in _people(entry)] if isinstance(value, list) else []


def _urls(tree: HtmlElement, node: _Node, metas: dict[str, list[str]]) -> tuple[str, ...]:
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
    unescaped = html.unescape(html.unescape(value)) if "&" in value else value
    return _SPACE.sub(" ", unescaped).strip() or None
