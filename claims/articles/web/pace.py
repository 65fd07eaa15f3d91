"""A polite pause between two requests to one host."""

from __future__ import annotations

import time
from threading import Event, Lock

from claims.articles.web.refusals import describe_wait
from claims.errors import UnreadableError

LONGEST = 30.0
"""Seconds that are waited for one host at most, whatever it asks for."""


class Pace:
    """When each host may be asked again; shared by the threads of a run."""

    def __init__(self, pause: float, stop: Event) -> None:
        self._pause = pause
        self._stop = stop
        self._lock = Lock()
        self._due: dict[str, float] = {}
        self._held: dict[str, float] = {}

    def wait(self, host: str, delay: float | None = None) -> None:
        """Wait for the host's turn; ``delay`` is the pause that it asks for.

        Raises UnreadableError where the host asked for silence that is longer than anybody waits.
        """
        pause = max(self._pause, min(delay or 0.0, LONGEST))
        with self._lock:
            now = time.monotonic()
            silence = self._held.get(host, now) - now
            if silence > LONGEST:
                reason = f"the site asked for a pause of {describe_wait(silence)}"
                raise UnreadableError(reason, hint="the same command goes on from there later")
            turn = max(now + silence, self._due.get(host, now), now)
            self._due[host] = turn + pause
        self._stop.wait(turn - now)

    def hold(self, host: str, seconds: float) -> None:
        """Take note that a host wants silence for so long."""
        with self._lock:
            self._held[host] = time.monotonic() + seconds
