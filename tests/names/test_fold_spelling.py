"""British and American spellings of one word fold to one form; other words stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text import fold_spelling

SAME = [
    "Organisers Organizers", "apologised apologized", "neighbouring neighboring", "centres centers", "defence defense",
    "travelled traveled", "programme program", "paediatrician pediatrician", "labour labor", "analysed analyzed",
    "harbourmaster harbormaster", "grey gray", "learnt learned", "colourful colorful", "judgement judgment",
]  # fmt: skip
APART = ["four for", "filled filed", "tour tor", "rising sizing", "hour hoer", "called caled", "poured pored"]


@pytest.mark.parametrize("pair", SAME)
def test_one_word(pair: str) -> None:
    one, two = map(fold_spelling, pair.split())
    assert one == two


@pytest.mark.parametrize("pair", APART)
def test_two_words(pair: str) -> None:
    one, two = map(fold_spelling, pair.split())
    assert one != two


@given(st.text(max_size=30))
def test_folding_any_word(word: str) -> None:
    assert fold_spelling(word) == fold_spelling(word.lower())
