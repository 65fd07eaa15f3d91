"""Whether a figure is the earlier value of what the text measures: "up from 14", "an earlier figure of 68.4%"."""

from __future__ import annotations

from claims.figures.amounts import Amount
from claims.figures.lexicon import words
from claims.figures.tokens import NUMBER, WORD, Tokens


def is_previous(tokens: Tokens, first: int, unit: str | None = None) -> bool:
    """Tell the 14 of "rose to 17 from 14" and of "from 14 to 17", "compared with 14", "after 3.1% last year"."""
    if tokens.low(first - 1) == "after" and unit == "percent":
        return True
    before = first - 1
    while before >= 0 and (
        tokens.lows[before] in ("the", "an", "a") or tokens.lows[before] in words("events", "skipped before") - {"from"}
    ):
        before -= 1
        if first - before > 6:
            return False
    word = tokens.low(before)
    if word == "from":
        return _has_change(tokens, before)
    if word in ("with", "against") and tokens.low(before - 1) == "compared":
        return True
    if word in words("measures", "estimates") and _is_former(tokens, before):
        return True
    if word in ("was", "were") and tokens.low(before - 1) in words("measures", "estimates"):
        return tokens.low(before - 2) in words("measures", "former")  # "the previous guidance was 5 to 7 percent"
    given = word in words("measures", "given") and tokens.lows[max(0, before - 2) : before] == ["had", "been"]
    return given or word in ("previously", "earlier", "formerly", "originally", "initially")


def _is_former(tokens: Tokens, index: int) -> bool:
    """Tell "correcting an earlier figure of 68.4%", "an earlier ministry figure of"."""
    former = words("measures", "former")
    if tokens.low(index - 1) in former:
        return True
    return tokens.low(index - 2) in former and tokens.kind(index - 1) == WORD


def is_of_earlier_term(tokens: Tokens, amount: Amount) -> bool:
    """Tell the 768 of "against 768 million a year earlier" from "14 died a week ago", which is a day."""
    if tokens.low(amount.last) == "became" and tokens.kind(amount.last + 1) == NUMBER:
        return True  # "(3.6% became 3.7%)"
    for index in {amount.last, amount.phrase_end}:
        if tokens.low(index) in ("a", "one", "the") and tokens.low(index + 1) in _TERMS:
            after = tokens.low(index + 2)
            return after in ("earlier", "before", "previously", "prior") or (after == "ago" and amount.unit is not None)
    return False


_TERMS = frozenset("year quarter month week".split())


def _has_change(tokens: Tokens, index: int) -> bool:
    near = tokens.lows[max(0, index - 12) : index]
    changes = words("bounds", "up") | words("bounds", "down") | words("bounds", "moved") - {"from"}
    return any(word in changes for word in near)
