"""Mails and pages that browsers saved as one file."""

import pytest

from claims.model import Article
from tests.articles.samples import FIRST, SECOND, pieces, read, read_one, refusal

HEAD = """Received: by mail.example; Fri, 7 Mar 2031 20:00:05 +0100
From: =?utf-8?q?Norwire_Desk?= <desk@norwire.example>
To: editor@paper.example
Subject: Fwd: =?utf-8?q?Pier_burns_=E2=80=93_two_hurt?=
Date: Fri, 7 Mar 2031 20:00:00 +0100
MIME-Version: 1.0
"""
PAGE = f"<html><body><article><h1>Pier burns</h1><p>{FIRST}</p><p>{SECOND}</p><p>{FIRST}</p></article></body></html>"


def make_parts(*parts: tuple[str, str]) -> str:
    body = "".join(f"--b\nContent-Type: {kind}; charset=utf-8\n\n{text}\n" for kind, text in parts)
    return f"{HEAD}Content-Type: multipart/alternative; boundary=b\n\n{body}--b--\n"


def check(article: Article) -> None:
    assert article.headline == "Pier burns – two hurt"
    assert article.published == "2031-03-07T20:00:00+01:00"
    assert article.outlet.id == "norwire"
    assert FIRST in article.text


@pytest.mark.parametrize("name", ["release.eml", "stdin", "release.txt"])
def test_plain_mail(name):
    article = read_one(f"{HEAD}\n{FIRST}\n\n{SECOND}\n", name)
    check(article)
    assert pieces(article) == [("paragraph", FIRST), ("paragraph", SECOND)]


def test_part_with_the_text():
    check(read_one(make_parts(("text/plain", "Open https://x.example/1 to read"), ("text/html", PAGE)), "a.eml"))
    both = read_one(make_parts(("text/plain", f"{FIRST}\n\n{SECOND}\n\n{FIRST}"), ("text/html", PAGE)), "a.eml")
    check(both)
    assert "Pier burns" not in both.text


def test_declared_charset():
    text = f"{HEAD}Content-Type: text/plain; charset=windows-1250\n\nPremiér Dvořák: {FIRST}\n\n{SECOND}\n"
    assert "Premiér Dvořák" in read_one(text.encode("cp1250"), "a.eml").text


def test_pasted_head_of_a_release_is_no_mail():
    article = read_one(f"From: Norwire\nDate: 7 March 2031\nSubject: Pier burns\n\n{FIRST}\n\n{SECOND}\n", "paper.txt")
    assert "Subject: Pier burns" in article.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (f"{HEAD}Content-Type: image/png\n\nx", "a mail without text"),
        (HEAD + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(500)), "too many"),
        (f"{HEAD}Content-Type: message/rfc822\n\n" * 3000, "cannot be parsed"),
        (f"{HEAD}Content-Type: text/plain; {'a=b;' * 100_000}\n\nx", "endless header"),
        ("Snapshot-Content-Location: https://x.example\n\nx", "without HTML"),
    ],
)
def test_no_article(data, reason):
    assert reason in refusal(data, "a.eml")


def test_saved_page():
    address = "https://norwire.example/pier"
    text = f"""From: <Saved by Blink>
Snapshot-Content-Location: {address}
MIME-Version: 1.0
Content-Type: multipart/related; boundary=b

--b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

{PAGE}
--b
Content-Type: image/png
Content-Transfer-Encoding: base64

aaaa
--b--
"""
    article = read_one(text, "page.mhtml")
    assert article.url == address
    assert article.outlet.id == "norwire"
    assert FIRST in article.text
    assert read(text, "stdin")[0] == read(text, "stdin")[0]
