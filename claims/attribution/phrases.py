"""Noun phrases around a verb of saying: where the speaker's words begin and end."""

from __future__ import annotations

from claims.attribution.bodynames import reference_words
from claims.attribution.leads import drop_lead
from claims.attribution.lexicon import (
    APPOSITIVE_OPENERS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FINDINGS,
    FINITE,
    IRREGULAR_PAST,
    LEAD_INS,
    PREPOSITIONS,
    PRONOUNS,
    SPEECH,
    SUBJECT_PRONOUNS,
    TIMES,
    TITLES,
    verb_forms,
    words,
)
from claims.attribution.tokens import Token
from claims.attribution.verbs import Tokens, has_finite_verb

PHRASE_STOPS = frozenset((",", ";", ":", "—", "–", "--", "-", "(", ")", "?", "!", "…", "."))
_LEFT_BREAKS = words("left breaks")
_BEFORE_SUBJECTS = PREPOSITIONS | TIMES
_PARTY_SEATS = ("D-", "R-", "I-")
_COMPANIONS = frozenset(("other", "his", "her", "their", "colleagues", "coauthors", "co-authors", "co-workers"))
_LONGEST = 24
_LONGEST_INSERTION = 45
_LONGEST_OF_PAIR = 7
_SHORTEST_NAMED = 3
"""Tokens of a name of two words and the comma behind it."""


def phrase_left(tokens: Tokens, first: int, last: int) -> int | None:
    """Return where the noun phrase that ends with token ``last`` begins, not before ``first``."""
    if last < first or tokens[last].quoted:
        return None
    token = tokens[last]
    if (
        token.lower in PRONOUNS
        and not _is_acronym(token)
        and not (last > first and tokens[last - 1].lower in DETERMINERS)
        and not (last > first and token.lower == "one" and tokens[last - 1].lower == "of")
    ):
        return last
    if token.text == ")":
        opened = _bracket_before(tokens, first, last)
        return None if opened is None else phrase_left(tokens, first, opened - 1)
    if token.text == ",":
        return _before_insertion(tokens, first, last)
    if not (token.text[0].isalnum() or token.lower == "'s" or token.text == "."):
        return None
    begun = _walk_left(tokens, first, last)
    return None if begun is None else drop_lead(tokens, begun, last)


def _is_acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _bracket_before(tokens: Tokens, first: int, last: int) -> int | None:
    for place in range(last - 1, max(first, last - 12), -1):
        if tokens[place].text == "(":
            return place
    return None


def _walk_left(tokens: Tokens, first: int, last: int) -> int | None:
    begun = last + 1
    for place in range(last, max(first, last - _LONGEST) - 1, -1):
        token = tokens[place]
        if place < last and token.lower in SUBJECT_PRONOUNS and not _is_acronym(token):
            break
        if _ends_phrase(tokens, first, place, last):
            break
        begun = place
    return begun if begun <= last else None


def _ends_phrase(tokens: Tokens, first: int, place: int, last: int) -> bool:
    token = tokens[place]
    word = token.lower
    if token.quoted or token.text in PHRASE_STOPS:
        return not (token.text == "." and place < last and tokens[place - 1].text[0].isupper() and place > first)
    if word in ("and", "or", "but", "nor"):
        return word in ("but", "nor") or not _joins_names(tokens, first, place, last)
    if word in CONJUNCTIONS and not (word == "that" and place == last) and not _is_acronym(token):
        return True
    if word in _LEFT_BREAKS and place < last:
        return True
    if word in FINITE or (word in AUXILIARIES and word != "being"):
        return not (word == "'s" and place < last)
    return place < last and _is_past_verb(tokens, first, place, last)


def _is_past_verb(tokens: Tokens, first: int, place: int, last: int) -> bool:
    """Tell a past tense that ends the phrase from a participle inside it ("a retired judge")."""
    token = tokens[place]
    if token.text[0].isupper() or place == first:
        return False
    lemma = verb_forms().get(token.lower)
    if token.lower == "think" and tokens[place + 1].lower.startswith("tank"):
        return False
    if lemma in SPEECH and token.lower not in ("report", "reports", "claim", "state", "states", "note", "read"):
        return not token.lower.endswith("ing")
    if not ((token.lower.endswith("ed") and len(token.lower) > 4) or token.lower in IRREGULAR_PAST):
        return False
    before = tokens[place - 1]
    if before.lower.endswith("ly") and place - 2 >= first and tokens[place - 2].lower in DETERMINERS:
        return False
    if tokens[place + 1].lower == "by" or _is_reduced_relative(tokens, place):
        return False
    return before.lower not in DETERMINERS and before.text != "-" and place < last - 1


def _is_reduced_relative(tokens: Tokens, place: int) -> bool:
    """See "two people involved in the talks": people told more of."""
    noun = tokens[place - 1].lower
    return tokens[place + 1].lower in PREPOSITIONS and (noun in FINDINGS or noun in reference_words("people nouns"))


def _joins_names(tokens: Tokens, first: int, place: int, last: int) -> bool:
    """Keep "X and Y" together only where both sides look like names or start a phrase."""
    if not first < place < last:
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    if after.lower in DETERMINERS and (_opens_pair(tokens, first, place) or _opens_with_people(tokens, first, place)):
        return True
    return (before.named and (after.named or after.lower in _COMPANIONS)) or (
        not before.quoted
        and before.text[0].isalpha()
        and before.lower.endswith("s")
        and place - first < 8
        and not has_finite_verb(tokens, first, place)
    )


def _opens_pair(tokens: Tokens, first: int, place: int) -> bool:
    """See "..., the ministry and two sources said": after a comma, an article opens the first of two."""
    for at in range(place - 1, max(first, place - _LONGEST_OF_PAIR), -1):
        if tokens[at].text == "," and not tokens[at].quoted:
            return tokens[at + 1].lower in DETERMINERS and not has_finite_verb(tokens, at + 1, place)
        if tokens[at].quoted or not tokens[at].text[0].isalnum():
            return False
    return False


def _opens_with_people(tokens: Tokens, first: int, place: int) -> bool:
    """See "..., residents and a source said": bare people are the first of two."""
    opens = place - 2 < first or tokens[place - 2].text == ","
    return opens and tokens[place - 1].lower in TITLES


def _before_insertion(tokens: Tokens, first: int, last: int) -> int | None:
    """Return the start of X in "X, an insertion, ..." where token ``last`` is the comma that closes it."""
    tries = 0
    for place in range(last - 1, max(first, last - _LONGEST_INSERTION), -1):
        token = tokens[place]
        if token.quoted or token.text in (";", ":") or tries > 5:
            return None
        if token.text != "," or place == last - 1:
            continue
        tries += 1
        named = _follows_full_name(tokens, place) or _introduces_name(tokens, place + 1)
        if not (named or _opens_insertion(tokens[place + 1])):
            continue
        begun = phrase_left(tokens, first, place - 1)
        if begun is not None and tokens[place - 1].text != "," and _can_speak(tokens, first, begun, place):
            return begun
    return None


def _follows_full_name(tokens: Tokens, comma: int) -> bool:
    """See "Ann Ode, curator and writer,": what she is stands behind the name, without an article."""
    return comma > 1 and tokens[comma - 1].named and tokens[comma - 2].named and tokens[comma + 1].text[0].isalpha()


def _introduces_name(tokens: Tokens, at: int) -> bool:
    """See "the witness, nurse Ann Ode,": a trade before the name."""
    if at + 1 >= len(tokens) or not tokens[at + 1].named or not tokens[at].text.islower():
        return False
    return tokens[at].lower in TITLES or tokens[at].lower in reference_words("people nouns")


def _opens_insertion(token: Token) -> bool:
    word = token.lower
    return (
        word in DETERMINERS
        or word in APPOSITIVE_OPENERS
        or word in TITLES
        or word in PREPOSITIONS
        or word.endswith(("ing", "ed", "ly"))
        or token.named
        or token.text[0].isdigit()
    )


def _can_speak(tokens: Tokens, first: int, begun: int, stop: int) -> bool:
    """Tell whether the phrase may be the subject that an insertion follows."""
    if tokens[begun].text[:2] in _PARTY_SEATS:
        return False
    after_comma = begun > first and tokens[begun - 1].text == ","
    if after_comma and _describes_name(tokens, first, begun):
        return False
    if after_comma and not (_after_lead(tokens, first, begun) or _is_title_and_name(tokens, begun, stop)):
        return _is_name_and_title(tokens, begun, stop) and has_finite_verb(tokens, first, begun - 1)
    joint = tokens[begun - 1].lower if begun > first else ""
    if tokens[begun].lower in _BEFORE_SUBJECTS or joint in PREPOSITIONS or joint == "and":
        return False
    words = tokens[begun:stop]
    if any(t.named and t.lower not in DETERMINERS and t.lower not in PREPOSITIONS for t in words):
        return True
    return tokens[begun].lower in PRONOUNS or words[0].lower in DETERMINERS or (begun == first and len(words) <= 6)


def _describes_name(tokens: Tokens, first: int, begun: int) -> bool:
    """See "Ann Ode, the director of the port, which owns the quay, said": who she is, behind a name of capitals."""
    if tokens[begun].lower not in DETERMINERS or begun - first < _SHORTEST_NAMED:
        return False
    opens = tokens[first : begun - 1]
    named = all(token.named and token.lower not in TIMES for token in opens[-2:])
    return named and len(opens) <= _LONGEST_OF_PAIR


def _is_title_and_name(tokens: Tokens, begun: int, stop: int) -> bool:
    """See "..., the head of the port, Ann Ode, said": a title and, set off behind it, a name of capitals only."""
    if not any(token.lower in TITLES for token in tokens[begun:stop]):
        return False
    place = stop + 1
    while place < len(tokens) and (tokens[place].named or tokens[place].text == "."):
        place += 1
    return place > stop + 1 and place < len(tokens) and tokens[place].text == ","


def _is_name_and_title(tokens: Tokens, begun: int, stop: int) -> bool:
    """See "..., Ann Ode, his campaign manager, said": a name of capitals only, and what its bearer is."""
    name = tokens[begun:stop]
    return len(name) > 1 and all(token.named for token in name) and tokens[stop + 1].lower in DETERMINERS


def _after_lead(tokens: Tokens, first: int, begun: int) -> bool:
    """See "On Monday, X, an insertion, said": the comma before X closes a lead-in."""
    if tokens[first].lower in LEAD_INS or tokens[first].lower in PREPOSITIONS:
        return True
    lead = tokens[first : begun - 1]
    if any(token.text == "," for token in lead):
        return False
    named = tokens[begun].lower in ("a", "an") and any(token.named and token.lower not in TIMES for token in lead)
    return not named or any(token.lower in TIMES for token in lead) or has_finite_verb(tokens, first, begun - 1)
