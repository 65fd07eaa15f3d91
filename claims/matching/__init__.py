"""Matching: statements of different articles that say the same thing are put in one group."""

from claims.matching.grouping import Group, match_statements
from claims.matching.semantic import Liken

__all__ = ["Group", "Liken", "match_statements"]
