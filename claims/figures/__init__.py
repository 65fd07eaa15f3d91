"""Figures: numbers in news sentences with what they measure, and whether two of them agree."""

from __future__ import annotations

from claims.figures.comparison import Verdict, compare_figures
from claims.figures.events import name_event
from claims.figures.finder import find_figures
from claims.figures.nouns import kind_of
from claims.figures.sameness import STAGE, same_measure, says_more
from claims.figures.steps import read_step
from claims.figures.updates import Setting, grows
from claims.figures.wording import word_figure

__all__ = [
    "STAGE",
    "Setting",
    "Verdict",
    "compare_figures",
    "find_figures",
    "grows",
    "kind_of",
    "name_event",
    "read_step",
    "same_measure",
    "says_more",
    "word_figure",
]
