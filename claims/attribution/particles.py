"""Verbs of saying of more than one word: "was quoted as saying", "called out", "pointed out"."""

from __future__ import annotations

from functools import cache

from claims.attribution.lexicon import BE, DETERMINERS, PHRASES, PRONOUNS, words
from claims.attribution.tokens import Token
from claims.attribution.verbs import Tokens

_NEAR = 8
_LONGEST_HEARD = 8
_SAYING = frozenset(("saying", "telling"))
_HEARD = words("heard")
_NO_OBJECT = frozenset((",", ";", ":", ".", "by", "that"))


def quotes_as_saying(tokens: Tokens, at: int) -> bool:
    """See "was quoted as saying", from either of its verbs."""
    first = at if tokens[at].lower == "quoted" else at - 2
    if first <= 0 or [token.lower for token in tokens[first : first + 2]] != ["quoted", "as"]:
        return False
    return first + 2 < len(tokens) and tokens[first + 2].lower in ("saying", "telling")


def find_quoted_by(tokens: Tokens, at: int) -> int | None:
    """Return where "quoted by the agency as saying" ends, None where ``at`` opens none."""
    if tokens[at].lower not in ("quoted", "cited") or at == 0 or at + 3 >= len(tokens):
        return None
    if tokens[at + 1].lower not in ("by", "in") or tokens[at - 1].lower not in BE:
        return None
    for place in range(at + 2, min(len(tokens) - 1, at + _LONGEST_HEARD)):
        if tokens[place].quoted or tokens[place].text in (",", ";", ":"):
            return None
        if tokens[place].lower == "as" and tokens[place + 1].lower in _SAYING:
            return place + 2
    return None


@cache
def _phrases() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(PHRASES, key=len, reverse=True):
        parts = phrase.split()
        found.setdefault(parts[0], []).append(parts)
    return found


@cache
def opening_words() -> frozenset[str]:
    """Return the first words of the phrases, and the verbs of hearing."""
    return frozenset(_phrases()) | _HEARD | {"quoted", "cited"}


def length_of_phrase(tokens: Tokens, at: int) -> int:
    """Return how many tokens "let it be known" and the like take, with the word that brings what is said after it."""
    for parts in _phrases().get(tokens[at].lower, ()):
        end = at + len(parts)
        if [token.lower for token in tokens[at:end]] == parts and any(
            token.lower == "that" or token.text == ":" for token in tokens[end : end + _NEAR]
        ):
            return len(parts)
    return 0


def find_heard(tokens: Tokens, at: int) -> tuple[int, int, int] | None:
    """Return where who was heard begins and ends, and where the cue ends, in "recorded the man as telling her".

    None where nobody is heard, filmed or caught.
    """
    if tokens[at].lower not in _HEARD:
        return None
    for place in range(at + 1, min(len(tokens), at + _LONGEST_HEARD)):
        token = tokens[place]
        if token.quoted or token.lower in _NO_OBJECT or (place == at + 1 and not _opens_object(token)):
            return None
        if token.lower in _SAYING or (token.lower in ("say", "tell") and tokens[at].lower.endswith(("heard", "hears"))):
            end = place - (tokens[place - 1].lower == "as")
            return (at + 1, end, place + 1) if end > at + 1 else None
    return None


def _opens_object(token: Token) -> bool:
    """Tell "him", "the man" and "Ode" from "directly from" and "what voters are"."""
    return token.named or token.lower in DETERMINERS or token.lower in PRONOUNS or token.lower in ("him", "them")


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
