"""The bound of a number from the words around it: "at least", "up to", "nearly", "or more"."""

from __future__ import annotations

from claims.figures.amounts import Amount
from claims.figures.lexicon import listed, pairs, words
from claims.figures.tokens import WORD, Tokens
from claims.model import Bound

_BEFORE = ("min before", "max before", "approx before")
_AFTER = ("min after", "max after", "approx after")
_FLIPPED: dict[str, Bound] = {"min": "max", "max": "min"}


def read_bound(tokens: Tokens, amount: Amount) -> Bound:
    """Return the bound of a single number."""
    found = _read_before(tokens, amount.first, amount.unit)
    if found is None or found == "approx":
        after = _read_after(tokens, amount)
        found = after or found
    if found is None and _is_limit(tokens, amount.first):
        return "max"
    if found is None and amount.hedged:
        return "approx"
    return found or "exact"


def is_hedged_range(tokens: Tokens, index: int) -> bool:
    """Tell "about 14 to 18 percent": both ends are rough."""
    return tokens.low(index - 1) in words("bounds", "rough")


def has_bound_before(tokens: Tokens, index: int) -> bool:
    """Tell whether a bound or a hedge stands just before the number at ``index``."""
    return listed("bounds", *_BEFORE).match_before(tokens, index) is not None


def _read_before(tokens: Tokens, index: int, unit: str | None) -> Bound | None:
    """Read the nearest bound words to the left, over an article or "another"."""
    between = words("bounds", "between")
    position = index
    joined = tokens.low(index - 1) in ("-", "‑", ".") and tokens.low(index - 2) in _JOINED
    if joined or tokens.low(index - 1) in _MINUS:
        position -= 1
    for _ in range(3):
        found = listed("bounds", *_BEFORE).match_before(tokens, position)
        if found is not None:
            bound = _settle(tokens, _kind(found[0]), found[1], position, unit)
            return _outer(tokens, bound, found[1], unit)
        if tokens.low(position - 1) not in between:
            return None
        position -= 1
    return None


_MINUS = frozenset(["minus", "negative", "-", "−"])
_JOINED = frozenset(["sub", "approx", "ca", "c", "circa", "est"])


def _outer(tokens: Tokens, bound: Bound | None, start: int, unit: str | None) -> Bound | None:
    """Let a bound outweigh the hedge inside it: "more than about 50"."""
    if bound != "approx":
        return bound
    outer = listed("bounds", *_BEFORE).match_before(tokens, start)
    if outer is None or _kind(outer[0]) == "approx":
        return bound
    return _settle(tokens, _kind(outer[0]), outer[1], start, unit) or bound


def _kind(section: str) -> Bound:
    kind = section.split(maxsplit=1)[0]
    return "min" if kind == "min" else "max" if kind == "max" else "approx"


def _settle(tokens: Tokens, bound: Bound, start: int, end: int, unit: str | None) -> Bound | None:
    """Drop words that are no bound here: "over two days", "some two weeks", "within 12 hours"."""
    first, before = tokens.lows[start], tokens.low(start - 1)
    if before in ("no", "not", "never") and bound != "approx" and first not in ("no", "not"):
        return _FLIPPED[bound]
    if bound == "min" and _is_denied(tokens, start):
        return "max"
    if tokens.lows[end - 1] == "of" and tokens.lows[end - 2] in ("minimum", "maximum"):
        return bound if before == "" or tokens.lows[start] == "a" else None
    if first in _SPENDING and unit in pairs("units", "durations").values():
        return None
    if end - start > 1:
        return None if first == "up" and (before in _DIRECTED or before in words("bounds", "moved")) else bound
    if first == "over" and unit in pairs("units", "durations").values() and before not in _LASTING:
        return None
    if first in _AFTER_VERB and before in _DIRECTED:
        return None
    if first == "about" and before in words("bounds", "topics"):
        return None
    return bound


def _is_denied(tokens: Tokens, start: int) -> bool:
    """Tell "no nurse will look after more than six", "has not lost more than five"."""
    verbs = words("bounds", "modal") | words("bounds", "denied verbs")
    if verbs.isdisjoint(tokens.lows[max(0, start - 3) : start]) or tokens.low(start - 1) in _LEADING:
        return False
    for index in range(start - 1, max(-1, start - 1 - _CLAUSE), -1):
        word = tokens.lows[index]
        if word in words("bounds", "denials"):
            return True
        if tokens.kinds[index] != WORD or word in words("events", "breaks") - {"after"}:
            return False
    return False


_SPENDING = frozenset(("passed", "passing"))
"""With a stretch of time they tell how it was spent: "after passing 31 hours under the mud"."""
_CLAUSE = 14
_LEADING = frozenset("the these those in of by from with at on for its their his her our to and or".split())
_LASTING = frozenset("for lasted of well just took spent after in is was".split())
_AFTER_VERB = frozenset({"near", "under", "below", "over", "above", "beyond"})
_DIRECTED = frozenset(
    "took came presided handed moved gone going went bring brings brought pushed back add adds adding".split()
)


def _read_after(tokens: Tokens, amount: Amount) -> Bound | None:
    """Read "or more", "-odd", "or so" after the number, its unit or its noun."""
    after = amount.phrase_end
    if tokens.low(after) == "," and tokens.low(after + 1) in words("bounds", "rough"):
        return "approx" if tokens.low(after + 2) in _CLOSERS else None
    for index in {amount.number_end, amount.last, amount.phrase_end}:
        start = index + 1 if tokens.low(index) in ("-", "‑") and tokens.glued(index) else index
        found = listed("bounds", *_AFTER).match_at(tokens, start)
        if found is not None and (tokens.kind(start) == WORD or tokens.glued(start)):
            kind = _kind(found[0])
            if tokens.lows[start] == "plus" and start == index:
                continue
            if tokens.lows[start] in ("more", "tops", "at", "approximately", "maximum") and found[1] - start == 1:
                continue
            return kind
    return None


_CLOSERS = frozenset(["", ".", ",", ";", ")"])


def pass_bound(tokens: Tokens, index: int) -> int:
    """Return the index after "-plus", "-odd" or "or so", where the counted noun follows."""
    if tokens.low(index) == "or" and tokens.low(index + 1) in _OR and tokens.kind(index + 2) == WORD:
        return index + 2
    joined = tokens.low(index) in ("-", "‑") and tokens.glued(index)
    if joined and tokens.low(index + 1) in ("plus", "odd", "ish"):
        return index + 2
    return index + 1 if tokens.low(index) == "+" else index


_OR = frozenset(("so", "more", "fewer"))


def _is_limit(tokens: Tokens, index: int) -> bool:
    """Tell that a verb makes the number a limit: "could rise to 70", "a fee of 50, rising to 60"."""
    if tokens.low(index - 1) != "to":
        return False
    if tokens.low(index) in pairs("units", "symbols") and tokens.low(index - 2) == "rising":
        return tokens.low(index - 3) in (",", "")
    verb = tokens.low(index - 2)
    if verb in words("bounds", "reach"):
        return tokens.low(index - 3) in words("bounds", "modal")
    return verb in ("gust", "gusts", "gusting")
