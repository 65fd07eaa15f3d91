"""Numbers that are no figures: dates, years, clock times, names, addresses, pronouns."""

from __future__ import annotations

from claims.figures.amounts import Amount
from claims.figures.bounds import has_bound_before
from claims.figures.lexicon import pairs, words
from claims.figures.nouns import kind_of
from claims.figures.numerals import number_words
from claims.figures.tokens import NUMBER, SKIP, WORD, Tokens

_HYPHENS = frozenset("-–‑—")
_LONGEST_PLAIN = 8


def is_excluded_number(tokens: Tokens, index: int) -> bool:
    """Tell from the digits at ``index`` and their neighbours that they are a date, a time, a code or a name."""
    printed = tokens.printed[index]
    if printed.isdigit() and (len(printed) > _LONGEST_PLAIN or (len(printed) > 1 and printed[0] == "0")):
        return True
    return (
        _is_day(tokens, index)
        or _is_clock(tokens, index)
        or _is_joined_to_name(tokens, index)
        or _is_designated(tokens, index)
        or _is_year_span(tokens, index)
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
        return _is_month(tokens, month) and len(value) <= 2 and tokens.low(index + 1) in (",", ".", "")
    return len(value) <= 2 and _is_month(tokens, month)


def _is_clock(tokens: Tokens, index: int) -> bool:
    """Tell a time of day: "11 a.m.", "1700 GMT", "9.30pm"."""
    printed = tokens.printed[index]
    if len(printed) > 5 or "," in printed:
        return False
    after = tokens.low(index + 1)
    if after in ("am", "pm") and not tokens.glued(index + 1) and tokens.word(index + 1) == "AM":
        return tokens.low(index - 1) in words("exclusions", "clock before")
    if after in words("exclusions", "clock"):
        return after not in ("et", "hrs") or len(printed) == 4
    return False


def _is_joined_to_name(tokens: Tokens, index: int) -> bool:
    """Tell "F-16", "COVID-19", "G7", "S&P 500", "#3" and "5G"."""
    if tokens.glued(index):
        before = tokens.low(index - 1)
        if before in ("#", "@", "_", "/", "\\", "&"):
            return not (
                before == "/" and tokens.kind(index - 2) == WORD and tokens.low(index - 2) in words("units", "per")
            )
        if tokens.kind(index - 1) == WORD and not _is_code(tokens, index - 1):
            return True
        if before in _HYPHENS and tokens.glued(index - 1) and tokens.kind(index - 2) == WORD:
            return before != "—" and not _may_precede(tokens, index - 2)
    after = tokens.word(index + 1)
    return tokens.glued(index + 1) and after in ("G", "D", "A", "V", "X", "H") and not tokens.glued(index + 2)


def _is_code(tokens: Tokens, index: int) -> bool:
    return tokens.word(index) in pairs("units", "codes") or (
        tokens.low(index) in ("us", "a") and tokens.low(index - 1) == "$"
    )


def _may_precede(tokens: Tokens, index: int) -> bool:
    """Tell "sub-50", "mid-30", "a-5" apart from names: only plain lower-case words may carry a joined number."""
    return tokens.low(index) in ("sub", "pre", "minus", "plus", "under", "over", "to", "magnitude") or _is_code(
        tokens, index
    )


def _is_designated(tokens: Tokens, index: int) -> bool:
    """Tell a number that is part of a name by the word before: "Article 5", "page 45", "Group of 20"."""
    before = index - 2 if tokens.low(index - 1) == "." and tokens.low(index - 2) in _SHORT else index - 1
    word = tokens.low(before)
    if tokens.kind(before) != WORD:
        return False
    if tokens.capital(before) and word in words("exclusions", "designators"):
        return not (tokens.opens_sentence(before) and word in ("under", "top", "number", "u"))
    if word == "of" and tokens.word(before - 1) in ("Group", "Class", "Big", "Gang"):
        return True
    return word in words("exclusions", "lower designators")


_SHORT = frozenset({"no", "nos", "p", "pp", "fig", "vol", "sec", "art"})


def _is_year_span(tokens: Tokens, index: int) -> bool:
    """Tell "2019-20", "2025/26" and "1939–1945"."""
    if not (_looks_like_year(tokens.printed[index]) and tokens.low(index + 1) in ("-", "–", "/", "‑")):
        return (
            _looks_like_year(tokens.word(index - 2))
            and tokens.low(index - 1) in ("-", "–", "/")
            and tokens.glued(index)
        )
    after = tokens.word(index + 2)
    return after.isdigit() and len(after) in (2, 4) and tokens.glued(index + 2)


def _looks_like_year(printed: str) -> bool:
    return len(printed) == 4 and printed.isdigit() and "1500" <= printed < "2130"


def is_year(tokens: Tokens, amount: Amount) -> bool:
    """Tell that four plain digits are a year: nothing measured or counted follows, and no bound word stands before."""
    printed = tokens.printed[amount.first]
    if amount.number_end - amount.first != 1 or not _looks_like_year(printed) or amount.money:
        return False
    if amount.unit or (amount.noun and kind_of(amount.noun) is not None and amount.noun != "years"):
        return tokens.low(amount.first - 1) in ("in", "since", "by", "during", "until") and not amount.unit
    return not has_bound_before(tokens, amount.first) or tokens.low(amount.first - 1) in words(
        "exclusions", "before year"
    )


def is_name(tokens: Tokens, amount: Amount) -> bool:
    """Tell that the number belongs to the capitalised word before it: "France 2", "Nikkei 225"."""
    before = amount.first - 1
    plain = amount.number_end - amount.first == 1 and not amount.unit and not amount.noun and amount.scale == 1.0
    if not plain or tokens.kind(before) != WORD or not tokens.capital(before):
        return False
    word = tokens.low(before)
    if word in words("exclusions", "function words") or word.endswith(("'s", "’s")) or _is_event_word(word):
        return False
    return tokens.kinds[amount.first] == NUMBER or tokens.capital(amount.first)


def _is_event_word(word: str) -> bool:
    return word in pairs("events", "active") or word in pairs("events", "participles") or word in words("bounds", "up")


def is_address(tokens: Tokens, amount: Amount) -> bool:
    """Tell "10 Downing Street": capitalised words up to the word for a street follow."""
    for index in range(amount.number_end, amount.number_end + 4):
        if not tokens.capital(index):
            return False
        if index > amount.number_end and tokens.low(index) in words("exclusions", "streets"):
            return True
    return False


def is_pronoun(tokens: Tokens, amount: Amount) -> bool:
    """Tell "one of the officials", "the two", "no one else" from numbers that count something."""
    if tokens.kinds[amount.first] == NUMBER or amount.number_end - amount.first > 1 or amount.unit:
        return False
    word, before, after = tokens.lows[amount.first], tokens.low(amount.first - 1), tokens.low(amount.number_end)
    if word == "one":
        barred = before in words("exclusions", "before one") or after in words("exclusions", "after one")
        return barred or not amount.noun or tokens.low(amount.first - 1) == "one"
    if word not in number_words() or amount.noun:
        return False
    return before in words("exclusions", "pronouns") and amount.high <= 10
