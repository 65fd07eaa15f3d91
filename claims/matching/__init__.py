"""Matching: statements of different articles that say the same thing are put in one group."""

from claims.matching.grouping import Group, match_statements

__all__ = ["Group", "match_statements"]
