"""News pages."""

from pathlib import Path

import pytest

from claims.articles import Source, read_article, read_bytes
from claims.errors import UnreadableError
from claims.model import Article, Outlet
from claims.registry import Registry

HERALD = Path(__file__).with_name("pages") / "herald.html"
PARAGRAPH = "<p>The ferry operator said that all departures had been cancelled because of the storm at sea.</p>"


def read_page(page: str, name: str = "page.html", registry: Registry | None = None) -> Article:
    found = read_bytes(page.encode(), Source(name, registry or Registry()))
    assert isinstance(found[0], Article)
    return found[0]


def pieces(article: Article, label: str) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.label == label]


def test_page_with_metadata():
    article = read_article(HERALD, Registry())
    assert article.headline == "Storm shuts Ostrel harbour & strands 1,200"
    assert article.published == "2026-03-07T22:05:00+00:00"
    assert article.updated == "2026-03-08T06:30:00+01:00"
    assert article.bylines == ("Lena Aas", "Tom Berg")
    assert article.url == "https://www.theherald.example/news/2026/03/07/ostrel-storm"
    assert article.language == "en-GB"
    assert article.outlet == Outlet(
        id="theherald.example", name="The Herald", domains=("theherald.example",), provisional=True
    )


def test_blocks_of_a_page():
    article = read_article(HERALD, Registry())
    assert pieces(article, "standfirst") == ["Schools open their doors as ferries stay in port"]
    assert pieces(article, "caption") == ["The quay at Port Ostrel on Saturday night."]
    assert pieces(article, "credit") == ["Photo: Jens Lie"]
    assert pieces(article, "dateline") == ["PORT OSTREL, March 7 (Norwire) -"]
    assert len(pieces(article, "paragraph")) == 5
    assert article.notes == (pieces(article, "note")[0],)
    assert "earlier version" in article.notes[0]


@pytest.mark.parametrize(
    "text", ["400 dead", "Most read", "14 sailors", "morning mail", "rights reserved", "Fisherman"]
)
def test_what_is_around_the_article_stays_out(text):
    assert text not in read_article(HERALD, Registry()).text


def test_outlet_by_domain_and_agency_as_credit():
    herald = Outlet(id="herald", name="Daily Herald", domains=("theherald.example",))
    article = read_article(HERALD, Registry(outlets=(herald, Outlet(id="norwire", name="Norwire"))))
    assert article.outlet is herald
    assert article.credits == ("Norwire",)


def test_offset_of_the_outlet_completes_a_time():
    page = (
        '<html><head><meta property="article:published_time" content="2026-03-07T10:00:00">'
        f"</head><body><article><h1>Storm shuts harbour</h1>{PARAGRAPH * 3}</article></body></html>"
    )
    outlet = Outlet(id="page", name="Page", utc_offset="+02:00")
    assert read_page(page, registry=Registry(outlets=(outlet,))).published == "2026-03-07T10:00:00+02:00"


def test_title_loses_the_name_of_the_site():
    page = (
        "<html><head><title>Ferries stay in port - The Herald</title>"
        '<meta property="og:site_name" content="The Herald">'
        f"</head><body><article>{PARAGRAPH * 3}</article></body></html>"
    )
    assert read_page(page).headline == "Ferries stay in port"


@pytest.mark.parametrize(
    "json_ld",
    [
        "{",
        "[]",
        "null",
        '[{"@type": "NewsArticle", "headline": 3, "author": [null, {"name": 5}]}]',
        "[" * 5000,
        '{"@graph": 1}',
    ],
)
def test_broken_json_ld_is_passed_over(json_ld):
    page = (
        f'<html><head><script type="application/ld+json">{json_ld}</script></head>'
        f"<body><article><h1>Storm shuts the harbour</h1>{PARAGRAPH * 3}</article></body></html>"
    )
    assert read_page(page).headline == "Storm shuts the harbour"


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html><body><p " + " ".join(f"a{n}=1" for n in range(3000)) + ">text</p></body></html>",
        "<html><body>" + "<i>" * 110_000 + "</body></html>",
    ],
)
def test_pages_without_an_article_are_refused(page):
    with pytest.raises(UnreadableError) as caught:
        read_page(page)
    assert caught.value.where == "page.html"
    assert caught.value.hint


def test_declared_charset():
    page = (
        '<html><head><meta charset="iso-8859-2"></head><body><article><h1>Łódź harbour closed</h1>'
        f"{PARAGRAPH * 3}</article></body></html>"
    )
    found = read_bytes(page.encode("iso-8859-2"), Source("page.html", Registry()))
    assert isinstance(found[0], Article)
    assert found[0].headline == "Łódź harbour closed"


@pytest.mark.parametrize(
    "above",
    [
        '<p class="standfirst">Nobody was hurt when the gale came in from the sea on Friday night.</p>',
        '<p class="lead">Nobody was hurt when the gale came in from the sea on Friday night.</p>'
        '<div class="byline">Lena Aas <time>8 March 2026 09.30</time></div>',
        "<h2>Nobody was hurt when the gale came in from the sea on Friday night.</h2>",
        "<ul><li>Nobody was hurt when the gale came in from the sea on Friday night.</li></ul>",
    ],
)
def test_standfirst_below_the_heading(above):
    page = (
        f'<html><body><article><p class="kicker">Storm in the north</p><h1>Storm shuts the harbour</h1>{above}'
        f"<div>{PARAGRAPH}{PARAGRAPH.replace('ferry', 'bus')}{PARAGRAPH.replace('ferry', 'rail')}</div>"
        "</article></body></html>"
    )
    article = read_page(page)
    assert pieces(article, "standfirst") == ["Nobody was hurt when the gale came in from the sea on Friday night."]
    assert len(pieces(article, "paragraph")) == 3


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The quay on Monday. | Photo: Norwire", "Photo: Norwire"),
        ("The quay on Monday (Image: Norwire/Jens Lie)", "(Image: Norwire/Jens Lie)"),
        ("The quay on Monday Credit: Jens Lie for The Herald", "Credit: Jens Lie for The Herald"),
        ("The quay on Monday. JENS LIE", "JENS LIE"),
        ("The quay on Monday. REUTERS/Jens Lie", "REUTERS/Jens Lie"),
    ],
)
def test_credit_at_the_end_of_a_caption(caption, credit):
    page = (
        "<html><body><article><h1>Storm shuts the harbour</h1>"
        f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>{PARAGRAPH * 3}</article></body></html>"
    )
    article = read_page(page)
    assert pieces(article, "credit") == [credit]
    assert pieces(article, "caption")[0].startswith("The quay on Monday")


@pytest.mark.parametrize(
    ("below", "published"),
    [
        ("Una Wray, 28 January 2026, 7.00am", "2026-01-28T07:00+01:00"),
        ("Una Wray - una@harbourgazette.example - 28 January, 7.00am", "2026-01-28T07:00+01:00"),
        ("Una Wray, Tuesday 28 January", "2025-01-28"),
        ("Updated 30 January 2026, published 28 January 2026", "2026-01-28"),
        ("Una Wray", None),
    ],
    ids=["whole", "year of the file", "year by weekday", "update apart", "a year of the text"],
)
def test_day_that_is_only_printed(below, published):
    outlet = Outlet("harbour-gazette", "Harbour Gazette", domains=("harbourgazette.example",), utc_offset="+01:00")
    page = (
        f"<html><head><title>Ferry stays in port</title></head><body><h1>Ferry stays in port</h1><p>{below}</p>"
        "<p>The ferry will not leave the port before the wind has dropped, the company told its passengers.</p>"
        "<p>Older readers will remember 2009, when the boats lay idle for nine days and the mail came by air.</p>"
        "<p>The mayor said that the school would be opened for those who had no bed in the town.</p></body></html>"
    )
    source = Source("https://harbourgazette.example/ferry", Registry(outlets=(outlet,)), "2026-02-01")
    found = read_bytes(page.encode(), source)
    assert isinstance(found[0], Article)
    assert found[0].published == published
