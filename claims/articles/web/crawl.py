"""Read many pages: one at a time of each host, several hosts at once, each page given back as it comes."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from claims.articles.reading import read_bytes
from claims.articles.source import NOTHING_KNOWN, Known, Outlets, Source
from claims.articles.web.addresses import hide_credentials
from claims.articles.web.charset import to_utf_8
from claims.articles.web.session import Session
from claims.articles.web.visits import Page, Reading, Request, Visit
from claims.errors import UnreadableError
from claims.model import Article, Unread

_MOST_HOSTS = 8
_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/csv": ".csv", "text/markdown": ".md"}
Outcome = tuple[Request, Page | UnreadableError]


def read_pages(
    requests: Sequence[Request], session: Session, outlets: Outlets, *, known: Known = NOTHING_KNOWN
) -> Generator[Reading]:
    """Yield what became of each request, in the order in which the answers come."""
    with closing(_fetch_all(requests, session)) as outcomes:
        for request, page in outcomes:
            yield _settle(request, page, outlets, known)


def _settle(request: Request, page: Page | UnreadableError, outlets: Outlets, known: Known) -> Reading:
    if isinstance(page, UnreadableError):
        return Reading(request, (_explain(request, page),))
    if page.data is None:
        before = request.visit or Visit(page.final, "")
        etag, modified = page.etag or before.etag, page.modified or before.modified
        visit = Visit(page.final, say_now(), etag, modified, before.articles)
        return Reading(request, visit=visit, unchanged=True)
    visit = Visit(page.final, say_now(), page.etag, page.modified)
    return Reading(request, _read_page(request, page, outlets, known), visit)


def say_now() -> str:
    """Return the time in UTC, ISO."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def _fetch_all(requests: Sequence[Request], session: Session) -> Generator[Outcome]:
    """Yield what was fetched; what nobody takes holds its host back, so that no pages pile up."""
    waiting = deque(_group_by_host(requests))
    running: dict[Future[Outcome], deque[Request]] = {}
    pool = ThreadPoolExecutor(_MOST_HOSTS)
    try:
        while waiting or running:
            while waiting and len(running) < _MOST_HOSTS:
                host = waiting.popleft()
                running[pool.submit(_fetch, host.popleft(), session)] = host
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                host = running.pop(future)
                if host:
                    waiting.append(host)
                yield future.result()
    finally:
        if running:
            session.close()
        pool.shutdown(wait=False, cancel_futures=True)


def _group_by_host(requests: Sequence[Request]) -> list[deque[Request]]:
    groups: dict[str, deque[Request]] = {}
    for request in requests:
        groups.setdefault(_host_of(request.address), deque()).append(request)
    return list(groups.values())


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _fetch(request: Request, session: Session) -> Outcome:
    try:
        return request, session.fetch(request.address, request.visit)
    except UnreadableError as error:
        return request, error


def _explain(request: Request, error: UnreadableError) -> Unread:
    """Return the error under the address that was asked for, and where that led if something went wrong there."""
    shown = hide_credentials(request.address)
    elsewhere = error.where if error.where and error.where != shown else None
    same_site = elsewhere and _host_of(elsewhere) == _host_of(shown)
    reason = error.message if not elsewhere or same_site else f"{error.message}, at {elsewhere}"
    return Unread(shown, reason, error.hint)


def _read_page(request: Request, page: Page, outlets: Outlets, known: Known) -> tuple[Article | Unread, ...]:
    source = Source(page.final, outlets, known=known, media_suffix=_SUFFIXES.get(page.media or ""))
    try:
        found = read_bytes(to_utf_8(page.data or b"", page.media, page.charset), source)
    except UnreadableError as error:
        return (_explain(request, error),)
    if len(found) == 1 and isinstance(found[0], Article):
        return (_fill_in(found[0], request),)
    return tuple(found)


def _fill_in(article: Article, request: Request) -> Article:
    """Return the article with what only the feed says of it."""
    entry = request.entry
    if entry is None:
        return article
    return replace(
        article,
        headline=article.headline or entry.headline,
        published=article.published or entry.published,
        updated=article.updated or entry.updated,
        bylines=article.bylines or entry.bylines,
    )
