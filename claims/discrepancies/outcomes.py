"""A plan and what came of it: "84,000 hens will be culled", "83,400 were culled"."""

from __future__ import annotations

import re

from claims.discrepancies.rule import Setting
from claims.model import Attribution
from claims.patterns import lazy

_AHEAD = "future"
_HAPPENED = lazy(
    r"\b(?:(?P<decided>(?:was|were|been|is)\s+(?:banned|suspended|sentenced|jailed|barred|fined|ordered|excluded|granted))"
    r"|was|were|had|ran|went|came|took|got|left|did|put|set off|sank|fell|rose|grew|[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
_OPEN = lazy(
    r"\b(?:must|should|may|might|could|would|can|to be|be|expected|planned|scheduled|due|hoped|forecast)\b",
    re.IGNORECASE,
)
"""What is asked for or only possible: "must be counted again", "were expected"."""


def find_plan(a: Attribution, b: Attribution, setting: Setting) -> Attribution | None:
    """Return the one of two attributions that says ahead what the other, printed later, tells as done."""
    for plan, deed in ((a, b), (b, a)):
        if _is_ahead(plan) and not _is_ahead(deed) and _is_done(_read_told(deed)):
            early, late = (setting.article_of(row).published or "" for row in (plan, deed))
            return plan if early and late and _is_before(early, late) else None
    return None


def _is_done(text: str) -> bool:
    happened = _HAPPENED.search(text)
    return happened is not None and not happened["decided"] and _OPEN.search(text) is None


def _read_told(attribution: Attribution) -> str:
    """Return the credited words alone: that somebody announced it does not make it done."""
    statement = attribution.statement
    words = attribution.credit.words or ((statement.start, statement.end),)
    return " ".join(
        statement.text[max(0, start - statement.start) : max(0, end - statement.start)] for start, end in words
    )


def _is_ahead(attribution: Attribution) -> bool:
    return attribution.certainty is not None and attribution.certainty.band == _AHEAD


def _is_before(early: str, late: str) -> bool:
    """Compare two moments as precisely as both are printed."""
    shown = min(len(early), len(late), len("2026-02-04T10:00"))
    return early[:shown] < late[:shown]
