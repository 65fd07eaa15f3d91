"""Words parted at the ends of lines, as in text copied from a PDF: "quo-" and "ta" are one word."""

from __future__ import annotations

import re
from collections import Counter

from claims.patterns import lazy

_PARTED = lazy(
    r"(?<![\w-])(?P<first>[^\W\d_]{2,30})-\n[ \t]*(?P<rest>[a-zß-ÿ]{2,30})(?![\w-])"
    r"(?P<mark>[^\w\s]{0,3})(?P<gap>[ \t]*)"
)
_WORD = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 2_000_000


def join_parted(text: str) -> str:
    """Return the text with such words whole; those that have a hyphen of their own keep it.

    "Long-" and "term" keep it where the text has "long-term" elsewhere, or both as words. The line ends behind.
    """
    if "-\n" not in text or len(text) > _LONGEST:
        return text
    words = Counter(map(str.casefold, _WORD.findall(_PARTED.sub(" ", text))))

    def join(match: re.Match[str]) -> str:
        first, rest = match["first"], match["rest"]
        hyphened = f"{first}-{rest}".casefold() in words
        compound = words[first.casefold()] and words[rest.casefold()] and f"{first}{rest}".casefold() not in words
        word = f"{first}-{rest}" if hyphened or compound else f"{first}{rest}"
        return word + match["mark"] + ("\n" if match["gap"] else "")

    return _PARTED.sub(join, text)
