"""The counted noun after a number: "55,000 Ukrainian soldiers", "18,500 of the country's soldiers"."""

from __future__ import annotations

from functools import cache

from claims.figures.lexicon import pairs, words
from claims.figures.tokens import NUMBER, WORD, Tokens

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
    if word == "of" and tokens.capital(index + 1) and tokens.word(index + 1).endswith(("'s", "’s")):
        return index + 2
    if word in _IN_A_ROW and is_plural(tokens, index + 1 + tokens.capital(index + 1)):
        return index + 1
    if word == "combined":
        return index + 1
    if word in _MORE:
        return index + 1 if tokens.low(index + 1) not in ("than", "to") else None
    if word in _HYPHENS and tokens.glued(index):
        return index + 1
    return index + (word in _OPENING and not tokens.glued(index) and tokens.glued(index + 1))


_PARTITIVES = frozenset("the its their his her our these those whom them".split())
_OPENING = frozenset("\"“‘'")
_IN_A_ROW = frozenset({"straight", "combined"})
_MORE = frozenset("more fewer less other additional extra new further".split())


def _find_head(tokens: Tokens, start: int, single: bool) -> int | None:
    """Return the index of the head noun: the first plural, else the last or first word of the phrase."""
    phrase: list[int] = []
    for index in range(start, min(start + 2 * _REACH, tokens.count)):
        if tokens.kinds[index] != WORD:
            if _holds_phrase(tokens, index, phrase):
                continue
            break
        if _couples(tokens, index, phrase):
            continue
        if _ends_phrase(tokens, index, phrase):
            break
        phrase.append(index)
        if is_plural(tokens, index) and not single and not _modifies(tokens, index):
            return index
    return _choose(tokens, phrase, single)


def _holds_phrase(tokens: Tokens, index: int, phrase: list[int]) -> bool:
    """Tell a hyphen, an apostrophe or the number of a name ("COVID-19 related deaths") inside a phrase."""
    if not phrase:
        return False
    if tokens.lows[index] in _HYPHENS:
        return tokens.glued(index) and tokens.glued(index + 1)
    return tokens.lows[index] == "'" or (tokens.kinds[index] == NUMBER and tokens.low(index - 1) in _HYPHENS)


def _couples(tokens: Tokens, index: int, phrase: list[int]) -> bool:
    """Tell the "and" of "Fiat and Skoda cars", "digital and printed copies": two words of one look before a plural."""
    if tokens.lows[index] != "and" or not 0 < len(phrase) < 3 or not is_plural(tokens, index + 2):
        return False
    first, stops = tokens.lows[phrase[-1]], words("nouns", "stops")
    if first.endswith("day") or first in words("exclusions", "months") or first in words("nouns", "states"):
        return False
    alike = tokens.capital(phrase[-1]) == tokens.capital(index + 1) and tokens.kind(index + 1) == WORD
    return alike and tokens.low(index + 1) not in stops


def _ends_phrase(tokens: Tokens, index: int, phrase: list[int]) -> bool:
    word = tokens.lows[index]
    if _weigh(tokens, phrase) == _REACH or (word in words("nouns", "stops") and not _is_in_compound(tokens, index)):
        return True
    if not phrase:
        return False
    if word.endswith("ly") and word not in words("nouns", "no adverbs"):
        return True
    return word in words("nouns", "states") or (word.endswith(("ed", "ing")) and is_plural(tokens, phrase[-1]))


def _weigh(tokens: Tokens, phrase: list[int]) -> int:
    """Return how many words a phrase has, where a compound is one and an adverb none: "20 newly built coal-fired"."""
    return sum(
        not (tokens.lows[index].endswith("ly") or (tokens.lows[index - 1] in _HYPHENS and tokens.glued(index)))
        for index in phrase
    )


def _is_in_compound(tokens: Tokens, index: int) -> bool:
    """Tell the "long" of "long-range missiles", the "fired" of "coal-fired plants"."""
    closes = tokens.low(index - 1) in _HYPHENS and tokens.glued(index) and tokens.glued(index - 1)
    return closes or (tokens.low(index + 1) in _HYPHENS and tokens.glued(index + 1) and tokens.glued(index + 2))


def _choose(tokens: Tokens, phrase: list[int], single: bool) -> int | None:
    """Choose the head of a phrase that holds no plural that ends it."""
    if not phrase:
        return None
    plurals = [index for index in phrase if is_plural(tokens, index)]
    if plurals and not single:
        return plurals[-1]
    if single:
        return _choose_single(tokens, phrase)
    if tokens.low(phrase[0] - 1) in _HYPHENS:
        return _choose_joined(tokens, phrase)
    return phrase[0] if len(phrase) > 1 and tokens.lows[phrase[0]] in words("nouns", "counted parts") else None


def _choose_joined(tokens: Tokens, phrase: list[int]) -> int | None:
    """Choose what is counted in "a five-bedroom house", "a 40-strong crew"."""
    first = phrase[0]
    if tokens.lows[first] in words("nouns", "joined adjectives"):
        return next((index for index in phrase if kind_of(tokens.lows[index]) is not None), None)
    return None if tokens.capital(first) else first


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
