"""What stands around a date expression and helps to resolve it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from claims.dates.words import future_marker

Groups = dict[str, str]

_BREAK = re.compile(r"[.;:!?\"“”]\s|\b(?:said|says|told|reported|announced|was|were|had)\b")
_FUTURE_AFTER = re.compile(r"[^.;:!?\"“”]{0,30}?(?:\bwill\b|'ll\b|\b(?:is|are) (?:to|due|expected|scheduled|set)\b)")
_PAST_AFTER = re.compile(r"[^.;:!?\"“”]{0,40}?\b(?:had|was|were)\b(?! (?:to|due|expected|scheduled|set|hoped)\b)")
_BY = re.compile(r"\bby\s+(?:the\s+)?$")
_MEETS = re.compile(
    r"\b(?:meets?|begins?|starts?|opens?|reconvenes?|resumes?|votes|returns|expires?|reports|takes effect|kicks off)"
    r"(?:\s+again)?\s+on\s+(?:the\s+)?$|\b(?:is|are)\s+(?:at\s[^,;]{1,20}\s)?on\s+$"
)
"""A present tense that tells what is planned: "the council meets on Thursday"."""
_SENTENCE_START = re.compile(r"(?:^|[.!?\"“”])\s*(?:on\s+)?$")
_WINDOW = 45


class Context(NamedTuple):
    """What a date expression is resolved against: the text in lower case, its own place there, the dateline."""

    text: str
    low: str
    start: int
    end: int
    dateline: date

    @property
    def left(self) -> str:
        """The words before the expression."""
        return self.low[max(0, self.start - _WINDOW) : self.start]

    @property
    def future(self) -> bool:
        """Tell whether the words around put the expression into the future."""
        if _BY.search(self.left) and _PAST_AFTER.match(self.low[self.end : self.end + 2 * _WINDOW]):
            return False  # "by Tuesday morning the water had gone"
        if _MEETS.search(self.left) or future_marker().search(_BREAK.split(self.left)[-1]):
            return True
        reach = _WINDOW if _SENTENCE_START.search(self.left) else 14
        return _FUTURE_AFTER.match(self.low[self.end : self.end + reach]) is not None
