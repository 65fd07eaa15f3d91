"""The words of dates and times, as numbers."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from claims.patterns import Gated, lazy
from claims.wordlists import read_pairs, read_words

_LIST = Path(__file__).parent / "data" / "calendar.txt"


@cache
def numbers_of(section: str) -> dict[str, int]:
    """Return the words of a section of the calendar list with their whole numbers."""
    return {word: int(value) for word, value in read_pairs(_LIST)[section].items()}


def words_of(section: str) -> frozenset[str]:
    """Return the words of a section."""
    return read_words(_LIST)[section]


@cache
def hours_of(section: str) -> dict[str, tuple[int, int]]:
    """Return the words of a section with the two numbers of their range, minutes of the day where hours are given."""
    return {word: (_number(a), _number(b)) for word, a, b in _ranges(section)}


def zone_of(words: str) -> str | None:
    """Return the UTC offset of a time zone as named, two where it has a summer time, None where it is not known."""
    name, lists = words.lower().strip(), read_pairs(_LIST)
    if counted := _OFFSET.fullmatch(name):
        return f"{'-' if counted[1] in '-−' else '+'}{int(counted[2]):02d}:{counted[3] or '00'}"
    return lists["zones"].get(name) or lists["summer zones"].get(name)


_OFFSET = lazy(r"(?:utc|gmt)\s?([+−-])([01]?\d)(?::([0-5]\d))?")
"""UTC+2, GMT-5:30."""


def month_number(word: str) -> int:
    """Return the number of a month, also of its abbreviation: "Sept." gives 9."""
    return numbers_of("months")[word.lower().strip(". ")[:3]]


def weekday_number(word: str) -> int:
    """Return the number of a weekday, Monday 0."""
    return numbers_of("weekdays")[word.lower()[:3]]


def count_of(word: str) -> int | None:
    """Return a number in digits or words."""
    return int(word) if word.isdecimal() else numbers_of("numbers").get(word.lower())


@cache
def future_marker() -> Gated:
    """Return the pattern of the words that put a bare date into the future."""
    anywhere, adjacent = _either("future"), _either("future just before")
    words = (word for section in ("future", "future just before") for word in read_pairs(_LIST)[section])
    return Gated(rf"(?:\b|(?='))(?:{anywhere})\b|\b(?:{adjacent})\s+(?:the\s+)?$", *words)


@cache
def game_words() -> re.Pattern[str]:
    """Return the pattern of the words beside which a half is one of a game."""
    return re.compile(rf"\b(?:{_either('of a game')}|\d-\d)\b")


@cache
def price_words() -> re.Pattern[str]:
    """Return the pattern of the words beside which a number with a point is a price and no time of day."""
    return re.compile(rf"\b(?:{_either('of a price')})\b")


def _either(section: str) -> str:
    return "|".join(map(re.escape, sorted(read_pairs(_LIST)[section], key=len, reverse=True)))


def _ranges(section: str) -> list[tuple[str, str, str]]:
    return [(word, *value.split("-")) for word, value in read_pairs(_LIST)[section].items()]  # type: ignore[misc]


def _number(text: str) -> int:
    hours, colon, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes) if colon else int(hours)
