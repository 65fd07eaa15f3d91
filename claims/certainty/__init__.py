"""How firmly a statement is put, and whether it asserts or denies."""

from __future__ import annotations

from claims.certainty.assertions import Assertion, split_assertions
from claims.certainty.clauses import split_clauses
from claims.certainty.compare import compare_certainty
from claims.certainty.hedging import find_certainty, find_hedges, is_hedged_like, may_hedge
from claims.certainty.negation import is_negated, is_rejected, may_negate, polarity, turning_words

__all__ = [
    "Assertion",
    "compare_certainty",
    "find_certainty",
    "find_hedges",
    "is_hedged_like",
    "is_negated",
    "is_rejected",
    "may_hedge",
    "may_negate",
    "polarity",
    "split_assertions",
    "split_clauses",
    "turning_words",
]
