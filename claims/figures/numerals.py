"""Numbers in digits and in words, with their scales: "1.2 billion", "3 lakh crore", "twenty-three", "a dozen"."""

from __future__ import annotations

from functools import cache
from unicodedata import numeric

from claims.figures.lexicon import numbers, pairs, phrases, words
from claims.figures.tokens import NUMBER, Tokens

_HYPHENS = frozenset("-‑")
_MOST_SCALES = 3
_MOST_WORDS = 12


def read_digits(tokens: Tokens, index: int, money: bool) -> tuple[float, float, int] | None:
    """Return value, scale and the index after a number in digits with its scale, None where it is none."""
    printed = tokens.printed[index]
    if len(printed) > 20:
        return None
    value = _read_plain(printed)
    value, end, fraction = _add_fraction(tokens, index, value)
    if fraction:
        return value, 1.0, end
    scale, end = _read_scales(tokens, end)
    if scale == 1.0:
        scale, end = _read_suffix(tokens, end, value, money)
    return _multiply(value, scale), scale, end


def _multiply(value: float, scale: float) -> float:
    """Return 4,270,000,000 for 4.27 billion, which floats miss by a hair."""
    return value if scale == 1.0 else float(f"{value * scale:.12g}")


def _read_plain(printed: str) -> float:
    """Return the value of digits with commas or spaces, or of one sign such as "½"."""
    if len(printed) == 1:
        return numeric(printed)
    return float(printed.replace(",", "").replace(" ", "").replace("\u00a0", "").replace("\u202f", ""))


def is_fraction_sign(printed: str) -> bool:
    """Tell "½" from a digit."""
    return len(printed) == 1 and not printed.isdigit()


def _add_fraction(tokens: Tokens, index: int, value: float) -> tuple[float, int, bool]:
    """Read "3/4", "1⁄32", "2 1/2", "2½" and "2 and a half"; the last tells whether it was a bare fraction."""
    if tokens.glued(index + 1) and _is_below(tokens, index + 1) and value < float(tokens.low(index + 2)):
        return value / float(tokens.low(index + 2)), index + 3, True
    if tokens.low(index + 1).isdigit() and _is_below(tokens, index + 2):
        return value + float(tokens.low(index + 1)) / float(tokens.low(index + 3)), index + 4, False
    if tokens.kind(index + 1) == NUMBER and is_fraction_sign(tokens.low(index + 1)):
        return value + numeric(tokens.low(index + 1)), index + 2, False
    after = _pass_and_a_half(tokens, index + 1)
    if after is not None:
        return value + 0.5, after, False
    return value, index + 1, False


def _is_below(tokens: Tokens, index: int) -> bool:
    """Tell a stroke with the lower number of a fraction after it; the sign made for fractions takes any number."""
    below = tokens.low(index + 1)
    if tokens.low(index) == "/":
        return below in _DENOMINATORS
    return tokens.low(index) == "⁄" and below.isdigit() and float(below) > 0


_DENOMINATORS = frozenset("2 3 4 5 6 8 10 12 16".split())


def _pass_and_a_half(tokens: Tokens, index: int) -> int | None:
    """Return the index after "and a half" or "-and-a-half", None where something else stands."""
    for word in ("and", "a", "half"):
        if tokens.low(index) in _HYPHENS:
            index += 1
        if tokens.low(index) != word:
            return None
        index += 1
    return index


def _read_scales(tokens: Tokens, index: int) -> tuple[float, int]:
    """Return the product of the scale words at ``index`` and the index after them."""
    scales, ambiguous = numbers("scales", "scales"), words("scales", "scales before money")
    total, end = 1.0, index
    for _ in range(_MOST_SCALES):
        after = end + 1 if tokens.low(end) in _HYPHENS and tokens.glued(end) else end
        word = tokens.low(after)
        scale = scales.get(word)
        if scale is None or (word in ambiguous and not _names_money(tokens, after + 1)):
            break
        total, end = total * scale, after + 1
        if tokens.low(end) == "." and word in _ABBREVIATED and tokens.low(end + 1) and not tokens.capital(end + 1):
            end += 1
    return total, end


_ABBREVIATED = frozenset({"mln", "bln", "trn", "mn", "bn"})


def _names_money(tokens: Tokens, index: int) -> bool:
    return phrases("units", "currencies").match_at(tokens, index) is not None


def _read_suffix(tokens: Tokens, index: int, value: float, money: bool) -> tuple[float, int]:
    """Return the scale of a letter glued to the number: "55K", "£350m"; a lone ``m`` may be metres."""
    word = tokens.low(index)
    scale = numbers("scales", "suffixes").get(word)
    if (
        scale is None
        or value >= 1000
        or not (tokens.glued(index) or _stands_apart(tokens, index, money))
        or (tokens.glued(index + 1) and tokens.low(index + 1) in "²³23")
    ):
        return 1.0, index
    printed = tokens.word(index)
    if word == "m" and printed == "m" and not money and not _counts_millions(tokens, index, value):
        return 1.0, index
    if word in ("b", "t") and printed.islower() and not money:
        return 1.0, index
    return scale, index + 1


def _stands_apart(tokens: Tokens, index: int, money: bool) -> bool:
    """Tell "$3.5 B" and "8 B people" from a letter that names something."""
    if tokens.word(index) not in ("B", "M", "K", "T"):
        return False
    return money or tokens.low(index + 1) in ("people", "users", "dollars", "euros")


def _counts_millions(tokens: Tokens, index: int, value: float) -> bool:
    """Tell "9.5m users" and "with 2.7m combined sales" from "a 200m race" and "a 1.8m fence"."""
    after = tokens.low(index + 1)
    if after in ("people", "tonnes", "barrels") or _names_money(tokens, index + 1):
        return True
    if after == "of" and tokens.low(index + 2) in _OWNED:
        return True
    if not after.isalpha() or after in _AFTER_METRES or not (value < 100 or value != int(value)):
        return False
    return after.endswith("s") or (value != int(value) and tokens.low(index - 2) not in ("a", "an", "the", "-"))


_OWNED = frozenset("its their his her our your these those them".split())
_AFTER_METRES = frozenset(
    "hurdles finals waves heats seas gusts as is was plus tall high long wide deep thick away from above below in of "
    "and at on or to by for with into off over under per when after before but below inside outside".split()
)


def read_words(tokens: Tokens, index: int) -> tuple[float, float, int, bool] | None:
    """Return value, scale, index after and whether hedged, of a number in words at ``index``."""
    lead = phrases("scales", "leads").match_at(tokens, index)
    if lead is not None:
        scale, end = _read_scales(tokens, lead[1])
        if end > lead[1]:
            hedged = not _HEDGES.isdisjoint(tokens.lows[index : lead[1]])
            return _finish_lead(tokens, float(lead[0]) * scale, scale, end, hedged)
    return _add_up(tokens, index)


_HEDGES = frozenset({"couple", "few"})


def _finish_lead(tokens: Tokens, value: float, scale: float, end: int, hedged: bool) -> tuple[float, float, int, bool]:
    """Add what follows "a hundred and"."""
    after = end + 1 if tokens.low(end) == "and" else end
    if value == scale and scale in (100.0, 1000.0) and tokens.low(after) in number_words():
        rest = _add_up(tokens, after)
        if rest is not None and rest[0] < scale:
            return value + rest[0], 1.0, rest[2], False
    return value, scale if scale != 12.0 else 1.0, end, hedged


def _add_up(tokens: Tokens, index: int) -> tuple[float, float, int, bool] | None:
    """Add up number words: "six hundred and fifty", "twenty-three", "twelve thousand five hundred"."""
    total = current = 0.0
    last, end, scale = "", index, 1.0
    for position in range(index, min(index + _MOST_WORDS, tokens.count)):
        word = tokens.lows[position]
        kind, size = _rank(tokens, position) if last or position == index else ("", 0.0)
        if not kind and ((word in _HYPHENS and tokens.glued(position)) or (word == "and" and last == "scale")):
            continue
        if not kind or not _may_follow(kind, size, last):
            break
        if kind != "scale":
            current, scale = current + size, 1.0
        elif size in (12.0, 100.0):
            current, scale = (current or 1.0) * size, size
        else:
            total, current, scale = total + (current or 1.0) * size, 0.0, size
        last, end = kind, position + 1
    if not last:
        return None
    half = _pass_and_a_half(tokens, end)
    if half is not None:
        scale, after = _read_scales(tokens, half)
        return (total + current + 0.5) * scale, scale, after, False
    return total + current, scale if scale not in (12.0, 100.0) else 1.0, end, False


def _rank(tokens: Tokens, index: int) -> tuple[str, float]:
    """Return whether the word is one of the ones, tens or scales, and its size."""
    word = tokens.lows[index]
    for kind in ("ones", "tens"):
        if word in numbers("scales", kind):
            return kind, numbers("scales", kind)[word]
    size = numbers("scales", "scales").get(word)
    if size is None or (word in words("scales", "scales before money") and not _names_money(tokens, index + 1)):
        return "", 0.0
    return "scale", size


def _may_follow(kind: str, size: float, last: str) -> bool:
    if kind == "ones":
        return last != "ones" and (last != "tens" or 0 < size < 10)
    return last not in ("ones", "tens") if kind == "tens" else bool(last)


@cache
def number_words() -> frozenset[str]:
    """Return the words from zero to ninety."""
    return frozenset(numbers("scales", "ones")) | frozenset(numbers("scales", "tens"))


@cache
def number_openers() -> frozenset[str]:
    """Return every word that may open a number in words."""
    leads = {phrase.split()[0] for phrase in pairs("scales", "leads")}
    return number_words() | leads


def is_negative(tokens: Tokens, index: int, money: bool) -> bool:
    """Tell "minus 4", "-0.6%" and "(-0.6%)" from the dash of "10-15"."""
    before = tokens.low(index - 1)
    if before in ("minus", "negative"):
        return True
    if before == "-" and tokens.low(index - 2) in ("minus", "negative"):
        return True
    if before in ("-", "−") and tokens.glued(index):
        return not tokens.glued(index - 1) or money or tokens.low(index - 2) == "("
    return False
