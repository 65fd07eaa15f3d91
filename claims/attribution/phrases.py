"""Noun phrases around a verb of saying: where the speaker's words begin and end."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.lexicon import (
    ADVERBS,
    APPOSITIVE_OPENERS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    IRREGULAR_PAST,
    LEAD_INS,
    PREPOSITIONS,
    PRONOUNS,
    SMALL_VERBS,
    SPEECH,
    SUBJECT_PRONOUNS,
    TIMES,
    TITLES,
    verb_forms,
    words,
)
from claims.attribution.tokens import Token

Tokens = Sequence[Token]

_STOPS = frozenset((",", ";", ":", "—", "–", "--", "-", "(", ")", "?", "!", "…", "."))
_DASHES = frozenset(("—", "–", "--", "-", "―"))
_LEFT_BREAKS = words("left breaks")
_RIGHT_BREAKS = words("right breaks")
_INSIDE_NAMES = frozenset(("in", "at", "from", "with"))
_NAME_PARTICLES = words("name particles")
_REPORTS = words("reports")
_LONGEST = 24
_LONGEST_INSERTION = 45
_LONGEST_RIGHT = 40


def is_dash(token: Token) -> bool:
    """Tell whether the token is a dash between words."""
    return token.text in _DASHES


def is_verb(tokens: Tokens, at: int) -> bool:
    """Tell whether the token looks like a finite verb, by its form and its neighbour on the left."""
    token = tokens[at]
    if token.text[0].isupper() and at > 0:
        return False
    word = token.lower
    if word in FINITE or word.endswith("n't"):
        return True
    before = tokens[at - 1] if at else None
    if before is not None and (before.lower in DETERMINERS or before.lower in PREPOSITIONS):
        return False
    if word in IRREGULAR_PAST:
        return True
    if word.endswith("ed") and len(word) > 4:
        return True
    return word in SMALL_VERBS or (word in verb_forms() and verb_forms()[word] in SPEECH and word.endswith("s"))


def has_finite_verb(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether a clause seems to stand between two places."""
    return any(is_verb(tokens, place) for place in range(start, min(stop, start + 18)) if not tokens[place].quoted)


def phrase_left(tokens: Tokens, first: int, last: int) -> int | None:
    """Return where the noun phrase that ends with token ``last`` begins, not before ``first``."""
    if last < first or tokens[last].quoted:
        return None
    token = tokens[last]
    if (
        token.lower in PRONOUNS
        and not _is_acronym(token)
        and not (last > first and tokens[last - 1].lower in DETERMINERS)
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
    return None if begun is None else _drop_lead(tokens, begun, last)


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
        if token.lower in PRONOUNS and place < last and token.lower in SUBJECT_PRONOUNS:
            break
        if _ends_phrase(tokens, first, place, last):
            break
        begun = place
    return begun if begun <= last else None


def _ends_phrase(tokens: Tokens, first: int, place: int, last: int) -> bool:
    token = tokens[place]
    word = token.lower
    if token.quoted or token.text in _STOPS:
        return not (token.text == "." and place < last and tokens[place - 1].text[0].isupper() and place > first)
    if word in ("and", "or", "but", "nor"):
        return word in ("but", "nor") or not _joins_names(tokens, first, place, last)
    if word in CONJUNCTIONS and not (word == "that" and place == last):
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
    if lemma in SPEECH and token.lower not in ("report", "reports", "claim", "state", "states", "note", "read"):
        return not token.lower.endswith("ing")
    if not ((token.lower.endswith("ed") and len(token.lower) > 4) or token.lower in IRREGULAR_PAST):
        return False
    before = tokens[place - 1]
    return before.lower not in DETERMINERS and before.text != "-" and place < last - 1


def _joins_names(tokens: Tokens, first: int, place: int, last: int) -> bool:
    """Keep "X and Y" together only where both sides look like names or start a phrase."""
    if not first < place < last:
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    return (before.named and after.named) or (
        not before.quoted
        and before.text[0].isalpha()
        and before.lower.endswith("s")
        and place - first < 8
        and not has_finite_verb(tokens, first, place)
    )


def _drop_lead(tokens: Tokens, begun: int, last: int) -> int | None:
    """Cut off a leading "On Monday", "In a statement" or "But"."""
    while begun <= last and (tokens[begun].lower in ("and", "but", "or", "so", "yet") or _is_adverb(tokens[begun])):
        begun += 1
    if begun > last:
        return None
    head = tokens[begun].lower
    if head in ("about", "around", "over", "under") and begun < last and tokens[begun + 1].text[0].isdigit():
        return begun
    if head in PREPOSITIONS or (head in TIMES and begun < last) or head in ("late", "last"):
        begun = _after_adjunct(tokens, begun, last)
    if begun > last or not any(token.text[0].isalpha() for token in tokens[begun : last + 1]):
        return None
    return begun


def _after_adjunct(tokens: Tokens, begun: int, last: int) -> int:
    """Return where the subject begins after an adjunct without a comma: "On Monday the ministry"."""
    place = last
    while place > begun and (tokens[place].named or tokens[place].lower in _NAME_PARTICLES):
        place -= 1
    if not tokens[place].named or tokens[place].lower in PREPOSITIONS or tokens[place].lower in TIMES:
        place += 1
    while place <= last and (tokens[place].lower in TIMES or tokens[place].lower in ("of", "and", "for")):
        place += 1
    if place <= last:
        return place - 1 if tokens[place - 1].lower in DETERMINERS and place - 1 > begun else place
    starts = [number for number in range(begun + 1, last + 1) if tokens[number].lower in DETERMINERS]
    return starts[-1] if starts else last + 1


def _is_adverb(token: Token) -> bool:
    return token.lower in ADVERBS and token.lower.endswith("ly")


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
        if not _opens_insertion(tokens[place + 1]):
            continue
        begun = phrase_left(tokens, first, place - 1)
        if begun is not None and tokens[place - 1].text != "," and _can_speak(tokens, first, begun, place):
            return begun
    return None


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
    if begun > first and tokens[begun - 1].text == "," and not _after_lead(tokens, first, begun):
        return False
    if tokens[begun].lower in PREPOSITIONS or tokens[begun].lower in TIMES:
        return False
    if begun > first and tokens[begun - 1].lower in PREPOSITIONS:
        return False
    words = tokens[begun:stop]
    if any(t.named and t.lower not in DETERMINERS and t.lower not in PREPOSITIONS for t in words):
        return True
    return tokens[begun].lower in PRONOUNS or words[0].lower in DETERMINERS or (begun == first and len(words) <= 6)


def _after_lead(tokens: Tokens, first: int, begun: int) -> bool:
    """See "On Monday, X, an insertion, said": the comma before X closes a lead-in."""
    return tokens[first].lower in LEAD_INS | PREPOSITIONS or not any(
        token.text == "," for token in tokens[first : begun - 1]
    )


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
        if token.quoted or (token.text in _STOPS and token.text not in (",", "(", "-")) or token.text == "--":
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
    if not opens:
        return None
    place = at + 1
    while place < stop and not tokens[place].quoted and (tokens[place].text not in _STOPS or tokens[place].text == "-"):
        place += 1
    relative = next((n for n in range(at + 1, place) if tokens[n].lower in ("who", "whose", "which", "that")), place)
    if any(is_verb(tokens, n) for n in range(at + 1, relative) if tokens[n].lower != "'s"):
        return None
    return place


def _is_age(tokens: Tokens, at: int, stop: int) -> bool:
    return len(tokens[at].text) <= 3 and (at + 1 >= stop or tokens[at + 1].text in (",", "."))


def _stays_in_phrase(tokens: Tokens, start: int, place: int, stop: int) -> bool:
    token = tokens[place]
    word = token.lower
    if word in ("the", "a", "an", "this") and place > start and tokens[place - 1].named:
        return False
    if word in TIMES and not (place > start and tokens[place - 1].lower in ("'s", "the", "of")):
        return place == start and token.named and place + 1 < stop and tokens[place + 1].named
    if word not in _RIGHT_BREAKS:
        return True
    if word == "and":
        return 0 < place < stop - 1 and tokens[place - 1].named and tokens[place + 1].named
    if word == "to":
        return place > start and tokens[place - 1].lower in TITLES
    if word == "by":
        recent = tokens[max(start, place - 2) : place]
        return any(token.lower in _REPORTS or token.lower.endswith("ed") for token in recent)
    if word in _INSIDE_NAMES:
        return place > start + 1 and not any(t.named for t in tokens[start:place])
    return False


def is_copula(token: Token) -> bool:
    """Tell whether the token is a form of "to be" or "to get"."""
    return token.lower in BE
