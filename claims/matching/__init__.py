"""Matching: statements of different articles that say the same thing are put in one group."""

from claims.matching.claimed import Claimed, list_claimed
from claims.matching.encoding import FEATURES_VERSION, decode_features, encode_features
from claims.matching.grouping import Group, match_statements, match_story
from claims.matching.growth import Surroundings, grow_stories
from claims.matching.linkage import Formation, Join, Link, form_stories, trace_stories
from claims.matching.semantic import Liken
from claims.matching.stories import (
    Features,
    group_stories,
    link_article,
    link_articles,
    name_article,
    read_features,
)

__all__ = [
    "FEATURES_VERSION",
    "Claimed",
    "Features",
    "Formation",
    "Group",
    "Join",
    "Liken",
    "Link",
    "Surroundings",
    "decode_features",
    "encode_features",
    "form_stories",
    "group_stories",
    "grow_stories",
    "link_article",
    "link_articles",
    "list_claimed",
    "match_statements",
    "match_story",
    "name_article",
    "read_features",
    "trace_stories",
]
