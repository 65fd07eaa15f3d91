"""What a site's robots.txt lets factcheck read."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

import httpx2
from protego import Protego

from claims.articles.web.connection import AGENT
from claims.articles.web.refusals import SAVE
from claims.errors import UnreadableError

MOST_BYTES = 512 * 1024
"""What is read of a robots.txt; the standard (RFC 9309) asks for at least 500 KiB."""


class Verdict(NamedTuple):
    """What was learned of one site."""

    rules: Protego | None = None
    """None where everything is allowed."""
    fault: UnreadableError | None = None
    """Why nothing may be read there."""


class Robots:
    """The rules of each site, asked for once a run; shared by the threads of a run."""

    def __init__(self, fetch: Callable[[httpx2.URL], tuple[int, str]]) -> None:
        """``fetch`` returns status and text of a robots.txt, or raises UnreadableError."""
        self._fetch = fetch
        self._lock = Lock()
        self._locks: dict[str, Lock] = {}
        self._verdicts: dict[str, Verdict] = {}

    def check(self, url: httpx2.URL) -> float | None:
        """Return the pause that the site asks for. Raises UnreadableError where it does not want the page read."""
        verdict = self._judge(url)
        if verdict.fault is not None:
            fault = verdict.fault
            raise UnreadableError(fault.message, where=str(url), hint=fault.hint)
        if verdict.rules is None:
            return None
        if not verdict.rules.can_fetch(str(url), AGENT):
            raise UnreadableError("the site's robots.txt asks not to read this page", where=str(url), hint=SAVE)
        return verdict.rules.crawl_delay(AGENT)

    def _judge(self, url: httpx2.URL) -> Verdict:
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        with self._lock:
            lock = self._locks.setdefault(site, Lock())
        with lock:
            if site not in self._verdicts:
                self._verdicts[site] = self._ask(httpx2.URL(f"{site}/robots.txt"))
            return self._verdicts[site]

    def _ask(self, url: httpx2.URL) -> Verdict:
        try:
            status, text = self._fetch(url)
        except UnreadableError as error:
            return Verdict(fault=error)
        if status < 300:
            return Verdict(rules=Protego.parse(text))
        if 400 <= status < 500 and status != 429:
            return Verdict()
        reason = f"the site's robots.txt cannot be read ({status}), which asks readers to stay away"
        return Verdict(fault=UnreadableError(reason, hint="try again later, or save the page and name the file"))
