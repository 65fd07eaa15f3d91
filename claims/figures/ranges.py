"""Two numbers that are one interval: "between 8 and 10 million", "$3 billion to $5 billion", "two or three"."""

from __future__ import annotations

from claims.figures.amounts import Amount
from claims.figures.lexicon import listed, pairs, words
from claims.figures.tokens import Tokens

_DASHES = frozenset("-–—‑")
_HEDGES = frozenset("about around as many up to approximately nearly almost roughly an estimated perhaps even".split())
_REACH = 8
_FAR = 10
"""From this multiple on, the second number is the level that a step led to, not the upper end of the step."""


def join_ranges(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Join the amounts that are the two ends of one range; the others stay."""
    joined: list[Amount] = []
    index = 0
    while index < len(amounts):
        pair = _join_two(tokens, amounts[index], amounts[index + 1]) if index + 1 < len(amounts) else None
        joined.append(pair or amounts[index])
        index += 2 if pair else 1
    return joined


def _join_two(tokens: Tokens, first: Amount, second: Amount) -> Amount | None:
    return _join_parts(tokens, first, second) or _join_limits(tokens, first, second) or _join(tokens, first, second)


def _join_parts(tokens: Tokens, first: Amount, second: Amount) -> Amount | None:
    """Join a measure and its smaller part: "5 feet 2 inches", "6ft 1in", "3 dollars and 50 cents"."""
    part = pairs("units", "parts").get(first.unit or "")
    if part is None or first.last > second.first or any(low != "and" for low in tokens.lows[first.last : second.first]):
        return None
    smaller, many = part.split()
    inches = smaller == "inch" and second.unit is None and tokens.low(second.last) == "in"
    if not (second.unit == smaller or inches) or second.high >= float(many) or first.low != int(first.low):
        return None
    value, last = first.low + second.low / float(many), second.last + inches
    return Amount(first.first, second.number_end, last, value, value, 1.0, first.unit, phrase_end=last)


def _join_limits(tokens: Tokens, first: Amount, second: Amount) -> Amount | None:
    """Join "more than 20 but fewer than 35 boats"."""
    if first.kind != "number" or second.kind != "number" or first.low >= second.low:
        return None
    upper = listed("bounds", "max before").match_before(tokens, second.first)
    if upper is None or upper[1] - 1 not in (first.last, first.phrase_end):
        return None
    if tokens.low(upper[1] - 1) not in ("and", "but") or not _same_unit(first, second):
        return None
    if listed("bounds", "min before").match_before(tokens, first.first) is None:
        return None
    return _merge(first, second, _scale_low(first, second))


def _join(tokens: Tokens, first: Amount, second: Amount) -> Amount | None:
    if first.kind != "number" or second.kind != "number":
        return None
    joint = _read_joint(tokens, first, second)
    if joint is None or not _same_unit(first, second):
        return None
    opener = _read_opener(tokens, first.first)
    low = _scale_low(first, second)
    changed = _is_change(tokens, first, second, opener)
    if joint in ("to", "from") and changed:
        _lend_unit(first, second, low)
        if tokens.low(first.first - 1) == "by":
            first.kind = "change"
        return None
    if not _is_range(joint, opener, low, second.high):
        return None
    return _merge(first, second, low)


def _read_joint(tokens: Tokens, first: Amount, second: Amount) -> str | None:
    """Return the word or dash between the two numbers, hedges passed over."""
    start = first.last if first.last <= second.first and tokens.low(first.last) in _JOINTS else first.phrase_end
    if first.last > second.first or start >= second.first:
        start = first.number_end
    joint = tokens.low(start)
    if joint not in _JOINTS or second.first - start > 4:
        return None
    if any(tokens.lows[index] not in _HEDGES for index in range(start + 1, second.first)):
        return None
    return "-" if joint in _DASHES else joint


_JOINTS = _DASHES | {"to", "and", "or", "from"}


def _same_unit(first: Amount, second: Amount) -> bool:
    if first.noun and second.noun and first.unit is None and first.noun != second.noun:
        return False
    if second.unit is None and ((first.noun and not second.noun) or (first.unit and not first.money)):
        return False
    return not first.unit or not second.unit or first.unit == second.unit


def _read_opener(tokens: Tokens, index: int) -> str:
    """Return "between" or "from" where it stands before the first number, hedges passed over."""
    for position in range(index - 1, max(-1, index - 5), -1):
        word = tokens.lows[position]
        if word in ("between", "from"):
            return word
        if word not in _HEDGES and word not in ("a", "the", "ages", "of"):
            break
    return ""


def _scale_low(first: Amount, second: Amount) -> float:
    """Give the lower end the scale that only the upper one prints: "8 to 10 million"."""
    if first.scale != 1.0 or second.scale == 1.0 or first.low >= 1000:
        return first.low
    scaled = float(f"{first.low * second.scale:.12g}")
    return scaled if scaled <= second.high else first.low


def _leads_to_level(first: Amount, second: Amount) -> bool:
    """Tell "by 14 to 31" and "by 0.25 to 3.75 percent" from "by 10 to 15 percent": the level is far from the step."""
    return second.high > (5 if second.unit == "percent" else 2) * _scale_low(first, second) > 0


def _is_change(tokens: Tokens, first: Amount, second: Amount, opener: str) -> bool:
    """Tell "rose from 12 to 15", "raised by 5 to 20" and "rose 5% to 20%" from ranges: "cut 100 to 150 jobs"."""
    changes = words("bounds", "up") | words("bounds", "down") | (words("bounds", "moved") - {"from"})
    if opener == "from":
        near = tokens.lows[max(0, first.first - _REACH) : first.first]
        if near[-2:-1] == ["down"] or near[-2:-1] == ["up"] or near[-3:-2] in (["down"], ["up"]):
            return False
        return not changes.isdisjoint(near)
    before = tokens.low(first.first - 1)
    if before == "by" and _leads_to_level(first, second):
        return not changes.isdisjoint(tokens.lows[max(0, first.first - _REACH) : first.first])
    if opener or before not in changes:
        return False
    if first.unit is None:  # "rose 26.26 to 9,217.35"
        return second.high > _FAR * _scale_low(first, second)
    return before not in words("bounds", "amounts")


def _lend_unit(first: Amount, second: Amount, low: float) -> None:
    """Give the old value the unit and scale printed once: "from 4.0 to 3.75 percent"."""
    if first.unit is None and second.unit is not None and not first.noun:
        first.unit = second.unit
    if first.unit is None and first.noun is None:
        first.noun, first.population, first.rate = second.noun, second.population, second.rate
    if first.unit == second.unit and first.scale == 1.0:
        first.low = first.high = low


def _is_range(joint: str, opener: str, low: float, high: float) -> bool:
    if low >= high:
        return False
    if opener == "between":
        return joint in ("and", "to", "-")
    if joint == "or":
        return high <= 2.5 * low + 1
    return joint in ("to", "-")


def _merge(first: Amount, second: Amount, low: float) -> Amount:
    return Amount(
        first.first,
        second.number_end,
        second.last,
        low,
        second.high,
        second.scale,
        second.unit or first.unit,
        second.rate,
        second.noun,
        second.phrase_end,
        second.population,
        kind="range",
    )
