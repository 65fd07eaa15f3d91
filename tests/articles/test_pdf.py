"""PDF files: paragraphs put together from lines, and files that are made to hurt."""

from __future__ import annotations

import contextlib
import importlib.util
import zlib

import pytest

from claims.articles import child, pdf
from claims.articles.child import Limits
from claims.errors import UnreadableError
from tests.articles.pdffile import make_pdf, set_column
from tests.articles.samples import pieces, read, read_one, refusal

pytestmark = pytest.mark.skipif(importlib.util.find_spec("pypdf") is None, reason="the extra pdf is not installed")

HEADER = (50, 810, 9, "The Harbour Gazette")
TITLE = set_column(50, 760, 22, "Ferry sinks off Port Ostrel\nafter collision in fog", gap=26)
LEFT = """PORT OSTREL, March 7 (Norwire) - A passenger ferry with
212 people on board sank off Port Ostrel early on Friday in heavy
fog, the coast guard said. An international commission was for-
med. The inter-
national body begins its work on Monday under a well-
known investigator, said the mayor of the town, who leads it
and who had been on the shore when the rescue boats went out to"""
RIGHT = """sea before dawn.
The owner of the freighter declined to comment on the accident."""
SECOND = """The voyage data recorder was recovered on Saturday and handed
over to prosecutors, a spokeswoman told reporters in Port Ostrel."""
FIRST_PAGE = [HEADER, *TITLE, *set_column(50, 690, 10, LEFT), (50, 40, 9, "Page 1 of 2")]
SECOND_PAGE = [
    HEADER,
    *set_column(50, 780, 10, RIGHT),
    (50, 730, 13, "What was found"),
    *set_column(50, 700, 10, SECOND),
    (50, 40, 9, "Page 2 of 2"),
]


def test_two_pages():
    article = read_one(make_pdf(FIRST_PAGE, SECOND_PAGE), "norwire.pdf")
    assert article.headline == "Ferry sinks off Port Ostrel after collision in fog"
    assert (article.outlet.id, article.dateline and article.dateline.place) == ("norwire", "PORT OSTREL")
    found = pieces(article)
    assert [text for label, text in found if label == "furniture"] == [
        "The Harbour Gazette",
        "Page 1 of 2",
        "The Harbour Gazette",
        "Page 2 of 2",
    ]
    paragraphs = [text for label, text in found if label == "paragraph"]
    assert [text.split()[0] for text in paragraphs] == ["A", "The", "The"]
    assert "rescue boats went out to sea before dawn." in paragraphs[0]
    assert ("subhead", "What was found") in found


def test_a_parted_word_is_joined_only_where_the_text_has_it_whole():
    article = read_one(make_pdf(FIRST_PAGE, SECOND_PAGE), "a.pdf")
    assert "The inter-national body" not in article.text
    assert "The international body begins its work on Monday under a well-known investigator" in article.text
    assert "was for-med" in article.text


def test_two_columns_in_the_order_in_which_they_are_drawn():
    page = [*TITLE, *set_column(50, 690, 10, LEFT), *set_column(320, 690, 10, RIGHT)]
    paragraphs = [text for label, text in pieces(read_one(make_pdf(page), "a.pdf")) if label == "paragraph"]
    assert len(paragraphs) == 2
    assert paragraphs[0].endswith("out to sea before dawn.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (make_pdf([]), "without text"),
        (make_pdf(), "without text"),
        (b"%PDF-1.7\n", "damaged: "),
        (make_pdf(FIRST_PAGE)[:400], "damaged: "),
        (b"%PDF-1.4\n" + b"[" * 200_000, "damaged: "),
    ],
)
def test_files_without_a_text(data, reason):
    assert reason in refusal(data, "a.pdf")


@pytest.mark.parametrize(
    "data",
    [
        make_pdf(FIRST_PAGE).replace(b"/Count 1", b"/Count 999999999"),
        make_pdf(FIRST_PAGE).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"),
        make_pdf(FIRST_PAGE, extra=b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -4 >> "),
    ],
)
def test_odd_files_are_read_or_refused(data):
    with contextlib.suppress(UnreadableError):
        assert read(data, "a.pdf")


def make_bomb(size: int) -> bytes:
    """Return a file whose one page unpacks to so many bytes of drawing."""
    packed = zlib.compress(b"BT /F1 9 Tf (aaaa) Tj ET\n" * (size // 25), 9)
    plain = make_pdf([(0, 0, 9, "MARK")])
    start = plain.index(b"<< /Length")
    end = plain.index(b"endstream")
    head = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\n" % (len(packed), packed)
    return plain[:start] + head + plain[end:]


def test_a_bomb_is_given_up(monkeypatch):
    monkeypatch.setattr(pdf, "_LIMITS", Limits(seconds=1, megabytes=300))
    assert refusal(make_bomb(60_000_000), "a.pdf") == "it takes too long to read"


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(pdf, "_LIMITS", Limits(seconds=60, megabytes=20))
    assert refusal(make_pdf(FIRST_PAGE), "a.pdf")


def test_without_the_extra(monkeypatch):
    monkeypatch.setattr(child, "_find", lambda name: None)
    assert refusal(make_pdf(FIRST_PAGE), "a.pdf") == "reading PDF files takes the extra 'pdf', which is not installed"
