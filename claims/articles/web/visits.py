"""What is known of an address before it is asked for, and what a page gave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from claims.articles.feed import Entry
from claims.model import Article, Unread


class Reach(NamedTuple):
    """How far a run may go."""

    allow_private: bool = False
    """Whether addresses of this machine and of private networks are asked, too."""
    timeout: float = 30.0
    """Seconds for one page, redirects included, pauses not."""
    pause: float = 1.0
    """Seconds between two requests to one host, where its robots.txt asks for no longer one."""


class Visit(NamedTuple):
    """An address that was read earlier."""

    final: str
    """Where it led after redirects."""
    fetched: str
    """When, in UTC, ISO."""
    etag: str | None = None
    modified: str | None = None
    articles: tuple[str, ...] = ()
    """Ids of the articles it gave."""

    @property
    def useful(self) -> Visit | None:
        """The visit where its page held an article; else None, as the page is to be read anew."""
        return self if self.articles else None


FindVisit = Callable[[str], Visit | None]
"""Returns the last visit to an address."""


class Wanted(NamedTuple):
    """What a run is to read."""

    addresses: Sequence[str]
    feeds: Sequence[str] = ()
    limit: int = 0
    """How many new pages of each feed at most; 0 is all."""
    reach: Reach = Reach()


class Request(NamedTuple):
    """A page to be read."""

    address: str
    """As the user or the feed gives it; as it stands in messages."""
    visit: Visit | None = None
    entry: Entry | None = None
    """What a feed says of the page."""
    feed: str | None = None
    """The feed that named it."""


class Page(NamedTuple):
    """What a server sent, decoded; ``data`` is None where nothing changed since the last visit."""

    final: str
    data: bytes | None = None
    media: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None


class Reading(NamedTuple):
    """What became of one request."""

    request: Request
    found: tuple[Article | Unread, ...] = ()
    visit: Visit | None = None
    """To be remembered, without its articles; None where the page could not be fetched."""
    unchanged: bool = False
    """Whether the server says that it is as it was; nothing is in ``found`` then."""
    left: int = 0
    """Of a feed: how many more pages are new than were asked for."""
