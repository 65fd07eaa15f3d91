from itertools import product
from pathlib import Path

import pytest
import yaml

from claims.dates import compare_lists, compare_moments, find_moments

CASES = yaml.safe_load((Path(__file__).parent / "compare.yaml").read_text(encoding="utf-8"))
VERDICTS = {"agree": True, "conflict": False, "unknown": None}


def moments(phrase, zone=None):
    return find_moments(phrase, published="2026-03-05", utc_offset=zone)


@pytest.mark.parametrize(
    ("verdict", "case"), [(VERDICTS[name], case) for name, cases in CASES.items() for case in cases], ids=str
)
def test_compare_moments(verdict, case):
    zones = case.get("zones", (None, None))
    (one,), (other,) = moments(case["one"], zones[0]), moments(case["other"], zones[1])
    assert compare_moments(one, other) is verdict, case["why"]
    assert compare_moments(other, one) is verdict, case["why"]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("May 19, 20 and June 3", "May 19, May 20 and June 4", False),
        ("May 19, 20 and June 3", "19 and 20 May and 3 June", True),
        ("May 19 and 20", "May 20", True),
        ("May 19 and 20", "soon", None),
    ],
)
def test_compare_lists(one, other, verdict):
    assert compare_lists(moments(one), moments(other)) is verdict
    assert compare_lists(moments(other), moments(one)) is verdict


def test_every_moment_agrees_with_itself():
    phrases = ["on Monday", "last week", "at 5 p.m.", "0915 GMT on Monday", "overnight", "in 2022", "two weeks ago"]
    for phrase, zone in product(phrases, [None, "+09:00"]):
        (moment,) = moments(phrase, zone)
        assert compare_moments(moment, moment) is True
