"""What stands around a date expression and helps to resolve it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from claims.dates.words import future_marker

Groups = dict[str, str]

_BREAK = re.compile(r"[.;:!?\"“”]\s|\b(?:said|says|told|reported|announced|was|were|had)\b")
_FUTURE_AFTER = re.compile(r"[^.;:!?\"“”]{0,30}?(?:\bwill\b|'ll\b|\b(?:is|are) (?:to|due|expected|scheduled|set)\b)")
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
        if future_marker().search(_BREAK.split(self.left)[-1]):
            return True
        reach = _WINDOW if _SENTENCE_START.search(self.left) else 14
        return _FUTURE_AFTER.match(self.low[self.end : self.end + reach]) is not None
