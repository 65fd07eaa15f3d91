"""The subject of a sentence: the phrase that a finite verb follows."""

from __future__ import annotations

from claims.attribution.lexicon import ADVERBS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS, TIMES
from claims.attribution.phrases import phrase_left
from claims.attribution.verbs import Tokens, is_dash, is_verb

_RELATIVES = frozenset(("who", "which", "that"))
_LONGEST_DATELINE = 14


def find_subject(tokens: Tokens, stop: int) -> tuple[int, int] | None:
    """Return the first noun phrase of the sentence that a verb follows, before token ``stop``."""
    start = _after_dateline(tokens, stop)
    for _ in range(3):
        if start >= stop:
            return None
        end = _subject_end(tokens, start, stop)
        words = tokens[start:end]
        if words and _is_subject(tokens, start, end, stop):
            end = _before_day(tokens, start, end)
            begun = phrase_left(tokens, start, end - 1)
            if begun is not None:
                return begun, end
        comma = next((n for n in range(start, stop) if tokens[n].text == "," and not tokens[n].quoted), None)
        if comma is None:
            return None
        start = comma + 1
    return None


def _before_day(tokens: Tokens, start: int, end: int) -> int:
    """Return where "A court on Friday" ends without the day."""
    dated = end - start > 2 and tokens[end - 1].lower in TIMES and tokens[end - 2].lower in ("on", "last", "this")
    return end - 2 if dated else end


def _after_dateline(tokens: Tokens, stop: int) -> int:
    """Return the token after "ORLO, Nov 18 (Northwire) -", 0 where the sentence opens with no place and agency."""
    if not tokens[0].text.isupper() or len(tokens[0].text) < 2:
        return 0
    return next((n + 1 for n in range(1, min(stop, _LONGEST_DATELINE)) if is_dash(tokens[n])), 0)


def _subject_end(tokens: Tokens, start: int, stop: int) -> int:
    end = start
    while end < stop and not tokens[end].quoted and tokens[end].text not in (",", ";", ":"):
        if is_dash(tokens[end]) or (is_verb(tokens, end) and tokens[end].lower != "'s") or tokens[end].lower in ADVERBS:
            break
        if end > start and (tokens[end].lower in _RELATIVES or tokens[end].lower in SUBORDINATORS):
            break
        end += 1
    return end


def _is_subject(tokens: Tokens, start: int, end: int, stop: int) -> bool:
    first = tokens[start].lower
    if first in SUBORDINATORS or (first in PREPOSITIONS and end < stop and tokens[end].text == ","):
        return False
    if first.endswith("ing") and len(first) > 5:
        return False
    if end < stop and tokens[end].lower in SUBORDINATORS:
        return first in SUBJECT_PRONOUNS and tokens[start + 1].lower != "'s"
    words = tokens[start:end]
    return (
        first in SUBJECT_PRONOUNS
        or first in DETERMINERS
        or any(word.named for word in words)
        or (words[-1].lower.endswith("s") and end < stop and is_verb(tokens, end))
    )


def nearest_subject(tokens: Tokens, stop: int) -> tuple[int, int] | None:
    """Return the phrase before the last finite verb before ``stop``."""
    for verb in range(stop - 1, max(0, stop - 30), -1):
        if tokens[verb].quoted:
            return None
        if is_verb(tokens, verb) and not is_verb(tokens, verb - 1):
            begun = phrase_left(tokens, 0, verb - 1)
            return None if begun is None else (begun, verb)
    return None
