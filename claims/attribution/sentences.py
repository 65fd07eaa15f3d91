"""The sentence around a mention: the body that opens it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_LONGEST = 400


class OpeningBody(NamedTuple):
    """A body that opens a sentence: "The energy regulator", "Orland's football federation"."""

    start: int
    owner: str | None
    words: str
    noun: str


@cache
def _pattern() -> re.Pattern[str]:
    dateline = r"(?:[A-Z][A-Z .,]+[^\n]{0,30}? [–—-] )?"
    lead = r"(?:For [a-z ]{3,40},? ?)?"
    owner = r"(?:[Tt]he |(?P<owner>[^\W\d_a-z][\w-]+)[’']s )"
    verb = r"(?:is|are|was|has|had|will|would|can|could|may|expects?|plans?|[a-z]{3,}ed)"
    words = r"(?P<words>(?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+)(?: (?:in|of|for) [A-Z][\w’'-]+)?)"
    return re.compile(rf"{dateline}\s*{lead}{owner}{words} (?={verb} )")


def find_opening_body(text: str, place: int) -> OpeningBody | None:
    """Return the body that opens the sentence in which ``place`` stands: "The company is growing, it said"."""
    least = max(0, place - _LONGEST)
    begun = max(text.rfind(". ", least, place), text.rfind("\n", least, place)) + 1
    match = _pattern().match(text, begun, place)
    return None if match is None else OpeningBody(begun + 1, match["owner"], match["words"], match["noun"])
