"""How firmly a statement is put, and whether it asserts or denies."""

from __future__ import annotations

from claims.certainty.compare import compare_certainty
from claims.certainty.hedging import find_certainty
from claims.certainty.negation import is_negated, polarity

__all__ = ["compare_certainty", "find_certainty", "is_negated", "polarity"]
