"""What stands around a date expression and helps to resolve it."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from claims.dates.spans import Span, nearest_month
from claims.dates.words import future_marker, month_number, words_of
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
    r"\b(?:was|were|served|remained|stayed|worked|chaired|led|ran)\b[^.;:!?]*\b(?:until|till)\s+(?:late\s+|early\s+|the\s+)?$",
    "til",
)
_FOR = lazy(r"(?<!set )(?<!scheduled )(?<!planned )(?<!slated )(?<!due )\bfor\s+(?:the\s+)?$")
_AT_TIME = r"(?:\s+at\s[^,;]{1,25})?"
_MEETS = re.compile(
    r"\b(?:meets?|begins?|starts|opens|closes|ends|reconvenes?|resumes?|votes|returns|expires?|reports"
    r"|(?:comes?|goes) into (?:force|effect)|takes? effect|takes over|steps down|stands down|goes on sale"
    r"|kicks off|resigns|retires|departs|arrives|lapses|reopens|(?:open|start|end)(?=\s+at\s)"
    r"|(?<!the )(?<!its )(?<!their )(?<!a )(?<!['’]s )(?<!market )close)(?:\s+again)?"
    rf"{_AT_TIME}\s+(?:on|in|at)\s+(?:the\s+)?$"
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
_STOP = lazy(r"[.;:!?\"“”]\s")
_WORDS = re.compile(r"[a-z]+(?:['’][a-z]+)?")
_IN = frozenset({"in", "at", "during", "since"})
_PARTICLES = frozenset({"again", "back", "off", "out", "up", "down", "over"})
_ARTICLES = frozenset({"a", "an", "its", "their", "his", "her", "that", "this"})
_NOT_PAST_AFTER = _ARTICLES | {"is", "are", "be", "being"}
_SHORTEST_PAST = 4
_WINDOW, _REACH = 70, 45
_TOLD, _PLANS, _SURE = 7, 5, 12
"""Months by which one on the other side counts as farther away."""


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

    @property
    def past(self) -> bool:
        """Tell whether a verb of the past stands before the expression, with none to come after it."""
        words = _words_before(self.left)
        return any(_is_past(words, at) for at in range(len(words)))

    @property
    def done(self) -> bool:
        """Tell whether such a verb stands just before it: "opened in July", "were cancelled at the end of August"."""
        words = _words_before(self.left)
        if not words or words.pop() not in _IN:
            return False
        if words and (words[-1].endswith("ly") or words[-1] in _PARTICLES):
            words.pop()
        return _is_past(words, len(words) - 1)

    def _leads_to_future(self) -> bool:
        reach = _REACH if _SENTENCE_START.search(self.left) else 14
        return _FUTURE_AFTER.match(self.low[self.end : self.end + reach]) is not None


def _words_before(left: str) -> list[str]:
    """Return the words of the sentence before an expression, articles left out; none where an infinitive is there."""
    words = [word for word in _WORDS.findall(_STOP.split(left)[-1]) if word != "the"]
    ahead = any(one == "to" and two not in _ARTICLES for one, two in pairwise(words))
    return [] if ahead else words


def _is_past(words: list[str], at: int) -> bool:
    """Tell whether the word is a verb of the past: "opened", "fell", not "an extended", "is closed"."""
    if at < 0 or (at and words[at - 1] in _NOT_PAST_AFTER):
        return False
    return words[at] in words_of("past") or (words[at].endswith("ed") and len(words[at]) > _SHORTEST_PAST)


def month_around(name: str, context: Context, *, part: bool = False) -> Span:
    """Return the month that a bare name means where it stands, or of which ``part`` of it is told.

    What has "opened in July" did so in the latest one. Parts of months are told of plans as often as of what has been:
    where no verb speaks of the past, "at the beginning of July" is the next one in April.
    """
    future = context.future_month
    sure = future or context.ended or context.done
    tilt = _SURE if sure else _PLANS if part and not context.past else _TOLD
    return nearest_month(context.dateline, month_number(name), future=future, tilt=tilt)
