"""A run over addresses and feeds: from what the user names to readings."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing

from claims.articles.reading import Progress, ignore_progress
from claims.articles.source import NOTHING_KNOWN, Known, Outlets
from claims.articles.web.crawl import read_pages
from claims.articles.web.feeds import News, find_news
from claims.articles.web.session import Session
from claims.articles.web.visits import FindVisit, Reach, Reading, Request, Wanted
from claims.model import Article, Unread


def read_web(
    wanted: Wanted,
    outlets: Outlets,
    *,
    find_visit: FindVisit,
    known: Known = NOTHING_KNOWN,
    progress: Progress = ignore_progress,
) -> Generator[Reading]:
    """Yield what became of each address, and of each page that is new in a feed, in the order of the answers.

    A feed has a reading of its own: what is wrong with it, and at the end its visit, where all that is new was read.
    """
    with Session(wanted.reach) as session:
        news = {feed: find_news(feed, session, find_visit, wanted.limit) for feed in dict.fromkeys(wanted.feeds)}
        for feed, found in news.items():
            yield Reading(Request(feed), tuple(found.unread), left=found.left)
        requests = _list_requests(wanted.addresses, news, find_visit)
        failed: set[str] = set()
        progress(0, len(requests))
        with closing(read_pages(requests, session, outlets, known=known)) as readings:
            for number, reading in enumerate(readings, 1):
                if reading.visit is None:
                    failed.add(reading.request.address)
                yield reading
                progress(number, len(requests))
        for feed, found in news.items():
            if found.visit and not found.left and not failed & {request.address for request in found.requests}:
                yield Reading(Request(feed), visit=found.visit)


def _list_requests(addresses: Sequence[str], news: dict[str, News], find_visit: FindVisit) -> list[Request]:
    """Return each page once."""
    named = [Request(address, visit and visit.useful) for address in addresses for visit in [find_visit(address)]]
    requests = {request.address: request for found in news.values() for request in found.requests}
    return list({**{request.address: request for request in named}, **requests}.values())


def read_addresses(
    addresses: Sequence[str], outlets: Outlets, *, reach: Reach, known: Known = NOTHING_KNOWN
) -> list[Article | Unread]:
    """Return what is at the addresses, in their order."""
    order = {address: index for index, address in enumerate(dict.fromkeys(addresses))}
    readings = read_web(Wanted(list(order), reach=reach), outlets, find_visit=know_nothing, known=known)
    return [
        found for reading in sorted(readings, key=lambda each: order[each.request.address]) for found in reading.found
    ]


def know_nothing(address: str) -> None:
    """Return no visit: a run that has no store."""
    del address
