"""Dates and times as they are printed."""

import pytest

from claims.articles.stamplines import is_stamp, is_stamp_label
from claims.articles.stamps import find_stamps

CASES = [
    ("2026-02-05 11:19:44", [(None, "2026-02-05T11:19:44")]),
    ("09.02.2026, 18:40", [(None, "2026-02-09T18:40")]),
    ("15 June 2026, 07.00 CEST", [(None, "2026-06-15T07:00+02:00")]),
    (
        "Published: 11:58, 6 May 2026 | Updated: 15:22, 6 May 2026",
        [("published", "2026-05-06T11:58"), ("updated", "2026-05-06T15:22")],
    ),
    ("08:39, 06 Jan 2026Updated 08:41, 06 Jan 2026", [(None, "2026-01-06T08:39"), ("updated", "2026-01-06T08:41")]),
    ("9 February 2026, 16:05, updated 17:31", [(None, "2026-02-09T16:05"), ("updated", "2026-02-09T17:31")]),
    ("Posted 6:15 AM, Aug. 12, 2026", [("published", "2026-08-12T06:15")]),
    ("19 abr 2026 - 00:20 GMT-3", [(None, "2026-04-19T00:20-03:00")]),
    ("입력 2026.02.05. 오후 3:10", [("published", "2026-02-05T15:10")]),
    ("2026년 2월 5일", [(None, "2026-02-05")]),
    ("March 5th, 2024 at 3 pm ET", [(None, "2024-03-05T15:00-05:00")]),
    ("May 6, 2026 12:30 a.m.", [(None, "2026-05-06T00:30")]),
    ("Updated on 19-Dec-2031", [("updated", "2031-12-19")]),
    ("a 3-May deal", []),
    ("3/4/2026", [(None, "2026-03-04")]),
    ("25/4/2026", [(None, "2026-04-25")]),
    ("Saturday, 18 April, 23:30 hours", [(None, None)]),
    ("31 February 2026", []),
    ("In 2026 the 14 members met", []),
]


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_stamps_of_a_line(line, expected):
    assert [(stamp.kind, stamp.to_iso()) for stamp in find_stamps(line)] == expected


def test_day_comes_first_where_the_outlet_is_not_american():
    assert find_stamps("3/4/2026", day_first=True)[0].to_iso() == "2026-04-03"


def test_offset_of_the_outlet_completes_only_times():
    assert find_stamps("5 June 2026, 10:00")[0].to_iso("+09:00") == "2026-06-05T10:00+09:00"
    assert find_stamps("5 June 2026")[0].to_iso("+09:00") == "2026-06-05"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Friday, February 6, 2026", True),
        ("For immediate release: Wednesday 6 May 2026", True),
        ("Last updated on 5 March 2026 at 10:00 GMT", True),
        ("The talks began on 5 March 2026", False),
        ("START: Monday, August 10, 2:40 p.m.", False),
        ("Share", False),
    ],
)
def test_line_that_is_a_stamp(line, expected):
    assert is_stamp(line) is expected


def test_a_wire_of_tuesday_may_tell_of_monday(tmp_path):
    import os

    from claims.articles import read_article
    from claims.registry import Registry

    file = tmp_path / "post.txt"
    file.write_text(
        "Dam workers walk out\n\nOSTWICK, May 12 (Northern Wire) - About 400 workers at the dam walked out on Monday, "
        "the union said.\n\nThe operator said that production would not be affected by the walkout.\n"
    )
    os.utime(file, (1795000000, 1795000000))  # a day of November 2026, in which May 12 is a Tuesday
    assert (read_article(file, Registry()).published or "").startswith("2026-05-12")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Input", True),
        ("By published", True),
        ("Published: | Updated:", True),
        ("Published on Updated", True),
        ("Published on the web", False),
        ("By the harbour", False),
        ("Report published on Monday", False),
    ],
)
def test_labels_without_their_dates(line, expected):
    assert is_stamp_label(line) is expected
