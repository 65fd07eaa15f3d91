"""When and at what it was said: the day and the happening that stand beside a cue."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from claims.patterns import Gated, lazy
from claims.wordlists import read_pairs, read_words

_BEFORE = lazy(
    r"\b(?:in|at|during|via|on|by|to|issued|gave|with|after)\s+"
    r"(?:(?:an?|the|his|her|their|its|this|that)\s+)?(?:[\w’'-]+\s+){0,4}\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_REACH = 80
_FILE = Path(__file__).parent / "data" / "occasions.txt"


@cache
def occasion_words(section: str) -> frozenset[str]:
    """Return a section of the list of occasions."""
    return read_words(_FILE)[section]


@cache
def _pairs(section: str) -> dict[str, int]:
    return {word: int(number) for word, number in read_pairs(_FILE)[section].items()}


@cache
def _occasion() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, occasion_words("occasions")), key=len, reverse=True))
    return re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE)


@cache
def _opening_words() -> frozenset[str]:
    return frozenset(match.group() for noun in occasion_words("occasions") if (match := _WORD.match(noun)))


def _may_name_occasion(words: str) -> bool:
    return not _opening_words().isdisjoint(_WORD.findall(words.lower()))


@cache
def _day() -> Gated:
    months = "|".join(sorted(_pairs("months"), key=len, reverse=True))
    return Gated(
        rf"\b(?:(?P<month>{months})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{months})\b)(?:,?\s+(?P<year>\d{{4}}))?",
        *_pairs("months"),
        flags=re.IGNORECASE,
    )


@cache
def _relative() -> Gated:
    weekdays = "|".join(_pairs("weekdays"))
    return Gated(
        rf"\b(?:(?:on|late|early|last|this)\s+)*(?P<weekday>{weekdays})\b(?! (?:an?|as)\b)"
        r"|\b(?P<word>today|yesterday)\b|\bon the (?P<ordinal>\d{1,2})(?:st|nd|rd|th)\b",
        *_pairs("weekdays"),
        *("today", "yesterday", "on the "),
        flags=re.IGNORECASE,
    )


def find_occasion(words: str) -> str | None:
    """Return the noun for the happening at which something was said: interview, statement, news conference."""
    for match in _occasion().finditer(words) if _may_name_occasion(words) else ():
        if _BEFORE.search(words, max(0, match.start() - _REACH), match.start()):
            return match.group().lower()
    return None


def find_day(words: str, published: str | None) -> str | None:
    """Return the ISO day that a date expression names, seen from the day of publication; None without one."""
    if not words or words.isspace():
        return None
    anchor = _parse(published)
    match = _day().search(words) if any(map(str.isdigit, words)) else None
    if match is not None:
        return _absolute_day(match, anchor)
    match = _relative().search(words)
    return None if match is None or anchor is None else _relative_day(match, anchor)


def _parse(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _absolute_day(match: re.Match[str], anchor: date | None) -> str | None:
    month = _pairs("months")[(match["month"] or match["month2"]).lower()]
    number = int(match["day"] or match["day2"])
    if match["year"]:
        return _iso(int(match["year"]), month, number)
    if anchor is None:
        return None
    days = [_iso(year, month, number) for year in (anchor.year, anchor.year - 1)]
    past = [day for day in days if day is not None and day <= (anchor + timedelta(days=1)).isoformat()]
    return past[0] if past else None


def _relative_day(match: re.Match[str], anchor: date) -> str | None:
    if match["weekday"]:
        back = (anchor.weekday() - _pairs("weekdays")[match["weekday"].lower()]) % 7
        return (anchor - timedelta(days=back)).isoformat()
    if match["word"]:
        return (anchor - timedelta(days=match["word"].lower() == "yesterday")).isoformat()
    number = int(match["ordinal"])
    day = _iso(anchor.year, anchor.month, number)
    if day is not None and day <= anchor.isoformat():
        return day
    last = anchor.replace(day=1) - timedelta(days=1)
    return _iso(last.year, last.month, number)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
