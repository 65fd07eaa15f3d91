"""Media that close a sentence in which somebody else speaks: "..., Ode told her, the agency Globus reported"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.attribution.bodynames import reference_words
from claims.attribution.cues import Cue
from claims.attribution.lexicon import BE, CLAUSE, words
from claims.attribution.tokens import Token
from claims.attribution.verbs import Tokens

_RELAYING = words("relaying")
_SPOKEN = frozenset(("say", "tell"))
_LONGEST_TAIL = 24
_LONGEST_NAME = 9


class Tail(NamedTuple):
    """Who relays, and where: tokens ``start`` (the comma) to ``end``, the name and the verb within."""

    start: int
    name: tuple[int, int]
    verb: int
    joined: bool
    """It is ", as X reported"."""


def find_tail(tokens: Tokens) -> Tail | None:
    """Return the clause ", the agency Globus reported" or ", as Globus revealed, citing ..." that ends a sentence."""
    least = max(1, len(tokens) - _LONGEST_TAIL)
    opens = next((n for n in range(len(tokens) - 3, least, -1) if tokens[n].lower == "according"), None)
    if opens is not None and tokens[opens - 1].text == "," and _names_medium(tokens, opens + 2):
        return Tail(opens - 1, (opens + 2, len(tokens) - 1), opens, joined=False)
    for verb in range(len(tokens) - 1, least, -1):
        if tokens[verb].quoted:
            return None
        if tokens[verb].lower in _RELAYING and _ends_clause(tokens, verb + 1):
            return _tail_at(tokens, verb)
    return None


def _names_medium(tokens: Tokens, start: int) -> bool:
    """See "according to the same agency" and "according to the agency Globus": nothing else follows."""
    name = [token for token in tokens[start:] if token.text != "."]
    return 0 < len(name) < _LONGEST_NAME and all(_in_name(token) or token.lower == "same" for token in name)


def _ends_clause(tokens: Tokens, at: int) -> bool:
    """Tell whether nothing but a day, or whom the medium cites, follows."""
    rest = [token.lower for token in tokens[at:] if token.text != "."]
    if not rest or rest[0] in ("on", "earlier", "later", "today", "yesterday", "this"):
        return "," not in rest or rest[rest.index(",") + 1 : rest.index(",") + 2] in (["citing"], ["quoting"])
    return rest[:2] in ([",", "citing"], [",", "quoting"])


def _tail_at(tokens: Tokens, verb: int) -> Tail | None:
    last = verb - 1 if tokens[verb - 1].lower in ("has", "had", "first", "also") else verb
    start = last - 1
    while start > 0 and last - start < _LONGEST_NAME and _in_name(tokens[start]):
        start -= 1
    if start < 1 or tokens[start].quoted or not tokens[last - 1].named:
        return None
    if tokens[start].lower == "as" and tokens[start - 1].text == "," and not tokens[start - 1].quoted:
        return Tail(start - 1, (start + 1, last), verb, joined=True)
    if tokens[start].text != "," or start + 1 >= last:
        return None
    return Tail(start, (start + 1, last), verb, joined=False)


def _in_name(token: Token) -> bool:
    word = token.lower
    return not token.quoted and (
        token.named or word in ("the", "state", "local", "national", "of") or word in reference_words("media kinds")
    )


def speaks_before(cues: Sequence[Cue], tokens: Tokens, tail: Tail) -> bool:
    """Tell whether somebody is credited before the tail: the medium only relays it."""
    last = tokens[tail.verb].lower == "according"
    return any(
        (
            (cue.lemma in _SPOKEN and cue.end <= tail.start and not last)
            or (cue.lemma in CLAUSE and cue.end == tail.start)
        )
        and tokens[cue.start - 1].lower not in BE
        for cue in cues
        if cue.shape != "participle"
    )
