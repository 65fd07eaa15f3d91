"""Gates: reasons for which two statements that look alike are not one claim."""

from __future__ import annotations

from claims.matching.profiles import Profile
from claims.matching.words import DATA
from claims.wordlists import read_words


def find_bar(a: Profile, b: Profile) -> str | None:
    """Return the reason why the two cannot be one claim, or None."""
    return kind_gate(a, b)


def kind_gate(a: Profile, b: Profile) -> str | None:
    """Statements about different kinds of event: killed against missing."""
    for group in read_words(DATA / "kinds.txt").values():
        one, two = a.kinds & group, b.kinds & group
        if one and two and not one & two:
            return f"kind: {min(one)} / {min(two)}"
    return None
