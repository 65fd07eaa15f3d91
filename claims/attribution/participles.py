"""Clauses of a participle: ", adding that", "by saying", "a statement saying", "Saying that ..., X"."""

from __future__ import annotations

from claims.attribution.appositions import phrase_right
from claims.attribution.cues import Cue
from claims.attribution.lexicon import ADVERBS, PREPOSITIONS, SUBORDINATORS, TIMES, words
from claims.attribution.phrases import phrase_left
from claims.attribution.scenes import Clause
from claims.attribution.subjects import find_subject, nearest_subject
from claims.attribution.verbs import Tokens, is_dash

_SPEAKING_NOUNS = words("speaking nouns")
_OPENERS = SUBORDINATORS | PREPOSITIONS


def find_participle_clause(tokens: Tokens, cue: Cue, subject: tuple[int, int] | None) -> Clause | None:
    """Return the clause of ", adding that", "by saying", "issued a statement saying", "Saying that ..., X"."""
    before = cue.start - 1
    while before >= 0 and (tokens[before].lower in ADVERBS or tokens[before].lower.endswith("ly")):
        before -= 1
    if before <= 1 and (before < 0 or tokens[before].lower in _OPENERS):
        return _leading_participle(tokens, cue)
    if tokens[before].quoted and tokens[before].text not in ('"', "”", "''", "’", "'"):
        return None
    word = tokens[before].lower
    if (
        word in _SPEAKING_NOUNS
        or word in PREPOSITIONS
        or tokens[before].text == ","
        or word in ("and", "while", "but", "then", "instead")
        or word in SUBORDINATORS
        or is_dash(tokens[before])
        or tokens[before].quoted
    ):
        speaker = subject or find_subject(tokens, cue.start)
    else:
        speaker = _noun_before(tokens, before) or subject or find_subject(tokens, cue.start)
    speaker = speaker or nearest_subject(tokens, cue.start)
    return None if speaker is None else Clause(cue, speaker, cue.start, cue.end)


def _noun_before(tokens: Tokens, before: int) -> tuple[int, int] | None:
    begun = phrase_left(tokens, 0, before)
    return None if begun is None or tokens[before].lower in TIMES else (begun, before + 1)


def _leading_participle(tokens: Tokens, cue: Cue) -> Clause | None:
    for place in range(cue.end, len(tokens) - 2):
        if tokens[place].text != "," or tokens[place].quoted:
            continue
        end = phrase_right(tokens, place + 1, len(tokens))
        if end is not None and end < len(tokens) and not tokens[place + 1].lower.endswith("ing"):
            return Clause(cue, (place + 1, end), cue.start, cue.end, stop=place)
    return None
