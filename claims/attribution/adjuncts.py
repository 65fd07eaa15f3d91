"""What stands between the verb and the words: the person told, the day, the occasion."""

from __future__ import annotations

from claims.attribution.lexicon import (
    ADDRESS_PRONOUNS,
    ADDRESSEES,
    ADVERBS,
    DETERMINERS,
    FINITE,
    IRREGULAR_PAST,
    OCCASION_TAILS,
    OCCASIONS,
    PARTS_OF_DAY,
    PREPOSITIONS,
    TIMES,
    words,
)
from claims.attribution.verbs import Tokens, is_dash, is_verb

TELLING = words("telling")
_ADJUNCT_OPENERS = words("adjunct openers")
_PHRASE_END = frozenset((",", ":", ".", ";", "("))
_CONTENT_OPENERS = words("content openers")
_ADDRESS_STOPS = words("address stops")
_LONGEST_ADDRESSEE = 10
_LONGEST_ADJUNCT = 14


def skip_adjuncts(tokens: Tokens, start: int, lemma: str) -> int:
    """Return where the words credited may begin: past "reporters", "on Monday", "in a statement", "(D)"."""
    place = skip_addressee(tokens, start) if lemma in TELLING else start
    while place < len(tokens) and not tokens[place].quoted:
        beyond = _skip_one(tokens, place)
        if beyond == place:
            break
        place = beyond
    return place


def skip_addressee(tokens: Tokens, start: int) -> int:
    """Return the token after the person told, ``start`` where none is."""
    if start >= len(tokens) or tokens[start].quoted or tokens[start].text in _PHRASE_END:
        return start
    first = tokens[start]
    if (
        first.lower in ADDRESS_PRONOUNS
        and first.text != "US"
        and not (first.lower == "her" and _owns(tokens, start + 1))
    ):
        return start + 1
    if first.lower == "that" or not (first.named or first.lower in DETERMINERS or first.lower in ADDRESSEES):
        return start
    if first.lower in ADDRESSEES and start + 1 < len(tokens) and tokens[start + 1].lower in DETERMINERS:
        return start + 1
    place = start
    while place < len(tokens) and place - start < _LONGEST_ADDRESSEE and not tokens[place].quoted:
        word = tokens[place].lower
        if tokens[place].text in _PHRASE_END or (word in _ADDRESS_STOPS and place > start) or is_dash(tokens[place]):
            break
        owns = word == "'s" or (word in TIMES and tokens[place + 1 : place + 2] and tokens[place + 1].lower == "'s")
        if place > start and not owns and (word in TIMES or is_verb(tokens, place) or _opens_anew(tokens, place)):
            break
        place += 1
    return start if _is_subject_of_marks(tokens, place) else place


def _is_subject_of_marks(tokens: Tokens, at: int) -> bool:
    """See ``warned the toll "is higher"``: what looks like the person told is the subject of the words in marks."""
    if at >= len(tokens) or not tokens[at].quoted:
        return False
    first = next((token for token in tokens[at : at + 2] if token.text[0].isalnum()), None)
    return first is not None and first.lower in FINITE


def _owns(tokens: Tokens, at: int) -> bool:
    """See "told her two million followers": a noun follows "her"."""
    if at >= len(tokens) or tokens[at].quoted or not tokens[at].text[0].isalnum():
        return False
    return tokens[at].lower not in _ADDRESS_STOPS and tokens[at].lower not in TIMES


def _opens_anew(tokens: Tokens, at: int) -> bool:
    """See "told Sky News every claim": a determiner right after a name opens the words."""
    return tokens[at].lower in DETERMINERS and not tokens[at].named and tokens[at - 1].named


def _skip_one(tokens: Tokens, at: int) -> int:
    token = tokens[at]
    word = token.lower
    if token.text == ",":
        return _skip_inserted(tokens, at)
    if token.text == "(":
        return next((n + 1 for n in range(at + 1, min(at + 10, len(tokens))) if tokens[n].text == ")"), at)
    if word in ("that", "which") and _is_relative(tokens, at):
        return _end_of_phrase(tokens, at)
    if word in TIMES or (word in ("earlier", "later", "late", "last", "this") and _opens_time(tokens, at)):
        return _skip_time(tokens, at + 1)
    if word == "to" and not _names_hearer(tokens, at + 1):
        return at
    if word in _ADJUNCT_OPENERS and not _opens_amount(tokens, at):
        return _skip_phrase(tokens, at)
    if (word in ADVERBS and word not in ("all", "both", "there", "himself", "not", "never")) or (
        word.endswith("ly") and token.text[0].islower()
    ):
        return at + 1
    return at


def _is_relative(tokens: Tokens, at: int) -> bool:
    """See "in an interview that went out on Wednesday": a verb without a subject follows the occasion."""
    if tokens[at - 1].lower not in OCCASIONS or at + 2 >= len(tokens):
        return False
    verb, following = tokens[at + 1].lower, tokens[at + 2].lower
    if verb in FINITE:
        return True
    return (verb in IRREGULAR_PAST or verb.endswith("ed")) and (
        following in PREPOSITIONS or following in TIMES or following == "out"
    )


def _end_of_phrase(tokens: Tokens, at: int) -> int:
    place = at + 1
    while place < len(tokens) and not tokens[place].quoted and place - at < _LONGEST_ADJUNCT:
        if tokens[place].text in _PHRASE_END or tokens[place].lower == "that":
            return place
        place += 1
    return place


def _names_hearer(tokens: Tokens, at: int) -> bool:
    """Tell "said to reporters" from "vowed to return"."""
    if at >= len(tokens):
        return False
    word = tokens[at].lower
    return tokens[at].named or word in DETERMINERS or word in ADDRESSEES or word in ADDRESS_PRONOUNS


def _opens_amount(tokens: Tokens, at: int) -> bool:
    """See "about 300" and "as much as 5,000 tonnes"."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if tokens[at].lower == "as":
        return following.lower in ("much", "many", "little", "few")
    return tokens[at].lower in ("about", "over", "under") and following.text[0].isdigit()


def _opens_time(tokens: Tokens, at: int) -> bool:
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1].lower
    return following in TIMES or following in PARTS_OF_DAY or following in ("on", "in")


def _skip_time(tokens: Tokens, place: int) -> int:
    while place < len(tokens) and not tokens[place].quoted:
        word = tokens[place].lower
        if not (
            word in PARTS_OF_DAY
            or word in TIMES
            or (tokens[place].text[0].isdigit() and tokens[place - 1].lower in TIMES)
        ):
            break
        place += 1
    return place


def _skip_phrase(tokens: Tokens, at: int) -> int:
    """Skip a prepositional phrase that a mark, "that" or a subject pronoun closes off, or a short well-known one."""
    place = at + 1
    while place < len(tokens) and not tokens[place].quoted and place - at < _LONGEST_ADJUNCT:
        if tokens[place].text == "," and _goes_on_to_state(tokens, place):
            place += 3
            continue
        if tokens[place].text in _PHRASE_END or tokens[place].lower in _CONTENT_OPENERS:
            return place
        place += 1
    if place < len(tokens) and tokens[place].quoted:
        return place
    return _skip_short(tokens, at)


def _skip_inserted(tokens: Tokens, at: int) -> int:
    """See ", without evidence, that": an adjunct between commas, before the words."""
    if at + 3 >= len(tokens) or tokens[at + 1].lower not in _ADJUNCT_OPENERS:
        return at
    reach = range(at + 2, min(len(tokens) - 1, at + _LONGEST_ADJUNCT))
    closed = next((n for n in reach if tokens[n].text == "," or tokens[n].quoted), None)
    return at if closed is None or tokens[closed].quoted or tokens[closed + 1].lower != "that" else closed + 1


def _goes_on_to_state(tokens: Tokens, at: int) -> bool:
    """See "in Orlo, Wisconsin, that": a state between commas belongs to the place before."""
    if at + 3 >= len(tokens) or not (tokens[at - 1].named and tokens[at + 1].named):
        return False
    return tokens[at + 2].text == "," and (tokens[at + 3].lower in _CONTENT_OPENERS or tokens[at + 3].quoted)


def _skip_short(tokens: Tokens, at: int) -> int:
    place = at + 1
    if place >= len(tokens):
        return at
    word = tokens[place].lower
    if word in TIMES:
        return _skip_time(tokens, place + 1)
    if tokens[at].lower == "to" and word in ("reporters", "journalists", "supporters"):
        return place + 1
    if word not in DETERMINERS or tokens[at].lower not in ("in", "at", "during", "on"):
        return at
    place += 1
    for number in range(place, min(place + 3, len(tokens))):
        if tokens[number].lower in OCCASIONS:
            place = number + 1
            while place < len(tokens) and tokens[place].lower in OCCASION_TAILS:
                place += 1
            return place
    return at
