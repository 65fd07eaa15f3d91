"""Pairs of numbers that are one result, and shirt numbers: scores are no figures, votes are two."""

from __future__ import annotations

from claims.figures.amounts import Amount
from claims.figures.lexicon import numbers, words
from claims.figures.nouns import read_noun
from claims.figures.tokens import NUMBER, Tokens
from claims.figures.units import read_money_before, read_unit

_DASHES = frozenset("-–‑—")
_REACH = 6
_DENOMINATORS = frozenset({2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 16.0})


def read_split(tokens: Tokens, index: int) -> tuple[list[Amount], int]:
    """Read "3-0" as nothing and "voted 5-2" as the votes for and against; the index says where to read on.

    The index stays ``index`` where the two numbers are no result.
    """
    if tokens.lows[index + 1 : index + 4] == ["-", "to", "-"] and _plain(tokens, index + 4) is not None:
        return [], index + 5
    first, second = _plain(tokens, index), _plain(tokens, index + 2)
    if first is None or second is None or read_money_before(tokens, index) is not None:
        return [], index
    after = index + 3
    joint = tokens.low(index + 1)
    glued = tokens.glued(index + 1) and tokens.glued(index + 2)
    if _is_vote(tokens, index, joint if joint == "to" or glued else "", first > second):
        return _votes(index, first, second), after
    if joint == "to":
        odds = second == 1 and first > 1
    else:
        odds = glued and (joint == ":" or (joint == "/" and second not in _DENOMINATORS))
        odds = odds or (glued and joint in _DASHES and _is_score(tokens, index, first, second))
    return [], after if odds else index


def _is_vote(tokens: Tokens, index: int, joint: str, falls: bool) -> bool:
    """Tell "voted 5-2" and "split five to two" from "raised from 5 to 7" and "approved 5-7 million"."""
    if joint not in _DASHES and joint != "to":
        return False
    before = tokens.low(index - 1)
    range_of = joint == "to" and (before == "from" or (before == "by" and not falls))
    return _near(tokens, index, "vote verbs") and not range_of and not _is_measured(tokens, index + 3)


def _plain(tokens: Tokens, index: int) -> float | None:
    if tokens.kind(index) == NUMBER:
        printed = tokens.printed[index]
        return float(printed) if printed.isdigit() and len(printed) <= 3 else None
    return numbers("scales", "ones").get(tokens.low(index))


def _near(tokens: Tokens, index: int, section: str) -> bool:
    near = tokens.lows[max(0, index - _REACH) : index]
    return not words("exclusions", section).isdisjoint(near)


def _is_measured(tokens: Tokens, index: int) -> bool:
    """Tell whether something counted or measured follows, which makes the pair a range."""
    if tokens.low(index) in words("exclusions", "score words"):
        return False
    if tokens.low(index) in numbers("scales", "scales"):
        return True
    return read_unit(tokens, index, 2.0, 1.0) is not None or read_noun(tokens, index, 2.0) is not None


def _is_score(tokens: Tokens, index: int, first: float, second: float) -> bool:
    after = tokens.low(index + 3)
    if after in words("exclusions", "score words"):
        return first < 200 and second < 200 and tokens.low(index - 1) not in ("$", "£", "€", "about", "aged")
    if _is_measured(tokens, index + 3):
        return first >= second
    low = first < 30 and second < 30 and tokens.low(index - 1) not in ("aged", "ages")
    return low or first >= second or _near(tokens, index, "score verbs")


def _votes(index: int, first: float, second: float) -> list[Amount]:
    return [
        Amount(index, index + 1, index + 1, first, first, noun="votes for", phrase_end=index + 1, kind="vote"),
        Amount(
            index + 2, index + 3, index + 3, second, second, noun="votes against", phrase_end=index + 3, kind="vote"
        ),
    ]


def read_shirt(tokens: Tokens, index: int) -> Amount | None:
    """Read "wear number 19", "the number 19 shirt" and "Category 4", the names of a number that stories compare."""
    if tokens.low(index - 1) == "category" or (tokens.word(index - 1) == "Cat" and not tokens.glued(index)):
        return _read_category(tokens, index)
    if tokens.low(index - 1) not in ("number", "no", ".") or (
        tokens.low(index - 1) == "." and tokens.low(index - 2) != "no"
    ):
        return None
    worn = not _WEARING.isdisjoint(tokens.lows[max(0, index - 4) : index])
    if not worn and tokens.low(index + 1) not in _SHIRTS:
        return None
    value = _plain(tokens, index)
    if value is None:
        return None
    return Amount(index, index + 1, index + 1, value, value, noun="shirt number", phrase_end=index + 1, kind="shirt")


def read_minute(tokens: Tokens, index: int) -> Amount | None:
    """Read the minute, over or lap of a game in which something happened: "in the 67th minute"."""
    counted = tokens.low(index + 1)
    number = tokens.printed[index][:-2]
    if counted not in _STEPS_OF_GAMES or not number.isdigit():
        return None
    value = float(number)
    return Amount(index, index + 1, index + 1, value, value, noun=counted, phrase_end=index + 2, kind="shirt")


def _read_category(tokens: Tokens, index: int) -> Amount | None:
    """Read "a Category 4 hurricane": the strength of a storm, on a scale of five."""
    value = _plain(tokens, index)
    named = tokens.capital(index - 1) or tokens.low(index + 1) in _STORMS
    if value is None or not 1 <= value <= _STRONGEST or not named:
        return None
    return Amount(index, index + 1, index + 1, value, value, noun="category", phrase_end=index + 1, kind="shirt")


_STEPS_OF_GAMES = frozenset("minute over lap inning".split())
_STRONGEST = 5
_STORMS = frozenset("hurricane storm cyclone typhoon".split())
_WEARING = frozenset("wear wears wearing wore worn".split())
_SHIRTS = frozenset("shirt jersey kit strip".split())
