"""The cheap look at a sentence finds every sentence that has a figure."""

import pytest

from claims.figures import find_figures
from claims.figures.openings import may_hold_figures


@pytest.mark.parametrize(
    "text",
    [
        "He waited for more than a decade.",
        "It rained for a week.",
        "A third of the sheds burned.",
        "Half of the sheds burned.",
        "A dozen gulls came.",
        "A few hundred gulls came.",
        "Tens of thousands of gulls came.",
        "Several hundred gulls came.",
        "Nobody was hurt.",
        "Not a single death was reported.",
        "⅔ of the sheds burned.",
        "It took a year and a half.",
    ],
)
def test_a_sentence_with_a_figure_passes(text: str) -> None:
    assert may_hold_figures(text)
    assert find_figures(text)


@pytest.mark.parametrize("text", ["The mayor did not say when.", "A man left for the harbour.", ""])
def test_a_sentence_without_one_does_not(text: str) -> None:
    assert not may_hold_figures(text)
    assert find_figures(text) == []
