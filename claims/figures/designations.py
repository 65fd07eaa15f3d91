"""Numbers that are part of a name by the words before them: "Article 5", "page 45", "Group of 20", "gates 3 and 4"."""

from __future__ import annotations

from claims.figures.lexicon import pairs, phrases, words
from claims.figures.nouns import is_plural
from claims.figures.tokens import NUMBER, WORD, Tokens


def is_designated(tokens: Tokens, index: int) -> bool:
    """Tell a number that is part of a name by the words before: "Article 5", "Group of 20", "Articles 5 and 12"."""
    if _is_counted_in_unit(tokens, index + 1):
        return False  # "ended the day 12 per cent lower"
    return _is_named(tokens, index) or _is_listed(tokens, index)


def _is_counted_in_unit(tokens: Tokens, index: int) -> bool:
    word = tokens.low(index)
    return (
        phrases("units", "percent").match_at(tokens, index) is not None
        or word in pairs("units", "durations")
        or (word in pairs("scales", "scales") and len(word) > _SHORTEST_SCALE)
    )


_SHORTEST_SCALE = 4


def _is_listed(tokens: Tokens, index: int) -> bool:
    """Tell the 12 of "Articles 5 and 12", the 7 of "gates 3, 5 and 7"."""
    at = index
    for _ in range(_LONGEST_LIST):
        step = 3 if tokens.low(at - 1) == "and" and tokens.low(at - 2) == "," else 2
        if tokens.low(at - 1) not in _LISTING or tokens.kind(at - step) != NUMBER:
            break
        at -= step
    word = tokens.low(at - 1)
    listed = at < index and word.endswith("s") and tokens.kind(at - 1) == WORD
    if not listed or is_plural(tokens, index + 1):
        return False
    named = word in words("exclusions", "designators") or word[:-1] in words("exclusions", "designators")
    return (named and tokens.capital(at - 1)) or word in words("exclusions", "lower designators")


_LONGEST_LIST = 6
_LISTING = frozenset(["and", "or", ",", "&", "to"])


def _is_named(tokens: Tokens, index: int) -> bool:
    before = index - 2 if tokens.low(index - 1) == "." and tokens.low(index - 2) in _SHORT else index - 1
    word = tokens.low(before)
    if tokens.kind(before) != WORD:
        return False
    if tokens.capital(before) and word in words("exclusions", "designators"):
        return not (tokens.opens_sentence(before) and word in ("under", "top", "number", "u"))
    if word == "of" and tokens.word(before - 1) in ("Group", "Class", "Big", "Gang"):
        return True
    return word in words("exclusions", "lower designators")


_SHORT = frozenset({"no", "nos", "p", "pp", "fig", "vol", "sec", "art"})
