"""Verbs of saying of more than one word: "was quoted as saying", "called out", "pointed out"."""

from __future__ import annotations

from claims.attribution.verbs import Tokens

_NEAR = 8


def quotes_as_saying(tokens: Tokens, at: int) -> bool:
    """See "was quoted as saying", from either of its verbs."""
    first = at if tokens[at].lower == "quoted" else at - 2
    if first <= 0 or [token.lower for token in tokens[first : first + 2]] != ["quoted", "as"]:
        return False
    return first + 2 < len(tokens) and tokens[first + 2].lower in ("saying", "telling")


def calls_out(tokens: Tokens, at: int) -> bool:
    """See ``"...," Ode called out`` and ``Ode called out: "..."``."""
    if not 0 < at < len(tokens) - 1 or tokens[at + 1].lower != "out":
        return False
    return any(token.quoted for token in tokens[max(0, at - _NEAR) : at + _NEAR])


def has_particle(tokens: Tokens, at: int, particle: str) -> bool:
    """Tell whether the word that makes a verb one of saying follows: "pointed out", "put it"."""
    if at + 1 >= len(tokens) or tokens[at + 1].lower != particle:
        return False
    return particle != "it" or at + 2 >= len(tokens) or tokens[at + 2].text in (",", ":", ".") or tokens[at + 2].quoted
