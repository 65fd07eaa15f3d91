"""Where sentences end."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.statements.sentences import split_paragraph, split_sentences

CASES = [
    ("The dam held. Water rose again at dusk.", 2),
    ("Gov. Ilse Brandt met Sen. R. Ode. Both smiled.", 2),
    ("It cost 3.5 million euros. Nobody paid.", 2),
    ("“Really?” Brandt asked. “Yes.” She left.", 3),
    ("“Really?” The crowd roared.", 2),
    ("HELENA, Mont. (XYZ) — Snow fell on the pass.", 1),
    ("The shop opens at 9 a.m. Monday and closes late.", 1),
    ("The shop opens at 9 a.m. The market opens later.", 2),
    ("She lives in the U.S. Her brother does not.", 2),
    ("Acme Inc. Chief Executive Dana Low resigned.", 1),
    ("It cost Rs. 40 crore, said Smt. Ode. Cllr. Low agreed.", 2),
    ("Wait ... there is more. Much more.", 2),
    ("No. 5 won. No. 6 lost.", 2),
    ("(The mill closed in 2009. It reopened in 2012.)", 2),
    ("They sold the mill (it closed in 2009. sadly) and left.", 1),
    ("最初の文。次の文。", 2),
    ("", 0),
    ("   ", 0),
]


@pytest.mark.parametrize(("text", "count"), CASES)
def test_counts_sentences(text: str, count: int) -> None:
    assert len(split_sentences(text)) == count


def test_wrapped_paragraph_is_one_text() -> None:
    text = "The council voted on\nMonday. The mayor\nwas absent."
    assert [text[a:b] for a, b in split_paragraph(text, 0, len(text))] == [
        "The council voted on\nMonday.",
        "The mayor\nwas absent.",
    ]


def test_line_break_ends_a_sentence() -> None:
    assert len(split_sentences("A headline without a stop\nThe text begins.")) == 2


@given(st.text(alphabet='aB1 .!?…"”’()\n。', max_size=200))
def test_spans_are_in_order_and_lose_no_letter(text: str) -> None:
    spans = split_sentences(text)
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize("piece", [". ", "!", '."', "(A. b! ", "Mr. ", ".x", "…"])
def test_long_lines_take_linear_time(piece: str) -> None:
    begun = time.process_time()
    split_sentences(piece * (400_000 // len(piece)))
    assert time.process_time() - begun < 4
