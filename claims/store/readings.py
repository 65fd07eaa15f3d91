"""Keep what was read on the web: articles, and when their pages were read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from claims.articles.web.visits import Reading, Visit
from claims.model import Article, Unread
from claims.store.store import Store

State = Literal["new", "unchanged", "unread"]


def judge_reading(reading: Reading, store: Store | None) -> list[State]:
    """Return what each article of a reading is to the store: new, unchanged, or unread."""
    if reading.unchanged:
        known = reading.request.visit.articles if reading.request.visit else ()
        return ["unchanged"] * max(1, len(known))
    return [_judge(found, reading, store) for found in reading.found]


def keep_reading(reading: Reading, store: Store) -> list[State]:
    """Store the articles of a reading and remember the visit; return what became of each."""
    states = judge_reading(reading, store)
    ids: list[str] = []
    for index, found in enumerate(reading.found):
        if isinstance(found, Unread):
            continue
        twin = _find_twin(found, reading, store)
        if twin is None:
            states[index] = store.add(found)
        ids.append(found.id if twin is None else twin.id)
    if reading.visit is not None:
        kept = reading.visit.articles if reading.unchanged else tuple(ids)
        store.pages.remember(reading.visit._replace(articles=kept), _list_addresses(reading))
    return states


def _judge(found: Article | Unread, reading: Reading, store: Store | None) -> State:
    if isinstance(found, Unread):
        return "unread"
    known = store is not None and (store.article(found.id) or _find_twin(found, reading, store))
    return "unchanged" if known else "new"


def _find_twin(article: Article, reading: Reading, store: Store) -> Article | None:
    """Return the stored article of this page whose text is the same, though other bytes of the page have changed."""
    for address in _list_addresses(reading):
        visit = store.pages.find(address)
        for known in _load(visit, store):
            if (known.outlet.id, known.text, known.headline) == (article.outlet.id, article.text, article.headline):
                return known
    return None


def _load(visit: Visit | None, store: Store) -> Iterator[Article]:
    for known in visit.articles if visit else ():
        if (article := store.article(known)) is not None:
            yield article


def _list_addresses(reading: Reading) -> list[str]:
    """Return the addresses of a page: as asked for, after redirects, and as it names itself, if it is one article."""
    addresses = [reading.request.address]
    if reading.visit:
        addresses.append(reading.visit.final)
    if len(reading.found) == 1 and isinstance(reading.found[0], Article) and reading.found[0].url:
        addresses.append(reading.found[0].url)
    return list(dict.fromkeys(addresses))
