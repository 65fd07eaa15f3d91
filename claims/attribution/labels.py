"""The name before a headline's colon: somebody of the story, or a label, a thing, a place."""

from __future__ import annotations

import re

from claims.model import Article
from claims.names import country_of
from claims.registry import Registry


def comes_back(article: Article, mention: str, registry: Registry) -> bool:
    """Tell whether the name before a headline's colon is one of the story, not a label or a place."""
    last = mention.rsplit(maxsplit=1)[-1] if mention.split() else ""
    thing = re.search(rf"\b{re.escape(last.lower())}\b", article.text) is not None
    return article.text.lower().count(last.lower()) > 1 and not thing and not _is_place(article, mention, registry)


def _is_place(article: Article, name: str, registry: Registry) -> bool:
    """See "cull at Wexley": one word that the text puts "at" or "near", and that is no country or known body."""
    if " " in name or registry.find_institution(name) is not None or country_of(name) is not None:
        return False
    return re.search(rf"\b(?:at|in|near) {re.escape(name)}\b", article.text) is not None
