"""The counted noun after a number: "55,000 Ukrainian soldiers", "18,500 of the country's soldiers"."""

from __future__ import annotations

from functools import cache

from claims.figures.lexicon import pairs, words
from claims.figures.tokens import WORD, Tokens

_REACH = 6
_HYPHENS = frozenset("-‑–")


def read_noun(tokens: Tokens, index: int, value: float) -> tuple[str, str | None, int] | None:
    """Return noun (lower case), the capitalised words before it and the index after it."""
    start = _enter_phrase(tokens, index)
    if start is None:
        return None
    single = value == 1.0
    best = _find_head(tokens, start, single)
    if best is None:
        return None
    return tokens.lows[best], _read_population(tokens, start, best), best + 1


def _enter_phrase(tokens: Tokens, index: int) -> int | None:
    """Skip "of the" and "more"; None where no noun phrase follows."""
    word = tokens.low(index)
    if word in ("of", "out") and tokens.low(index + 1) in _PARTITIVES:
        return index + 2
    if word in _MORE:
        return index + 1 if tokens.low(index + 1) not in ("than", "to") else None
    if word in _HYPHENS and tokens.glued(index):
        return index + 1
    return index


_PARTITIVES = frozenset("the its their his her our these those whom them".split())
_MORE = frozenset("more fewer less other additional extra new further".split())


def _find_head(tokens: Tokens, start: int, single: bool) -> int | None:
    """Return the index of the head noun: the first plural, else the last or first word of the phrase."""
    stops = words("nouns", "stops")
    phrase: list[int] = []
    for index in range(start, min(start + _REACH + 3, tokens.count)):
        if tokens.kinds[index] != WORD:
            if tokens.lows[index] in _HYPHENS and tokens.glued(index) and tokens.glued(index + 1) and phrase:
                continue
            if tokens.lows[index] == "'" and phrase:
                continue
            break
        word = tokens.lows[index]
        if (
            word in stops
            or (phrase and word.endswith("ly") and word not in words("nouns", "no adverbs"))
            or len(phrase) == _REACH
        ):
            break
        if phrase and word.endswith(("ed", "ing")) and is_plural(tokens, phrase[-1]):
            break
        if phrase and word in words("nouns", "states"):
            break
        phrase.append(index)
        if is_plural(tokens, index) and not single and not _modifies(tokens, index):
            return index
    return _choose(tokens, phrase, single)


def _choose(tokens: Tokens, phrase: list[int], single: bool) -> int | None:
    """Choose the head of a phrase that holds no plural that ends it."""
    if not phrase:
        return None
    plurals = [index for index in phrase if is_plural(tokens, index)]
    if plurals and not single:
        return plurals[-1]
    if single:
        return _choose_single(tokens, phrase)
    joined = tokens.low(phrase[0] - 1) in _HYPHENS
    return next((index for index in phrase if kind_of(tokens.lows[index]) is not None), None) if joined else None


def _choose_single(tokens: Tokens, phrase: list[int]) -> int | None:
    known = next((index for index in phrase[:3] if kind_of(tokens.lows[index]) is not None), None)
    if known is not None:
        return known
    plain = [index for index in phrase[:3] if not tokens.lows[index].endswith(("ed", "ing"))] or phrase[:1]
    head = plain[-1] if len(phrase) <= 3 else plain[0]
    return None if tokens.capital(head) else head


def _modifies(tokens: Tokens, index: int) -> bool:
    """Tell whether a plural only modifies the next noun: "police officers", "arms firms"."""
    return tokens.lows[index] in words("nouns", "modifiers") and is_plural(tokens, index + 1)


def _read_population(tokens: Tokens, start: int, head: int) -> str | None:
    """Return the capitalised words of the phrase: "Ukrainian", "North Korean"."""
    names = [tokens.printed[i] for i in range(start, head) if tokens.kinds[i] == WORD and tokens.capital(i)]
    return " ".join(names) or None


def is_plural(tokens: Tokens, index: int) -> bool:
    """Tell whether the token reads as a plural noun."""
    word = tokens.low(index)
    if word in words("nouns", "plurals"):
        return True
    if word.endswith("children"):
        return True
    if not word.endswith("s") or len(word) < 4 or word.endswith(("ss", "us", "is", "'s", "’s")):
        return word.endswith("men") and len(word) > 4
    if word in words("nouns", "stops"):
        return False
    return not (tokens.capital(index) and word in words("nouns", "names in s"))


@cache
def kind_of(noun: str) -> str | None:
    """Return the kind that a counted noun belongs to, None where the list does not have it."""
    return pairs("nouns", "kinds").get(noun)
