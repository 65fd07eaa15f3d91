"""Words that hedge in other sentences and not here: leave to do something, a door that was left open."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from claims.patterns import Gated
from claims.wordlists import read_words

_LIST = Path(__file__).parent / "data" / "leave.txt"
_LEFT_OPEN = Gated(r"\b(?:was|were|been|be|being)\s+left open\b(?! (?:whether|if|how|by|the possib))", "left open")


@lru_cache(maxsize=4096)
def gives_leave(text: str) -> bool:
    """Tell leave to do something, which is no doubt.

    >>> gives_leave("All members may take part in the vote."), gives_leave("The minister may take part in the vote.")
    (True, False)
    """
    return " may" in text and _leave().search(text) is not None


def is_left_open(text: str) -> bool:
    """Tell a door that was left open from a question that was.

    >>> is_left_open("The hatch was left open at sea."), is_left_open("It was left open whether he would run.")
    (True, False)
    """
    return _LEFT_OPEN.search(text) is not None


@cache
def _leave() -> re.Pattern[str]:
    lists = read_words(_LIST)
    whom, deeds = ("|".join(sorted(lists[section])) for section in ("whom", "deeds"))
    return re.compile(rf"\b(?:{whom})\s+may\s+(?:now\s+|also\s+|still\s+)?(?:{deeds})\b", re.IGNORECASE)
