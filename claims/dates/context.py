"""What stands around a date expression and helps to resolve it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from claims.dates.spans import Span, nearest_month
from claims.dates.words import future_marker, month_number
from claims.patterns import Gated, lazy

Groups = dict[str, str]

_BREAK = re.compile(r"(?<!\b[ap]\.m)[.;:!?\"“”]\s|\b(?:said|says|told|reported|announced|was|were|had)\b")
_FUTURE_AFTER = Gated(
    r"(?:(?!\b(?:and|but)\b)[^.;:!?\"“”]){0,30}?"
    r"(?:\bwill\b|'ll\b|\b(?:is|are) (?:to|due|expected|scheduled|set)\b)",
    "will",
    "'ll",
    "is ",
    "are ",
)
_PAST_AFTER = lazy(r"[^.;:!?\"“”]{0,40}?\b(?:had|was|were)\b(?! (?:to|due|expected|scheduled|set|hoped)\b)")
_BY = Gated(r"\bby\s+(?:the\s+)?$", "by")
_PLUPERFECT = Gated(r"\bhad\b[^.;:!?]*\b(?:before|until|till|by)\s+(?:the\s+)?$", "had")
_NOT_UNTIL = Gated(
    r"(?:\b(?:was|were|did|had)\s(?:not|never)|\b(?:was|were|did|had)n['’]t)\b[^.;:!?]*\b(?:until|till)\s+$", "til"
)
"""What did not happen until a day happened on it."""
_HELD_UNTIL = Gated(
    r"\b(?:was|were|served|remained|stayed|worked|chaired|led|ran)\b[^.;:!?]*\b(?:until|till)\s+(?:late\s+|early\s+)?$",
    "til",
)
_FOR = lazy(r"(?<!set )(?<!scheduled )(?<!planned )(?<!slated )(?<!due )\bfor\s+(?:the\s+)?$")
_AT_TIME = r"(?:\s+at\s[^,;]{1,25})?"
_MEETS = re.compile(
    r"\b(?:meets?|begins?|starts|opens|closes|ends|reconvenes?|resumes?|votes|returns|expires?|reports|takes effect"
    r"|kicks off|resigns|retires|departs|arrives|lapses|reopens|(?:open|start|end)(?=\s+at\s)"
    r"|(?<!the )(?<!its )(?<!their )(?<!a )(?<!['’]s )(?<!market )close)(?:\s+again)?"
    rf"{_AT_TIME}\s+(?:on|in)\s+(?:the\s+)?$"
    r"|\b(?:is|are)\s+(?:at\s[^,;]{1,20}\s)?on\s+$|\b(?:is|are|be)\s+(?:out|back|due)\s+(?:on|in)\s+$"
)
"""A present tense that tells what is planned: "the council meets on Thursday"."""
_MODAL = Gated(
    r"(?<!in )(?<!of )(?<!since )(?<!until )(?<!from )(?<!this )(?<!by )(?<!last )(?<!and )(?<!to )(?<!\d )"
    r"\b(?:may|might|should|must|can)\b(?=\s[a-z])(?!\s(?:(?:not|also|well)\s)?have\b)",
    "may",
    "might",
    "should",
    "must",
    "can",
)
"""What may still happen: "may reopen on Thursday"; not the month of May, and not "may have been lit on Thursday"."""
_SENTENCE_START = re.compile(r"(?:^|[.!?\"“”])\s*(?:(?:on|from|in|by|until|before|after|as of|starting)\s+)?$")
_WINDOW, _REACH = 70, 45


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
        if _BY.search(self.left) and _PAST_AFTER.match(self.low[self.end : self.end + 2 * _REACH]):
            return False  # "by Tuesday morning the water had gone"
        if _NOT_UNTIL.search(self.left):
            return False
        if _PLUPERFECT.search(self.left):
            return False  # "nobody had complained before Tuesday"
        clause = _BREAK.split(self.left)[-1]
        if _MEETS.search(self.left) or future_marker().search(clause) or _MODAL.search(clause):
            return True
        return self._leads_to_future()

    @property
    def future_month(self) -> bool:
        """Tell the same for a month: "the index for May" lies in the past."""
        return self.sure and not self.ended

    @property
    def sure(self) -> bool:
        """Tell that the future is said of the expression itself: not "the bulletin for 8 November"."""
        return self.future and not _FOR.search(self.left)

    @property
    def ended(self) -> bool:
        """Tell "was chairman until May"."""
        return _HELD_UNTIL.search(self.left) is not None

    def _leads_to_future(self) -> bool:
        reach = _REACH if _SENTENCE_START.search(self.left) else 14
        return _FUTURE_AFTER.match(self.low[self.end : self.end + reach]) is not None


def month_around(name: str, context: Context) -> Span:
    """Return the month that a bare name means where it stands."""
    future = context.future_month
    return nearest_month(context.dateline, month_number(name), future=future, sure=future or context.ended)
