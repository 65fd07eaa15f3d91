"""Every number of a sentence that counts or measures something, left to right."""

from __future__ import annotations

from collections.abc import Iterator

from claims.figures.amounts import Amount
from claims.figures.bounds import pass_bound
from claims.figures.days import is_clock, is_minutes_to, is_year
from claims.figures.designations import is_designated
from claims.figures.exclusions import (
    is_address,
    is_coined,
    is_excluded_number,
    is_name,
    is_named_word,
    is_pronoun,
)
from claims.figures.fractions import close_fraction, read_fraction, read_ratio, read_vague, read_zero
from claims.figures.lexicon import pairs, words
from claims.figures.nouns import read_noun
from claims.figures.numerals import is_fraction_sign, is_negative, number_openers, number_words, read_digits, read_words
from claims.figures.openings import all_openers, opens_figure
from claims.figures.splits import read_minute, read_shirt, read_split
from claims.figures.tokens import NUMBER, SKIP, WORD, Tokens
from claims.figures.units import read_money_before, read_rate, read_rate_word, read_unit


def read_amounts(tokens: Tokens) -> Iterator[Amount]:
    """Yield the amounts of a sentence; dates, times, names, scores and pronouns are passed over."""
    index = taken = 0
    kinds, lows, openers = tokens.kinds, tokens.lows, all_openers()
    while index < tokens.count:
        if kinds[index] == SKIP and (minute := read_minute(tokens, index)) is not None:
            taken, index = minute.last, minute.last
            yield minute
            continue
        if kinds[index] != NUMBER and not (lows[index] in openers and opens_figure(tokens, index)):
            index += 1
            continue
        found, index = _read_at(tokens, index)
        for amount in found:
            if amount.first < taken:  # "5 $ 6": the sign belongs to the first number
                amount.first, amount.unit, amount.money = taken, None, False
            taken = amount.last
            yield amount


def _read_at(tokens: Tokens, index: int) -> tuple[list[Amount], int]:
    """Return the amounts that open at ``index`` and where to read on."""
    word = tokens.lows[index]
    if tokens.kinds[index] == NUMBER:
        split, end = read_split(tokens, index)
        if end > index:
            return split, end
        amount = read_ratio(tokens, index) or _read_number(tokens, index)
    elif word in number_openers():
        split, end = read_split(tokens, index)
        if end > index:
            return split, end
        amount = read_ratio(tokens, index) or read_fraction(tokens, index) or _read_word_number(tokens, index)
    elif word in words("scales", "zero"):
        amount = read_zero(tokens, index)
    else:
        named = tokens.capital(index) and tokens.capital(index - 1) and not tokens.opens_sentence(index)
        amount = None if named else read_vague(tokens, index)
    if amount is None:
        return [], index + 1
    if amount.kind not in ("zero", "shirt"):
        _read_counted(tokens, amount)
    if _is_no_figure(tokens, amount):
        return [], amount.number_end
    return [amount], max(amount.number_end, amount.last)


def _read_number(tokens: Tokens, index: int) -> Amount | None:
    """Read a number in digits with the currency before it."""
    shirt = read_shirt(tokens, index)
    if shirt is not None:
        return shirt
    money = read_money_before(tokens, index)
    if money is None and is_excluded_number(tokens, index):
        return None
    found = read_digits(tokens, index, money is not None)
    if found is None:
        return None
    value, scale, end = found
    if money is None and 0 < value < 1 and not tokens.printed[end - 1].isalpha():
        part = close_fraction(tokens, index, end, value) if _is_fraction(tokens, index, end) else None
        if part is not None:
            return part
    if is_negative(tokens, index, money is not None):
        value = -value
    first = money[1] if money else index
    amount = Amount(first, end, end, value, value, scale, money=money is not None)
    amount.unit = money[0] if money else None
    return amount


def _is_fraction(tokens: Tokens, index: int, end: int) -> bool:
    """Tell "3/4" and "½" from "0.75"."""
    return end - index == 3 or is_fraction_sign(tokens.printed[index])


def _read_word_number(tokens: Tokens, index: int) -> Amount | None:
    """Read a number in words, and "a year and a half"."""
    if tokens.lows[index] in ("a", "an") and tokens.lows[index + 2 : index + 5] == ["and", "a", "half"]:
        unit = read_unit(tokens, index + 1, 1.5, 1.0)
        return Amount(index, index + 5, index + 5, 1.5, 1.5, unit=unit[0]) if unit else None
    ranked = read_shirt(tokens, index) if tokens.low(index - 1) == "category" else None
    if ranked is not None:
        return ranked
    found = read_words(tokens, index)
    if found is None:
        return _read_single_period(tokens, index)
    value, scale, end, hedged = found
    if _is_hour(tokens, index, end) or _opens_ordinal(tokens, end):
        return None
    money = read_money_before(tokens, index) if tokens.low(index - 1) in ("$", "€", "£") else None
    if tokens.low(index - 1) == "minus":
        value = -value
    amount = Amount(money[1] if money else index, end, end, value, value, scale, hedged=hedged, money=money is not None)
    amount.unit = money[0] if money else None
    return amount


def _read_single_period(tokens: Tokens, index: int) -> Amount | None:
    """Read "for a year", "more than a week" as one of them."""
    if tokens.lows[index] not in ("a", "an") or tokens.low(index - 1) not in words("scales", "measuring"):
        return None
    lasting = tokens.low(index - 1) == "for" and tokens.low(index + 1) not in _SPANS
    unit = (
        read_unit(tokens, index + 1, 1.0, 1.0)
        if tokens.low(index + 1) in words("scales", "periods") and not lasting
        else None
    )
    if unit is None or tokens.low(unit[1]) in ("ago", "earlier", "later", "of", "-"):
        return None
    return Amount(index, index + 1, unit[1], 1.0, 1.0, unit=unit[0])


_SPANS = frozenset("year month week decade".split())


def _is_hour(tokens: Tokens, index: int, end: int) -> bool:
    """Tell "at nine o'clock", "after six in the evening", "the bottom three" and "mum-of-two"."""
    before = tokens.low(index - 1)
    if before == "-" and tokens.glued(index) and tokens.kind(index - 2) == WORD:
        if tokens.low(index - 2) == "of" and tokens.low(index - 3) == "-":
            return True  # "mum-of-two", "best-of-five"
        return tokens.low(index - 2) in ("top", "bottom", "then") or tokens.capital(index - 2)
    alone = end - index == 1
    if (tokens.low(end) == "past" and tokens.low(end + 1) in number_words()) or _is_past(tokens, index):
        return True  # "twenty past one"
    if is_minutes_to(tokens, index, end) or is_minutes_to(tokens, index - 2, index - 1):
        return True  # "at twenty to three"
    return alone and (is_clock(tokens, index) or before in ("bottom", "top") or is_designated(tokens, index))


def _is_past(tokens: Tokens, index: int) -> bool:
    return tokens.low(index - 1) == "past" and tokens.low(index - 2) in ("half", "quarter")


def _opens_ordinal(tokens: Tokens, end: int) -> bool:
    after = tokens.low(end + 1) if tokens.low(end) == "-" else tokens.low(end)
    return after in _ORDINALS


_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())


def _read_counted(tokens: Tokens, amount: Amount) -> None:
    """Read the unit, the rate and the noun after the number into the amount."""
    end = amount.last
    if amount.unit is None and amount.kind in ("number", "vague"):
        start = end + 1 if amount.kind == "vague" and tokens.low(end) == "of" else end
        unit = read_unit(tokens, start, amount.high, amount.scale)
        if unit is not None:
            amount.unit, amount.last = unit
    elif amount.money:
        _pass_repeated_money(tokens, amount)
    amount.phrase_end = amount.last
    rate = read_rate(tokens, amount.last, amount.unit) or read_rate_word(tokens, amount.last)
    if amount.unit is not None and rate is not None:
        amount.rate, amount.phrase_end = rate
        return
    if amount.unit is None or amount.kind == "ratio":
        _read_counted_noun(tokens, amount)


def _pass_repeated_money(tokens: Tokens, amount: Amount) -> None:
    """Pass over a currency printed twice: "$5 US dollars"."""
    if tokens.low(amount.last) in ("us", "dollars", "u.s.", "euros", "pounds"):
        unit = read_unit(tokens, amount.last, amount.high, amount.scale)
        if unit is not None:
            amount.unit, amount.last = unit


def _read_counted_noun(tokens: Tokens, amount: Amount) -> None:
    start = amount.last
    if amount.kind in ("vague", "ratio") and tokens.low(start) == "of":
        start += 1
        if tokens.low(start) in ("what", "which"):
            return
        if tokens.low(start) in ("the", "its", "their", "his", "her", "our", "all"):
            start += 1
    found = read_noun(tokens, _pass_measured(tokens, pass_bound(tokens, start)), amount.high)
    if found is not None:
        amount.noun, amount.population, amount.phrase_end = found
        if amount.unit is None and amount.noun in pairs("units", "durations") and amount.kind == "number":
            amount.unit, amount.noun = pairs("units", "durations")[amount.noun], None  # "9,400 flying hours"
        rate = read_rate(tokens, amount.phrase_end, None) or read_rate_word(tokens, amount.phrase_end)
        if rate is not None:
            amount.rate = rate[0]


def _pass_measured(tokens: Tokens, index: int) -> int:
    """Pass over "500-pound" in "two 500-pound bombs"."""
    if tokens.kind(index) != NUMBER or tokens.glued(index):
        return index
    joined = tokens.glued(index + 1) or tokens.low(index + 1) == "-"
    unit = read_unit(tokens, index + 1, 2.0, 1.0) if joined else None
    return unit[1] if unit else index


def _is_no_figure(tokens: Tokens, amount: Amount) -> bool:
    if amount.kind in ("zero", "shirt", "vague", "vote"):
        return False
    if amount.kind == "ratio":
        return False
    return (
        is_year(tokens, amount)
        or is_name(tokens, amount)
        or is_coined(tokens, amount)
        or is_pronoun(tokens, amount)
        or is_address(tokens, amount)
        or is_named_word(tokens, amount)
    )
