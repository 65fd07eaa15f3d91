"""Dates, years and times of day: numbers that say when, never how many."""

from __future__ import annotations

from claims.figures.amounts import Amount
from claims.figures.bounds import has_bound_before
from claims.figures.lexicon import pairs, words
from claims.figures.nouns import is_plural, kind_of
from claims.figures.tokens import NUMBER, SKIP, Tokens


def is_date_or_time(tokens: Tokens, index: int) -> bool:
    """Tell from the number at ``index`` and its neighbours that it is a day, a time or a span of years."""
    return (
        _is_day(tokens, index)
        or is_clock(tokens, index)
        or _is_year_span(tokens, index)
        or _is_pointed(tokens, index)
        or _is_issue(tokens, index)
    )


def _is_day(tokens: Tokens, index: int) -> bool:
    """Tell a day of the month beside its month: "Feb. 4", "4-6 February", "May 12, 2026"."""
    value = tokens.printed[index]
    if not value.isdigit() or len(value) > 4:
        return False
    before = index - 2 if tokens.low(index - 1) == "." else index - 1
    if _is_month(tokens, before):
        return not _counts_after_month(tokens, index)
    if len(value) <= 2 and (_is_month(tokens, index + 1) or _month_after_of(tokens, index)):
        return True
    joined = tokens.low(index + 1) in _DAY_JOINTS and tokens.kind(index + 2) == NUMBER
    if joined and len(value) <= 2 and len(tokens.word(index + 2)) <= 2 and _is_month(tokens, index + 3):
        return True
    return _follows_day(tokens, index)


_DAY_JOINTS = frozenset(["-", "–", "‑", "—", "to", "and", "or", ","])


def _is_month(tokens: Tokens, index: int) -> bool:
    return tokens.capital(index) and tokens.low(index) in words("exclusions", "months")


def _month_after_of(tokens: Tokens, index: int) -> bool:
    return tokens.low(index + 1) == "of" and _is_month(tokens, index + 2)


def _counts_after_month(tokens: Tokens, index: int) -> bool:
    """Tell "In May 40 people" from a date: something counted or measured follows, or the number is too large."""
    after = tokens.low(index + 1)
    value = int(tokens.printed[index])
    if value > 31 and len(tokens.printed[index]) < 4:
        return True
    return after in pairs("scales", "scales") or after in _PERCENT or (value > 9 and kind_of(after) is not None)


_PERCENT = frozenset(["%", "percent", "per", "pc", "pct"])


def _follows_day(tokens: Tokens, index: int) -> bool:
    """Tell the second day or the year of a date: "February 4-6", "March 12, 2026", "Feb 4 and 5"."""
    value = tokens.printed[index]
    joint = tokens.low(index - 1)
    if joint not in _DAY_JOINTS or tokens.kind(index - 2) not in (NUMBER, SKIP):
        return False
    month = index - 3
    if tokens.low(month) == ".":
        month -= 1
    if len(value) == 4:
        return joint == "," and (_is_month(tokens, month) or _is_month(tokens, index - 2))
    if joint in ("and", ","):
        return _is_month(tokens, month) and len(value) <= 2 and not _is_counting(tokens, index + 1)
    return len(value) <= 2 and _is_month(tokens, month) and tokens.low(index + 1) not in pairs("units", "durations")


def _is_counting(tokens: Tokens, index: int) -> bool:
    """Tell whether the word after a number shows that it counts."""
    word = tokens.low(index)
    return word in pairs("scales", "scales") or word in _PERCENT or kind_of(word) is not None


def is_clock(tokens: Tokens, index: int) -> bool:
    """Tell a time of day: "11 a.m.", "1700 GMT", "9.30pm"."""
    printed = tokens.printed[index]
    after = tokens.low(index + 1)
    if _is_daytime(tokens, index + 1):
        return tokens.low(index - 1) in words("exclusions", "clock before") | _BETWEEN_HOURS
    if len(printed) > 5 or "," in printed:
        return after in ("o'clock", "o’clock")
    if after == "hours" and "." in printed and len(printed) > 3:
        return tokens.low(index - 1) in words("exclusions", "clock before")
    if after in ("am", "pm") and not tokens.glued(index + 1) and tokens.word(index + 1) == "AM":
        return tokens.low(index - 1) in words("exclusions", "clock before")
    if after in words("exclusions", "clock"):
        return after not in ("et", "hrs") or len(printed) == 4
    return False


def is_minutes_to(tokens: Tokens, index: int, end: int) -> bool:
    """Tell the minutes of "at twenty to three", which stand from ``index`` up to ``end``."""
    hour = tokens.low(end) == "to" and tokens.low(end + 1) in _HOURS
    return hour and tokens.low(index) in _MINUTES and tokens.low(index - 1) in _AT_AN_HOUR


_AT_AN_HOUR = frozenset("at about around until till before after since".split())
_MINUTES = frozenset({"five", "ten", "twenty"})
_HOURS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())


def _is_daytime(tokens: Tokens, index: int) -> bool:
    """Tell "in the morning" and "at night"."""
    first, second = tokens.low(index), tokens.low(index + 1)
    if first == "at":
        return second == "night"
    return first == "in" and second == "the" and tokens.low(index + 2) in _DAYTIMES


_DAYTIMES = frozenset({"morning", "afternoon", "evening"})
_BETWEEN_HOURS = frozenset({"between", "and", "to", "or"})


def _is_pointed(tokens: Tokens, index: int) -> bool:
    """Tell "rang at 17.40" and "on 24.09." from prices and measures."""
    left, point, right = tokens.printed[index].partition(".")
    if not point or len(right) != 2 or not left.isdigit() or tokens.glued(index) or _is_measured(tokens, index + 1):
        return False
    before = tokens.low(index - 1)
    if before == "on":
        return 0 < int(left) <= _LAST_DAY and 0 < int(right) <= _LAST_MONTH and len(left) == 2
    near = tokens.lows[max(0, index - _QUOTING) : index + _QUOTING]
    return (
        before in words("exclusions", "at an hour")
        and int(left) < _LAST_HOUR
        and int(right) < _LAST_MINUTE
        and words("exclusions", "quoted").isdisjoint(near)
    )


_LAST_DAY, _LAST_MONTH, _LAST_HOUR, _LAST_MINUTE = 31, 12, 24, 60
_QUOTING = 8


def _is_measured(tokens: Tokens, index: int) -> bool:
    """Tell whether a unit, a scale or a counted noun follows."""
    word = tokens.low(index)
    if word in _PERCENT or word in pairs("scales", "scales") or word in pairs("scales", "suffixes"):
        return True
    if word in _COMPARING:
        return True
    return any(word in pairs("units", kind) for kind in ("currencies", "measures", "durations")) or is_plural(
        tokens, index
    )


_COMPARING = frozenset(["to", "for", "per", "a", "against", "-", "–", "/"])


def _is_issue(tokens: Tokens, index: int) -> bool:
    """Tell the number of an issue or a case: "release 12/2026"."""
    return tokens.low(index + 1) == "/" and tokens.glued(index + 2) and looks_like_year(tokens.word(index + 2))


def _is_year_span(tokens: Tokens, index: int) -> bool:
    """Tell "2019-20", "2025/26" and "1939–1945"."""
    if not (looks_like_year(tokens.printed[index]) and tokens.low(index + 1) in ("-", "–", "/", "‑")):
        return (
            looks_like_year(tokens.word(index - 2)) and tokens.low(index - 1) in ("-", "–", "/") and tokens.glued(index)
        )
    after = tokens.word(index + 2)
    return after.isdigit() and len(after) in (2, 4) and tokens.glued(index + 2)


def looks_like_year(printed: str) -> bool:
    """Tell four plain digits that may be a year of news."""
    return len(printed) == 4 and printed.isdigit() and "1500" <= printed < "2130"


def is_year(tokens: Tokens, amount: Amount) -> bool:
    """Tell that four plain digits are a year: nothing measured or counted follows, and no bound word stands before."""
    printed = tokens.printed[amount.first]
    if amount.number_end - amount.first != 1 or not looks_like_year(printed) or amount.money:
        return False
    if amount.unit:
        return False
    if amount.noun and _counts_people_or_things(tokens, amount):
        return tokens.low(amount.first - 1) in _DATING
    return not has_bound_before(tokens, amount.first) or tokens.low(amount.first - 1) in words(
        "exclusions", "before year"
    )


def is_days_back(tokens: Tokens, amount: Amount) -> bool:
    """Tell "two years ago" and "than a year earlier", which name a day and measure nothing."""
    if amount.unit not in pairs("units", "durations").values():
        return False
    after = tokens.low(amount.last)
    return after == "ago" or (
        after in _BACK and tokens.low(amount.first - 1) == "than" and not _is_bounded(tokens, amount)
    )


_BACK = frozenset("before earlier previously".split())


def _is_bounded(tokens: Tokens, amount: Amount) -> bool:
    """Tell "more than a year before the vote" from "dearer than a year before"."""
    return tokens.low(amount.first - 2) in ("more", "less", "fewer", "longer", "shorter")


_DATING = frozenset("a an the in of since by during until for from its their his her this last season".split())


def _counts_people_or_things(tokens: Tokens, amount: Amount) -> bool:
    """Tell that a plural of a known kind stands right after the digits: "2000 soldiers"."""
    adjacent = amount.phrase_end - amount.number_end == 1
    return adjacent and kind_of(amount.noun or "") is not None and is_plural(tokens, amount.number_end)
