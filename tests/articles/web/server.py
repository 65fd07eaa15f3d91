"""A real server on loopback that says what the test tells it to, in bytes if need be."""

from __future__ import annotations

import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

SENTENCES = (
    "Fire broke out in the harbour of Maren on Monday night, and nine dockers were killed, the harbour office said.",
    "Harbour Minister Ilse Brandvoort told reporters that the port would open again on Thursday at the earliest.",
    "Firefighters from four towns worked until the morning, and the cause of the blaze was not known at first.",
    "The dockers had been loading timber when the roof of the oldest shed came down, a spokesman for the port said.",
)


@dataclass
class Reply:
    """What the server answers to a path; ``raw`` instead of everything else writes bytes as they come."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    raw: Callable[[], Iterator[bytes]] | None = None
    delay: float = 0.0


@dataclass
class Site:
    """The replies by path, and what was asked for."""

    port: int
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str], float]] = field(default_factory=list)
    busy: int = 0
    most_busy: Counter[str] = field(default_factory=Counter)
    lock: Lock = field(default_factory=Lock)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> str:
        data = body.encode() if isinstance(body, str) else body
        kept = {name.replace("_", "-"): value for name, value in headers.items()}
        self.replies[path] = Reply(data, status, kept)
        return self.url(path)

    def put_page(self, path: str, headline: str = "Nine dockers killed in Maren fire", **headers: str) -> str:
        return self.put(path, page(headline), **{"Content_Type": "text/html", **headers})

    def put_raw(self, path: str, raw: Callable[[], Iterator[bytes]]) -> str:
        self.replies[path] = Reply(raw=raw)
        return self.url(path)

    def redirect(self, path: str, target: str, status: int = 302) -> str:
        return self.put(path, status=status, Location=target)

    def paths(self) -> list[str]:
        """Return what was asked for, robots.txt apart."""
        return [path for path, _, _ in self.asked if path != "/robots.txt"]


def page(headline: str, *, sentences: tuple[str, ...] = SENTENCES, head: str = "") -> str:
    """Return a news page."""
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return (
        f"<!doctype html><html lang=en><head><title>{headline}</title>{head}</head>"
        f"<body><article><h1>{headline}</h1>{paragraphs}</article></body></html>"
    )


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        site = self.site
        host = (self.headers.get("Host") or "").partition(":")[0]
        with site.lock:
            site.asked.append((self.path, dict(self.headers), time.monotonic()))
            site.busy += 1
            site.most_busy[host] = max(site.most_busy[host], site.busy)
        try:
            self._answer(site.replies.get(self.path, Reply(b"no such page", 404)))
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            with site.lock:
                site.busy -= 1

    def _answer(self, reply: Reply) -> None:
        if reply.raw is not None:
            for part in reply.raw():
                self.wfile.write(part)
                self.wfile.flush()
            self.close_connection = True
            return
        time.sleep(reply.delay)
        etag = reply.headers.get("ETag")
        if etag and self.headers.get("If-None-Match") == etag:
            reply = Reply(b"", 304, reply.headers)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if "Content-Length" not in reply.headers:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve(listener: socket.socket | None = None) -> Iterator[Site]:
    """Run a server on 127.0.0.1, or on the socket given, for the time of the block."""
    site = Site(0)
    handler = type("Handler", (_Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    if listener is not None:
        server.socket.close()
        server.socket, server.server_address = listener, listener.getsockname()
    site.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
