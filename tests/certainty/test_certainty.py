from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.certainty import compare_certainty, find_certainty, is_negated, polarity
from claims.certainty.lexicon import band_of


def load(name):
    return yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", load("certainty.yaml"), ids=lambda case: case["text"])
def test_find_certainty(case):
    found = find_certainty(case["text"], cue=case.get("cue"))
    if case["level"] is None:
        assert found is None
    else:
        assert (found.level, found.band, list(found.words)) == (case["level"], band_of(case["level"]), case["words"])


def test_a_hedge_at_a_figure_counts_in_a_subordinate_clause():
    text = "The mill closed after what may have been 40 failed checks."
    figure = (text.index("40"), text.index("40") + 2)
    assert find_certainty(text, cue=None) is None
    hedged = "The mill closed, which could cost 40 jobs."
    place = hedged.index("40")
    assert find_certainty(hedged, cue=None) is None
    found = find_certainty(hedged, cue=None, figures=[(500 + place, 502 + place)], start=500)
    assert found.level == "possible"
    assert find_certainty(text, cue=None, figures=[figure]).level == "possible"


COMPARED = [(shown == "shown", *case) for shown, cases in load("compare.yaml").items() for case in cases]


@pytest.mark.parametrize(("shown", "one", "cue", "other", "other_cue", "why"), COMPARED)
def test_compare_certainty(shown, one, cue, other, other_cue, why):
    a, b = find_certainty(one, cue=cue), find_certainty(other, cue=other_cue)
    assert (compare_certainty(a, b) is not None) is shown, (why, a, b)
    assert (compare_certainty(b, a) is not None) is shown, why


POLAR = [(expected, *case) for expected, cases in load("polarity.yaml").items() for case in cases]


@pytest.mark.parametrize(("expected", "text", "cue"), POLAR)
def test_polarity(expected, text, cue):
    assert polarity(text, cue) == expected


def test_is_negated_looks_at_the_statement_alone():
    assert is_negated("No hospital had been hit.")
    assert not is_negated("The bank denied a sale.")


CUES = st.one_of(st.none(), st.sampled_from(["said", "denied", "according to", "expressed hope"]), st.text(max_size=8))


@given(st.text(), CUES, st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=3))
def test_any_text_has_a_certainty_in_its_own_words(text, cue, figures):
    found = find_certainty(text, cue=cue, figures=figures)
    assert found is None or all(words in text or words == cue for words in found.words)
    assert polarity(text, cue) in {"asserted", "denied"}
    assert compare_certainty(found, found) is None
