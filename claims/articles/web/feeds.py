"""What a live feed or sitemap names that was not read yet."""

from __future__ import annotations

import re
import zlib
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urljoin

from claims.articles.feed import Entry, list_entries
from claims.articles.fragments import unescape
from claims.articles.web.addresses import hide_credentials
from claims.articles.web.charset import to_utf_8
from claims.articles.web.crawl import say_now
from claims.articles.web.session import FEED, Session
from claims.articles.web.visits import FindVisit, Request, Visit
from claims.errors import UnreadableError
from claims.model import Unread

_MOST_SITEMAPS = 50
_HEAD = 262_144
_FEED_LINK = re.compile(r"<link\b[^<>]{0,1000}application/(?:rss|atom)\+xml[^<>]{0,1000}>", re.IGNORECASE)
_TARGET = re.compile(r"\bhref\s*=\s*[\"']?([^\"'\s>]{1,1000})", re.IGNORECASE)
_GZIP = b"\x1f\x8b"
_SITEMAP_HINT = "name one of its sitemaps instead"


class News(NamedTuple):
    """What is new in a feed."""

    requests: list[Request]
    """Newest first."""
    unread: list[Unread]
    left: int
    """How many more are new than were asked for."""
    visit: Visit | None
    """To be remembered once all that is new was read; None where the feed is as it was, or could not be read."""


def find_news(feed: str, session: Session, find_visit: FindVisit, limit: int) -> News:
    """Return the pages that a feed names and that were not read since they changed; at most ``limit``, 0 for all.

    An index of sitemaps is followed to the sitemaps it names, the latest first.
    """
    unread: list[Unread] = []
    before = find_visit(feed)
    try:
        visit, entries = _follow(feed, before, session, unread)
    except UnreadableError as error:
        return News([], [Unread(hide_credentials(feed), error.message, error.hint)], 0, None)
    requests: dict[str, Request] = {}
    for entry in sorted(entries, key=_age, reverse=True):
        known = find_visit(entry.address)
        if known is None or _changed(entry, known):
            requests.setdefault(entry.address, Request(entry.address, known and known.useful, entry, feed))
    wanted = list(requests.values())[: limit or None]
    return News(wanted, unread, len(requests) - len(wanted), None if unread else visit)


def _follow(
    feed: str, before: Visit | None, session: Session, unread: list[Unread]
) -> tuple[Visit | None, list[Entry]]:
    """Return the visit to a feed, and the entries of it and of the sitemaps that it names."""
    as_page = before is not None and before.articles  # its tag of then says nothing about a feed
    visit, entries, sitemaps = _load(feed, None if as_page else before, session)
    for sitemap in sorted(sitemaps, key=_age, reverse=True)[:_MOST_SITEMAPS]:
        try:
            _, found, further = _load(sitemap.address, None, session)
            entries += found
            if further:
                raise UnreadableError("an index of sitemaps within one", hint=_SITEMAP_HINT)
        except UnreadableError as error:
            unread.append(Unread(hide_credentials(sitemap.address), error.message, error.hint))
    if len(sitemaps) > _MOST_SITEMAPS:
        reason = f"{len(sitemaps):,} sitemaps, of which the latest {_MOST_SITEMAPS} were read"
        unread.append(Unread(feed, reason, _SITEMAP_HINT))
    return visit, entries


def _load(address: str, before: Visit | None, session: Session) -> tuple[Visit | None, list[Entry], list[Entry]]:
    page = session.fetch(address, before, FEED)
    if page.data is None:
        return None, [], []
    data = _unpack(page.data, address) if page.data.startswith(_GZIP) else page.data
    text = to_utf_8(data, page.media, page.charset)
    try:
        listing = list_entries(text, page.final)
    except UnreadableError as error:
        named = _find_feed(text, page.final)
        hint = f"the page names this feed: {named}" if named else error.hint
        raise UnreadableError(error.message, where=error.where, hint=hint) from error
    return Visit(page.final, say_now(), page.etag, page.modified), listing.entries, listing.sitemaps


def _find_feed(page: bytes, address: str) -> str | None:
    """Return the feed that a page names in its head."""
    links = _FEED_LINK.findall(page[:_HEAD].decode("utf-8", "replace"))
    targets = (match.group(1) for link in links if (match := _TARGET.search(link)))
    return next((urljoin(address, unescape(target)) for target in targets), None)


def _unpack(data: bytes, address: str) -> bytes:
    """Return what a gzip file holds, as sitemaps are kept."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        unpacked = unpacker.decompress(data, FEED.decoded)
    except zlib.error as error:
        raise UnreadableError("its compression is damaged", where=address, hint="try again later") from error
    if unpacker.unconsumed_tail or not unpacker.eof:
        reason = "too large for a feed" if unpacker.unconsumed_tail else "its compression is damaged"
        raise UnreadableError(reason, where=address, hint="name one of its sitemaps, or another feed")
    return unpacked


def _age(entry: Entry) -> str:
    """Return what orders entries: the time of the last change, in UTC; those without one are the oldest."""
    moment = _read_time(entry.updated or entry.published)
    return moment.isoformat() if moment else ""


def _changed(entry: Entry, visit: Visit) -> bool:
    """Tell whether the feed says that a page changed after it was read."""
    updated = _read_time(entry.updated)
    if updated is None or len(entry.updated or "") < 16:  # a day alone says nothing of the time after the visit
        return (entry.updated or "")[:10] > visit.fetched[:10]
    return updated > datetime.fromisoformat(visit.fetched)


def _read_time(moment: str | None) -> datetime | None:
    try:
        read = datetime.fromisoformat(moment or "")
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
