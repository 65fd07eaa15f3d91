"""Quotations of several sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.statements import split_paragraph
from claims.statements.quoted import MOST_SENTENCES, join_quotations

ONE = [
    '"The pier is gone. Go home," the mayor said.',
    "“We waited. Nobody came. We left,” said Ana Prill.",
    '"The pier is gone," the mayor said. "Go home."',
    "Mayor Prill said: 'The pier is gone. Go home.'",
]
SEVERAL = [
    'The mayor said the pier was gone. "Go home."',
    '"The pier is gone," the mayor said. The police agreed.',
    '"The pier is gone," the mayor said. "Go home," the police said.',
    "The pier is gone. The mayor went home.",
    f'"{"The pier is gone and nobody knows when. " * 5}"',
]


@pytest.mark.parametrize("text", ONE)
def test_a_short_quotation_is_one(text: str) -> None:
    assert join_quotations(text, split_paragraph(text, 0, len(text))) == [(0, len(text))]


@pytest.mark.parametrize("text", SEVERAL)
def test_others_stay_apart(text: str) -> None:
    spans = split_paragraph(text, 0, len(text))
    assert join_quotations(text, spans) == spans
    assert len(spans) > 1


@given(st.lists(st.sampled_from(['"It is over. ', "He went. ", 'Go home." ', '"', "said Ana. ", "She “stayed. ”"])))
def test_joins_whole_neighbours_only(parts: list[str]) -> None:
    text = "".join(parts)
    spans = split_paragraph(text, 0, len(text))
    joined = join_quotations(text, spans)
    assert {edge for span in joined for edge in span} <= {edge for span in spans for edge in span}
    assert [span[0] for span in joined] == sorted({span[0] for span in joined})
    assert all(sum(start <= one < end for one, _ in spans) <= MOST_SENTENCES for start, end in joined)
