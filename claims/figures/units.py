"""The unit printed with a number: money before or after it, per cent, measures, ages, rates."""

from __future__ import annotations

from claims.figures.lexicon import numbers, pairs, phrases, words
from claims.figures.tokens import NUMBER, WORD, Tokens

_HYPHENS = frozenset("-‑")


def read_money_before(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Return the currency printed before the number at ``index`` ("US$", "£", "Rs") and where it starts."""
    before = index - 1
    if tokens.low(before) == "." and tokens.word(before - 1) in ("Rs", "Re"):
        return pairs("units", "codes")[tokens.word(before - 1)], before - 1
    word = tokens.low(before)
    if word in ("-", "−") and tokens.low(before - 1) in _SIGNS:
        before, word = before - 1, tokens.low(before - 1)
    if word in pairs("units", "symbols"):
        longer = tokens.low(before - 1) + word
        apart = tokens.word(before - 1).isupper() and len(tokens.word(before - 1)) > 1
        if (tokens.glued(before) or apart) and longer in pairs("units", "symbols"):
            return pairs("units", "symbols")[longer], before - 1
        return pairs("units", "symbols")[word], before
    if word in ("us", "a") and tokens.low(before - 1) == "$" and tokens.glued(before) and tokens.glued(index):
        return pairs("units", "symbols")[word + "$"], before - 1
    if tokens.glued(index) and tokens.word(before) in pairs("units", "letters") and _is_sum(tokens, index):
        return pairs("units", "letters")[tokens.word(before)], before
    code = pairs("units", "codes").get(tokens.word(before)) or _read_unknown_code(tokens, index)
    return (code, before) if code else None


def _read_unknown_code(tokens: Tokens, index: int) -> str | None:
    """Read the code of a currency that no list has by its form: three capitals joined to a sum, "XQD40 million"."""
    code = tokens.word(index - 1)
    coded = len(code) == _CODE and code.isascii() and code.isupper() and tokens.glued(index)
    return code if coded and _is_sum(tokens, index) else None


_CODE = 3


def _is_sum(tokens: Tokens, index: int) -> bool:
    """Tell the number of "R1.2bn" and "R350,000" from a name such as "R2"."""
    after = tokens.low(index + 1)
    scaled = after in numbers("scales", "scales") or (
        after in numbers("scales", "suffixes") and tokens.glued(index + 1)
    )
    return scaled or "," in tokens.printed[index]


_SIGNS = frozenset("$€£")


def read_unit(tokens: Tokens, index: int, value: float, scale: float) -> tuple[str, int] | None:
    """Return the unit that starts at ``index``, just after a number, and the index after it."""
    start = index + 1 if tokens.low(index) in _HYPHENS and _joins(tokens, index) else index
    for name in ("percent", "age", "currencies", "durations"):
        found = phrases("units", name).match_at(tokens, start)
        if found is not None and (name != "currencies" or _is_currency(tokens, start)):
            return found
    code = pairs("units", "codes").get(tokens.word(start))
    if code is not None and tokens.word(start).isupper() and len(tokens.word(start)) == 3:
        return code, start + 1
    if tokens.low(start) in ("pound", "pounds"):
        return _read_pounds(tokens, start, scale)
    if tokens.low(start) == "s" and value >= 100:
        return None
    lettered = _read_letter(tokens, start, start == index)
    if lettered is not None:
        return lettered
    found = phrases("units", "measures").match_at(tokens, start)
    if found is not None and not _is_acronym(tokens, start):
        return _read_speed(tokens, found)
    if tokens.low(start) in _SIGNS and tokens.kind(start + 1) != NUMBER and value:
        return pairs("units", "symbols")[tokens.low(start)], start + 1
    return None


def _read_speed(tokens: Tokens, found: tuple[str, int]) -> tuple[str, int]:
    """Read on from a length to the hour: "210 km/h"."""
    unit, end = found
    if unit in ("km", "mile") and tokens.low(end) == "/" and tokens.low(end + 1) in ("h", "hr", "hour"):
        return f"{unit} per hour", end + 2
    return found


def _read_letter(tokens: Tokens, start: int, direct: bool) -> tuple[str, int] | None:
    """Read "km2", "40m", "5 V", "30 C"."""
    word = tokens.low(start)
    if word in _RAISED and tokens.low(start + 1) == "2" and tokens.glued(start + 1):
        return _RAISED[word], start + 2
    glued = tokens.glued(start) and direct and tokens.word(start).islower()
    if (glued or tokens.word(start) in ("W", "V")) and word in pairs("units", "glued"):
        return pairs("units", "glued")[word], start + 1
    if word == "kt" and tokens.low(start + 1) == "of":
        return "kilotonne", start + 1
    if tokens.word(start) in _APART and tokens.low(start + 1) in _CLOSERS | _AFTER_UNIT:
        return _APART[word], start + 1
    if tokens.word(start) in ("C", "F") and tokens.low(start + 1) in _CLOSERS:
        return pairs("units", "measures")["° " + word], start + 1
    return None


_APART = {"t": "tonne", "p": "pence"}
"""Letters that stand apart from their number where nothing that they may open follows: "614 t.", "1112 p,"."""
_AFTER_UNIT = frozenset("of at in and from to".split())
_RAISED = {"km": "square km", "m": "square metre"}
_CLOSERS = frozenset(["", ".", ",", ")", "(", ";"])


def _joins(tokens: Tokens, index: int) -> bool:
    """Tell whether the hyphen joins the number to a word: "two-day"."""
    return tokens.glued(index) and tokens.glued(index + 1) and tokens.kind(index + 1) == WORD


def _is_currency(tokens: Tokens, index: int) -> bool:
    """Keep "won", "real" and "rand" where they are verbs, adjectives or names."""
    word = tokens.low(index)
    if word in ("won", "real", "leu", "rand"):
        return (
            tokens.low(index - 1) in pairs("scales", "scales")
            or tokens.low(index - 1) in _HYPHENS
            or (tokens.word(index).islower() and "," in tokens.word(index - 1))
        )
    return True


def _is_acronym(tokens: Tokens, index: int) -> bool:
    """Tell "5 MPs" or "12 min" from a unit that only capitals or a joined number would make."""
    word = tokens.word(index)
    return len(word) == 2 and not tokens.glued(index) and word.lower() in ("mb", "mp", "nm", "db") and word != "MB"


def _read_pounds(tokens: Tokens, index: int, scale: float) -> tuple[str, int]:
    """Decide whether "pounds" are money or weight."""
    if tokens.low(index + 1) == "sterling":
        return "pound", index + 2
    if tokens.lows[index + 1 : index + 3] == ["-", "feet"] or tokens.low(index + 1) in ("feet", "foot"):
        return "pound-foot", index + (3 if tokens.low(index + 1) == "-" else 2)
    near = tokens.lows[max(0, index - 8) : index + 5]
    heavy = not words("units", "weighing").isdisjoint(near) or tokens.low(index + 1) == "of"
    joined = tokens.low(index - 1) in _HYPHENS
    return ("lb" if scale == 1.0 and (heavy or joined) else "pound"), index + 1


def read_rate(tokens: Tokens, index: int, unit: str | None) -> tuple[str, int] | None:
    """Return what the amount is counted per ("per barrel") and the index after it."""
    opener = tokens.low(index)
    thing = index + 2 if opener == "for" and tokens.low(index + 1) in ("each", "every") else index + 1
    if opener not in _PER and thing == index + 1:
        return None
    thing += tokens.low(thing) in _HYPHENS
    word = tokens.low(thing)
    if opener in ("a", "an") and tokens.low(thing + 1) in words("units", "times past"):
        return None
    measured = phrases("units", "measures").match_at(tokens, thing) if opener == "per" else None
    if measured is not None and measured[1] - thing > 1:
        return f"per {measured[0]}", measured[1]
    if opener in ("each", "every") and unit in pairs("units", "durations").values():
        return None
    if word in words("units", "per") or (opener == "per" and unit is not None and word.isalpha()):
        return f"per {_PER_NAMES.get(word, word)}", thing + 1
    return None


_PER = frozenset("per a an each every /".split())
_PER_NAMES = {
    "bbl": "barrel",
    "barrels": "barrel",
    "lb": "pound",
    "oz": "ounce",
    "t": "tonne",
    "liter": "litre",
    "kilometer": "km",
    "kilometre": "km",
    "kilogram": "kg",
}


def read_rate_word(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Return "per year" for "annually", "a day" for "daily"."""
    rate = _RATE_WORDS.get(tokens.low(index))
    return (rate, index + 1) if rate else None


_RATE_WORDS = {
    "annually": "per year",
    "yearly": "per year",
    "daily": "per day",
    "weekly": "per week",
    "monthly": "per month",
}
