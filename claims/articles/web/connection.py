"""One request to one checked IP address, within a time limit and within bounds of size."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Lock, Timer
from typing import Any, NamedTuple

import httpx2

from claims.articles.web.addresses import port_of
from claims.articles.web.refusals import SAVE, explain_failure, explain_timeout
from claims.errors import UnreadableError
from claims.version import __version__

AGENT = "factcheck"
"""The name that robots.txt may address."""
_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
    "Accept-Language": "en, *;q=0.5",
    "Connection": "close",  # never a connection of another host at the same IP address
}
_CONNECT = 10.0
_BROKEN = (httpx2.TransportError, httpx2.DecodingError)


class Bounds(NamedTuple):
    """How much a server may send: on the wire, and after decompression."""

    sent: int
    decoded: int


class Connections:
    """Opens connections and can cut all of them off; shared by the threads of a run."""

    def __init__(self) -> None:
        self._transport = httpx2.HTTPTransport(limits=httpx2.Limits(max_keepalive_connections=0))
        self._encodings = httpx2.Client(transport=self._transport).headers["accept-encoding"]
        self._open: set[_Cutter] = set()
        self._lock = Lock()

    def close(self) -> None:
        """Cut off whatever is open."""
        with self._lock:
            for cutter in self._open:
                cutter.cut()

    @contextmanager
    def request(
        self, url: httpx2.URL, addresses: Sequence[str], seconds: float, headers: dict[str, str]
    ) -> Iterator[Answer]:
        """Send a request to the first of the IP addresses that takes it; the answer ends with the block.

        Raises UnreadableError, also for what goes wrong while the answer is read.
        """
        cutter = _Cutter(seconds)
        with self._lock:
            self._open.add(cutter)
        try:
            response = self._connect(url, addresses, cutter, headers)
            try:
                yield Answer(response, cutter, str(url))
            finally:
                response.close()
        except _BROKEN as error:
            raise (explain_timeout(str(url)) if cutter.over else explain_failure(error, str(url))) from error
        finally:
            cutter.stop()
            with self._lock:
                self._open.discard(cutter)

    def _connect(
        self, url: httpx2.URL, addresses: Sequence[str], cutter: _Cutter, headers: dict[str, str]
    ) -> httpx2.Response:
        *others, last = addresses
        for address in others:
            with suppress(httpx2.ConnectError, httpx2.ConnectTimeout):
                return self._send(url, address, cutter, headers)
        return self._send(url, last, cutter, headers)

    def _send(self, url: httpx2.URL, address: str, cutter: _Cutter, headers: dict[str, str]) -> httpx2.Response:
        """Ask the very address that was checked; host and certificate stay those of the name."""
        seconds = cutter.seconds
        patience = httpx2.Timeout(seconds, connect=min(seconds, _CONNECT)).as_dict()
        extensions: dict[str, Any] = {"timeout": patience, "trace": cutter.watch}
        if url.scheme == "https":
            extensions["sni_hostname"] = url.raw_host.decode("ascii")
        fields = {"Host": url.netloc.decode("ascii"), "Accept-Encoding": self._encodings, **_HEADERS, **headers}
        target = url.copy_with(host=address.partition("%")[0], port=port_of(url))
        request = httpx2.Request("GET", target, headers=fields, extensions=extensions)
        response = self._transport.handle_request(request)
        response.request = request
        return response


class Answer:
    """A server's answer, of which only the head was read."""

    def __init__(self, response: httpx2.Response, cutter: _Cutter, where: str) -> None:
        self.response = response
        self._cutter = cutter
        self._where = where

    def read(self, bounds: Bounds, *, cut: bool = False) -> bytes:
        """Return the decoded body. Raises UnreadableError where it is too large, unless it may be ``cut``."""
        self._refuse_encoding()
        if not cut and _stated_length(self.response) > bounds.sent:
            raise self._too_large(bounds)
        parts: list[bytes] = []
        size = 0
        for part in self.response.iter_bytes():
            parts.append(part)
            size += len(part)
            if self._cutter.over:
                raise explain_timeout(self._where)
            if size > bounds.decoded or self.response.num_bytes_downloaded > bounds.sent:
                if cut:
                    break
                raise self._too_large(bounds)
        if self._cutter.over:  # a body without a stated end just stops when it is cut off
            raise explain_timeout(self._where)
        return b"".join(parts)[: bounds.decoded]

    def _refuse_encoding(self) -> None:
        """Refuse encodings that were not asked for, and several on top of each other."""
        encoding = self.response.headers.get("content-encoding", "").strip().lower()
        asked = str(self.response.request.headers["accept-encoding"]).split(",")
        if encoding not in {"", "identity", *(name.strip() for name in asked)}:
            raise UnreadableError(f"sent in an unknown encoding ({encoding[:40]})", where=self._where, hint=SAVE)

    def _too_large(self, bounds: Bounds) -> UnreadableError:
        hint = f"the limit is {bounds.sent // 1024**2} MB sent and {bounds.decoded // 1024**2} MB unpacked"
        return UnreadableError("too large for an article", where=self._where, hint=hint)


def _stated_length(response: httpx2.Response) -> int:
    length = response.headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 19 else 0


class _Cutter:
    """Cuts a connection off when its time is over, however slowly it drips."""

    def __init__(self, seconds: float) -> None:
        self.seconds = max(seconds, 0.01)
        self.over = False
        self._socket: socket.socket | None = None
        self._timer = Timer(self.seconds, self.cut)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, event: str, happening: dict[str, Any]) -> None:
        """Take note of the socket as soon as there is one."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._socket = happening["return_value"].get_extra_info("socket")
            if self.over:
                self.cut()

    def cut(self) -> None:
        """End the connection at once."""
        self.over = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def stop(self) -> None:
        """Take back the time limit."""
        self._timer.cancel()
