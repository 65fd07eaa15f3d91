"""JSON-LD: the nodes of a page that describe its article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Node = dict[str, Any]
_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report$|LiveBlog")
_REFERRING = frozenset({"author", "creator", "publisher"})
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_DEEPEST = 12


def find_article_nodes(tree: HtmlElement) -> list[Node]:
    """Return the JSON-LD nodes of articles, those with a headline first; one empty node where there is none."""
    nodes = [node for script in tree.iter("script") if _is_json_ld(script) for node in _read_nodes(script)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    articles = [node for node in nodes if any(_ARTICLE_TYPES.search(kind) for kind in _types(node))]
    articles.sort(key=lambda node: not node.get("headline"))
    return [_resolve(node, by_id) for node in articles] or [{}]


def _resolve(node: Node, by_id: dict[str, Node]) -> Node:
    """Put the nodes that author and publisher refer to by ``@id`` in their places."""
    return {key: _follow(value, by_id) if key in _REFERRING else value for key, value in node.items()}


def _follow(value: object, by_id: dict[str, Node]) -> object:
    if isinstance(value, list):
        return [_follow(entry, by_id) for entry in value]
    if isinstance(value, dict) and not value.get("name") and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def _is_json_ld(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _read_nodes(script: HtmlElement) -> Iterator[Node]:
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


def _walk(value: object, depth: int) -> Iterator[Node]:
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


def _types(node: Node) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
