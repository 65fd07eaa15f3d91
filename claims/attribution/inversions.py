"""Verbs of saying before who speaks: ``"...," said X``, "..., reported this Tuesday the Coast Guard"."""

from __future__ import annotations

from claims.attribution.adjuncts import TELLING
from claims.attribution.appositions import phrase_right
from claims.attribution.bodynames import reference_words
from claims.attribution.cues import Cue
from claims.attribution.lexicon import (
    BODIES,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    SPEECH,
    TIMES,
    TITLES,
    verb_forms,
    words,
)
from claims.attribution.phrases import phrase_left
from claims.attribution.scenes import Clause
from claims.attribution.verbs import Tokens, is_dash, is_verb

# What may follow ", said X" when the sentence does not end there.
_AFTERTHOUGHT = words("afterthought")
_LONGEST_CLAUSE = 60
"""Tokens before "warned the engineer", at most."""
_LONGEST_INVERSION = 26
_NAMELESS_OPENERS = frozenset(("a", "an", "one", "another", "two", "three", "four", "five", "several", "some"))


def find_inverted_clause(tokens: Tokens, cue: Cue, before: int) -> Clause | None:
    """Return the clause of ``"...," said X``, or of ``..., said X`` where the sentence ends so."""
    at = cue.start
    after_quotation = _is_after_quotation(tokens, at)
    after_comma = at > 0 and (tokens[at - 1].text == "," or is_dash(tokens[at - 1]))
    if not (after_quotation or after_comma or at == 0) or cue.end >= len(tokens):
        return None
    dated = _past_day(tokens, cue) if after_comma else None
    if dated is not None:
        return Clause(cue, dated, at, dated[1], inverted=True)
    end = phrase_right(tokens, cue.end, len(tokens))
    nameless = _nameless_right(tokens, cue.end) if after_comma and not after_quotation else None
    if nameless is not None and cue.lemma in SPEECH and cue.lemma != "tell":
        return Clause(cue, (cue.end, nameless), at, nameless, inverted=True)
    if (
        after_comma
        and not after_quotation
        and phrase_left(tokens, 0, before) is not None
        and not _ends_with_name(tokens, cue, end)
    ):
        return None
    if end is None or not _may_be_inverted(tokens, cue, end, after_quotation=after_quotation):
        return None
    return Clause(cue, (cue.end, end), at, end, inverted=True)


def _ends_with_name(tokens: Tokens, cue: Cue, end: int | None) -> bool:
    """Tell whether a name after the verb ends the sentence: "..., says Ann Ode, a baker."."""
    if end is None or cue.start != cue.end - 1 or cue.lemma in ("tell", "call"):
        return False
    if cue.lemma == "say" and tokens[cue.end].lower in ("a", "an") and end < len(tokens) and tokens[end].lower == "who":
        return any(word.lower in reference_words("people nouns") for word in tokens[cue.end : end])
    if not tokens[cue.end].named and not _follows_clause(tokens, cue):
        return False
    closed = end >= len(tokens) or (tokens[end].text == "." and end + 1 >= len(tokens))
    return closed and not any(word.lower in FINITE for word in tokens[cue.end : end])


def _past_day(tokens: Tokens, cue: Cue) -> tuple[int, int] | None:
    """Return who speaks in "..., reported this Tuesday the Coast Guard.": the phrase that ends the sentence."""
    place = cue.end
    if place < len(tokens) and tokens[place].lower in ("this", "on", "last"):
        place += 1
    if place + 1 >= len(tokens) or tokens[place].lower not in TIMES or cue.lemma not in SPEECH:
        return None
    place += 1
    while place < len(tokens) and tokens[place].lower in TIMES:
        place += 1
    end = phrase_right(tokens, place, len(tokens))
    if end is None or not (end >= len(tokens) or (tokens[end].text == "." and end + 1 >= len(tokens))):
        return None
    speaker = tokens[place:end]
    known = any(token.named or token.lower in TITLES or token.lower in BODIES for token in speaker)
    return (place, end) if known and not any(is_verb(tokens, n) for n in range(place, end)) else None


def _nameless_right(tokens: Tokens, start: int) -> int | None:
    """Return where "a person briefed on the talks" ends, if the sentence does, too: "..., said a person ..."."""
    if start + 1 >= len(tokens) or tokens[start].lower not in _NAMELESS_OPENERS:
        return None
    end = len(tokens) - (tokens[-1].text == ".")
    phrase = tokens[start:end]
    people = reference_words("people nouns")
    if len(phrase) > _LONGEST_INVERSION or not any(token.lower in people for token in phrase[1:4]):
        return None
    if any(token.quoted or token.text in (",", ";", ":") for token in phrase):
        return None
    who = next((n for n in range(start, end) if tokens[n].lower in ("who", "whose")), end)
    finite = any(tokens[n].lower in FINITE or tokens[n].lower in verb_forms() for n in range(start + 1, who))
    return None if finite else end


def _follows_clause(tokens: Tokens, cue: Cue) -> bool:
    """See "The dam is not safe, warned the engineer": what stands before the only comma has a verb of its own."""
    if cue.start > _LONGEST_CLAUSE:
        return False
    before = tokens[: cue.start - 1]
    return any(is_verb(tokens, place) for place in range(len(before))) and not any(
        token.text in (",", "—", "–") for token in before
    )


def _is_after_quotation(tokens: Tokens, at: int) -> bool:
    if at == 0:
        return False
    return tokens[at - 1].quoted or (tokens[at - 1].text == "," and at > 1 and tokens[at - 2].quoted)


def _may_be_inverted(tokens: Tokens, cue: Cue, end: int, *, after_quotation: bool) -> bool:
    first = tokens[cue.end].lower
    told = cue.lemma in TELLING and not _follows_clause(tokens, cue)
    if first in PREPOSITIONS or (told and not after_quotation):
        return False
    closed = end >= len(tokens) or tokens[end].text in (".", ",", ":", "?", "!")
    if first in ("that", "it", "he", "she", "they", "there", "this", "to"):
        return after_quotation and closed and first not in ("that", "to", "there")
    if after_quotation:
        return True
    words = tokens[cue.end : end]
    if not (closed or tokens[end].lower in _AFTERTHOUGHT) or end - cue.start > _LONGEST_INVERSION:
        return False
    if any(word.lower in FINITE for word in words[: _name_length(tokens, cue.end, end)]):
        return False
    people = reference_words("people nouns")
    return any(word.named or word.lower in PRONOUNS | TITLES | BODIES | people for word in words)


def _name_length(tokens: Tokens, start: int, end: int) -> int:
    """Return how many tokens stand before the first comma or "who": what follows is an appositive."""
    comma = next((number for number in range(start, end) if tokens[number].lower in (",", "who")), end)
    return comma - start
