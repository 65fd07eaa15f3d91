"""Words before an office that tell how its holder feels: no part of the office."""

from __future__ import annotations

import re

from claims.attribution.bodynames import reference_words

_MOOD = re.compile(r"^(?:\w+ly \w+ed|\w+-\w+ed|(?P<mood>[A-Za-z-]+)(?= \w))\s+")


def without_mood(role: str) -> str:
    """Return "exam chief" of "red-faced exam chief" and "furious exam chief"."""
    mood = _MOOD.match(role)
    telling = mood is not None and (mood["mood"] is None or mood["mood"].lower() in reference_words("moods"))
    return role[mood.end() :] if mood is not None and telling else role
