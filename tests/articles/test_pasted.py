"""Texts as people paste them: forwarded mails, chats, columns of a PDF, pages with their pictures and buttons."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.articles import read_articles
from claims.articles.forwards import find_wrapping, unquote
from claims.articles.parted import join_parted
from claims.model import Article
from claims.registry import Registry

LEAD = "About 900 people left two villages below the Ardo dam on Wednesday, the civil defence said."
SECOND = "Water had been seen seeping from its foot since noon, an engineer of the valley office said."


def read(folder: Path, text: str) -> Article:
    path = folder / "pasted.txt"
    path.write_text(text, encoding="utf-8")
    (article,) = read_articles([path], Registry())
    assert isinstance(article, Article)
    return article


def printed(article: Article, *labels: str) -> list[str]:
    return [" ".join(article.text[b.start : b.end].split()) for b in article.blocks if b.label in labels]


def test_takes_the_marks_off_a_forwarded_mail(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "---------- Forwarded message ---------\nFrom: Ann Ode <ann@desk.example>\n"
        "Date: Thu, Feb 5, 2026 at 9:14 AM\nSubject: Fwd: dam leak\nTo: <checks@desk.example>\n\n"
        "can you check this one? thx\n\n"
        "> Leak at Ardo dam empties two villages\n>\n> By Sam Haddad\n> 4 February 2026\n>\n"
        "> About 900 people left two villages below the Ardo dam on Wednesday, the\n> civil defence said.\n>\n"
        "> Water had been seen seeping from its foot since noon, an engineer of the\n> valley office said.\n>\n"
        "> About 900 people left two villages below the Ardo dam on Wednesday, the\n> civil defence said.\n",
    )
    assert article.headline == "Leak at Ardo dam empties two villages"
    assert article.published == "2026-02-04"
    assert article.bylines == ("Sam Haddad",)
    assert printed(article, "paragraph") == [LEAD, SECOND, LEAD]


def test_leaves_a_quoted_line_or_two_alone() -> None:
    text = "Ada wrote:\n> It was cold.\nThe pier was shut.\nNobody came.\n"
    assert unquote(text) == (text, 0)


def test_knows_the_header_of_a_mail_but_keeps_its_day_and_subject() -> None:
    lines = ["From: Desk", "Sent: Friday, March 6, 2026", "To: Checks", "Subject: Quake", "Karsk: 200 homes hit"]
    assert find_wrapping(lines) == ["From: Desk", "To: Checks"]
    assert find_wrapping(["From: Desk", "Karsk: 200 homes hit"]) == []


def test_a_chat_s_stamp_dates_nothing(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "[05/03/26, 14:22:07] Desk: this one too\n*Landslide blocks line at Teya, 300 stranded*\n"
        f"TEYA (Northwire) March 4 - {LEAD}\n{SECOND}\n",
    )
    assert article.headline == "Landslide blocks line at Teya, 300 stranded"
    assert article.dateline is not None
    assert (article.dateline.agency, article.dateline.day) == ("Northwire", "2026-03-04")
    assert "14:22" not in (article.published or "")


def test_reads_a_narrow_column_with_parted_words(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "The Valley Courier                                        Thursday, January 15, 2026\n\n"
        "Mill owner to pay $3.2 million over river\nspill that killed 40,000 trout\n\nBY HANK DORSEY\n\n"
        "The owner of the Pell River paper mill has agreed to\npay $3.2 million to settle claims over a 2024 spill\n"
        "that killed an estimated 40,000 trout, the state at-\ntorney general said Wednesday.\n\n"
        "Under the agreement, the company must also moni-\ntor the river for five years.\n\n"
        '"This river feeds people," Attorney General Rhea\nCole said.\n',
    )
    assert article.headline == "Mill owner to pay $3.2 million over river spill that killed 40,000 trout"
    assert article.published == "2026-01-15"
    assert printed(article, "standfirst", "paragraph") == [
        "The owner of the Pell River paper mill has agreed to pay $3.2 million to settle claims over a 2024 spill "
        "that killed an estimated 40,000 trout, the state attorney general said Wednesday.",
        "Under the agreement, the company must also monitor the river for five years.",
        '"This river feeds people," Attorney General Rhea Cole said.',
    ]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("the cod quo-\nta in the north", "the cod quota\nin the north"),
        ("a dis-\nregard.", "a disregard."),
        ("a long-\nterm plan, a long-term plan", "a long-term\nplan, a long-term plan"),
        ("the long-\nterm plan was long in its term", "the long-term\nplan was long in its term"),
        ("from Haven-\nLunde to Teya", "from Haven-\nLunde to Teya"),
        ("talks of the 4-\nday week", "talks of the 4-\nday week"),
    ],
)
def test_joins_words_parted_at_the_end_of_a_line(text: str, joined: str) -> None:
    assert join_parted(text) == joined


PAGES = {
    "a caption below its label": (
        "Pier shut after crack\n\n14 March 2026\n\n{lead}\n\nImage caption,\nThe pier was opened in 1987\n\n{second}\n",
        ["The pier was opened in 1987"],
    ),
    "a caption in brackets": (
        "Pier shut after crack\n\n14 March 2026\n\n{lead}\n\n"
        "[Photo: Waves break over the pier at Orlo on Tuesday, a day after it was shut.]\n\n{second}\n",
        ["[Photo: Waves break over the pier at Orlo on Tuesday, a day after it was shut.]"],
    ),
    "a credit of outlet and name": (
        "Pier shut after crack\n\n14 March 2026\n\nBo Ek lost his boat. (Orlo News: Lily Tran)\n\n{lead}\n\n{second}\n",
        ["Bo Ek lost his boat."],
    ),
    "the text for the blind above": (
        "Pier shut after crack\n\n14 March 2026\n\nBo Ek lost his boat\nBo Ek lost his boat (Image: Orlo Police)\n\n"
        "{lead}\n\n{second}\n",
        ["Bo Ek lost his boat"],
    ),
}


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_knows_captions_however_they_stand(page: str, tmp_path: Path) -> None:
    text, captions = PAGES[page]
    article = read(tmp_path, text.format(lead=LEAD, second=SECOND))
    assert printed(article, "caption") == captions
    assert printed(article, "paragraph") == [LEAD, SECOND]


FURNITURE = [
    "Getting your audio player ready...",
    "Appeared in the February 27, 2026, print edition as 'Pier Shut'.",
    "Thanks for reading The Pier Letter! Subscribe for free to receive new posts.",
    "Your support keeps us going. Subscribe from £1.",
    "Write to Ann Ode at ann.ode@post.example",
    "Sponsor Message",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_leaves_the_page_s_own_lines_out_of_the_body(line: str, tmp_path: Path) -> None:
    article = read(
        tmp_path, f"Pier shut after crack\n\nBy Bo Ek\n\n14 March 2026\n\n{LEAD}\n\n{SECOND}\n\n{line}\n\n{LEAD}\n"
    )
    assert line not in printed(article, "paragraph", "standfirst", "subhead")
    assert article.bylines == ("Bo Ek",)


def test_takes_the_button_off_the_author_and_the_trail_off_the_headline(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "News / World / Pier shut after crack is found\n\nPier shut after crack is found\n\n"
        f"By Ann Ode Follow and Bo Ek Follow\n14 March 2026\n\n{LEAD}\n\n{SECOND}\n",
    )
    assert article.headline == "Pier shut after crack is found"
    assert article.bylines == ("Ann Ode and Bo Ek",)


def test_a_post_s_update_is_news(tmp_path: Path) -> None:
    update = "UPDATE: A man of 44 has been arrested after the theft at Lunde station last night."
    note = "UPDATE: This article has been updated to add the name of the station in Lunde."
    assert "has been arrested" in " ".join(printed(read(tmp_path, f"{update}\n\n{LEAD}\n"), "paragraph"))
    article = read(tmp_path, f"Pier shut after crack\n\n14 March 2026\n\n{LEAD}\n\n{SECOND}\n\n{note}\n")
    assert printed(article, "note") == [note]


@given(st.text(alphabet="ab->\n .:,/0123456789[]", max_size=400))
def test_reads_any_text(text: str) -> None:
    plain, start = unquote(text)
    assert plain[:start] == text[:start]
    assert len(join_parted(plain)) <= len(plain)
    assert set(find_wrapping(text.split("\n"))) <= set(text.split("\n"))


@pytest.mark.parametrize("piece", ["> ", ">\n", "ab-\n", "a-\nb, ", "1/1/26, 1:1", "From: "])
def test_keeps_to_linear_time(piece: str) -> None:
    text = piece * 60_000
    start = time.process_time()
    unquote(text)
    join_parted(text)
    find_wrapping(text.split("\n"))
    assert time.process_time() - start < 2
