from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.names import find_acronyms, same_institution

CASES = yaml.safe_load((Path(__file__).parent / "institutions.yaml").read_text(encoding="utf-8"))
VERDICTS = {"same": True, "different": False, "maybe": None}
PAIRS = [(VERDICTS[verdict], *case) for verdict, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("verdict", "one", "other", "why"), PAIRS)
def test_same_institution(verdict, one, other, why):
    assert same_institution(one, other) is verdict, why
    assert same_institution(other, one) is verdict, why


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a count by the Norrland Seismic Centre (NSC) in May", {"NSC": "Norrland Seismic Centre"}),
        ("the Office for Trade and Industry (OTI) and the oti", {"OTI": "Office for Trade and Industry"}),
        ("the World Harbour Forum (\"WHF\") said", {"WHF": "World Harbour Forum"}),
        ("three people (MPs) left", {}),
        ("the harbour (Norrland)", {}),
    ],
)  # fmt: skip
def test_find_acronyms(text, found):
    assert find_acronyms(text) == found


@given(st.text())
def test_find_acronyms_reads_them_off_the_text(text):
    for acronym in find_acronyms(text):
        assert acronym in text
