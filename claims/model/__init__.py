"""The vocabulary of factcheck: every value that passes from one stage to the next.

All classes are frozen and slotted. Offsets count Unicode code points of ``Article.text``, end exclusive,
so ``article.text[x.start:x.end] == x.text`` holds for everything that has the three fields.
Days and moments are ISO 8601 strings as exact as the source is: ``2026-02``, ``2026-02-04``,
``2026-02-05T11:19:44+09:00``.
"""

from __future__ import annotations

from claims.model.articles import Article, Block, Dateline, Label, Part, Statement, Unread
from claims.model.attributions import Attribution, Bound, Certainty, Credit, Figure, Level, Match, Mode, Moment, Speaker
from claims.model.results import (
    Agreement,
    ChainLink,
    Claim,
    Comparison,
    Discrepancy,
    OriginGroup,
    Origins,
    Passing,
    Repeat,
    Severity,
)
from claims.model.sources import Institution, Outlet, Person, Role

__all__ = [
    "Agreement",
    "Article",
    "Attribution",
    "Block",
    "Bound",
    "Certainty",
    "ChainLink",
    "Claim",
    "Comparison",
    "Credit",
    "Dateline",
    "Discrepancy",
    "Figure",
    "Institution",
    "Label",
    "Level",
    "Match",
    "Mode",
    "Moment",
    "OriginGroup",
    "Origins",
    "Outlet",
    "Part",
    "Passing",
    "Person",
    "Repeat",
    "Role",
    "Severity",
    "Speaker",
    "Statement",
    "Unread",
]
