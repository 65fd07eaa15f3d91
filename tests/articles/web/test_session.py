"""Servers that misbehave, and what a page is read as."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.articles.web.session import PAGE, Session
from claims.articles.web.visits import Reach
from claims.errors import UnreadableError
from claims.version import __version__
from tests.articles.web.conftest import AT_ONCE
from tests.articles.web.server import SENTENCES, Site, page

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
SHORT = Reach(allow_private=True, timeout=1, pause=0)


def took(started: float) -> float:
    return time.monotonic() - started


def test_user_agent_names_the_program(site: Site, article: Any) -> None:
    article(site.put_page("/a"))
    assert {headers["User-Agent"] for _, headers, _ in site.asked} == {f"factcheck/{__version__}"}
    assert all("Cookie" not in headers for _, headers, _ in site.asked)


@pytest.mark.parametrize(
    ("status", "reason", "hint"),
    [
        (401, "asks for a login (401)", "save the page"),
        (403, "refuses automatic readers (403)", "save the page"),
        (404, "no such page (404)", "check the address"),
        (410, "taken down (410)", "archive"),
        (418, "sends no page (418)", "save the page"),
        (429, "fewer requests (429)", "try again later"),
        (451, "legal reasons (451)", "archive"),
        (500, "has a fault (500)", "try again later"),
        (304, "sends no page (304)", "save the page"),
    ],
)
def test_statuses(site: Site, refusal: Any, status: int, reason: str, hint: str) -> None:
    found = refusal(site.put("/a", "no", status))
    assert reason in found.reason
    assert hint in found.hint


@pytest.mark.parametrize(("value", "hint"), [("90", "90 seconds"), ("Wed, 01 Jan 2020 00:00:00 GMT", "0 seconds")])
def test_retry_after(site: Site, refusal: Any, value: str, hint: str) -> None:
    assert hint in refusal(site.put("/a", "no", 429, Retry_After=value)).hint


def test_empty_page(site: Site, refusal: Any) -> None:
    assert "empty" in refusal(site.put("/a", "")).reason


def test_redirects_are_followed(site: Site, article: Any) -> None:
    site.put_page("/c")
    site.redirect("/b", "/c", 308)
    found = article(site.redirect("/a", site.url("/b"), 301))
    assert found.url == site.url("/c")
    assert site.paths() == ["/a", "/b", "/c"]


def test_circle(site: Site, refusal: Any) -> None:
    site.redirect("/b", "/a")
    assert refusal(site.redirect("/a", "/b")).reason == "redirected in a circle"


def test_too_many_redirects(site: Site, refusal: Any) -> None:
    for number in range(30):
        site.redirect(f"/{number}", f"/{number + 1}")
    assert "more than 10 times" in refusal(site.url("/0")).reason
    assert len(site.paths()) == 10


def test_slow_drip_of_the_body(site: Site, refusal: Any) -> None:
    def drip() -> Iterator[bytes]:
        yield HEAD + b"\r\n<html>"
        while True:
            time.sleep(0.05)
            yield b"<p>"

    started = time.monotonic()
    assert "no full answer in time" in refusal(site.put_raw("/a", drip), SHORT).reason
    assert took(started) < 15


def test_slow_drip_of_the_head(site: Site, refusal: Any) -> None:
    def drip() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        while True:
            time.sleep(0.05)
            yield b"X-A: b\r\n"

    started = time.monotonic()
    found = refusal(site.put_raw("/a", drip), SHORT)
    assert "no full answer in time" in found.reason
    assert "--timeout" in found.hint
    assert took(started) < 15


def test_silence(site: Site, refusal: Any) -> None:
    def silence() -> Iterator[bytes]:
        time.sleep(2)
        yield b""

    assert "no full answer in time" in refusal(site.put_raw("/a", silence), SHORT).reason


def test_endless_body(site: Site, refusal: Any) -> None:
    def endless() -> Iterator[bytes]:
        yield HEAD + b"\r\n"
        while True:
            yield b"x" * 100_000

    found = refusal(site.put_raw("/a", endless))
    assert "too large" in found.reason
    assert "MB" in found.hint


def test_a_stated_length_is_believed(site: Site, refusal: Any) -> None:
    def large() -> Iterator[bytes]:
        yield HEAD + b"Content-Length: 99999999999\r\n\r\nx"
        time.sleep(30)

    started = time.monotonic()
    assert "too large" in refusal(site.put_raw("/a", large)).reason
    assert took(started) < 15


def test_endless_head(site: Site, refusal: Any) -> None:
    def endless() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        while True:
            yield b"X-A: " + b"b" * 10_000 + b"\r\n"

    assert "broke off" in refusal(site.put_raw("/a", endless)).reason


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_compression(site: Site, article: Any, encoding: str) -> None:
    data = page("Nine dockers killed in Maren fire").encode()
    packed = gzip.compress(data) if encoding == "gzip" else zlib.compress(data)
    assert SENTENCES[0] in article(site.put("/a", packed, Content_Encoding=encoding)).text


def test_decompression_bomb(site: Site, refusal: Any) -> None:
    bomb = gzip.compress(b"\0" * 200 * 1024**2, 9)
    assert len(bomb) < 300_000
    found = refusal(site.put("/a", bomb, Content_Encoding="gzip"))
    assert "too large" in found.reason


@pytest.mark.parametrize("encoding", ["gzip, gzip", "x-unknown", "gzip,deflate,gzip"])
def test_encodings_nobody_asked_for(site: Site, refusal: Any, encoding: str) -> None:
    assert "unknown encoding" in refusal(site.put("/a", b"x" * 99, Content_Encoding=encoding)).reason


def test_damaged_compression(site: Site, refusal: Any) -> None:
    assert "compression is damaged" in refusal(site.put("/a", b"no gzip at all", Content_Encoding="gzip")).reason


@pytest.mark.parametrize(
    "answer",
    [
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n<html\r\nzz\r\nboo",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n500\r\n<html",
        HEAD + b"Content-Length: 5000\r\n\r\n<html>",
        b"nonsense\r\n\r\n",
        b"",
        b"HTTP/1.1 200 OK\r\nBad header\r\n\r\n",
    ],
)
def test_broken_answers(site: Site, refusal: Any, answer: bytes) -> None:
    def send() -> Iterator[bytes]:
        yield answer

    assert "the connection broke off" in refusal(site.put_raw("/a", send)).reason


def test_no_server(refusal: Any) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        found = refusal(f"http://127.0.0.1:{taken.getsockname()[1]}/a")
    assert "no connection" in found.reason
    assert "Errno" not in found.reason


@pytest.mark.parametrize("media", ["image/png", "video/mp4", "audio/mpeg"])
def test_media_are_not_loaded(site: Site, refusal: Any, media: str) -> None:
    assert "not a page" in refusal(site.put("/a", b"x" * 99, Content_Type=media)).reason


WORDS = (
    "Der Bürgermeister said “nothing” in the harbour of Märenburg on Monday, the office of the mayor told reporters."
)


@pytest.mark.parametrize(
    ("codec", "header", "meta"),
    [
        ("utf-8", "", ""),
        ("utf-8", "text/html; charset=iso-8859-1", ""),
        ("cp1252", "text/html; charset=windows-1252", "utf-8"),
        ("cp1252", "text/html; charset=ISO-8859-1", ""),
        ("cp1252", 'text/html; charset="windows-1252"', ""),
        ("utf-16-le", "text/html; charset=utf-16-le", ""),
        ("utf-16", "text/html", ""),
        ("cp1252", "text/html", "windows-1252"),
        ("cp1252", "text/html; charset=no-such-thing", "windows-1252"),
        ("utf-8-sig", "text/html; charset=windows-1252", "windows-1252"),
        ("utf-8", "text/html; charset=idna", ""),
    ],
)
def test_charset(site: Site, article: Any, codec: str, header: str, meta: str) -> None:
    head = f"<meta charset={meta}>" if meta else ""
    data = page("Mayor says nothing in Maren", sentences=(WORDS, *SENTENCES), head=head).encode(codec)
    assert WORDS in article(site.put("/a", data, Content_Type=header)).text


def test_other_formats_are_told_by_their_content(site: Site, article: Any) -> None:
    text = "Nine dockers killed in Maren fire\n\nBy Ilse Aal\n\n" + "\n\n".join(SENTENCES)
    found = article(site.put("/story", text, Content_Type="text/plain; charset=utf-8"))
    assert (found.headline, found.bylines) == ("Nine dockers killed in Maren fire", ("Ilse Aal",))


def test_page_without_markup_at_its_start_is_still_a_page(site: Site, article: Any) -> None:
    body = "harbour news " + page("Nine dockers killed in Maren fire")
    assert article(site.put("/story", body, Content_Type="text/html")).headline == "Nine dockers killed in Maren fire"


def test_canonical_address_is_kept_and_the_site_is_the_outlet(site: Site, article: Any) -> None:
    head = '<link rel="canonical" href="https://agency.example/fire">'
    found = article(
        site.put("/a?utm=1", page("Nine dockers killed in Maren fire", head=head), Content_Type="text/html")
    )
    assert found.url == "https://agency.example/fire"


def test_closing_a_session_ends_what_is_under_way(site: Site) -> None:
    def drip() -> Iterator[bytes]:
        yield HEAD + b"\r\n<html>"
        for _ in range(1000):
            time.sleep(0.05)
            yield b"<p>"

    address = site.put_raw("/a", drip)
    session = Session(AT_ONCE)
    threading.Timer(0.5, session.close).start()
    started = time.monotonic()
    with pytest.raises(UnreadableError):
        session.fetch(address)
    assert took(started) < 15


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a certificate for press.example and its key, signed by nobody."""
    folder = tmp_path_factory.mktemp("tls")
    cert, key = folder / "cert.pem", folder / "key.pem"
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=press.example"
    )
    names = ["-addext", "subjectAltName=DNS:press.example", "-keyout", str(key), "-out", str(cert)]
    try:
        subprocess.run([*command.split(), *names], check=True, capture_output=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("there is no openssl to make a certificate with")
    return cert, key


@pytest.fixture
def secure(certificate: tuple[Path, Path]) -> Iterator[int]:
    """Serve a page by TLS and give the port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    body = page("Nine dockers killed in Maren fire").encode()
    stop = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.1)

    def answer() -> None:
        while not stop.is_set():
            try:
                plain, _ = listener.accept()
                plain.settimeout(2)
                with context.wrap_socket(plain, server_side=True) as connection:
                    asked = connection.recv(65536)
                    found = b"404 No" if b"robots.txt" in asked else b"200 OK"
                    connection.sendall(b"HTTP/1.1 %b\r\nContent-Length: %d\r\n\r\n%b" % (found, len(body), body))
            except OSError:
                continue

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    yield listener.getsockname()[1]
    stop.set()
    thread.join()
    listener.close()


def test_certificates_are_checked_by_name(
    secure: int, certificate: tuple[Path, Path], article: Any, refusal: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo
    hosts = {"press.example", "other.example"}
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *args, **kw: real("127.0.0.1" if host in hosts else host, *args, **kw)
    )
    assert "no safe connection: self-signed certificate" in refusal(f"https://press.example:{secure}/a").reason
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    assert article(f"https://press.example:{secure}/a").outlet.id == "press.example"
    assert "no safe connection: Hostname mismatch" in refusal(f"https://other.example:{secure}/a").reason


def test_tls_spoken_to_a_plain_server(site: Site, refusal: Any) -> None:
    assert "no safe connection" in refusal(site.url("/a").replace("http:", "https:")).reason


def test_bounds_are_those_of_the_documentation() -> None:
    text = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
    assert f"{PAGE.sent // 1024**2} MB as it is sent and {PAGE.decoded // 1024**2} MB unpacked" in text
