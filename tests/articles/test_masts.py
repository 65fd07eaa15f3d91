"""The day on which a pasted text came out, in all the ways in which papers, offices and newsletters head it."""

import os
from pathlib import Path

import pytest
import yaml

from claims.articles import read_article
from claims.articles.masts import is_name_of_body
from claims.registry import Registry

BODY = """

On Sunday 11 January the pumping station at Eldgate failed and about 4,200 homes were without water until 12 January.

The cause is being looked into. A report is to be published by 31 March 2026, the authority said, after one in 2025.

"We are sorry," its head, Orla Finch, said at a meeting. "Nobody should have to carry buckets up the stairs."

Households will get 25 pounds each. The last time the station failed was on 3 June 2019, when 900 homes were hit.
"""

HEADS = yaml.safe_load((Path(__file__).parent / "heads.yaml").read_text(encoding="utf-8"))


def published(tmp_path, head):
    file = tmp_path / "release.txt"
    file.write_text(head + BODY, encoding="utf-8")
    os.utime(file, (1792000000, 1792000000))
    return read_article(file, Registry()).published


@pytest.mark.parametrize("head", HEADS["dated"])
def test_day_in_the_head(tmp_path, head):
    assert (published(tmp_path, head) or "").startswith("2026-01-19")


@pytest.mark.parametrize("head", HEADS["undated"])
def test_day_of_something_else_in_the_head(tmp_path, head):
    assert published(tmp_path, head) is None


@pytest.mark.parametrize(
    ("head", "time"),
    [
        ("Valley Radio - Morning programme - 19 January 2026, 07:10 - transcript", "T07:10"),
        ("THE PACKET\nYour valley, every Monday | 19 January 2026 | 1.10\n\nBuckets on the stairs in Eldgate", ""),
        ("Eldgate Water\nPress office | 19 January 2026 | 07.00\n\nFailure of the pumping station", "T07:00"),
    ],
)
def test_price_of_a_paper_is_no_time(tmp_path, head, time):
    assert published(tmp_path, head) == "2026-01-19" + time


def test_line_with_the_name_of_the_paper_is_no_headline(tmp_path):
    file = tmp_path / "release.txt"
    file.write_text("VALLEY BANK\nLetter to members - Monday 19 January 2026\n\nHow we lost your names" + BODY)
    assert read_article(file, Registry()).headline == "How we lost your names"


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("Valley Packet\n19 January 2026\n\nPumping station fails", "Pumping station fails"),
        ("Eldgate Station Fails\n19 January 2026\nThousands without water until noon", "Eldgate Station Fails"),
        ("Eldgate Station Fails\n19 January 2026", "Eldgate Station Fails"),
    ],
)
def test_name_of_a_paper_over_its_day_is_no_headline(tmp_path, head, headline):
    file = tmp_path / "release.txt"
    file.write_text(head + BODY, encoding="utf-8")
    assert read_article(file, Registry()).headline == headline


@pytest.mark.parametrize("head", HEADS["sent"])
def test_sender_of_a_release_is_no_headline_and_no_author(tmp_path, head):
    file = tmp_path / "release.txt"
    file.write_text(head + BODY, encoding="utf-8")
    article = read_article(file, Registry())
    assert article.headline == "Water station fails at Eldgate"
    assert article.bylines == ()


@pytest.mark.parametrize(
    "line",
    [
        "Fire Destroys Eldgate Sailing Trust",
        "Council Backs Eldgate Police",
        "Strike Threat at Eldgate Hospital",
        "New Chief for Eldgate Hospital",
        "Water station fails at Eldgate",
        "Why I Left the Energy Department",
    ],
)
def test_headline_is_no_name_of_a_body(line):
    assert not is_name_of_body(line)
