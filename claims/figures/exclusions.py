"""Numbers that are no figures though no date: codes, names, addresses, pronouns."""

from __future__ import annotations

from claims.figures.amounts import Amount
from claims.figures.days import is_date_or_time
from claims.figures.designations import is_designated
from claims.figures.events import is_spared
from claims.figures.lexicon import numbers, pairs, words
from claims.figures.nouns import is_plural, kind_of
from claims.figures.numerals import number_words
from claims.figures.tokens import NUMBER, SKIP, WORD, Tokens

_HYPHENS = frozenset("-–‑—")
_LONGEST_PLAIN = 7


def is_excluded_number(tokens: Tokens, index: int) -> bool:
    """Tell from the digits at ``index`` and their neighbours that they are a date, a time, a code or a name."""
    printed = tokens.printed[index]
    if printed[0] == "." and not tokens.glued(index + 1) and tokens.low(index + 1) not in ("%", "percent", "per"):
        return True
    if (printed.isdigit() and len(printed) > _LONGEST_PLAIN) or _opens_with_nought(printed):
        return True
    if _opens_with_nought(tokens.word(index - 2)) and tokens.low(index - 1) in _HYPHENS and tokens.glued(index):
        return True  # "09.00-17.00"
    if tokens.low(index - 1) in ("'", "’") and tokens.glued(index) and len(printed) == 2:
        return not tokens.glued(index - 1)  # "the spring of '78"
    return (
        is_date_or_time(tokens, index)
        or _is_joined_to_name(tokens, index)
        or is_designated(tokens, index)
        or _is_ranked(tokens, index)
        or _is_age_class(tokens, index)
    )


def _is_age_class(tokens: Tokens, index: int) -> bool:
    """Tell the teams of "the under-19 championship", "an under-12s game"."""
    joined = tokens.low(index - 1) in _HYPHENS and tokens.glued(index)
    if tokens.low(index - 2 if joined else index - 1) not in ("under", "over"):
        return False
    plural = tokens.low(index + 1) == "s" and tokens.glued(index + 1)
    return plural or (joined and tokens.printed[index] in _YOUTH and tokens.low(index + 1) not in _HYPHENS)


_YOUTH = frozenset(str(age) for age in range(6, 24))


def _opens_with_nought(printed: str) -> bool:
    """Tell "09.00" and "007" from "0.9"."""
    return len(printed) > 1 and printed[0] == "0" and printed[1].isdigit()


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
        if before == "." and tokens.glued(index - 1) and tokens.kind(index - 2) == WORD:
            return tokens.word(index - 2) not in ("Rs", "Re")
        if before in _HYPHENS and tokens.glued(index - 1) and tokens.kind(index - 2) == WORD:
            if tokens.kind(index - 3) == NUMBER and tokens.glued(index - 2):
                return False
            return before != "—" and not _may_precede(tokens, index - 2)
        if before in _HYPHENS and tokens.kind(index - 2) == NUMBER and tokens.glued(index - 1):
            return is_designated(tokens, index - 2)  # "ISO 9001-3"
    return tokens.low(index - 1) in ("®", "™")


def _is_ranked(tokens: Tokens, index: int) -> bool:
    """Tell a jersey number in brackets and "K to 12"."""
    if tokens.low(index - 1) == "[" or (tokens.low(index + 1) == "." and _opens_point(tokens, index)):
        return True
    small = len(tokens.printed[index]) == 1 or tokens.printed[index] in ("10", "11", "12", "13")
    if tokens.low(index - 1) == "(" and tokens.low(index + 1) == ")":
        return small and tokens.kind(index - 2) == WORD and tokens.capital(index - 2)
    return tokens.low(index - 1) == "to" and tokens.word(index - 2) == "K"


def _opens_point(tokens: Tokens, index: int) -> bool:
    """Tell the number of a point in a list: "7. Share what works"."""
    alone = index == 0 or tokens.low(index - 1) == "."
    opens = tokens.capital(index + 2) or index + 2 >= tokens.count or tokens.kinds[index + 2] == NUMBER
    return alone and not tokens.glued(index) and opens


def _is_code(tokens: Tokens, index: int) -> bool:
    return tokens.word(index) in pairs("units", "codes") or (
        tokens.low(index) in ("us", "a") and tokens.low(index - 1) == "$"
    )


def _may_precede(tokens: Tokens, index: int) -> bool:
    """Tell "sub-50", "mid-30", "a-5" apart from names: only plain lower-case words may carry a joined number."""
    return tokens.low(index) in ("sub", "pre", "minus", "plus", "under", "over", "to", "magnitude") or _is_code(
        tokens, index
    )


def is_name(tokens: Tokens, amount: Amount) -> bool:
    """Tell that the number belongs to the capitalised word before it: "France 2", "Nikkei 225"."""
    before = amount.first - 1
    plain = amount.number_end - amount.first == 1 and not amount.unit and amount.scale == 1.0
    word = tokens.word(before)
    counted = amount.noun and (kind_of(amount.noun) is not None or _may_count(tokens, amount))
    if word.endswith(("'s", "’s")) or (word.lower() == "s" and tokens.low(before - 1) in ("'", "’")):
        return False  # "the league's 40,000 or so members"
    if not plain or counted or tokens.kind(before) != WORD or word.islower():
        return False
    word = word.lower()
    if word in words("exclusions", "function words") or _is_event_word(word):
        return False
    return tokens.kinds[amount.first] == NUMBER or tokens.capital(amount.first)


def _may_count(tokens: Tokens, amount: Amount) -> bool:
    """Tell "In Gaza 12 trucks" and "Firm Buys 12 Plants" from "Explorer 9 releases"."""
    if not is_plural(tokens, amount.phrase_end - 1):
        return False
    before = tokens.low(amount.first - 1)
    dated = before in words("exclusions", "months") or before.endswith("day")
    placed = tokens.low(amount.first - 2) in ("in", "on", "at", "from", "near")
    return dated or placed or tokens.capital(amount.phrase_end - 1)


def is_named_word(tokens: Tokens, amount: Amount) -> bool:
    """Tell "Big Four" and "Channel Five" by their capitals inside a sentence."""
    first = amount.first
    inside = tokens.kinds[first] == WORD and tokens.capital(first) and not tokens.opens_sentence(first)
    if not inside or tokens.word(first).isupper():
        return False
    before = tokens.capital(first - 1) and tokens.kind(first - 1) == WORD
    noun = amount.noun is not None and is_plural(tokens, amount.phrase_end - 1)
    return (
        before
        and not noun
        and tokens.low(first - 1) not in words("exclusions", "function words")
        and tokens.lows[first] in numbers("scales", "ones")
    )


def is_coined(tokens: Tokens, amount: Amount) -> bool:
    """Tell "76ers", "5G", "4K video" and "two-sided" from numbers with a unit or a counted noun."""
    end = amount.number_end
    if amount.unit is not None:
        return False
    if tokens.kinds[amount.first] == NUMBER and tokens.kind(end) == WORD and tokens.glued(end):
        return True
    if tokens.low(end) in ("-", "‑") and tokens.glued(end) and tokens.glued(end + 1) and tokens.kind(end + 1) == WORD:
        return _is_empty_compound(tokens.low(end + 1))
    return amount.scale == 1000 and amount.high in (4000, 8000) and tokens.word(end - 1) == "K"


def _is_empty_compound(part: str) -> bool:
    """Tell "13-play drive" and "three-sided" from "five-member panel" and "10,000-plus jobs"."""
    if part in words("exclusions", "counted compounds"):
        return False
    if part in words("exclusions", "compounds"):
        return True
    return part.endswith(("ed", "something"))


def _is_event_word(word: str) -> bool:
    return word in pairs("events", "active") or word in pairs("events", "participles") or word in words("bounds", "up")


def is_address(tokens: Tokens, amount: Amount) -> bool:
    """Tell "10 Downing Street": capitalised words up to the word for a street follow."""
    for index in range(amount.number_end, amount.number_end + 5):
        if tokens.kind(index) == SKIP and index > amount.number_end - 1:
            continue
        if not tokens.capital(index):
            return False
        if (index > amount.number_end or tokens.capital(index + 1)) and tokens.low(index) in words(
            "exclusions", "streets"
        ):
            return True
    return False


def _is_one_of_them(tokens: Tokens, amount: Amount) -> bool:
    """Tell "one is unaccounted for" and "one was killed"."""
    if amount.noun or tokens.low(amount.first - 1) in words("exclusions", "before one"):
        return False
    return tokens.low(amount.number_end) in _FARES and is_spared(tokens, amount.number_end)


_FARES = frozenset("is was has remains died".split())


def _counts(tokens: Tokens, index: int) -> bool:
    """Tell whether a number stands at ``index``, "the" before it passed over."""
    index += tokens.low(index) == "the"
    return tokens.kind(index) == NUMBER or tokens.low(index) in number_words()


def is_pronoun(tokens: Tokens, amount: Amount) -> bool:
    """Tell "one of the officials", "the two", "no one else" from numbers that count something."""
    word, before, after = tokens.lows[amount.first], tokens.low(amount.first - 1), tokens.low(amount.number_end)
    if word == "one" and after in ("day", "night"):
        return before in ("", ",", '"', "“", "and", "that")
    if tokens.kinds[amount.first] == NUMBER or amount.number_end - amount.first > 1 or amount.unit:
        return False
    if before == ":" or (after in ("to", "or", "-", "–") and tokens.low(amount.number_end + 1) in number_words()):
        return False
    if word == "one" and _is_one_of_them(tokens, amount):
        return False
    if word == "one":
        barred = before in words("exclusions", "before one") or after in words("exclusions", "after one")
        misread = (amount.noun or "").endswith(("s", "ed")) and kind_of(amount.noun or "") is None
        return barred or misread or not amount.noun or tokens.low(amount.first - 1) == "one"
    if word not in number_words() or amount.noun:
        return False
    if after == "of" and _counts(tokens, amount.number_end + 1):
        return False  # "only two of eleven"
    if before == "of" and tokens.low(amount.first - 2) in words("exclusions", "sized"):
        return False  # "a margin of seven"
    return before in words("exclusions", "pronouns") and amount.high <= 10
