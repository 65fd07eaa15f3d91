"""What the words of a printed name tell: the family name, a nickname, whether "he" or "she" fits, a country."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.attribution.bodynames import reference_words
from claims.names import country_of, place_of
from claims.patterns import Gated, lazy

_CAPITAL = r"[^\W\d_a-z]"
_NICKNAME = Gated(r"\s*[‘“\"'][^’”\"']{1,30}[’”\"'](?=\s)", "‘", "“", '"', "'")
_DOUBLE_GIVEN = lazy(rf"{_CAPITAL}[a-z]+-[a-z]+")
_LANDS = frozenset(("England", "Scotland", "Wales", "Britain", "Ireland"))


def surname_of(name: str) -> str:
    """Return the family name: the last word, or the first where a double given name stands behind: "Bae Sung-min"."""
    return family_name(name.split())


def family_name(words: Sequence[str]) -> str:
    """Return the family name among the words of a name."""
    given_last = len(words) == 2 and "-" in words[1] and "-" not in words[0] and _DOUBLE_GIVEN.fullmatch(words[1])
    return words[0] if given_last else words[-1]


def is_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter more, less or moved."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1 or place_of(other) is not None:
        return False
    short, long = sorted((one.lower(), other.lower()), key=len)
    if len(short) < len(long):
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    return sorted(short) == sorted(long)


def drop_nickname(name: str) -> str:
    """Return a name without a nickname in quotation marks."""
    return _NICKNAME.sub("", name)


def gender_of_name(name: str) -> str | None:
    """Return ``f`` or ``m`` where the given name of a full name tells it."""
    given = name.split(maxsplit=1)[0] if " " in name else ""
    if given in reference_words("female names"):
        return "f"
    return "m" if given in reference_words("male names") else None


def gender_of(words: str) -> str | None:
    """Return ``f`` or ``m`` where a title or noun among the words tells it."""
    parts = set(re.findall(r"[\w-]+", words))
    if parts & reference_words("female"):
        return "f"
    return "m" if parts & reference_words("male") else None


def ends_with_land(words: Sequence[str]) -> bool:
    """Tell whether a name ends with a country and does not begin with a given name: it is a body's."""
    last = words[-1]
    return (country_of(last) == last or last in _LANDS) and gender_of_name(words[0]) is None
