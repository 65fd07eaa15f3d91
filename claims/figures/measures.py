"""What a figure measures and over what: measure, scope, direction of change, and whether it is the earlier value."""

from __future__ import annotations

from typing import Literal

from claims.figures.amounts import Amount
from claims.figures.intervals import is_currency, kind_of_unit
from claims.figures.lexicon import listed, pairs, phrases, words
from claims.figures.tokens import MARK, NUMBER, WORD, Tokens

_REACH = 22
_NEAR = 8
_STOPS = frozenset(".;!?")
_TURNS = frozenset("while whereas although though but".split())


def is_increment(tokens: Tokens, amount: Amount) -> bool:
    """Tell by how much a count moved: "eight more than in yesterday's bulletin", "a rise of 40 on Monday"."""
    if amount.kind != "number" or amount.unit in ("percent", "percentage point"):
        return False
    more = amount.phrase_end if amount.noun is not None or amount.unit is not None else amount.last
    than = tokens.low(more) in _MORE and tokens.low(more + 1) == "than" and not _is_number(tokens, more + 2)
    if tokens.lows[max(0, amount.first - 4) : amount.first] == ["bringing", "the", "total", "to"]:
        return True  # the level behind a step that was just given; it is no count of what the sentence is about
    grown = tokens.low(amount.first - 1) == "of" and tokens.low(amount.first - 2) in _STEPS
    return than or grown


_MORE = frozenset("more fewer less higher lower".split())
_STEPS = frozenset("rise increase jump fall drop decrease decline reduction".split())


def _is_number(tokens: Tokens, index: int) -> bool:
    """Tell a bound, "more than 40"."""
    return tokens.kind(index) == NUMBER


def is_capacity(tokens: Tokens, amount: Amount) -> bool:
    """Tell how many a thing is made for: "a capacity of 150", "approved for 150"."""
    for index in range(amount.first, max(0, amount.first - 4), -1):
        if listed("measures", "room").match_before(tokens, index) is not None:
            return amount.unit is None
    return False


def is_stage(tokens: Tokens, amount: Amount) -> bool:
    """Tell how far a count has got: "with 40 percent of the ballots counted", "98% have been counted"."""
    if amount.unit != "percent":
        return False
    if listed("measures", "stages").match_at(tokens, amount.last) is not None:
        return True
    end = _pass_ballots(tokens, amount.last)
    tallied = {word for word in tokens.lows[max(0, amount.first - 4) : amount.first] if word in _TALLIES}
    if end > amount.last and tallied and tokens.low(end - 1) in _PLACES:
        return True  # "a tally of 98% of polling stations"
    while tokens.low(end) in words("events", "auxiliaries") - _COUNTED:
        end += 1
    return end > amount.last and tokens.low(end) in _COUNTED


def _pass_ballots(tokens: Tokens, index: int) -> int:
    """Return the index after "of the ballots", "of polling stations", else ``index``."""
    if tokens.low(index) != "of":
        return index
    for at in range(index + 1, index + 5):
        if tokens.low(at) in words("measures", "ballots"):
            return at + 1
    return index


_TALLIES = frozenset("tally count returns results counting".split())
_PLACES = frozenset("stations precincts places districts".split())
_COUNTED = frozenset("counted tallied processed".split())


def is_asked_for(tokens: Tokens, amount: Amount, measure: str | None) -> bool:
    """Tell a share that somebody needs: "if no candidate wins more than half", "the 50 percent needed"."""
    if amount.unit not in ("percent", "ratio") or not (measure is None or measure in words("measures", "askable")):
        return False
    if tokens.low(amount.last) in words("measures", "asked after"):
        return True
    for index in range(amount.first, max(0, amount.first - _NEAR), -1):
        if tokens.kinds[index - 1] != WORD:
            return False
        if listed("measures", "asked before").match_before(tokens, index) is not None:
            return True
    return False


def read_basis(tokens: Tokens, amount: Amount, floor: int, ceiling: int) -> str | None:
    """Return what a rate, a tally or a sum is taken over: "on the quarter", "in the league", "before fees"."""
    section = "sums" if is_currency(amount.unit) else "bases"
    bases = phrases("measures", section if amount.unit is not None else "competitions")
    for index in range(amount.phrase_end, min(ceiling, amount.phrase_end + _REACH)):
        if tokens.lows[index] in _STOPS or tokens.lows[index] in _TURNS:
            break
        found = bases.match_at(tokens, index)
        if found is not None:
            return found[0]
    for index in range(amount.first, max(floor, amount.first - _NEAR), -1):
        if tokens.lows[index - 1] in _STOPS:
            break
        found = bases.match_before(tokens, index)
        if found is not None:
            return found[0]
    return None


def read_named_measure(tokens: Tokens, amount: Amount) -> str | None:
    """Return the measure that the words around an amount name: inflation, turnout, premium."""
    for index in (amount.phrase_end, *range(amount.phrase_end + 1, min(amount.phrase_end + 4, tokens.count))):
        found = phrases("measures", "measures").match_at(tokens, index)
        if found is not None and index == amount.phrase_end and _suits(tokens, amount, found[0]):
            return found[0]
        if found is not None:
            break
    return _read_measure_before(tokens, amount) or (found[0] if found and _suits(tokens, amount, found[0]) else None)


def _read_measure_before(tokens: Tokens, amount: Amount) -> str | None:
    measures = phrases("measures", "measures")
    for index in range(amount.first, max(0, amount.first - _REACH), -1):
        if tokens.lows[index - 1] in _STOPS and tokens.kinds[index - 1] == MARK:
            return None
        if tokens.lows[index - 1] in _TURNS:  # "exports rose 2%, while construction shrank 1%"
            return None
        if not measures.may_end_with(tokens.lows[index - 1]):
            continue
        found = measures.match_before(tokens, index)
        if found is not None and found[0] == "pay" and tokens.low(found[1] - 1) in _BEFORE_VERB:
            continue  # "ordered to pay 42 million euros"
        if found is not None and _suits(tokens, amount, found[0]):
            return found[0]
    return None


_BEFORE_VERB = frozenset("to must will would shall should may can could not also and they we who he she".split())
_SMALLEST_SUM = 1000


def _suits(tokens: Tokens, amount: Amount, measure: str) -> bool:
    """Tell whether a measure can be in a unit: no magnitude in miles, no inflation in years, no growth "of GDP"."""
    unit = amount.unit
    if measure == "growth" and tokens.low(amount.phrase_end) == "of":
        return False
    if unit is None and measure not in words("measures", "countable") and amount.high < _SMALLEST_SUM:
        return False
    kinds = pairs("measures", "kinds").get(measure)
    kind = kind_of_unit(unit)
    return kind in kinds.split() if kinds else kind not in _OWN_KINDS


_OWN_KINDS = frozenset(
    {"duration", "age", "length", "area", "mass", "volume", "speed", "temperature", "power", "magnitude"}
)


def read_scope(tokens: Tokens, start: int, end: int, rate: str | None) -> str | None:
    """Return the words that bound what is counted between the tokens ``start`` and ``end``: "since the war began"."""
    if rate is not None:
        return rate
    heads = phrases("measures", "scope heads")
    for index in range(start, end):
        if tokens.lows[index] == "so" and tokens.low(index + 1) == "far":
            return "so far"
        if tokens.lows[index] not in words("measures", "scope openers"):
            continue
        dated = _read_month(tokens, index + 1)
        if dated:
            return f"{tokens.lows[index]} {dated}"
        for at in range(index + 1, min(index + 6, end)):
            if tokens.kinds[at] != WORD:
                break
            if tokens.lows[at] in ("set", "opened", "caught", "on"):
                break
            if heads.match_at(tokens, at) is not None:
                last = at + 2 if tokens.low(at + 1) in ("began", "started", "broke") else at + 1
                return _cut(tokens, index, last)
    return None


def _read_month(tokens: Tokens, index: int) -> str | None:
    month, year = tokens.low(index), tokens.word(index + 1)
    if tokens.low(index - 1) == "since" and tokens.capital(index) and month in words("exclusions", "months"):
        return f"{month} {year}" if year.isdigit() and len(year) == 4 else month
    if month in words("exclusions", "months") and year.isdigit() and len(year) == 4:
        return f"{month} {year}"
    return None


def _cut(tokens: Tokens, start: int, end: int) -> str:
    return tokens.text[tokens.starts[start] : tokens.ends[end - 1]].lower()


def read_change(tokens: Tokens, first: int) -> Literal["up", "down"] | None:
    """Return the direction of the verb that leads to the number: "rose to 17", "fell 0.4%"."""
    near = tokens.lows[max(0, first - _NEAR) : first]
    for back, word in enumerate(reversed(near)):
        if word in _STOPS or (back > 4 and word in (",", "and")):
            return None
        if word in ("up", "down") and (back > 2 or tokens.low(first - back) == "to"):
            continue
        if word in ("higher", "lower") and tokens.low(first - back) not in ("at", "by", "to"):
            continue  # "a far higher estimate: 40" compares two counts, it does not move one
        if word in words("bounds", "up"):
            return "up"
        if word in words("bounds", "down"):
            return "down"
    return None
