"""Cues: the words in a sentence that credit something to somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claims.attribution.beside import BESIDE_MARKS, stands_beside_quotation
from claims.attribution.lexicon import (
    CLAUSE,
    FIGURE,
    verb_forms,
    verb_particles,
)
from claims.attribution.openers import OPENING_WORDS, find_reckoning, length_of_opener
from claims.attribution.particles import (
    calls_out,
    find_heard,
    find_quoted_by,
    has_particle,
    length_of_phrase,
    opening_words,
    quotes_as_saying,
)
from claims.attribution.tokens import Sentence
from claims.attribution.verbs import Tokens
from claims.attribution.verbuse import is_participle, is_used_as_verb, takes_preposition

Shape = Literal["finite", "participle", "according", "free"]


_PARTICLES = verb_particles()


@dataclass(slots=True, eq=False, repr=False)
class Cue:
    """A cue: tokens ``start`` to ``end``, exclusive, of its sentence.

    ``free`` is any verb beside a quotation: ``"No," she laughed``.
    """

    start: int
    end: int
    lemma: str
    shape: Shape
    owner: tuple[int, int] | None = None
    """Where the source and the whole phrase end in "by Ode's count"."""
    heard: tuple[int, int] | None = None
    """Who is heard in "a microphone caught the man saying"."""


def find_cues(sentence: Sentence) -> list[Cue]:
    """Return the cues outside quotation marks, in order."""
    tokens = sentence.tokens
    candidates = _candidates()
    places = [
        place
        for place, token in enumerate(tokens)
        if token.region < 0 and (token.lower in candidates or token.lower.endswith("ed"))
    ]
    return [cue for place in places for cue in _cues_at(tokens, place, headline=sentence.headline)]


@cache
def _candidates() -> frozenset[str]:
    """Return the words that may open a cue, those in -ed left out."""
    return frozenset(verb_forms()) | OPENING_WORDS | BESIDE_MARKS | opening_words()


def _cues_at(tokens: Tokens, at: int, *, headline: bool) -> Iterator[Cue]:
    token = tokens[at]
    opener = length_of_opener(tokens, at)
    if opener:
        yield Cue(at, at + opener, "according", "according")
        return
    reckoning = find_reckoning(tokens, at)
    if reckoning is not None:
        yield Cue(at, at + 1, "reckon", "according", reckoning)
        return
    phrase = _phrase_at(tokens, at)
    if phrase is not None:
        yield phrase
        return
    if token.lower in ("quoted", "saying", "telling") and quotes_as_saying(tokens, at):
        if token.lower == "quoted":
            yield Cue(at, at + 3, "tell" if tokens[at + 2].lower == "telling" else "say", "finite")
        return
    lemma = verb_forms().get(token.lower)
    if lemma == "call" and calls_out(tokens, at):
        yield Cue(at, at + 2, "shout", "finite")
        return
    particle = _PARTICLES.get(lemma or "")
    if particle is not None and has_particle(tokens, at, particle):
        if is_used_as_verb(tokens, at, headline=headline):
            kind: Shape = "participle" if is_participle(tokens, at) else "finite"
            yield Cue(at, at + 2, "say" if particle == "it" else "observe", kind)
        return
    if particle is not None and lemma not in FIGURE and not takes_preposition(tokens, at, lemma):
        lemma = None
    if not headline and (lemma is None or lemma not in CLAUSE) and stands_beside_quotation(tokens, at):
        yield Cue(at, at + 1, "say", "free")
    elif lemma is not None and is_used_as_verb(tokens, at, headline=headline):
        shape: Shape = "participle" if is_participle(tokens, at) else "finite"
        yield Cue(at, at + 1, lemma, shape)


def _phrase_at(tokens: Tokens, at: int) -> Cue | None:
    """Return the cue of "let it be known that", "was quoted by the agency as saying" and "caught him saying"."""
    length = length_of_phrase(tokens, at) if at else 0
    if length:
        return Cue(at, at + length, "say", "finite")
    quoted = find_quoted_by(tokens, at)
    if quoted is not None:
        return Cue(at, quoted, "say", "finite")
    heard = find_heard(tokens, at) if at else None
    return None if heard is None else Cue(at, heard[2], "say", "finite", heard=heard[:2])
