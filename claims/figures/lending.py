"""What a bare number measures by the number beside it: "55 km, up from 42", "four of six counts", "up 64 to 7,425"."""

from __future__ import annotations

from itertools import pairwise

from claims.figures.amounts import Amount
from claims.figures.earlier import is_previous
from claims.figures.intervals import is_currency
from claims.figures.lexicon import words
from claims.figures.subjects import named_before
from claims.figures.tokens import Tokens
from claims.figures.units import read_rate

_NEAR_LEVEL = 9
_AGAINST = frozenset({"against", "versus", "vs"})
_INDEX_REACH = 24
_SMALLEST_LEVEL = 1000


def lend_measures(tokens: Tokens, amounts: list[Amount]) -> None:
    """Give amounts that stand bare the unit or the noun of a neighbour, and the numbers of a share index points."""
    for index, amount in enumerate(amounts[1:]):
        between_shares = index > 0 and amounts[index].unit == "percent"  # "lost 64 points, or 1.2%, to close at 7,425"
        _lend_onward(tokens, amounts[index - between_shares], amount)
    for part, whole in pairwise(amounts):
        if _is_bare(part) and whole.noun is not None and _is_part_of(tokens, part, whole):
            part.noun, part.population = whole.noun, whole.population
        elif _is_bare(part) and is_currency(whole.unit) and _is_part_of(tokens, part, whole):
            part.unit = whole.unit
        elif _is_bare(part) and _hangs(tokens, part, whole):
            part.unit, part.noun = whole.unit, whole.noun
        elif _is_bare(whole) and is_currency(part.unit) and _is_of_it(tokens, whole, part):
            whole.unit = part.unit
    _lend_currency(tokens, amounts)
    _lend_rates(tokens, amounts)
    _name_votes(tokens, amounts)
    _name_points(tokens, amounts)


def _lend_onward(tokens: Tokens, before: Amount, amount: Amount) -> None:
    """Lend an earlier value, or the level that a step led to, what the value before it measures."""
    if not _is_bare(amount) or before.kind != "number" or (before.unit is None and before.noun is None):
        return
    if before.unit is not None and (before.money or (amount.scale == 1.0) != (before.scale == 1.0)):
        return
    if named_before(tokens, before.phrase_end, amount.first):
        return
    reached = tokens.low(amount.first - 1) == "to" and amount.first - before.phrase_end < _NEAR_LEVEL
    rival = before.unit == "percent" and tokens.low(amount.first - 1) in _AGAINST
    if is_previous(tokens, amount.first) or rival or (reached and before.noun in words("nouns", "levels")):
        amount.unit, amount.noun, amount.population = before.unit, before.noun, before.population


def _hangs(tokens: Tokens, part: Amount, whole: Amount) -> bool:
    """Tell the 7 of "a 7- or 8-inch screen"."""
    joint = tokens.lows[part.last : whole.first]
    return joint[:1] in (["-"], ["‑"]) and joint[1:] in (["or"], ["and"], ["to"])


def _is_of_it(tokens: Tokens, part: Amount, whole: Amount) -> bool:
    """Tell the 20 million of "£38 million, and 20 million of it from the state", and of "of which 20 million"."""
    before = tokens.lows[max(0, part.first - 2) : part.first] == ["of", "which"]
    behind = tokens.low(part.last) == "of" and tokens.low(part.last + 1) in ("it", "that", "which")
    return (before or behind) and part.scale == whole.scale and part.high <= whole.high


def _lend_currency(tokens: Tokens, amounts: list[Amount]) -> None:
    """Read the 57.9 of "48.3 million euros after 57.9 million" as money: one scale, and nothing else counted.

    A sign such as "$" is printed with every sum, so that a number without it is none.
    """
    sums: dict[float, set[str]] = {}
    for amount in amounts:
        if amount.unit is not None and is_currency(amount.unit) and not amount.money:
            sums.setdefault(amount.scale, set()).add(amount.unit)
    for amount in amounts:
        compared = tokens.low(amount.first - 1) in _COMPARING and tokens.low(amount.last) != "("
        if compared and _is_bare(amount) and amount.scale >= _LARGE_SCALE:
            found = sums.get(amount.scale, set())
            amount.unit = next(iter(found)) if len(found) == 1 else None


_LARGE_SCALE = 1e6
_COMPARING = frozenset("from after against than the to versus vs".split())


def _lend_rates(tokens: Tokens, amounts: list[Amount]) -> None:
    """Give the sum of "9 billion shekels ($2.4 billion) a year" the rate behind the bracket."""
    for amount, other in pairwise(amounts):
        bracket = other.first - amount.last == 1 and tokens.low(amount.last) == "(" and tokens.low(other.last) == ")"
        rate = read_rate(tokens, other.last + 1, other.unit) if bracket and is_currency(other.unit) else None
        if rate is not None and amount.rate is None:
            amount.rate = rate[0]


def _is_bare(amount: Amount) -> bool:
    return amount.unit is None and amount.noun is None and amount.kind == "number"


def _name_votes(tokens: Tokens, amounts: list[Amount]) -> None:
    """Read the second number of "by 148 votes to 141" as the votes against."""
    for yes, no in pairwise(amounts):
        joined = tokens.lows[yes.phrase_end : no.first] in (["to"], ["against"])
        if joined and yes.noun in ("vote", "votes") and _is_bare(no):
            yes.noun, no.noun = "votes for", "votes against"


def is_whole(tokens: Tokens, amounts: list[Amount], index: int) -> bool:
    """Tell the 44 of "41 of the 44 occupants were killed", of whom that is not said."""
    return 0 < index < len(amounts) and _is_part_of(tokens, amounts[index - 1], amounts[index])


def _is_part_of(tokens: Tokens, part: Amount, whole: Amount) -> bool:
    """Tell "four of six counts", "11 out of the 29 posts"."""
    between = tokens.lows[part.last : whole.first]
    if between[:1] == ["out"]:
        between = between[1:]
    return between in (["of"], ["of", "the"]) and part.high <= whole.high


def _name_points(tokens: Tokens, amounts: list[Amount]) -> None:
    """Read the bare numbers beside a share index as points, its steps as changes."""
    if words("measures", "indices").isdisjoint(tokens.lows):
        return
    changes = words("bounds", "up") | words("bounds", "down") | {"off"}
    for amount in amounts:
        before = tokens.low(amount.first - 1)
        near = tokens.lows[max(0, amount.first - _INDEX_REACH) : amount.first]
        if amount.noun in words("nouns", "levels"):
            amount.kind = "change" if before in changes else amount.kind
        elif _is_bare(amount) and _looks_quoted(amount) and not words("measures", "indices").isdisjoint(near):
            if before in changes:
                amount.kind = "change"
            if before in changes or before in ("at", "to"):
                amount.noun = "points"


def _looks_quoted(amount: Amount) -> bool:
    """Tell 64.06 and 9,228 from a small count."""
    return amount.scale == 1.0 and (amount.low != int(amount.low) or amount.low >= _SMALLEST_LEVEL)
