"""What must hold for any input."""

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
SPICE = st.sampled_from(
    [b"<p>", b"</p>", b"<article>", b"{", b"[", b'"', b"\xff\xfe", b"\xef\xbb\xbf", b"(Reuters) - ", b"\n"]
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
