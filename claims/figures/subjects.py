"""What a number counts by the words to its left: "the number of soldiers killed is 55,000"."""

from __future__ import annotations

from functools import cache

from claims.figures.lexicon import phrases, words
from claims.figures.nouns import is_plural
from claims.figures.tokens import WORD, Tokens

_REACH = 22
_STOPS = frozenset(".;!?")
_PLACING = frozenset("on in at from by with of".split())


def read_subject(tokens: Tokens, first: int) -> tuple[str, str | None] | None:
    """Return the noun and population of "the number of Ukrainian soldiers killed ... is", left of the number."""
    counts = words("events", "counts")
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = tokens.lows[index]
        if word in _STOPS:
            return None
        if word == "of" and tokens.low(index - 1) in counts:
            counted_by = tokens.low(index - 3) == "by"  # "by the count of the institute", "by my count of the rows"
            if counted_by or named_before(tokens, index, first):
                return None
            return _read_plural(tokens, index + 1, first)
        if word == ":" and first - index <= 3:
            placed = not _PLACING.isdisjoint(tokens.lows[max(0, index - 3) : index])  # "counted on photographs: 9,000"
            return None if placed else _read_plural(tokens, max(0, index - 3), index)
        if word == "numbered" and (first - index <= 3 or tokens.low(first - 1) == "from"):
            return _read_plural(tokens, _begin_sentence(tokens, index), index)
    return None


def _begin_sentence(tokens: Tokens, index: int) -> int:
    start = index
    while start > max(0, index - _REACH) and tokens.lows[start - 1] not in _STOPS:
        start -= 1
    return start


def named_before(tokens: Tokens, start: int, first: int) -> bool:
    """Tell whether a measure of bare numbers is named on the way: "people protest a retirement age of 65"."""
    measures, countable = phrases("measures", "measures"), words("measures", "countable")
    for index in range(first, start, -1):
        if measures.may_end_with(tokens.lows[index - 1]):
            found = measures.match_before(tokens, index)
            if found is not None and found[0] in countable and found[1] >= start:
                return True
    return False


def _read_plural(tokens: Tokens, start: int, end: int) -> tuple[str, str | None] | None:
    for index in range(start, min(start + 5, end)):
        adjective = tokens.lows[index] in words("nouns", "states") and index + 1 < end and is_plural(tokens, index + 1)
        if (
            tokens.kinds[index] == WORD
            and is_plural(tokens, index)
            and not (adjective or tokens.lows[index] in _moving())
        ):
            names = [tokens.printed[at] for at in range(start, index) if tokens.capital(at)]
            return tokens.lows[index], " ".join(names) or None
    return None


@cache
def _moving() -> frozenset[str]:
    """Return the verbs in -s that are no plurals: "the toll of the accident rises to 38"."""
    return words("events", "levels") | words("bounds", "up") | words("bounds", "down")
