"""Phrases that credit as "according to" does: "as per X", "in the view of X", "on X's numbers"."""

from __future__ import annotations

from functools import cache

from claims.attribution.lexicon import BODIES, DETERMINERS, OPENERS, PREPOSITIONS, words
from claims.attribution.verbs import Tokens

_RECKONINGS = words("reckonings")
_LONGEST_OWNER = 8
_OWNERS = frozenset(("his", "her", "its", "their"))
_WORDINGS = words("wordings")
OPENING_WORDS = frozenset(opener.split()[0] for opener in OPENERS) | {"per", "by", "on", "in"}
"""The first words of all these phrases."""


@cache
def _by_first() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for opener in sorted(OPENERS, key=len, reverse=True):
        parts = opener.split()
        found.setdefault(parts[0], []).append(parts)
    return found


def length_of_opener(tokens: Tokens, at: int) -> int:
    """Return how many tokens "according to", "in the words of" and the like take, 0 where none begins."""
    for parts in _by_first().get(tokens[at].lower, ()):
        if [token.lower for token in tokens[at : at + len(parts)]] == parts:
            return len(parts)
    return 1 if tokens[at].text == "per" and _names_source(tokens, at) else 0


def _names_source(tokens: Tokens, at: int) -> bool:
    """Tell ", per the ministry" from "five per the hour"."""
    if at + 1 >= len(tokens) or at == 0 or tokens[at - 1].text != ",":
        return False
    return tokens[at + 1].named or tokens[at + 1].lower == "the"


def find_reckoning(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return where owner and phrase end in "on the league's numbers", "by Ode's count" and "in her words".

    None where none begins.
    """
    if tokens[at].lower not in ("by", "on", "in") or at + 3 >= len(tokens):
        return None
    nouns = _WORDINGS if tokens[at].lower == "in" else _RECKONINGS
    if nouns is _WORDINGS and at and (tokens[at - 1].quoted or tokens[at - 1].text not in (",", "—", "–")):
        return None
    if tokens[at + 1].lower in _OWNERS:
        noun = at + 2 + (tokens[at + 2].lower == "own")
        return (noun, noun + 1) if tokens[noun].lower in nouns else None
    if nouns is _WORDINGS and tokens[at + 1].lower in BODIES:
        return None
    if tokens[at + 1].lower in BODIES and tokens[at + 2].lower in _RECKONINGS:  # "by police estimates"
        return at + 2, at + 3
    if not (tokens[at + 1].named or tokens[at + 1].lower in DETERMINERS):
        return None
    for place in range(at + 2, min(len(tokens) - 1, at + _LONGEST_OWNER)):
        if tokens[place].quoted or (tokens[place].lower in PREPOSITIONS and tokens[place].lower != "of"):
            return None
        if tokens[place].lower in ("'s", "'", "’"):
            noun = place + 1 + (tokens[place + 1].lower == "own")
            ends = noun < len(tokens) and tokens[noun].lower in nouns
            return (place, noun + 1) if ends else None
    return None
