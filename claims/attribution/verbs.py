"""Verbs without a parser: which tokens look like finite verbs."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.lexicon import (
    DETERMINERS,
    FINITE,
    IRREGULAR_PAST,
    PREPOSITIONS,
    SMALL_VERBS,
    SPEECH,
    verb_forms,
)
from claims.attribution.tokens import Token

Tokens = Sequence[Token]

_DASHES = frozenset(("—", "–", "--", "-", "―"))


def is_dash(token: Token) -> bool:
    """Tell whether the token is a dash between words."""
    return token.text in _DASHES


def is_verb(tokens: Tokens, at: int) -> bool:
    """Tell whether the token looks like a finite verb, by its form and its neighbour on the left."""
    token = tokens[at]
    if token.text[0].isupper() and (at > 0 or "-" in token.text):
        return False
    word = token.lower
    if word == "think" and at + 1 < len(tokens) and tokens[at + 1].lower.startswith("tank"):
        return False
    if word in FINITE or word.endswith("n't"):
        return True
    before = tokens[at - 1] if at else None
    if before is not None and (before.lower in DETERMINERS or before.lower in PREPOSITIONS):
        return False
    if word in IRREGULAR_PAST:
        return True
    if word.endswith("ed") and len(word) > 4:
        return True
    return word in SMALL_VERBS or (word in verb_forms() and verb_forms()[word] in SPEECH and word.endswith("s"))


def has_finite_verb(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether a clause seems to stand between two places."""
    return any(is_verb(tokens, place) for place in range(start, min(stop, start + 18)) if not tokens[place].quoted)
