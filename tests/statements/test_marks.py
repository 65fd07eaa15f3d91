"""Which stretches stand in quotation marks."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.statements.marks import find_quotation_marks


def quoted(text: str) -> list[str]:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    return [text[region.start : region.end] for region in find_quotation_marks(text, paragraphs)]


CASES = [
    ('In her memoir, "Low, Losing Its Identity," she wrote.', []),
    ('She wrote, "Low, Losing Its Identity," and left.', ['"Low, Losing Its Identity,"']),
    ('She said "we are done" and left.', ['"we are done"']),
    ("She said “we are done” and left.", ["“we are done”"]),
    ("She said ''we are done'' and left.", ["''we are done''"]),
    ("She said ``we are done'' and left.", ["``we are done''"]),
    ("She said «we are done» and left.", ["«we are done»"]),
    ("‘We’re done with the miners’ union,’ she said.", ["‘We’re done with the miners’ union,’"]),
    ("'We are done,' she said, and didn't stop.", ["'We are done,'"]),
    ("The workers' vote and the owners' reply", []),
    ("‘He told us “never again” and left,’ she said.", ["‘He told us “never again” and left,’"]),
    ('She sang "Green Hills of Home" at the fair.', []),
    ('"You think I am mad," he said. "Perhaps I am."', ['"You think I am mad,"', '"Perhaps I am."']),
    ('A 24" screen stood there. "We bought it," he said.', ['"We bought it,"']),
    (
        '"An open mark costs one paragraph.\nNothing here.\n"Shut," he said.',
        ['"An open mark costs one paragraph.', '"Shut,"'],
    ),
    ("A stray “mark in the middle\nNothing here.", []),
    ("“It goes on.\n“And on.\n“And ends,” he said.", ["“It goes on.", "“And on.", "“And ends,”"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_finds_regions(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_knows_carried_quotations() -> None:
    text = "“One.\n“Two.”"
    assert [region.carried for region in find_quotation_marks(text, [(0, 5), (6, len(text))])] == [False, True]


@given(st.text(alphabet="aS ,.\"'“”‘’«»`4", max_size=120))
def test_regions_are_apart_and_inside(text: str) -> None:
    regions = find_quotation_marks(text, [(0, len(text))])
    assert all(0 <= region.start < region.end <= len(text) for region in regions)
    assert all(x.end <= y.start for x, y in pairwise(regions))


@pytest.mark.parametrize("piece", ['"', "'", "s' ", "‘“", "'xs' ", "“a ", "‘s’ s’ "])
def test_many_marks_take_linear_time(piece: str) -> None:
    text = piece * 50_000
    begun = time.process_time()
    find_quotation_marks(text, [(0, len(text))])
    assert time.process_time() - begun < 3
