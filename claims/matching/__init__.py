"""Matching: statements of different articles that say the same thing are put in one group."""

from claims.matching.grouping import Group, match_statements, match_story
from claims.matching.linkage import Link, form_stories
from claims.matching.semantic import Liken
from claims.matching.stories import (
    Features,
    group_stories,
    link_articles,
    name_article,
    read_features,
)

__all__ = [
    "Features",
    "Group",
    "Liken",
    "Link",
    "form_stories",
    "group_stories",
    "link_articles",
    "match_statements",
    "match_story",
    "name_article",
    "read_features",
]
