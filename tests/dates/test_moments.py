from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.dates import find_moments

CASES = yaml.safe_load((Path(__file__).parent / "moments.yaml").read_text(encoding="utf-8"))
DATE_WORDS = st.lists(
    st.sampled_from(
        "Monday March May 4 19 20 2026 1999 the of on and to - , ( at 5 p.m. 10:30 GMT noon last next week year end "
        "quarter first 4th 31 February ago two in overnight night Easter ' \" 0 00:00 99/99/99 9999-99-99".split()
    ),
    max_size=14,
).map(" ".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_find_moments(case):
    published = str(case["published"]) if case["published"] else None
    found = find_moments(case["text"], published=published, utc_offset=case.get("offset"))
    assert [[m.text, m.earliest, m.latest, m.granularity] for m in found] == [
        [str(field) for field in moment] for moment in case["moments"]
    ]


def test_offsets_are_moved_on():
    (moment,) = find_moments("Back on Monday.", published="2026-03-05", start=100)
    assert (moment.start, moment.end) == (108, 114)


def test_a_weekday_that_does_not_fit_is_noted():
    weekday, date = find_moments("He spoke on Friday (March 4).", published="2026-03-05")
    assert weekday.note == "Friday does not fit: 2026-03-04 is a Wednesday"
    assert (weekday.earliest, date.note) == ("2026-03-04", None)
    (joined,) = find_moments("He spoke on Friday, March 4, 2026.", published="2026-03-05")
    assert joined.note == "Friday does not fit: 2026-03-04 is a Wednesday"


@given(st.one_of(st.text(), DATE_WORDS), st.one_of(st.none(), st.dates().map(str), st.text(max_size=12)))
def test_moments_are_cut_out_of_the_text(text, published):
    found = find_moments(text, published=published, start=7)
    assert all(text[m.start - 7 : m.end - 7] == m.text for m in found)
    assert all(m.earliest <= m.latest for m in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
