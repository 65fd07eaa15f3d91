"""Wire copy as it is transmitted: control headers are labelled, the story is read, nothing is lost."""

from __future__ import annotations

import pytest

from claims.articles.wireheader import read_header, read_trailer
from claims.model import Article, Unread
from tests.articles.samples import FIRST, SECOND, pieces, read, read_one, refusal

BODY = """   PORT OSTREL, March 7 (Norwire) - A passenger ferry with 212 people on
board sank off Port Ostrel early on Friday in heavy fog, the coast guard
said, and twelve people were taken to hospital.
   The cause was not known on Friday evening, the mayor told reporters."""
TRANSMISSION = (
    "\x16\x16\x01ABC0123 4 POL 0032 ferry-storm\r\r\n\x02Ferry sinks off Port Ostrel\r\r\n\r\r\n"
    + BODY.replace("\n", "\r\r\n")
    + "\r\r\n\x03\r\n071430 MAR 31\x04"
)
ANPA = f"""a0572
r i bc-ferrysinking 2ndld-writethru 03-07 0421
BC-EU--Ferry Sinking, 2nd Ld-Writethru,421
^Ferry sinks off Port Ostrel<
^Eds: UPDATES with coast guard; ADDS quotes.<
^By JANE DOE=
{BODY}

NW-NY-03-07-31 1430EST<
"""
LABELLED = f"""Priority: 4
Category: i
Slug: ferry-sinking
Date: 2031-03-07 14:30
Word count: 45

Ferry sinks off Port Ostrel

{BODY}
"""


@pytest.mark.parametrize(
    ("text", "published", "header"),
    [
        (TRANSMISSION, "2031-03-07T14:30:00+00:00", ["ABC0123 4 POL 0032 ferry-storm", "071430 MAR 31"]),
        (ANPA, "2031-03-07T14:30:00-05:00", [*ANPA.splitlines()[:3], "NW-NY-03-07-31 1430EST<"]),
        (LABELLED, "2031-03-07T14:30+01:00", LABELLED.splitlines()[:5]),
    ],
)
def test_control_headers(text, published, header):
    article = read_one(text, "story.txt")
    assert (article.headline, article.outlet.id) == ("Ferry sinks off Port Ostrel", "norwire")
    assert (article.published or "")[:16] == published[:16]
    assert [text for label, text in pieces(article) if label in {"furniture", "stamp"}] == header
    paragraphs = [text for label, text in pieces(article) if label == "paragraph"]
    assert [text.split()[0] for text in paragraphs] == ["A", "The"]
    assert paragraphs[0].endswith(
        "early on Friday in heavy fog, the coast guard said, and twelve people were taken to hospital."
    )


def test_a_later_version_and_a_cut_text_are_noted():
    notes = read_one(ANPA, "story.txt").notes
    assert "Sent as 2ndld-writethru: an earlier version exists." in notes or (
        "Sent as 2nd Ld-Writethru: an earlier version exists." in notes
    )
    assert any(note.startswith("The header says 421 words") for note in notes)
    assert not any("words" in note for note in read_one(TRANSMISSION, "story.txt").notes)


def test_a_capture_of_several_transmissions():
    found = read(TRANSMISSION + "\r\n" + "\x01ABC0124 4 POL 0000\r\n\x02 \x03\x04" + TRANSMISSION, "capture.txt")
    assert [type(one) for one in found] == [Article, Unread, Article]
    assert found[1].path == "capture.txt#2"


@pytest.mark.parametrize(
    "text",
    [
        f"Pier burns\n\n{FIRST}\n\n{SECOND}\n",
        f"Date: 7 March 2031\n\nPier burns\n\n{FIRST}\n\n{SECOND}\n",
        f"A1234\n\nPier burns\n\n{FIRST}\n\n{SECOND}\n",
        f"BC-based company burns down\n\n{FIRST}\n\n{SECOND}\n",
    ],
)
def test_other_texts_have_no_header(text):
    assert read_header(text.split("\n")).lines == 0


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("AP-NY-03-07-99 1430EST<", "1999-03-07T14:30:00-05:00"),
        ("AP-NY-03-07-31 1430EDT", "2031-03-07T14:30:00-04:00"),
        ("070905 GMT mar 31", "2031-03-07T09:05:00+00:00"),
        ("070905 Okt 31", "2031-10-07T09:05:00+00:00"),
        ("AP-NY-13-07-31 1430EST", None),
        ("319999 MAR 31", None),
        ("Nine people died on 7 March", None),
    ],
)
def test_trailers(line, moment):
    assert read_trailer(line) == moment


def test_a_transmission_without_a_story():
    assert refusal("\x01\x02\x03\x04", "a.txt")
    assert refusal("\x01ABC0123 4 POL 0032\x02\x03", "a.txt")
