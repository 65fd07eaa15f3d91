"""Sentences are cut out exactly, and edits move everything behind them by as much."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.distortions.copies import COPYIST, copy_article
from bench.distortions.passage import Edit, apply_edits, find_people, new_position, overlap, split_passages
from tests.bench.stories import make_article


def sentences(*paragraphs: str) -> list[str]:
    return [passage.text for passage in split_passages(make_article(*paragraphs))]


def test_split_at_sentence_ends() -> None:
    assert sentences("One is here. Two is there.", "1.", "Three now!") == [
        "One is here.",
        "Two is there.",
        "Three now!",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lind left at 7 p.m. Friday.",
        "“It came. We ran,” she said.",
        '"It came. We ran," she said.',
        "The U.S. Navy came.",
    ],
)
def test_keep_together(text: str) -> None:
    assert sentences(text) == [text]


def test_find_people_by_verb_and_title() -> None:
    text = "Ada Lind said so. Mayor Otto Brask left. The Road Agency said nothing."
    assert find_people(text) == ("Ada Lind", "Otto Brask")


def test_copy_moves_blocks() -> None:
    article = make_article("One is here.", "Two is there.")
    copied = copy_article(article, [Edit(0, 3, "Thirteen"), Edit(25, 27, "")])
    assert [copied.text[block.start : block.end] for block in copied.blocks] == [
        "Thirteen is here.",
        "Two is there."[:-2],
    ]
    assert copied.outlet is COPYIST
    assert copied.id != article.id


def test_edits_must_not_overlap() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply_edits("abcdef", [Edit(0, 3, "x"), Edit(2, 4, "y")])


def test_overlap_counts_touching() -> None:
    assert overlap([Edit(0, 3, "")], [Edit(3, 4, "")])
    assert not overlap([Edit(0, 3, "")], [Edit(4, 5, "")])


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3), st.text(max_size=4)), max_size=4)
)
def test_new_position_keeps_what_stands_outside_the_edits(text: str, made: list[tuple[int, int, str]]) -> None:
    edits, free = [], 0
    for start, length, new in sorted(made):
        if start >= free and start + length <= len(text):
            edits.append(Edit(start, start + length, new))
            free = start + length + 1
    changed = apply_edits(text, edits)
    for place, sign in enumerate(text):
        if not any(edit.start <= place < edit.end for edit in edits):
            assert changed[new_position(place, edits, after=True)] == sign
    assert new_position(len(text), edits, after=True) == len(changed)
    assert new_position(0, edits) == 0
