"""What must hold for any input."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.articles import READERS, Source, read_bytes
from claims.errors import UnreadableError
from claims.model import Article, Unread
from claims.registry import Registry

PAGES = sorted(Path(__file__).with_name("pages").iterdir())
LINES = [line for page in PAGES for line in page.read_text(encoding="utf-8").splitlines()] + [
    "___",
    "\t",
    "“",
    "((",
    "By",
]
NAMES = ["a.txt", "a.html", "a.json", "a", "https://a.example/x"]
ITEM = {"headline": "Pier burns", "text": "The pier burned down on Friday, the mayor of Port Ostrel said. " * 8}
SEEDS = {
    "wacz": (b"PK\x03\x04", "a.wacz"),
    "zip": (b"PK\x03\x04", "a.zip"),
    "warc": (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", "a.warc"),
    "pdf": (b"%PDF-1.4\n", "a.pdf"),
    "parquet": (b"PAR1", "a.parquet"),
    "g2": (
        b"<newsItem><itemMeta><itemClass qcode='a:text'/></itemMeta><contentSet><inlineXML><p>The pier "
        b"burned &amp; fell.</p></inlineXML></contentSet></newsItem>",
        "a.xml",
    ),
    "newsml": (
        b"<NewsML><NewsItem><NewsComponent><ContentItem><DataContent><p>The pier burned.</p></DataContent>"
        b"</ContentItem></NewsComponent></NewsItem></NewsML>",
        "a.xml",
    ),
    "nitf": (b"<nitf><body><body.content><p>The pier burned.</p></body.content></body></nitf>", "a.xml"),
    "feed": (f"<rss><channel><item><description>{ITEM['text']}</description></item></channel></rss>".encode(), "a.xml"),
    "mhtml": (
        b"Snapshot-Content-Location: https://a.example\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
        b"<p>The pier burned.</p>",
        "a.mhtml",
    ),
    "eml": (
        b"From: A <a@a.example>\nDate: 7 Mar 2031\nSubject: =?utf-8?q?x?=\nMIME-Version: 1.0\n\nIt burned.",
        "a.eml",
    ),
    "newsapi": (b'{"articles": [{"publishedAt": "2031-03-07", "urlToImage": 1, "content": "It burned."}]}', "a.json"),
    "jsonl": (json.dumps(ITEM).encode() + b"\n" + json.dumps(ITEM).encode(), "a.jsonl"),
    "ninjs": (
        json.dumps({"uri": "a", "body_html": "<p>It burned.</p>", "headlines": [{"value": "x"}]}).encode(),
        "a.json",
    ),
    "csv": (b"headline,text,date\nx,It burned.,2031-03-07\n", "a.csv"),
    "markdown": (b"---\ntitle: x\ndate: 2031\n---\n# x\n\n*It* burned [here](x).\n", "a.md"),
    "wire": (b"\x01ABC0123 4 POL 0032 x\r\n\x02The pier of Port Ostrel burned.\r\n\x03071430 MAR 31\x04", "a.txt"),
    "html": (b"<html><body><article><p>The pier burned.</p></article></body></html>", "a.html"),
    "text": (b"Pier burns\n\nThe pier of Port Ostrel burned down on Friday.\n", "a.txt"),
}

SPICE = st.sampled_from(
    [b"<p>", b"</p>", b"<article>", b"{", b"[", b'"', b"\xff\xfe", b"\xef\xbb\xbf", b"(Reuters) - ", b"\n"]
)
KEYS = ["headline", "text", "body", "body_html", "date", "url", "author", "source", "type", "uri", "bodies", "articles"]
VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=30) | st.sampled_from(["<p>x", "https://a.example", "2031-13-45"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*KEYS, "value", "name"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def check(data: bytes, name: str) -> None:
    refusal: UnreadableError | None = None
    found: list[Article | Unread] = []
    try:
        found = read_bytes(data, Source(name, Registry(), "2026-01-01"))
    except UnreadableError as error:
        refusal = error
    assert found or (refusal and refusal.where and refusal.hint)
    for article in found:
        if isinstance(article, Article):
            check_blocks(article)


def check_blocks(article: Article) -> None:
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        assert not article.text[block.start].isspace()
        assert not article.text[block.end - 1].isspace()
        end = block.end
    uncovered = list(article.text)
    for block in article.blocks:
        uncovered[block.start : block.end] = " " * (block.end - block.start)
    assert not "".join(uncovered).strip()


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=300), name=st.sampled_from(NAMES))
def test_arbitrary_bytes(data, name):
    check(data, name)


def test_every_reader_has_a_seed():
    assert list(SEEDS) == list(READERS)


IN_A_PROCESS = {"pdf", "parquet"}
"""Formats that start a process for each file: tests/fuzz has their own, shorter tests."""


@pytest.mark.parametrize("name", [name for name in READERS if name not in IN_A_PROCESS])
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=200))
def test_each_reader_takes_arbitrary_bytes(name, data):
    seed, file = SEEDS[name]
    for whole in (data, seed + data, data + seed):
        with contextlib.suppress(UnreadableError):
            for found in READERS[name].read(whole, Source(file, Registry(), "2026-01-01")):
                if isinstance(found, Article):
                    check_blocks(found)


@pytest.mark.parametrize("name", [name for name in READERS if name not in IN_A_PROCESS])
@settings(max_examples=60, deadline=None)
@given(cut=st.tuples(st.floats(0, 1), st.floats(0, 1)), spice=st.binary(max_size=12) | SPICE)
def test_damaged_formats(name, cut, spice):
    seed, file = SEEDS[name]
    first, last = sorted(int(share * len(seed)) for share in cut)
    check(seed[:first] + spice + seed[last:], file)


@settings(max_examples=150, deadline=None)
@given(item=st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6), lines=st.booleans())
def test_arbitrary_json(item, lines):
    encoded = json.dumps(item).encode()
    check(b"\n".join([encoded, encoded]) if lines else encoded, "a.jsonl" if lines else "a.json")


@settings(max_examples=200, deadline=None)
@given(lines=st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=30))
def test_arbitrary_lines(lines):
    check("\n".join(lines).encode("utf-8", "replace"), "a.txt")


@settings(max_examples=100, deadline=None)
@given(page=st.sampled_from(PAGES), cut=st.tuples(st.floats(0, 1), st.floats(0, 1)), spice=SPICE)
def test_damaged_pages(page, cut, spice):
    data = page.read_bytes()
    first, last = sorted(int(share * len(data)) for share in cut)
    check(data[:first] + spice + data[last:], page.name)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages(page):
    check(page.read_bytes(), page.name)


@pytest.mark.parametrize(
    "data", [b"word " * 100_000, b'"' * 50_000 + b" x.", b"(Reuters) - " * 20_000, b"A, " * 100_000, b"Aa " * 90_000]
)
def test_long_lines(data):
    check(data, "a.txt")


def test_a_module_stands_behind_every_reader():
    folder = Path(__import__("claims.articles", fromlist=["x"]).__file__).parent
    assert all((folder / f"{name}.py").is_file() for name in READERS)


def test_a_table_of_blank_rows_is_refused() -> None:
    check(b"headline,text,date\n\n\n", "a.csv")
    with pytest.raises(UnreadableError, match="no article"):
        read_bytes(b"headline,text,date\n\n\n", Source("a.csv", Registry(), "2026-01-01"))
