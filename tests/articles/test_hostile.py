"""Inputs that are made to hurt: a clear reason for each, in bounded time and memory, and nothing else lost.

Each is read as a user would have it read, from a file beside a good one, by a process that may use 1.5 GB and a few
seconds. PDF files, web archives, Parquet tables and ZIP archives have more of their own in their tests.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.articles import read_articles
from claims.model import Article, Unread
from claims.registry import Registry
from tests.articles.samples import FIRST, SECOND

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="the limits are set as on Linux")]

ROOT = Path(__file__).parents[2]
GOOD = f"Pier burns\n\n{FIRST}\n\n{SECOND}\n"
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>".encode()
DEEP = 200_000
SECONDS, MEGABYTES = 20, 1500
READ = """
import json, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
resource.setrlimit(resource.RLIMIT_AS, ({megabytes} * 2**20,) * 2)
from claims.articles import read_articles
from claims.model import Article
from claims.registry import Registry
found = read_articles([Path(sys.argv[1])], Registry(), processes=1)
print(json.dumps([[isinstance(one, Article), one.path, getattr(one, "reason", None)] for one in found]))
"""


def attributes(count: int, shape: bytes = b"a%d=x", separator: bytes = b" ") -> bytes:
    return separator.join(shape % number for number in range(count))


def zipped(name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return stream.getvalue()


def mail(fields: bytes, body: bytes) -> bytes:
    return b"From: A <a@a.example>\nMIME-Version: 1.0\n" + fields + b"\n" + body


CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "JSON, 200,000 lists": ("a.json", lambda: b"[" * DEEP, "nested too deeply"),
    "JSON, 200,000 objects": ("a.json", lambda: b'{"a":' * DEEP, "nested too deeply"),
    "NewsAPI, 200,000 lists": (
        "a.json",
        lambda: b'{"articles":[{"publishedAt":"x","urlToImage":1,"content":' + b"[" * DEEP,
        "nested too deeply",
    ),
    "JSON, an integer of a million digits": (
        "a.json",
        lambda: b'{"text": ' + b"9" * 1_000_000 + b"}",
        "a number of 1,000,000",
    ),
    "JSON, NaN": ("a.json", lambda: b'{"text": "x", "date": NaN}', "NaN is no JSON"),
    "JSON, a key twice": ("a.json", lambda: b'{"text": "x", "text": "y"}', "stands twice"),
    "JSON, 20,000 empty items": (
        "a.json",
        lambda: json.dumps([{"a": 1}] * 20_000).encode(),
        "19,900 more rows cannot be read",
    ),
    "JSON lines, 20,000 empty ones": ("a.jsonl", lambda: b"{}\n" * 20_000, "19,900 more rows cannot be read"),
    "JSON lines, one of 21 MB": (
        "a.jsonl",
        lambda: b'{"text": "' + b"a" * 21_000_000 + b'"}',
        "a line of more than 20 MB",
    ),
    "XML, 200,000 elements deep": ("a.xml", lambda: b"<nitf>" + b"<p>" * DEEP, "nested too deeply"),
    "feed, 200,000 elements deep": ("a.xml", lambda: b"<rss><channel><item>" + b"<a>" * DEEP, "nested too deeply"),
    "XML, billion laughs": (
        "a.xml",
        lambda: (
            b'<!DOCTYPE n [<!ENTITY a "lol"><!ENTITY b "' + b"&a;" * 10 + b'">]><nitf><body><p>&b;</p></body></nitf>'
        ),
        "declares entities",
    ),
    "XML, an entity of the system": (
        "a.xml",
        lambda: b'<!DOCTYPE n [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf><body><p>&a;</p></body></nitf>',
        "declares entities",
    ),
    "XML, 400,000 elements": ("a.xml", lambda: b"<nitf>" + b"<p/>" * 400_000 + b"</nitf>", "too many elements"),
    "page, 200,000 elements deep": ("a.html", lambda: b"<html><body>" + b"<div>" * DEEP + BODY, "too many elements"),
    "page, 90,000 elements deep": ("a.html", lambda: b"<html><body>" + b"<div>" * 90_000 + BODY, "no article found"),
    "page, 50,000 attributes": (
        "a.html",
        lambda: b"<html><p " + attributes(50_000) + b">" + BODY,
        "too many elements or",
    ),
    "page, 50,000 attributes without a value": (
        "a.html",
        lambda: b"<html><p " + attributes(50_000, b"a%d") + b">" + BODY,
        "too many elements or attributes",
    ),
    "page, 50,000 attributes that hold tags": (
        "a.html",
        lambda: b"<html><p " + attributes(50_000, b'a%d="<"') + b">" + BODY,
        "too many elements or attributes",
    ),
    "page, 2,000 elements of 400 attributes": (
        "a.html",
        lambda: b"<html><body>" + (b"<p " + attributes(400) + b">x</p>") * 2000 + BODY,
        "too many elements or attributes",
    ),
    "page, NULs": ("a.html", lambda: b"<html><body><p>" + b"\0a" * 50_000, "binary data"),
    "text, NULs": ("a.txt", lambda: GOOD.encode() + b"\0" * 100, "binary data"),
    "text, a million lines": ("a.txt", lambda: b"By\n" * 1_000_000, "far more lines"),
    "text, quotation marks": ("a.txt", lambda: b'"' * 2_000_000, "no article text"),
    "text, UTF-16 with half a character": ("a.txt", lambda: b"\xff\xfe" + b"a\0" * 900 + b"\0", "invalid UTF-16"),
    "text, UTF-16 with half a pair": ("a.txt", lambda: b"\xff\xfe\x00\xd8" + b"a\0" * 900, "invalid UTF-16"),
    "JSON lines, UTF-16 with half a pair": ("a.jsonl", lambda: b"\xff\xfe{\0\x00\xd8" + b"a\0" * 900, "invalid UTF-16"),
    "table, a field of 21 MB": ("a.csv", lambda: b"headline,text\nx," + b"a" * 21_000_000, "a row of more than 20 MB"),
    "table, a mark that is left open": (
        "a.csv",
        lambda: b'headline,text\nx,"' + (b"y" * 999_999 + b"\n") * 22,
        "invalid CSV",
    ),
    "table, two million cells": ("a.csv", lambda: b"headline,text\n" + b"x," * 2_000_000, "a row of 2000001 cells"),
    "mail, 10,000 parts": (
        "a.eml",
        lambda: mail(b"Content-Type: multipart/mixed; boundary=b\n", b"--b\n\n\n" * 10_000 + b"--b--\n"),
        "without text",
    ),
    "mail, parts within parts": (
        "a.eml",
        lambda: mail(b"", b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 10_000),
        "nested parts",
    ),
    "mail, mails within mails": (
        "a.eml",
        lambda: mail(b"Content-Type: message/rfc822\n", b"") * 20_000,
        "cannot be parsed",
    ),
    "saved page without its end": (
        "a.mhtml",
        lambda: (
            b"Snapshot-Content-Location: https://a.example\nMIME-Version: 1.0\n"
            b'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: image/png\n\nx'
        ),
        "without HTML in it",
    ),
    "archive within an archive": (
        "a.zip",
        lambda: zipped("b.zip", zipped("c.txt", GOOD.encode())),
        "within an archive",
    ),
    "archive, a bomb": ("a.zip", lambda: zipped("b.txt", b"a" * 19_000_000), "far too densely"),
    "archive that leads out": ("a.zip", lambda: zipped("../b.txt", GOOD.encode()), "leads out of the archive"),
    "archive that claims a million files": (
        "a.zip",
        lambda: zipped("a.txt", b"x")[:-12] + b"\xff\x7f\xff\x7f" + zipped("a.txt", b"x")[-8:],
        "more than 20,000 files",
    ),
    "front matter, 200,000 lists": ("a.md", lambda: b"---\ntitle: " + b"[" * DEEP + b"\n---\n", "no article text"),
    "wire, empty transmissions": (
        "a.txt",
        lambda: (b"\x01ABC0123 4 POL 0032\n\x02\x03\x04") * 2_000,
        "1,900 more rows",
    ),
    "empty file": ("a.txt", lambda: b"", "the file is empty"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_clear_reason_in_bounded_time_and_memory(tmp_path: Path, case: str) -> None:
    name, make, reason = CASES[case]
    (tmp_path / name).write_bytes(make())
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    program = READ.format(seconds=SECONDS, megabytes=MEGABYTES)
    run = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert run.returncode == 0, run.stderr.decode()[-2000:]
    *found, good = json.loads(run.stdout)
    assert good[0]
    assert good[1].endswith("good.txt")
    assert found
    assert not any(is_article for is_article, _, _ in found)
    assert reason in found[-1][2]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<html><body><article><p " + attributes(900) + b">" + BODY),
        ("a.html", b"<html><body><article>" + BODY + b"<p>&#" + b"9" * 500_000 + b";"),
        ("a.html", b'<html><script type="application/ld+json">' + b"[" * DEEP + b"</script><article>" + BODY * 3),
        (
            "a.mhtml",
            mail(b'Content-Type: multipart/related; boundary="b"\n', b"--b\nContent-Type: text/html\n\n" + BODY * 3),
        ),
        ("a.eml", mail(b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n", GOOD.encode())),
        ("a.eml", mail(b"Date: " + b"(" * 100_000 + b"\n", GOOD.encode())),
        ("a.md", b"---\ntitle: x\n---\n" + b"*" * 500_000 + b"[a](" * 100_000 + FIRST.encode()),
        (
            "a.xml",
            b"<nitf "
            + attributes(100_000, b'a%d="x"')
            + b"><body><body.content>"
            + BODY
            + b"</body.content></body></nitf>",
        ),
        ("a.txt", b"\xff\xc3\x28 " * 100 + b"\n\n" + GOOD.encode()),
        ("a.txt", (f"{FIRST} " * 20_000).encode()),
        ("a.json", b'{"text": "' + b"\\ud800" * 50_000 + b'"}'),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_odd_inputs_that_hold_an_article_are_read(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert [type(one) for one in read_articles([tmp_path], Registry())] == [Article]


def test_a_sparse_file_of_a_gigabyte(tmp_path: Path) -> None:
    reasons = {
        "a.txt": "too large",
        "a.html": "too large",
        "a.jsonl": "binary data",
        "a.zip": "binary data",
        "a.csv": "binary",
    }
    for name in reasons:
        with (tmp_path / name).open("wb") as file:
            file.truncate(1024**3)
    found = list(read_articles([tmp_path], Registry()))
    assert {Path(one.path).name for one in found if isinstance(one, Unread)} == set(reasons)
    for one in found:
        assert isinstance(one, Unread)
        assert reasons[Path(one.path).name] in one.reason


def test_pipes_devices_and_loops(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe.zip")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.jsonl").symlink_to(tmp_path / "self.jsonl")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    found = list(read_articles([tmp_path, Path("/dev/zero"), Path("/proc/self/mem")], Registry()))
    assert sum(isinstance(one, Article) for one in found) == 1
    assert len(found) == 6


def test_escapes_in_a_headline_stay_in_the_text_and_out_of_the_terminal(tmp_path: Path) -> None:
    from claims.render.clean import clean

    (tmp_path / "a.txt").write_text(
        f"\x1b[31mPier\x07 burns\x1b]0;x\x07 again\n\n{FIRST}\n\n{SECOND}\n", encoding="utf-8"
    )
    (found,) = read_articles([tmp_path], Registry())
    assert isinstance(found, Article)
    assert "\x1b[31m" in found.text
    assert not {"\x1b", "\x07"} & set(clean(found.headline or ""))
