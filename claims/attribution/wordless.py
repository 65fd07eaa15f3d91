"""Verbs of saying that bring no words: "said so", "said little about it", "since announcing his bid"."""

from __future__ import annotations

from claims.attribution.cues import Cue
from claims.attribution.lexicon import PREPOSITIONS, TIMES, words
from claims.attribution.tokens import Token
from claims.attribution.verbs import Tokens

_PHRASAL = words("phrasal")
_FIGURE_WORDS = words("figure words")
_DECLARED = words("declared")
_NEAR = 4
"""Words behind "declared" among which an emergency or a war stands."""
_HARDLY = frozenset(("little", "much", "nothing", "something", "anything"))


def says_nothing(tokens: Tokens, at: int, lemma: str) -> bool:
    """See "said so in May", "say goodbye", "telling the truth" and "declared a war": no words are told."""
    if lemma == "declare":
        return not _DECLARED.isdisjoint(token.lower for token in tokens[at : at + _NEAR])
    if lemma not in ("say", "tell", "think", "ask"):
        return False
    if at >= len(tokens):
        return False
    first, following = tokens[at].lower, tokens[at + 1].lower if at + 1 < len(tokens) else "."
    if first == "so":
        return following in PREPOSITIONS or following in TIMES or not following[0].isalnum()
    return first in _PHRASAL or (first in ("a", "the", "no") and following in _PHRASAL)


def opens_adjunct(tokens: Tokens, at: int, stop: int) -> bool:
    """See "said in a statement" and "said little about it": a phrase that tells no words; "about 50" may count some."""
    word = tokens[at].lower
    if word in _HARDLY:
        return any(token.lower in PREPOSITIONS for token in tokens[at + 1 : min(stop, at + 4)])
    return word in PREPOSITIONS and not any(is_figure(token) for token in tokens[at + 1 : min(stop, at + 3)])


def tells_of_act(tokens: Tokens, cue: Cue) -> bool:
    """See "since announcing his bid" and "by rejecting a treaty": after a preposition it is an act, no words."""
    if cue.shape != "participle" or cue.end >= len(tokens) or tokens[cue.end].quoted:
        return False
    return tokens[cue.start - 1].lower in PREPOSITIONS and cue.start > 0


def is_figure(token: Token) -> bool:
    """Tell a number in digits or words."""
    return any(map(str.isdigit, token.text)) or token.lower in _FIGURE_WORDS
