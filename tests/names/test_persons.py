from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.names import same_person, strip_titles

CASES = yaml.safe_load((Path(__file__).parent / "persons.yaml").read_text(encoding="utf-8"))
VERDICTS = {"same": True, "different": False, "maybe": None}
PAIRS = [(VERDICTS[verdict], *case) for verdict, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("verdict", "one", "other", "why"), PAIRS)
def test_same_person(verdict, one, other, why):
    assert same_person(one, other) is verdict, why
    assert same_person(other, one) is verdict, why


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Ruritanian President Ostap Veremiy", "Ostap Veremiy"),
        ("US envoy Ellen Strand", "Ellen Strand"),
        ("the interior minister, Clara Döring", "Clara Döring"),
        ("Ellen Strand, the mayor", "Ellen Strand"),
        ("County Auditor Ellen Strand", "Ellen Strand"),
        ("Team doctor Ellen Strand", "Ellen Strand"),
        ("Fire Marshal Per Lund", "Per Lund"),
        ("Dean Prosser", "Dean Prosser"),
        ("Poland's Prime Minister Jan Nowak", "Jan Nowak"),
        ("Ellen Strand, 47", "Ellen Strand"),
        ("Martin Luther King Jr.", "Martin Luther King Jr."),
        ("the minister", "minister"),
        ("former chief executive officer Per Lund", "Per Lund"),
    ],
)
def test_strip_titles(printed, name):
    assert strip_titles(printed) == name


@given(st.text(max_size=60), st.text(max_size=60))
def test_comparing_never_raises_and_does_not_depend_on_order(one, other):
    assert same_person(one, other) is same_person(other, one)


@given(st.text(max_size=60))
def test_strip_titles_only_takes_away(name):
    kept = strip_titles(name).replace("'", "’").split()
    printed = name.replace("'", "’").replace(",", " , ").split()
    assert len(kept) <= len(printed)
