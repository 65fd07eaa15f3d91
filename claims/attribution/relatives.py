"""Speakers told of by a relative clause: "a source who asked not to be named", "two men who were there that night"."""

from __future__ import annotations

from claims.attribution.bodynames import reference_words
from claims.attribution.lexicon import AUXILIARIES, BODIES, PRONOUNS, TITLES
from claims.attribution.phrases import phrase_left
from claims.attribution.verbs import Tokens, is_verb

_LONGEST = 12
_OBJECTS = frozenset(("it", "them", "him", "her", "there"))


def before_relative(tokens: Tokens, begun: int, last: int) -> int:
    """Return where "a source who did not wish to be named" begins, from the phrase that the walk back ended with.

    ``begun`` to ``last`` is that phrase, the end of the relative clause: it is left as it is where it may itself speak.
    """
    if begun < 2 or not (_follows_verb(tokens, begun) or _is_speechless(tokens, begun, last)):
        return begun
    for place in range(last if _follows_verb(tokens, begun) else last - 1, max(0, last - _LONGEST), -1):
        token = tokens[place]
        if token.quoted or token.text in (",", ";", ":"):
            return begun
        if place < begun and _opens_relative(tokens, place):
            noun = phrase_left(tokens, 0, place - 1)
            return begun if noun is None else noun
    return begun


def _follows_verb(tokens: Tokens, at: int) -> bool:
    return tokens[at - 1].lower in AUXILIARIES or is_verb(tokens, at - 1)


def _is_speechless(tokens: Tokens, begun: int, last: int) -> bool:
    """Tell a phrase of which nothing may speak: "night", "lives next door", the object "it"."""
    phrase = tokens[begun : last + 1]
    if len(phrase) == 1 and phrase[0].lower in _OBJECTS:
        return True
    people = reference_words("people nouns")
    return not any(
        token.named
        or token.lower in PRONOUNS
        or token.lower in TITLES
        or token.lower in BODIES
        or token.lower in people
        for token in phrase
    )


def _opens_relative(tokens: Tokens, at: int) -> bool:
    """See "a nurse who" and "the company that runs": "that" and "which" need a body before and a verb behind."""
    if tokens[at].named or tokens[at].lower not in ("who", "that", "which"):
        return False
    if tokens[at].lower == "who":
        return True
    verb = is_verb(tokens, at + 1) or tokens[at + 1].lower.endswith(("s", "ed"))
    return verb and at > 0 and tokens[at - 1].lower in BODIES
