"""Pasted pages, wire copy, press releases and plain copy."""

from pathlib import Path

import pytest

from claims.articles import Source, read_article, read_bytes
from claims.model import Article, Dateline, Outlet
from claims.registry import Registry

PAGES = Path(__file__).with_name("pages")
GAZETTE = Outlet(id="harbour-gazette", name="Harbour Gazette", domains=("harbourgazette.example",), utc_offset="+09:00")
NORWIRE = Outlet(id="norwire", name="Norwire", kind="agency", utc_offset="+00:00")
REGISTRY = Registry(outlets=(GAZETTE, NORWIRE))


def pieces(article: Article, *labels: str) -> list[str]:
    return [" ".join(article.text[b.start : b.end].split()) for b in article.blocks if b.label in labels]


def read_text(text: str, name: str = "paper.txt", registry: Registry = REGISTRY) -> Article:
    found = read_bytes(text.encode(), Source(name, registry, "2026-11-01"))
    assert isinstance(found[0], Article)
    return found[0]


def test_pasted_page_is_labelled_line_by_line():
    article = read_article(PAGES / "harbour-gazette.txt", REGISTRY)
    assert article.outlet is GAZETTE
    assert article.headline == "Ferry operator says 1,200 passengers stranded by storm"
    assert article.published == "2026-03-08T10:15:30+09:00"
    assert article.updated == "2026-03-08T11:40:02+09:00"
    assert article.bylines == ("Kim Da-eun",)
    assert pieces(article, "credit") == ["AP/Newsis"]
    assert article.credits == ()
    assert len(pieces(article, "paragraph")) == 4
    assert pieces(article, "furniture") == ["Share", "Related articles"]


def test_every_line_of_a_text_is_in_some_block():
    article = read_article(PAGES / "harbour-gazette.txt", REGISTRY)
    covered = {index for block in article.blocks for index in range(block.start, block.end)}
    assert all(index in covered or letter.isspace() for index, letter in enumerate(article.text))


def test_outlet_is_known_by_the_reporter_address_where_nothing_else_tells():
    text = (PAGES / "harbour-gazette.txt").read_text()
    assert read_text(text, "clipping.txt").outlet is GAZETTE


def test_hard_wrapped_wire_copy():
    article = read_article(PAGES / "meridian-wire.txt", Registry())
    assert article.headline == "UPDATE 2-Storm strands 1,200 ferry passengers in Ostrel"
    assert len(pieces(article, "paragraph")) == 2
    assert pieces(article, "paragraph")[0].startswith("About 1,200 passengers were stranded in Port Ostrel")
    assert article.dateline is not None
    assert article.dateline.place == "PORT OSTREL"
    assert article.credits == ("Norwire",)
    assert article.bylines == ("Lena Aas", "Tom Berg")
    assert article.notes[0].startswith("(Adds quote")
    assert pieces(article, "tail")[0].endswith("Mary Hill)")


def test_dateline_agency_is_no_credit_in_the_agency_own_copy():
    article = read_text((PAGES / "meridian-wire.txt").read_text(), "norwire-2.txt")
    assert article.outlet is NORWIRE
    assert article.credits == ()


@pytest.mark.parametrize(
    ("name", "changed", "expected"),
    [
        ("norwire.txt", "2026-11-01", "2026-03-07"),  # a Saturday in 2026, as the text says
        ("norwire.txt", "2028-11-01", "2026-03-07"),
        ("norwire-2020.txt", "2026-11-01", "2020-03-07"),  # the file's name says so
    ],
)
def test_year_of_a_dateline(name, changed, expected):
    data = (PAGES / "meridian-wire.txt").read_bytes()
    found = read_bytes(data, Source(name, REGISTRY, changed))
    assert isinstance(found[0], Article)
    assert found[0].published == expected


def test_year_by_the_file_date_is_noted():
    article = read_text("Pier to be rebuilt\n\nOSTREL, Dec 30 (Norwire) - The pier is to be rebuilt by a local firm.\n")
    assert article.published == "2025-12-30"
    assert any("file's date" in note for note in article.notes)
    assert article.dateline == Dateline("OSTREL", "2025-12-30", "Norwire")


def test_press_release():
    article = read_article(PAGES / "press-office.txt", Registry())
    assert article.headline == "Harbour closed until further notice"
    assert article.published == "2026-03-07T21:30+01:00"
    assert pieces(article, "paragraph")[1:4] == [
        "VESSELS IN PORT: 14",
        "PASSENGERS ASHORE: approx. 1,200",
        "DEPARTURES CANCELLED: 12",
    ]
    assert pieces(article, "note") == ["Notes to editors: the harbour office answers calls on weekdays."]


def test_list_in_a_release_is_of_the_body_with_what_leads_to_it():
    article = read_text("""DOCKERS' UNION - Norwick branch
For immediate release: Tuesday 14 April 2026

OVERTIME BAN LIFTED AT NORWICK DOCKS

Crane drivers at Norwick docks will take overtime shifts again from Thursday.

The settlement was signed at noon with the harbour company. It provides for the following:

- a rise of 3 per cent in June
- new cabs for the nine oldest cranes

Some 400 crane drivers had refused overtime since February.
""")
    assert article.headline == "OVERTIME BAN LIFTED AT NORWICK DOCKS"
    told = pieces(article, "paragraph")
    assert [text.split()[0] for text in told] == ["Crane", "The", "-", "-", "Some"]


def test_wire_copy_wrapped_below_a_wider_headline_with_paragraphs_by_indent():
    article = read_text("""NWR-NRW-112
Norwick ferry company cancels Sunday boats; mayor promises buses for all of the islanders

    Norwick, Mar 5 (NWR) The ferry company in Norwick on Thursday cancelled the
boats of the coming Sunday for want of a captain, the third time in this year
that it has done so.
    The mayor said that buses would run over the bridge from six in the
morning.
    "Nobody will have to swim," she told the council, which had met at noon in
the school.
    The harbour office counts 900 passengers on an ordinary Sunday, most of
them going to church. NWR RKM SKS
""")
    told = pieces(article, "paragraph")
    assert str(article.headline).startswith("Norwick ferry company cancels")
    assert article.dateline == Dateline("Norwick", "2026-03-05", "NWR")
    assert [text.split()[0] for text in told] == ["The", "The", '"Nobody', "The"]


def test_copy_without_a_headline_has_none():
    article = read_article(PAGES / "plain.txt", Registry())
    assert article.headline is None
    assert [block.label for block in article.blocks] == ["paragraph"] * 3


def test_render_date_alone_is_used_with_a_note():
    article = read_text(
        "Friday, March 6, 2026\n\nHarbour master warns of high water\n\n"
        "The harbour master of Ostrel warned on Friday of high water in the old town and asked owners to act.\n"
    )
    assert article.published == "2026-03-06"
    assert any("copied" in note for note in article.notes)


def test_stamp_without_a_year_takes_it_from_its_weekday():
    article = read_text(
        "Port Office\nSaturday, 18 April, 23:30 hours\n\nHarbour reopens\n\n"
        "The harbour of Ostrel has been reopened to all traffic after the storm of the last two days.\n"
    )
    assert article.published == "2026-04-18T23:30"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("By Lena Aas, Staff Reporter", "byline"),
        ("(Corrects number of departures in paragraph two)", "note"),
        ("Read more: Storm of 1998 remembered", "furniture"),
        ("AP Photo/Jens Lie", "credit"),
        ("Ferries at the quay on Saturday. REUTERS/Jens Lie", "caption"),
        ("Tom Berg in Oslo contributed to this report.", "tail"),
        ("The company said in its newsletter that it had sold both of its older ferries.", "paragraph"),
        ('"Click here and you lose your money," the police warned those who had been sent the message.', "paragraph"),
        ("Update on the storm came from the harbour master, who spoke to reporters at noon.", "paragraph"),
    ],
)
def test_label_of_a_line_in_the_body(line, label):
    body = "The ferry operator said that all departures had been cancelled because of the storm in the north.\n"
    article = read_text(f"Storm closes harbour of Ostrel\n\n{body}{body}{line}\n{body}")
    assert label in {b.label for b in article.blocks if line.startswith(article.text[b.start : b.end][:20])}


def test_author_biography_is_no_paragraph():
    body = "The ferry operator said that all departures had been cancelled because of the storm in the north.\n"
    article = read_text(f"Storm closes harbour\nBy Lena Aas\n\n{body * 4}Lena Aas is a reporter in Ostrel.\n")
    assert pieces(article, "tail") == ["Lena Aas is a reporter in Ostrel."]


def test_links_below_the_article_are_furniture():
    body = "The ferry operator said that all departures had been cancelled because of the storm in the north.\n"
    article = read_text(f"Storm closes harbour\n\n{body * 6}Most read\nPier burns down, 14 dead\nBakers strike\n")
    assert "Pier burns down, 14 dead" in pieces(article, "furniture")


@pytest.mark.parametrize(
    "top",
    [
        "The Coast Paper\nHome | News | Coast | Business | e-Paper\nSunday March 8 2026\n",
        "Nordlinje Ferries ASA\nAd hoc announcement\nOstrel, 8 March 2026, 11:20 CET\n\n",
        "GOVERNMENT OF NORLAND\nMINISTRY OF PORTS\nDated 8 March 2026\n\n",
        "Skip to main content\nShare\n",
        "NEWS\n2 hours ago\n",
    ],
)
def test_headline_below_other_lines(top):
    body = "The ferry operator said that all departures had been cancelled because of the storm in the north.\n"
    article = read_text(f"{top}Ferries stay in port as storm closes in\n\n{body * 3}")
    assert article.headline == "Ferries stay in port as storm closes in"
    assert len(pieces(article, "paragraph")) == 3
    assert article.bylines == ()


BODY = (
    "The harbour of Maren will stay closed until Thursday, the port authority said on Monday evening.\n\n"
    "Nine ships are waiting in the roads, and their crews have been told to keep clear of the burning timber quay.\n"
)


@pytest.mark.parametrize(
    ("above", "headline", "bylines"),
    [
        ("Port of Maren stays closed\n\nBy\u00a0Lena Aas", "Port of Maren stays closed", ("Lena Aas",)),
        (
            "Skip to content\n\nEvery offer here was picked by our editors. We may earn a commission if you buy.\n\n"
            "The best ferries to Maren for every budget",
            "The best ferries to Maren for every budget",
            (),
        ),
        (
            "Port of Maren stays closed until Thursday Ships are waiting in the roads for the quay to cool.\n\n"
            "Port of Maren stays closed until Thursday",
            "Port of Maren stays closed until Thursday",
            (),
        ),
        (
            "Shipping News And Trade\n\nWhy does the port of Maren stay closed?\nNobody knows for how long yet\n"
            "By Lena Aas — March 3, 2031 6 min read",
            "Why does the port of Maren stay closed?",
            ("Lena Aas",),
        ),
        (
            "the paper for people who go to sea\n\nPort of Maren stays closed\n\n3 March 2031",
            "Port of Maren stays closed",
            (),
        ),
        (
            "Port of Maren stays closed\n\nposted by Lena Aas, March 3, 2031 | 44 comments",
            "Port of Maren stays closed",
            ("Lena Aas",),
        ),
        (
            "Posted on by Lena Aas - 5 Comments on Does the port of Maren stay closed for another week?\n\n"
            "Does the port of Maren stay closed for another week?",
            "Does the port of Maren stay closed for another week?",
            (),
        ),
        ("Port of Maren stays closed\n\nLena Aas 7 hours", "Port of Maren stays closed", ("Lena Aas",)),
        (
            "Pier fire keeps port of Maren closed - Harbour Gazette\n\nPier fire keeps port of Maren closed",
            "Pier fire keeps port of Maren closed",
            (),
        ),
        (
            "We use cookies and other tracking technologies to show you what you like to read here every day.\n\n"
            "High hopes for a quick return to the port of Maren\n\nBy Lena Aas",
            "High hopes for a quick return to the port of Maren",
            ("Lena Aas",),
        ),
        (
            "The quay at dawn on Monday. (Port Authority/Ilse Brand)\n\nPort of Maren stays closed for days",
            "Port of Maren stays closed for days",
            (),
        ),
        (
            "Port Prices Are Rising After The Maren Fire. Here Is Why.",
            "Port Prices Are Rising After The Maren Fire. Here Is Why.",
            (),
        ),
        (
            "‘It burned until noon’: is the port of Maren safe enough for ships and crews after all that happened?",
            "‘It burned until noon’: is the port of Maren safe enough for ships and crews after all that happened?",
            (),
        ),
        (
            "Monday, March 3, 2031  Maren  Est. 1883  12° Cloudy\n\nPort of Maren stays closed",
            "Port of Maren stays closed",
            (),
        ),
        (
            "Get all prices of the quay in our guide\n\nReview\n\nThe new ferry to Maren is quick\n\nBy Lena Aas",
            "The new ferry to Maren is quick",
            ("Lena Aas",),
        ),
        ("Home Movies News\n\nPort of Maren stays closed", "Port of Maren stays closed", ()),
        ("Port of Maren stays closed\n\nLena Aas and AP", "Port of Maren stays closed", ("Lena Aas",)),
        ("Port of Maren stays closed\n\nLena Aas|Published", "Port of Maren stays closed", ("Lena Aas",)),
        (
            "Port of Maren stays closed\n\nOur Special Correspondent",
            "Port of Maren stays closed",
            ("Our Special Correspondent",),
        ),
    ],
)
def test_headline_and_byline_among_other_lines(above, headline, bylines):
    article = read_text(f"{above}\n\n{BODY}")
    assert article.headline == headline
    assert article.bylines == bylines
    assert pieces(article, "paragraph") == BODY.strip().split("\n\n")


def test_bare_dates_between_paragraphs_are_of_other_stories():
    article = read_text(
        f"Port of Maren stays closed\n\n{BODY}\nOne more paragraph of it, said nobody.\n\n{BODY}", "x.txt"
    )
    with_box = read_text(f"Port of Maren stays closed\n\n{BODY}\n{BODY}\nFeb. 1, 2031\n\n{BODY}", "x.txt")
    below = read_text(f"Port of Maren stays closed\n\n{BODY}\n{BODY}\n3 March 2031\n", "x.txt")
    assert (article.published, with_box.published, below.published) == (None, None, "2031-03-03")
