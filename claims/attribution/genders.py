"""Whether "he" or "she" fits: what titles, nouns and given names tell."""

from __future__ import annotations

import re

from claims.attribution.bodynames import reference_words


def gender_of_name(name: str) -> str | None:
    """Return ``f`` or ``m`` where the given name of a full name tells it."""
    given = name.split(maxsplit=1)[0] if " " in name else ""
    if given in reference_words("female names"):
        return "f"
    return "m" if given in reference_words("male names") else None


def gender_of(words: str) -> str | None:
    """Return ``f`` or ``m`` where a title or noun among the words tells it."""
    parts = set(re.findall(r"[\w-]+", words))
    if parts & reference_words("female"):
        return "f"
    return "m" if parts & reference_words("male") else None
