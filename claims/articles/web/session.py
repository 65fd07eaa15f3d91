"""Fetch pages: every hop checked, allowed by robots.txt and in its turn; within limits of time and size."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import httpx2

from claims.articles.web.addresses import parse_address, resolve
from claims.articles.web.charset import read_content_type
from claims.articles.web.connection import Answer, Bounds, Connections
from claims.articles.web.pace import Pace
from claims.articles.web.refusals import SAVE, explain_timeout, read_retry_after, refuse_media, refuse_status
from claims.articles.web.robots import MOST_BYTES, Robots
from claims.articles.web.visits import Page, Reach, Visit
from claims.errors import UnreadableError

PAGE = Bounds(sent=8 * 1024**2, decoded=20 * 1024**2)
FEED = Bounds(sent=20 * 1024**2, decoded=20 * 1024**2)
_ROBOTS = Bounds(sent=MOST_BYTES, decoded=MOST_BYTES)
_ROBOTS_SECONDS = 10.0
_MOST_HOPS = 10
_REDIRECTS = (301, 302, 303, 307, 308)


class Session:
    """One run over the web. Use it as a context manager; its methods may be called from several threads."""

    def __init__(self, reach: Reach = Reach()) -> None:  # noqa: B008 - a named tuple cannot change
        self._reach = reach
        self._stop = Event()
        self._connections = Connections()
        self._pace = Pace(reach.pause, self._stop)
        self._robots = Robots(self._fetch_robots)

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Cut off whatever is under way, from any thread."""
        self._stop.set()
        self._connections.close()

    def fetch(self, address: str, visit: Visit | None = None, bounds: Bounds = PAGE) -> Page:
        """Return what the server sends for an address, by condition of what ``visit`` knows.

        Raises UnreadableError where it sends nothing, or may not be asked.
        """
        url = parse_address(address)
        left = self._reach.timeout
        seen: set[httpx2.URL] = set()
        while len(seen) < _MOST_HOPS:
            seen.add(url)
            self._await_turn(url)
            started = time.monotonic()
            with self._ask(url, left, _conditions(url, visit)) as answer:
                self._heed_wait(url, answer)
                target = _find_target(url, answer.response)
                if target is None:
                    return _take(url, answer, bounds, asked=visit is not None)
            left -= time.monotonic() - started
            if left <= 0:
                raise explain_timeout(address)
            if target in seen:
                raise UnreadableError("redirected in a circle", where=address, hint=SAVE)
            url = target
        raise UnreadableError(f"redirected more than {_MOST_HOPS} times", where=address, hint=SAVE)

    def _await_turn(self, url: httpx2.URL) -> None:
        delay = self._robots.check(url)
        self._pace.wait(url.host, delay)
        if self._stop.is_set():
            raise UnreadableError("stopped", where=str(url), hint="the same command goes on from there")

    def _heed_wait(self, url: httpx2.URL, answer: Answer) -> None:
        seconds = read_retry_after(answer.response)
        if seconds is not None and answer.response.status_code in (429, 503):
            self._pace.hold(url.host, seconds)

    @contextmanager
    def _ask(self, url: httpx2.URL, seconds: float, headers: dict[str, str]) -> Iterator[Answer]:
        started = time.monotonic()
        addresses = resolve(url, seconds, allow_private=self._reach.allow_private)
        left = seconds - (time.monotonic() - started)
        with self._connections.request(url, addresses, left, headers) as answer:
            yield answer

    def _fetch_robots(self, url: httpx2.URL) -> tuple[int, str]:
        """Return status and text of a robots.txt, which may be redirected five times (RFC 9309)."""
        left = min(self._reach.timeout, _ROBOTS_SECONDS)
        for _ in range(6):
            started = time.monotonic()
            with self._ask(url, left, {}) as answer:
                target = _find_target(url, answer.response)
                if target is None:
                    status = answer.response.status_code
                    text = answer.read(_ROBOTS, cut=True) if status < 300 else b""
                    return status, text.decode("utf-8-sig", "replace")
            left -= time.monotonic() - started
            url = target
        return 404, ""


def _conditions(url: httpx2.URL, visit: Visit | None) -> dict[str, str]:
    """Return what makes a request conditional: only where the validators are this very address's."""
    if visit is None or visit.final != str(url):
        return {}
    fields = {"If-None-Match": visit.etag, "If-Modified-Since": visit.modified}
    return {name: value for name, value in fields.items() if value}


def _find_target(url: httpx2.URL, response: httpx2.Response) -> httpx2.URL | None:
    """Return where a redirect leads; None where the answer is none. Raises UnreadableError."""
    location = response.headers.get("location")
    if response.status_code not in _REDIRECTS or not location:
        return None
    try:
        return parse_address(str(url.join(location)))
    except (UnreadableError, httpx2.InvalidURL, ValueError) as error:
        reason = error.message if isinstance(error, UnreadableError) else "no valid address"
        raise UnreadableError(f"redirected to where nothing is read: {reason}", where=str(url), hint=SAVE) from error


def _take(url: httpx2.URL, answer: Answer, bounds: Bounds, *, asked: bool) -> Page:
    headers = answer.response.headers
    etag, modified = (_short(headers.get(name)) for name in ("etag", "last-modified"))
    if answer.response.status_code == 304 and asked:
        return Page(str(url), etag=etag, modified=modified)
    refuse_status(answer.response, str(url))
    media, charset = read_content_type(headers.get("content-type", ""))
    refuse_media(media, str(url))
    return Page(str(url), answer.read(bounds), media, charset, etag, modified)


def _short(value: str | None) -> str | None:
    """Return a validator as it came; None for one longer than any server needs."""
    return value if value and len(value) <= 500 else None
