"""Where credited words end: before another cue, the outlet's own voice, or an afterthought."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.cues import Cue
from claims.attribution.lexicon import (
    ADVERBS,
    AUXILIARIES,
    BESIDE,
    CUTTERS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    words,
)
from claims.attribution.phrases import phrase_left
from claims.attribution.scenes import Clause
from claims.attribution.tokens import Token
from claims.attribution.verbs import Tokens, has_finite_verb, is_dash, is_verb

_SAYING = words("saying")


_LEANING = words("leaning")
_AFTERTHOUGHTS = frozenset(("who", "even", "but", "when", "as", "with"))
_RESUMES = words("resumes")
_LONGEST_SUBJECT = 12


def find_end(tokens: Tokens, clause: Clause, start: int, later: Sequence[Cue]) -> int:
    """Return the token before which the words that begin near ``start`` end."""
    stop = len(tokens) if clause.stop is None else clause.stop
    for cue in later:
        if cue.start > start:
            cut = _cut_before(tokens, cue, start)
            if cut == start and tokens[cut].text == "," and cue.lemma in ("report", "say"):
                stop = cut
                break
            if cut is not None and cut > start and (has_finite_verb(tokens, start, cut) or _is_plain_cut(tokens, cut)):
                stop = min(stop, cut)
                break
    if _leans(tokens, clause):
        stop = min(stop, _first_comma(tokens, start, stop))
    return min(stop, _contrast(tokens, start, stop))


def _leans(tokens: Tokens, clause: Clause) -> bool:
    """Tell whether the crediting clause is a "While X says ..., Y" that a comma ends."""
    if clause.left > 0 and tokens[clause.left - 1].lower in ("while", "although", "though", "whereas", "because", "if"):
        return not clause.inverted
    first = tokens[0].lower
    if first in ("but", "and", "so", "yet") and len(tokens) > 1:
        first = tokens[1].lower
    if first == "as" and any(token.quoted for token in tokens[clause.right :]):
        return False
    if first not in SUBORDINATORS or clause.cue.start >= 14 or clause.inverted:
        return False
    return not any(token.text == "," and not token.quoted for token in tokens[: clause.left])


def _first_comma(tokens: Tokens, start: int, stop: int) -> int:
    for place in range(start, stop):
        if tokens[place].text == "," and not tokens[place].quoted:
            return place
        if place > start and tokens[place - 1].quoted and not tokens[place].quoted and tokens[place - 2].text == ",":
            return place
    return stop


def _is_plain_cut(tokens: Tokens, cut: int) -> bool:
    """Tell whether the words end without a clause of their own: after a quotation, or a noun phrase and a comma."""
    return tokens[cut - 1].quoted or tokens[cut].lower in ("and", "but", "according") or tokens[cut].text == ";"


def _cut_before(tokens: Tokens, cue: Cue, start: int) -> int | None:
    """Return where the words end before a later cue that has a clause of its own."""
    if cue.shape == "according":
        return cue.start
    before = cue.start - 1
    while before > start and (tokens[before].lower in ADVERBS or tokens[before].lower in AUXILIARIES):
        before -= 1
    if before <= start:
        return None
    token = tokens[before]
    if cue.shape == "participle" and token.lower in ("before", "after", "while", "by", "in") and not token.quoted:
        return before
    if token.lower in ("and", "but") and (cue.lemma in BESIDE or tokens[cue.start].lower == cue.lemma):
        return None
    if (token.lower in ("but", "and", "then", "while") and not token.quoted) or token.text in (",", ";"):
        if token.quoted and not tokens[before + 1].quoted:
            return before + 1
        comma = tokens[before - 1].text in (",", ";") and token.text not in (",", ";")
        return before - 1 if comma else before
    if token.quoted and cue.shape == "participle":
        return before + 1
    begun = phrase_left(tokens, 0, before)
    if begun is None or begun - 1 < start:
        return None
    return _cut_at_subject(tokens, begun, start, cue)


def _cut_at_subject(tokens: Tokens, begun: int, start: int, cue: Cue) -> int | None:
    joint, further = tokens[begun - 1], tokens[begun - 2]
    if (joint.text in (",", ";") or is_dash(joint)) and not joint.quoted:
        leans = any(token.lower in _LEANING for token in tokens[start : begun - 1] if not token.quoted)
        return None if joint.text == "," and leans else begun - 1
    if joint.lower == "and" and cue.lemma == "say":
        return begun - 1
    if joint.lower in ("but", "and", "while", "though", "although", "as", "after", "when", "which", "who", "whom"):
        if further.text in (",", ";") or is_dash(further):
            return begun - 2
        if further.quoted:
            return begun - 1
        if joint.lower in ("while", "but", "although", "though"):
            return begun - 1
    return None


def _contrast(tokens: Tokens, start: int, stop: int) -> int:
    """Return where the outlet's own voice comes in again: ", while ...", ", saying ...", "— but"."""
    for place in range(start + 2, stop - 1):
        if tokens[place].quoted:
            continue
        following = tokens[place + 1].lower
        if tokens[place].text == "," and _lacks_verb(tokens, start, place):
            continue
        if tokens[place].text == "," and (following in CUTTERS or following in _SAYING):
            return place
        if is_dash(tokens[place]) and (
            tokens[place + 1].quoted or (tokens[place].text != "-" and following in ("and", "but", "while"))
        ):
            return place
        if tokens[place - 1].quoted and tokens[place].lower == "while":
            return place
    return stop


def tighten(tokens: Tokens, start: int, stop: int, *, clausal: bool) -> int:
    """Return the end of the words that begin at ``start``: a clause runs further over commas than a noun phrase."""
    for place in range(start + 2, stop - 1):
        word = _after_comma(tokens, place)
        if word is not None:
            if (
                word < stop
                and not _lacks_verb(tokens, start, place)
                and (_turns_away(tokens, word) or (not clausal and _turns_from_phrase(tokens, word)))
            ):
                return word if tokens[place].quoted else place
        elif not clausal and not tokens[place].quoted and _ends_noun_phrase(tokens, place):
            return place
    return stop


def _lacks_verb(tokens: Tokens, start: int, place: int) -> bool:
    """See "that the yard, which closed in May, would": what follows "that" cannot end before its verb."""
    return (
        tokens[start].lower == "that" and place - start < _LONGEST_SUBJECT and not has_finite_verb(tokens, start, place)
    )


def _after_comma(tokens: Tokens, place: int) -> int | None:
    """Return the word after a comma outside marks, or after one that stands just inside the closing mark."""
    if tokens[place].text != ",":
        return None
    if not tokens[place].quoted:
        return place + 1
    word = place + 2
    return word if word < len(tokens) and not tokens[word].quoted and tokens[word - 1].quoted else None


def _turns_away(tokens: Tokens, word: int) -> bool:
    """Tell whether the outlet's own voice follows a comma, whatever stands before."""
    following = tokens[word].lower
    if following == "but":
        if word + 1 >= len(tokens) or any(token.lower in ("not", "n't") for token in tokens[max(0, word - 25) : word]):
            return False
        return tokens[word + 1].lower in SUBJECT_PRONOUNS or is_verb(tokens, word + 1)
    return following in ("which", "though", "although") or _is_participle(tokens[word])


def _turns_from_phrase(tokens: Tokens, word: int) -> bool:
    """Tell whether a new clause or afterthought follows a noun phrase and a comma."""
    following = tokens[word].lower
    if following in ("and", "or"):
        turn = word + 1
        return turn < len(tokens) and (is_verb(tokens, turn) or tokens[turn].lower in _RESUMES)
    return following in _RESUMES or following in _AFTERTHOUGHTS or following.endswith("ed")


def _is_participle(token: Token) -> bool:
    word = token.lower
    return (
        word.endswith("ing")
        and len(word) > 5
        and not token.named
        and word
        not in ("including", "during", "according", "excluding", "something", "nothing", "everything", "anything")
    )


def _ends_noun_phrase(tokens: Tokens, place: int) -> bool:
    word = tokens[place + 1].lower
    if tokens[place].lower == "and":
        return is_verb(tokens, place + 1)
    return tokens[place].text == ";" or (is_dash(tokens[place]) and word in ("a", "an", "the"))
