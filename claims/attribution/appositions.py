"""Noun phrases that follow a verb of saying, with the appositions behind the name: "said X, a baker"."""

from __future__ import annotations

from claims.attribution.lexicon import (
    ADVERBS,
    AUXILIARIES,
    PREPOSITIONS,
    SPEECH,
    STRONG_OPENERS,
    SUBJECT_PRONOUNS,
    TIMES,
    TITLES,
    verb_forms,
    words,
)
from claims.attribution.phrases import PHRASE_STOPS
from claims.attribution.verbs import Tokens, is_verb

_RIGHT_BREAKS = words("right breaks")
_REPORTS = words("reports")
_BEFORE_TO = words("in a phrase before to")
_INSIDE_NAMES = frozenset(("in", "at", "from", "with"))
_PUBLISHED = frozenset(("data", "figures", "statistics", "numbers", "estimates"))
_LONGEST_RIGHT = 40


def phrase_right(tokens: Tokens, start: int, stop: int) -> int | None:
    """Return where the noun phrase that begins with token ``start`` ends, exclusive."""
    if start >= stop or tokens[start].quoted:
        return None
    if tokens[start].lower in SUBJECT_PRONOUNS:
        return start + 1
    if not tokens[start].text[0].isalnum():
        return None
    place = start
    while place < min(stop, start + _LONGEST_RIGHT):
        token = tokens[place]
        if token.quoted or (token.text in PHRASE_STOPS and token.text not in (",", "(", "-")) or token.text == "--":
            break
        if token.text in (",", "("):
            beyond = _past_insertion(tokens, place, stop)
            if beyond is None:
                break
            place = beyond
            continue
        if not _stays_in_phrase(tokens, start, place, stop):
            break
        place += 1
    return place if place > start else None


def _past_insertion(tokens: Tokens, at: int, stop: int) -> int | None:
    """Return where the appositive or bracket that opens at ``at`` ends, None where none does."""
    if at + 1 >= stop or tokens[at + 1].quoted:
        return None
    if tokens[at].text == "(":
        closed = next((n for n in range(at + 1, min(stop, at + 12)) if tokens[n].text == ")"), None)
        return None if closed is None else closed + 1
    following = tokens[at + 1]
    word = following.lower
    opens = (
        word in ("a", "an", "the", "who", "whose", "his", "her", "one", "formerly", "chief", "head", "co-founder")
        or word in TITLES
        or (following.text[0].isdigit() and _is_age(tokens, at + 1, stop))
        or following.named
    )
    if not opens or (word == "who" and _tells(tokens, at + 2, stop)):
        return None
    place = at + 1
    while (
        place < stop
        and not tokens[place].quoted
        and (tokens[place].text not in PHRASE_STOPS or tokens[place].text == "-")
    ):
        place += 1
    relative = next((n for n in range(at + 1, place) if tokens[n].lower in ("who", "whose", "which", "that")), place)
    if any(is_verb(tokens, n) for n in range(at + 1, relative) if tokens[n].lower != "'s"):
        return None
    return place


def _tells(tokens: Tokens, at: int, stop: int) -> bool:
    """See ", who noted that": the clause credits words of its own."""
    while at < stop and (tokens[at].lower in ADVERBS or tokens[at].lower in AUXILIARIES):
        at += 1
    if at >= stop or verb_forms().get(tokens[at].lower) not in SPEECH:
        return False
    return at + 1 >= stop or tokens[at + 1].lower in STRONG_OPENERS or tokens[at + 1].lower not in PREPOSITIONS


def _is_age(tokens: Tokens, at: int, stop: int) -> bool:
    return len(tokens[at].text) <= 3 and (at + 1 >= stop or tokens[at + 1].text in (",", "."))


def _stays_in_phrase(tokens: Tokens, start: int, place: int, stop: int) -> bool:
    token = tokens[place]
    word = token.lower
    if word in ("the", "a", "an", "this") and place > start and tokens[place - 1].named:
        return False
    if word in TIMES and not (place > start and tokens[place - 1].lower in ("'s", "the", "of")):
        opens = place == start and token.named and place + 1 < stop
        return opens and (tokens[place + 1].named or tokens[place + 1].lower == "'s")
    if word not in _RIGHT_BREAKS:
        return True
    if word == "and":
        return 0 < place < stop - 1 and tokens[place - 1].named and tokens[place + 1].named
    if word == "to":
        return place > start and (tokens[place - 1].lower in TITLES or tokens[place - 1].lower in _BEFORE_TO)
    if word == "by":
        recent = tokens[max(start, place - 2) : place]
        return any(token.lower in _REPORTS or token.lower.endswith("ed") for token in recent)
    if word == "from" and place > start and tokens[place - 1].lower in _PUBLISHED:
        return True
    if word in _INSIDE_NAMES:
        return place > start + 1 and not any(t.named for t in tokens[start:place])
    return False
