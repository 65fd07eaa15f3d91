"""Web archives: which records are pages, and archives that are made to hurt."""

from __future__ import annotations

import gzip
import importlib.util
import io
import zipfile
import zlib

import pytest

from claims.articles import child
from claims.articles.unpacking import Unpacked, UnpackingError
from claims.articles.webrecords import read_answer
from claims.errors import UnreadableError
from claims.model import Article, Unread
from tests.articles.samples import FIRST, SECOND, read, read_one, refusal

pytestmark = pytest.mark.skipif(importlib.util.find_spec("warcio") is None, reason="the extra warc is not installed")

PAGE = f"<html><head><title>Pier burns</title></head><body><article><h1>Pier burns</h1><p>{FIRST}</p><p>{SECOND}</p>"
ADDRESS = "https://www.norwire.example/pier"


def answer(body: str | bytes = PAGE, status: str = "200 OK", kind: str = "text/html", **fields: str) -> bytes:
    raw = body.encode() if isinstance(body, str) else body
    named = "".join(f"\r\n{name.replace('_', '-')}: {value}" for name, value in fields.items())
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}{named}\r\n\r\n".encode() + raw


def record(content: bytes, kind: str = "response", address: str = ADDRESS, length: int | None = None) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-03-08T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {length or len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def pack(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one) for one in records)


OTHERS = (
    record(b"software: x\r\n", kind="warcinfo"),
    record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
    record(answer(status="301 Moved"), address="https://norwire.example/moved"),
    record(answer(status="404 Not Found"), address="https://norwire.example/gone"),
    record(answer(b"\xff\xd8", kind="image/jpeg"), address="https://norwire.example/a.jpg"),
)


@pytest.mark.parametrize(
    "packing", [b"".join, lambda records: pack(*records), lambda records: gzip.compress(b"".join(records))]
)
def test_only_pages_are_read(packing):
    article = read_one(packing([*OTHERS, record(answer())]), "crawl.warc.gz")
    assert (article.headline, article.outlet.id, article.url) == ("Pier burns", "norwire", ADDRESS)
    assert article.path == "crawl.warc.gz"


@pytest.mark.parametrize(
    "content",
    [
        answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip"),
        answer(zlib.compress(PAGE.encode()), Content_Encoding="deflate"),
        answer(zlib.compress(PAGE.encode())[2:-4], Content_Encoding="deflate"),
        answer(PAGE, Content_Encoding="gzip"),
        answer(f"10\r\n{PAGE[:16]}\r\n{len(PAGE) - 16:x}\r\n{PAGE[16:]}\r\n0\r\n\r\n", Transfer_Encoding="chunked"),
        answer(PAGE, Transfer_Encoding="chunked"),
        answer(PAGE.replace("1911", "1911 für 3 €").encode("cp1252"), kind="text/html; charset=windows-1252"),
    ],
)
def test_bodies_as_servers_send_them(content):
    article = read_one(record(content), "crawl.warc")
    assert "It was built in 1911" in article.text
    assert "�" not in article.text


def test_one_bad_page_stops_no_other():
    found = read(
        b"".join([record(answer("<html><body>x</body></html>"), address="https://a.example/1"), record(answer())]),
        "a.warc",
    )
    assert [type(one) for one in found] == [Unread, Article]
    assert found[0].path == "a.warc#https://a.example/1"


def test_a_damaged_archive_keeps_what_came_before():
    whole = pack(record(answer()), record(answer(), address="https://norwire.example/2"))
    found = read(whole[:-60], "a.warc.gz")
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], Unread)
    assert "damaged web archive" in found[-1].reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"".join(OTHERS), "without pages"),
        (b"WARC/1.0\r\n", "without pages"),
        (b"WARC/1.0\r\n" + b"a" * 3_000_000, "endless header"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 500_000, "endless header"),
        (pack(record(answer(b"x")))[:-9], "it is cut off"),
        (record(answer(gzip.compress(b" " * 30_000_000), Content_Encoding="gzip")), "too large for an article"),
        (record(answer(b"x", Content_Encoding="br")), "Brotli"),
        (gzip.compress(record(answer(b" " * 60_000_000))), "far too densely"),
    ],
)
def test_archives_that_hurt(data, reason, capsys):
    try:
        reasons = [one.reason for one in read(data, "a.warc.gz") if isinstance(one, Unread)]
    except UnreadableError as error:
        reasons = [error.message]
    assert reason in reasons[-1]
    assert capsys.readouterr() == ("", "")


def test_a_length_beyond_the_end_is_read_up_to_it():
    assert read_one(record(answer(), length=10**9), "a.warc").headline == "Pier burns"


def test_other_packed_data_is_no_web_archive():
    assert "gzip archive" in refusal(gzip.compress(b"hello"), "a.warc.gz")
    assert "gzip archive" in refusal(b"\x1f\x8b\x08\0\0", "a.warc.gz")


def make_wacz(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n{"url": "https://a.example"}')
        for name, data in members.items():
            archive.writestr(f"archive/{name}.warc.gz", data)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["crawl.wacz", "crawl.zip"])
def test_wacz(name):
    found = read(make_wacz(one=pack(*OTHERS, record(answer())), two=b"damaged"), name)
    assert isinstance(found[0], Article)
    assert found[0].path == f"{name}/archive/one.warc.gz"
    assert [type(one) for one in found[1:]] == [Unread]


def test_wacz_without_archives():
    assert "without web archives" in refusal(make_wacz(), "a.wacz")


def test_unpacking_gives_what_was_packed():
    data = pack(b"one", b"two" * 100_000, b"") + b"\0" * 10
    stream = Unpacked(io.BytesIO(data))
    parts = iter(lambda: stream.read(1000), b"")
    assert b"".join(parts) == b"one" + b"two" * 100_000
    assert stream.tell() == 3 + 300_000
    with pytest.raises(UnpackingError):
        Unpacked(io.BytesIO(b"plain")).read(1)


def test_no_answer_is_none():
    assert read_answer(b"GET / HTTP/1.1\r\n\r\n", 100) is None


def test_without_the_extra(monkeypatch):
    monkeypatch.setattr(child, "_find", lambda name: None)
    assert refusal(record(answer()), "a.warc") == "reading web archives takes the extra 'warc', which is not installed"
