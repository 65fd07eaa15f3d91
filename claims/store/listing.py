"""List the stories of the store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.pipeline import order_articles
from claims.store.store import Store

_HEADLINE = 90
"""Characters of the text that stand for a headline where no article of a story has one."""


class Listed(NamedTuple):
    """A story as it is listed."""

    id: str
    articles: int
    outlets: int
    first: str | None
    last: str | None
    """Days of the earliest and the latest article that has a date."""
    headline: str


def list_stories(store: Store, *, since: str | None = None, until: str | None = None) -> Iterator[Listed]:
    """Yield the stories that have an article in the period, the latest first; each is counted whole."""
    numbers = [number for number, _ in store.list_members(since=since, until=until)]
    found = [_list(store, number, members) for number, members in store.list_members(stories=numbers)]
    yield from sorted(sorted(found), key=lambda story: story.last or "", reverse=True)


def _list(store: Store, number: int, members: list[int]) -> Listed:
    articles = order_articles(store.load(member) for member in members)
    days = [article.published[:10] for article in articles if article.published]
    headline = next((article.headline for article in articles if article.headline), None)
    told = " ".join((headline or articles[0].text[:_HEADLINE]).split())
    outlets = len({article.outlet.id for article in articles})
    first, last = min(days, default=None), max(days, default=None)
    return Listed(store.stories.name(number), len(articles), outlets, first, last, told)
