"""Ages: bare numbers after a name or "aged", the others of a list, "a girl of 12"."""

from __future__ import annotations

from itertools import pairwise

from claims.figures.amounts import Amount
from claims.figures.tokens import WORD, Tokens

_AGE = "year of age"


def read_age(tokens: Tokens, amount: Amount) -> None:
    """Read a bare number after a name or "aged" as an age."""
    if amount.kind not in ("number", "range") or not 0 < amount.high < 120 or amount.high != int(amount.high):
        return
    before, after = tokens.low(amount.first - 1), tokens.low(amount.last)
    if amount.unit == "year" or amount.unit is None:
        aged = before in ("aged", "age", "ages", "turned", "turns") or (
            before == "of" and tokens.low(amount.first - 2) in ("age", "ages")
        )
        if aged and tokens.low(amount.first - 2) != "retirement":
            amount.unit, amount.noun, amount.phrase_end = _AGE, None, amount.last
            return
    if amount.unit is not None or amount.noun:
        return
    word = tokens.kind(amount.first - 2) == WORD
    named = before in (",", "(") and word and (tokens.capital(amount.first - 2) or (after == "," and amount.high > 13))
    named = named or (before == "at" and tokens.low(amount.first - 2) in _DYING)
    young = (
        before in ("was", "is", "be", "turn") and tokens.low(amount.first - 2 - (before in ("be", "turn"))) in _YOUNG
    )
    if young or _is_of_age(tokens, amount.first) or (named and after in (",", ".", ")", ";", "")):
        amount.unit = _AGE


def _is_of_age(tokens: Tokens, index: int) -> bool:
    """Tell "a girl of 12"."""
    somebody = tokens.low(index - 2) in _SOMEBODY and tokens.low(index - 3) in ("a", "this", "that")
    return somebody and tokens.low(index - 1) == "of"


_DYING = frozenset("dies died dead dying".split())
_YOUNG = frozenset("child boy girl who she he son daughter".split())
_SOMEBODY = frozenset("boy girl man woman child widow widower youth lad".split())


def lend_ages(tokens: Tokens, amounts: list[Amount]) -> None:
    """Read the other numbers of a list of ages: "three men, aged 19, 22 and 46"."""
    for before, amount in pairwise(amounts):
        joined = tokens.lows[before.last : amount.first] in ([","], ["and"], [",", "and"], ["or"])
        if joined and before.unit == _AGE and amount.unit is None and amount.noun is None and amount.kind == "number":
            amount.unit = _AGE
