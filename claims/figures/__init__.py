"""Figures: numbers in news sentences with what they measure, and whether two of them agree."""

from __future__ import annotations

from claims.figures.comparison import Setting, Verdict, compare_figures
from claims.figures.finder import find_figures
from claims.figures.sameness import same_measure
from claims.figures.wording import word_figure

__all__ = ["Setting", "Verdict", "compare_figures", "find_figures", "same_measure", "word_figure"]
