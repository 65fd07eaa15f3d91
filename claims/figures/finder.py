"""Figures of a sentence, each with bound, unit, counted noun, event, measure and scope."""

from __future__ import annotations

from claims.figures.ages import lend_ages, read_age
from claims.figures.amounts import Amount
from claims.figures.bounds import is_hedged_range, read_bound
from claims.figures.days import is_days_back
from claims.figures.earlier import is_of_earlier_term, is_previous
from claims.figures.events import read_event
from claims.figures.intervals import is_currency, kind_of_unit
from claims.figures.lending import is_whole, lend_measures
from claims.figures.lexicon import pairs, words
from claims.figures.measures import (
    is_asked_for,
    is_capacity,
    is_increment,
    is_stage,
    read_basis,
    read_change,
    read_named_measure,
    read_scope,
)
from claims.figures.nouns import kind_of
from claims.figures.openings import may_hold_figures
from claims.figures.ranges import join_ranges
from claims.figures.reader import read_amounts
from claims.figures.sameness import CAPACITY, CHANGE, STAGE, THRESHOLD
from claims.figures.subjects import read_subject
from claims.figures.tokens import Tokens
from claims.model import Bound, Figure

_EVENTLESS = frozenset({"vote", "shirt", "change"})
_NO_NOUN = frozenset({"others", "other"})


def find_figures(text: str, *, start: int = 0) -> list[Figure]:
    """Return the figures of one sentence or clause, left to right; offsets are shifted by ``start``.

    ``text`` of a figure is the number with its currency, scale and unit ("$1.2 billion", "25 basis points"), or the
    number alone where it counts ("55,000"). Dates, times, ordinals, scores and numbers in names raise none.
    """
    if not may_hold_figures(text):
        return []
    tokens = Tokens(text)
    joined = join_ranges(tokens, list(read_amounts(tokens)))
    amounts = [amount for amount in joined if not (_is_idle(tokens, amount) or is_days_back(tokens, amount))]
    lend_measures(tokens, amounts)
    bounds = [_bound_of(tokens, amount) for amount in amounts]
    lend_ages(tokens, amounts)
    _share_bounds(tokens, amounts, bounds)
    fences = _fence(tokens, amounts)
    return [_build(tokens, amounts, index, (bounds[index], fences[index]), start) for index in range(len(amounts))]


def _fence(tokens: Tokens, amounts: list[Amount]) -> list[tuple[int, int]]:
    """Return for each amount the token after the one before it in its unit, and the first of the one behind it."""
    fences = [(0, tokens.count) for _ in amounts]
    last: dict[str | None, int] = {}
    for index, amount in enumerate(amounts):
        before = last.get(amount.unit)
        if before is not None:
            fences[before] = (fences[before][0], amount.first)
            fences[index] = (amounts[before].last, tokens.count)
        last[amount.unit] = index
    return fences


def _is_idle(tokens: Tokens, amount: Amount) -> bool:
    """Tell "we do not count in thousands" and "by the hundreds" from vague numbers that count."""
    if amount.kind != "vague" or amount.unit or amount.noun:
        return False
    before, after = tokens.low(amount.first - 1), tokens.low(amount.last)
    return before in ("in", "by", "not", "the") or after in ("less", "fewer", "upon")


def _bound_of(tokens: Tokens, amount: Amount) -> Bound:
    read_age(tokens, amount)
    if amount.kind == "range":
        return "approx" if is_hedged_range(tokens, amount.first) else "range"
    if amount.kind == "vague":
        return "range"
    return "exact" if amount.kind in ("zero", "vote", "shirt") else read_bound(tokens, amount)


def _share_bounds(tokens: Tokens, amounts: list[Amount], bounds: list[Bound]) -> None:
    """Give a conversion in brackets the bound of what it converts: "up to 55 mph (88 kph)"."""
    for index in range(1, len(amounts)):
        before, amount = amounts[index - 1], amounts[index]
        opener = amount.first - 2 if tokens.low(amount.first - 1) in ("us", "about") else amount.first - 1
        adjacent = tokens.low(opener) == "(" and opener in (before.last, before.phrase_end)
        if adjacent and bounds[index] == "exact" and amount.unit and before.unit and amount.unit != before.unit:
            bounds[index] = bounds[index - 1] if bounds[index - 1] != "range" else "exact"


def _build(
    tokens: Tokens, amounts: list[Amount], index: int, read: tuple[Bound, tuple[int, int]], start: int
) -> Figure:
    amount, (bound, fence) = amounts[index], read
    if is_increment(tokens, amount):
        amount.kind = "change"
    first, last = tokens.starts[amount.first], tokens.ends[amount.last - 1]
    counted = (amount.unit is None or amount.unit == "ratio") and not is_whole(tokens, amounts, index)
    event = (
        read_event(tokens, amount, is_part=is_whole(tokens, amounts, index + 1))
        if counted and amount.kind not in _EVENTLESS
        else None
    )
    fixed = amount.kind in ("vote", "shirt") or kind_of_unit(amount.unit) == "age"
    noun, population = _noun_of(tokens, amount)
    floor = amounts[index - 1].last if index else 0
    ceiling = amounts[index + 1].first if index + 1 < len(amounts) else tokens.count
    scope = _read_basis(tokens, amount, fence)
    scope = scope or read_scope(tokens, amount.phrase_end, ceiling, amount.rate)
    scope = scope or read_scope(tokens, floor, amount.first, None)
    measure = _measure_of(tokens, amount, (noun, population, event))
    previous = is_previous(tokens, amount.first, amount.unit) or is_of_earlier_term(tokens, amount)
    return Figure(
        text=tokens.text[first:last],
        start=start + first,
        end=start + last,
        low=amount.low,
        high=amount.high,
        bound=bound,
        unit=amount.unit,
        noun=noun,
        event=event,
        measure=measure,
        scope=scope,
        change=None if fixed else read_change(tokens, amount.first),
        previous=previous and not fixed and measure != STAGE,
    )


def _read_basis(tokens: Tokens, amount: Amount, fence: tuple[int, int]) -> str | None:
    """Return what a share, a sum or a tally is taken over; the words for it lie between it and its neighbours."""
    tallied = kind_of(amount.noun or "") in ("goal", "game")
    if amount.unit != "percent" and not is_currency(amount.unit) and not tallied:
        return None
    return read_basis(tokens, amount, *fence)


def _noun_of(tokens: Tokens, amount: Amount) -> tuple[str | None, str | None]:
    """Return the counted noun and population, from the left ("the number of soldiers ...") where none follows."""
    if amount.noun is not None and amount.noun not in words("nouns", "states"):
        return (amount.noun, amount.population) if amount.noun not in _NO_NOUN else (None, None)
    if amount.unit is not None:
        return None, None
    return read_subject(tokens, amount.first) or (None, None)


def _measure_of(tokens: Tokens, amount: Amount, counted: tuple[str | None, str | None, str | None]) -> str | None:
    """Word the measure: "Ukrainian soldiers killed", "inflation", "killed"."""
    noun, population, event = counted
    if amount.kind == "change":
        return CHANGE
    if is_capacity(tokens, amount):
        return CAPACITY
    if (amount.unit is not None and amount.unit != "ratio") or (noun is None and event is None):
        if is_stage(tokens, amount):
            return STAGE
        named = read_named_measure(tokens, amount)
        if is_asked_for(tokens, amount, named):
            return THRESHOLD
        if named is not None:
            return named
    shown = None if noun in pairs("events", "nouns") else event
    parts = [part for part in (population, noun, shown) if part]
    return " ".join(parts) or None
