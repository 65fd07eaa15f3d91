"""One sentence printed twice, with one value that differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.matching.reprints import is_reprint

SENTENCE = "In 1988 an explosion at a mill in the same town killed three people."


@pytest.mark.parametrize(
    "other",
    [
        "In 1989 an explosion at a mill in the same town killed three people.",
        "In 1988 an explosion at a mill in the same town killed 3 people.",
        "In 1988 an explosion at a mill in the same town wounded three people.",
    ],
)
def test_one_value_differs(other: str) -> None:
    assert is_reprint(SENTENCE, other)
    assert is_reprint(other, SENTENCE)


@pytest.mark.parametrize(
    "other",
    [
        "In 1994 an explosion at a mill in the same town killed five people.",
        "An explosion killed people in 1988.",
        "Nobody was hurt when the old mill burned down in 1988, the year in which it was to be torn down.",
    ],
)
def test_two_values_or_other_words(other: str) -> None:
    assert not is_reprint(SENTENCE, other)


def test_few_words_tell_nothing() -> None:
    assert not is_reprint("Milk: 3.9%", "Milk: 4.9%")


@given(st.text(), st.text())
def test_any_text(ours: str, theirs: str) -> None:
    assert is_reprint(ours, theirs) == is_reprint(theirs, ours)


def test_very_long_number() -> None:
    assert not is_reprint("9" * 6000, "8" * 6000)
