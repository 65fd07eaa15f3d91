"""Whom the credited words themselves name: not who speaks, unless they introduce that person."""

from __future__ import annotations

import re

from claims.attribution.stories import Story
from claims.patterns import Gated

_INTRODUCED = Gated(r"(?:The|An?|His|Her|Its|Their) [^,“\"‘]{2,60}, (?P<name>[^,.]{3,40}), ", ", ")
_LONGEST = 400
_MOST = 4


def is_told_of(story: Story, name: str) -> bool:
    """See ``"Leo held my hand," she said``: whom the credited words name is not who speaks."""
    pieces = [story.text[start : min(end, start + _LONGEST)] for start, end in story.credited[:_MOST]]
    if pieces and _introduces(pieces[0], name):
        return False
    words = set(name.split())
    return any(words & set(re.findall(r"[\w’'.-]+\b", piece)) for piece in pieces)


def _introduces(words: str, name: str) -> bool:
    """See "The owner, Ann Ode, saw it on Monday, she said": whom words outside marks introduce speaks."""
    introduced = _INTRODUCED.match(words)
    return introduced is not None and introduced["name"] in name
