"""A sentence as tokens: words, numbers, marks, and things with digits that are never a figure."""

from __future__ import annotations

import re

MARK, WORD, SKIP, NUMBER = 0, 1, 2, 3

# Every repetition is bounded or consumes what it matched, so that reading stays linear on any text. What is frequent
# stands first; a mark without a group can open none of the alternatives after it.
_TOKEN = re.compile(
    r"""
    ((?:[^\W\d_]\.){2,}|(?!https?://|[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])[^\W\d_]+(?:['’][^\W\d_]+)*)
    |[^\w\s.'’+]
    |(https?://\S+
     |\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?
     |\d{1,2}/\d{1,2}/\d{2,4}(?!\d)|9/11(?!\d)|24/7(?!\d)
     |\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,3})?(?!\d)
     |\d{1,3}(?:,\d{3}){0,4}(?:st|nd|rd|th)\b
     |\+?\d{1,4}(?:[-–]\d{1,4}){2,6}(?!\d)
     |['’]?\d{1,3}0s\b
     |\d{1,4}\.\d{1,4}(?:\.\d{1,4})+)
    |(\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?:\.\d+)?(?!\d)
     |\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,5}(?![\d,]|[ .]\d)
     |\d+(?:\.\d+)?|(?<![\w.])\.\d+
     |[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
    |(?:[^\s])
    """,
    re.VERBOSE,
)


class Tokens:
    """The tokens of one text as columns: printed form, lower case, kind and offsets."""

    __slots__ = ("count", "ends", "kinds", "lows", "printed", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_TOKEN.finditer(text))
        self.kinds = [match.lastindex or MARK for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.printed = [match.group() for match in found]
        self.lows = [word.lower() for word in self.printed]
        self.count = len(self.printed)

    def low(self, index: int) -> str:
        """Return the token in lower case, "" beyond either end."""
        return self.lows[index] if 0 <= index < self.count else ""

    def word(self, index: int) -> str:
        """Return the token as printed, "" beyond either end."""
        return self.printed[index] if 0 <= index < self.count else ""

    def kind(self, index: int) -> int:
        """Return the kind of the token, MARK beyond either end."""
        return self.kinds[index] if 0 <= index < self.count else MARK

    def glued(self, index: int) -> bool:
        """Tell whether no space stands between this token and the one before it."""
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]

    def capital(self, index: int) -> bool:
        """Tell whether the token opens with a capital letter."""
        return self.word(index)[:1].isupper()

    def opens_sentence(self, index: int) -> bool:
        """Tell whether the token is the first word after a full stop, an opening mark or nothing."""
        return index <= 0 or self.low(index - 1) in _OPENERS


_OPENERS = frozenset('. ! ? : ; " “ ” ‘ ( [ — – - •'.split())
