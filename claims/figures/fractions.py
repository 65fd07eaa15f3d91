"""Shares and vague numbers: "one in five", "two-thirds", "half of", "tens of thousands", "no one"."""

from __future__ import annotations

from claims.figures.amounts import Amount
from claims.figures.days import looks_like_year
from claims.figures.events import is_spared
from claims.figures.lexicon import numbers, pairs, phrases, words
from claims.figures.nouns import is_plural, kind_of
from claims.figures.numerals import read_words
from claims.figures.tokens import NUMBER, WORD, Tokens
from claims.figures.units import read_unit

_HYPHENS = frozenset("-‑")


def read_vague(tokens: Tokens, index: int) -> Amount | None:
    """Read "dozens", "tens of thousands", "several hundred" as intervals; "of" after them is passed over."""
    found = phrases("scales", "vague of").match_at(tokens, index) or phrases("scales", "vague").match_at(tokens, index)
    if found is None:
        return None
    if tokens.lows[index] == "scores" and tokens.low(found[1]) != "of":
        return None
    low, high = (float(bound) for bound in found[0].split())
    return Amount(index, found[1], found[1], low, high, kind="vague")


def read_ratio(tokens: Tokens, index: int) -> Amount | None:
    """Read "one in five", "nine out of 10"; not "two in three years"."""
    part = _read_count(tokens, index)
    if part is None:
        return None
    value, end = part
    if value == 1 and tokens.low(end + 1) == "in" and _is_single(tokens, end):
        end += 1  # "one worker in nine"
    if tokens.low(end) == "out" and tokens.low(end + 1) == "of":
        end += 2
    elif tokens.low(end) == "in":
        end += 1
    else:
        return None
    if tokens.low(end) == "every":
        end += 1
    whole = _read_count(tokens, end)
    if whole is None or looks_like_year(tokens.low(end)) or not value < whole[0] or not _closes_ratio(tokens, whole[1]):
        return None
    return Amount(index, whole[1], whole[1], value / whole[0], value / whole[0], unit="ratio", kind="ratio")


def _is_single(tokens: Tokens, index: int) -> bool:
    return tokens.kind(index) == WORD and kind_of(tokens.low(index)) is not None and not is_plural(tokens, index)


def _read_count(tokens: Tokens, index: int) -> tuple[float, int] | None:
    if tokens.kind(index) == NUMBER:
        printed = tokens.printed[index].replace(",", "")
        return (float(printed), index + 1) if printed.isdigit() and len(printed) < 9 else None
    found = (
        read_words(tokens, index)
        if tokens.low(index) in numbers("scales", "ones") or tokens.low(index) in numbers("scales", "tens")
        else None
    )
    return (found[0], found[2]) if found is not None else None


def _closes_ratio(tokens: Tokens, index: int) -> bool:
    after = tokens.low(index)
    if after in pairs("units", "durations") or after in pairs("units", "percent") or after in pairs("scales", "scales"):
        return False
    return after not in ("-", "–")


def read_fraction(tokens: Tokens, index: int) -> Amount | None:
    """Read "two-thirds", "a third of", "half the", "a quarter of a percentage point"."""
    parts = numbers("scales", "fractions")
    word = tokens.lows[index]
    count, at = (1.0, index) if word == "half" else _read_fraction_count(tokens, index)
    part = parts.get(tokens.low(at))
    if part is None or at >= tokens.count:
        return None
    if tokens.low(at + 1) in numbers("scales", "scales"):
        return None  # "a quarter million"
    if tokens.low(at + 1) in ("of", "a") and _has_scale(tokens, at + 1):
        return None
    measured = _read_measured(tokens, index, at + 1, count * part)
    if measured is not None:
        return measured
    if not _is_share(tokens, index, at, word):
        return None
    return Amount(index, at + 1, at + 1, count * part, count * part, unit="ratio", kind="ratio")


def close_fraction(tokens: Tokens, index: int, end: int, value: float) -> Amount | None:
    """Read what a fraction in figures is a part of: "3/4 of voters", "1/2 a mile"; None of one that stands alone."""
    measured = _read_measured(tokens, index, end, value)
    if measured is None and tokens.low(end) == "of":
        return Amount(index, end, end, value, value, unit="ratio", kind="ratio")
    return measured


def _has_scale(tokens: Tokens, index: int) -> bool:
    """Tell "a quarter of a million", which is a number and no share."""
    return tokens.low(index + 1 if tokens.low(index) == "a" else index + 2) in numbers("scales", "scales")


def _read_fraction_count(tokens: Tokens, index: int) -> tuple[float, int]:
    word = tokens.lows[index]
    count = 1.0 if word in ("a", "an") else numbers("scales", "ones").get(word, 0.0)
    at = index + 1
    if word == "quarter":
        return 1.0, index
    if tokens.low(at) in _HYPHENS:
        at += 1
    return count, at if count else tokens.count


def _read_measured(tokens: Tokens, index: int, end: int, value: float) -> Amount | None:
    """Read a fraction of a unit: "half an hour", "a quarter of a percentage point", "a half-point"."""
    at = end
    if tokens.low(at) == "of" and tokens.low(at + 1) in ("a", "an", "one"):
        at += 2
    elif tokens.low(at) in ("a", "an") or tokens.low(at) in _HYPHENS:
        at += 1
    else:
        return None
    if tokens.low(at) == "point":
        return Amount(index, end, at + 1, value, value, unit="percentage point")
    found = read_unit(tokens, at, value, 1.0)
    if found is None or found[0] == "year of age":
        return None
    return Amount(index, end, found[1], value, value, unit=found[0])


def _is_share(tokens: Tokens, index: int, at: int, word: str) -> bool:
    """Tell a share from an ordinal, a time or a half of a game."""
    after, before = tokens.low(at + 1), tokens.low(index - 1)
    if word == "quarter" or (tokens.lows[at] == "quarter" and after in ("to", "past")):
        return False
    if word == "half":
        if tokens.low(at + 2) in _COMPARED:
            return False
        if (before == "and" and after == "of") or before in _HALVED:
            return after not in ("a", "an", "-")
        if before in ("first", "second", "opening", "other", "better", "a", "an", "and", "one", "hour"):
            return False
        return after in _WHOLES or (
            after in (".", ",", ";") and before in ("by", "than", "about", "over", "nearly", "to", "almost")
        )
    if after in _HYPHENS or after in _NOT_WHOLES:
        return False
    if word in ("a", "an", "one") and tokens.lows[at] != "quarter" and tokens.lows[at] != "half":
        return before == "by" or after in _WHOLES or after in _SHARE_ENDS
    return tokens.lows[at].endswith("s") or after in _WHOLES or word in ("a", "an", "one")


_SHARE_ENDS = frozenset([".", ",", ";", "to", "more", "less", "higher", "lower", ""])
_COMPARED = frozenset("size pace rate price cost value number amount level speed length height total".split())
_HALVED = frozenset("than about nearly almost over around roughly least under just up".split())
_WHOLES = frozenset("of the its their his her our all as".split())
_NOT_WHOLES = frozenset(
    "time century year hour day round place person party man woman country term straight consecutive".split()
)


def read_zero(tokens: Tokens, index: int) -> Amount | None:
    """Read "no one was hurt", "none of the crew", "no casualties", "not a single death" as 0."""
    word = tokens.lows[index]
    end = index + 2 if word == "no" and tokens.low(index + 1) == "one" else index + 1
    if word == "not":
        end = index + 3
        if tokens.lows[index + 1 : end] != ["a", "single"]:
            return None
    if end == index + 2 or word == "nobody":
        return _zero(index, end, "people", end) if is_spared(tokens, end) else None
    if word == "none":
        return _zero(index, end, None, end) if tokens.lows[end : end + 1] == ["of"] else None
    for at in range(end, end + 3):
        if tokens.low(at) in words("nouns", "zero nouns"):
            return _zero(index, end, tokens.lows[at], at + 1)
        if tokens.low(at) not in _NO_QUALIFIERS:
            break
    return None


_NO_QUALIFIERS = frozenset("immediate reported reports report of civilian known confirmed further new serious".split())


def _zero(first: int, end: int, noun: str | None, phrase_end: int) -> Amount:
    return Amount(first, end, end, 0.0, 0.0, noun=noun, phrase_end=phrase_end, kind="zero")
