"""How dates are written: one pattern for each kind, looked for only where one of its words stands."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claims.dates.words import numbers_of

_MONTH = (
    r"(?P<mon>january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])\.?)(?![a-z])"
)
_WEEKDAY = r"(?P<wd>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_SHORT_WEEKDAY = (
    r"(?:(?P<wd>(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?,?\s+(?:the\s+)?)?"
)
_YEAR = r"(?P<y>(?:1[5-9]|20)\d\d)(?!\d|\s?(?:gmt|utc|hours|hrs|local\s)\b|\s\d{3}\s\d{3}\b)"
_YEAR_2 = _YEAR.replace("<y>", "<y2>")
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?![\w%])"
_LIST = (
    r"(?P<more>(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s*&\s*|\s+to\s+|\s*[-–]\s*)"
    r"\d{1,2}(?:st|nd|rd|th)?(?![:.,]\d|\w|%|\s+(?:months?|weeks?|days?|hours?|years?|people|men|women|per)\b)){0,6})"
)
_NUMBER = (
    r"(?P<n>\d{1,4}|a couple of|a couple|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen|eighteen|twenty|thirty|forty|fifty)"
)
_UNIT = r"(?P<u>day|week|month|year|decade|century|quarter|fortnight)"
_NEAR = (
    r"(?P<rel>this past|this coming|last|this|next|past|coming|the past|the coming|the current|current|the previous"
    r"|previous|the following|following|the same|same|the next)"
)
_NOT_COUNTED = r"(?!\s*(?:percent|per cent|pc\b|%|°|,\d{3}|\.\d|:\d|-\d{3}))"

_MONTHS = frozenset(numbers_of("months"))
_WEEKDAYS = frozenset(word for word in numbers_of("weekdays") if word.endswith("day"))
_UNITS = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades", "century",
                    "quarter", "quarters", "fortnight", "centuries"})  # fmt: skip
_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_NEAR_WORDS = frozenset({"last", "this", "next", "past", "coming", "current", "previous", "following", "same"})
_DIGITS = frozenset({"0"})
"""Stands for any digit among the words of a text."""
_FULL_YEAR = frozenset({"0000"})
"""Stands for four digits in a row."""
_DECADES = frozenset({"0s"})
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
"""What ends the number of a day: "the 4th"."""


class Kind(NamedTuple):
    """A way of writing dates: the words one of which must stand in the text, and the pattern, on lower case."""

    name: str
    gate: frozenset[str]
    pattern: str
    also: frozenset[str] = frozenset()
    """Words one of which must stand there beside those of the gate; empty where those are enough."""


KINDS = (
    Kind("iso", _FULL_YEAR, r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?![\d-]|\.\d)"),
    Kind(
        "numeric", _DIGITS, r"(?<![\d/.])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\d/])"
    ),
    Kind(
        "week of",
        frozenset({"week"}),
        rf"\bweek\s+(?:of|beginning|starting)\s+{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?",
        _DIGITS,
    ),
    Kind(
        "month day",
        _MONTHS,
        rf"\b{_SHORT_WEEKDAY}{_MONTH}\s+(?:the\s+)?{_DAY}{_NOT_COUNTED}{_LIST}(?:(?:,\s*|\s+){_YEAR})?",
        _DIGITS,
    ),
    Kind(
        "day month",
        _MONTHS,
        rf"\b{_SHORT_WEEKDAY}(?:the\s+)?(?P<before>(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s*,\s*|\s+and\s+|\s+to\s+|\s*[-–]\s*)){{0,4}})"
        rf"{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?",
        _DIGITS,
    ),
    Kind(
        "part",
        _MONTHS,
        rf"\b(?P<edge>early|late)(?:-|\s+(?:in\s+)?){_MONTH}(?:,?\s+(?:of\s+)?{_YEAR_2}|(?!\s+(?:the\s+)?\d))",
        frozenset({"early", "late"}),
    ),
    Kind("month year", _MONTHS, rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}", _DIGITS),
    Kind("weekday date", _WEEKDAYS, rf"\b{_WEEKDAY},?\s+(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)\b", _ENDINGS),
    Kind("near weekday", _WEEKDAYS, rf"\b{_NEAR}\s+{_WEEKDAY}\b", _NEAR_WORDS),
    Kind(
        "weekday of week", _WEEKDAYS, rf"\b{_WEEKDAY}\s+(?:of\s+)?(?P<rel>last|this|next)\s+week\b", frozenset({"week"})
    ),
    Kind("weekday", _WEEKDAYS, rf"\b{_WEEKDAY}\b"),
    Kind(
        "quarter",
        frozenset({"quarter"}),
        r"\b(?P<q>first|second|third|fourth|final|last|opening|1st|2nd|3rd|4th)[\s-](?:fiscal[\s-])?quarter"
        rf"(?:\s+(?:of|in)\s+(?:fiscal\s+)?(?:{_YEAR}|(?P<yr>last|this|next)\s+year)|\s+{_YEAR_2})?\b",
    ),
    Kind(
        "named quarter",
        frozenset({"quarter"}),
        rf"\b(?P<q>march|june|september|december)\s+quarter(?:\s+(?:of|in)\s+{_YEAR}|\s+{_YEAR_2})?\b",
    ),
    Kind("short quarter", frozenset({"q"}), rf"\bq(?P<q>[1-4])(?:\s+(?:of\s+)?{_YEAR})?\b", _DIGITS),
    Kind(
        "half",
        frozenset({"half"}),
        rf"\b(?P<h>first|second)\s+half(?:\s+of\s+(?:{_YEAR}|(?P<yr>last|this|next|the)\s+year))?(?!\s+of\b|\s+time)\b",
    ),
    Kind(
        "end",
        frozenset({"end", "close", "start", "beginning", "middle"}),
        rf"\b(?P<edge>end|close|start|beginning|middle)\s+of\s+(?:(?P<rel>the|this|last|next)\s+(?P<u>week|month|year|decade)\b"
        rf"|{_YEAR}|{_MONTH}(?:\s+{_YEAR_2})?)",
    ),
    Kind("mid", frozenset({"mid"}), rf"\b(?P<edge>mid)[\s-](?:{_YEAR}(?!s)|{_MONTH}(?:\s+{_YEAR_2})?)"),
    Kind(
        "holiday",
        frozenset({"christmas", "easter", "year"}),
        r"\b(?P<hol>christmas(?:\s+(?:day|eve))?|new\s+year['’]s\s+(?:day|eve)|easter(?:\s+(?:sunday|monday))?)"
        rf"(?:\s+{_YEAR})?\b",
    ),
    Kind(
        "near unit",
        _UNITS,
        rf"\b{_NEAR}\s+(?:calendar\s+|fiscal\s+|financial\s+)?{_UNIT}\b(?!['’]s\b|\s*-?\s*(?:old|long)\b|\s+of\b)",
        _NEAR_WORDS,
    ),
    Kind("near month", _MONTHS, rf"\b{_NEAR}\s+{_MONTH}", _NEAR_WORDS),
    Kind("season", _SEASONS, rf"\b(?:{_NEAR}\s+)?(?P<s>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?{_YEAR})?\b"),
    Kind("ago", frozenset({"ago"}), rf"\b{_NUMBER}\s+{_UNIT}s?\s+ago(?P<to>\s+today|\s+to\s+the\s+day)?\b"),
    Kind("year earlier", frozenset({"earlier"}), r"\b(?:a\s+)?year\s+earlier\b"),
    Kind(
        "in units",
        _UNITS,
        rf"\b(?P<reach>in|within)\s+{_NUMBER}\s+{_UNIT}s?\b(?!\s+(?:of|to|ended|through)\b)",
        frozenset({"in", "within"}),
    ),
    Kind("weekend", frozenset({"weekend"}), rf"\b(?:(?:{_NEAR}|the)\s+)?(?P<we>weekend)\b"),
    Kind(
        "near day",
        frozenset({"today", "tonight", "yesterday", "tomorrow", "morning", "afternoon", "evening", "night"}),
        r"\b(?P<near>the day (?:before yesterday|after tomorrow)|(?:yesterday|tomorrow)\s+(?:morning|afternoon|evening)"
        r"|tomorrow night|yesterday|tomorrow|today(?!['’]s)|tonight|this\s+(?:morning|afternoon|evening)"
        r"|last\s+night)\b",
    ),
    Kind(
        "overnight",
        frozenset({"overnight"}),
        r"\bovernight\b(?!\s+(?:emergency|services?|care|stays?|curfews?|flights?|trains?|bus(?:es)?|ferry|ferries|parking"
        r"|guests?|closures?|shifts?|fees?|delivery|accommodation|success|sensation|rates?|lending|funding|trips?|bags?)\b)",
    ),
    Kind(
        "nth",
        _ENDINGS,
        r"(?<=\b(?:on|of|by|to) )the\s+(?P<d>\d{1,2})(?:st|nd|rd|th)\b(?=\s*(?:[,.;:)(\"'”’—–-]|$"
        r"|(?:and|at|in|that|to|the|local|when|after|before|as|with|by|it|he|she|they|is|was|will|for|from|may|might|could"
        r"|would|should|has|had|are|were|or|but|\d)\b))",
        _DIGITS,
    ),
    Kind("decade", _DECADES, r"(?<![\w$£€,.])(?P<ten>(?:1[5-9]|20)\d)0s\b|(?<!\w)['’](?P<short>\d)0s\b", _DIGITS),
    Kind(
        "years",
        _FULL_YEAR,
        rf"(?<![\w,.$£€#/:-]){_YEAR}(?:\s?[-–]\s?|/)(?P<to>(?:1[5-9]|20)?\d\d)(?![\w/-]|[,.:]\d)",
    ),
    Kind("month", _MONTHS, rf"\b{_MONTH}(?!\s*\d)"),
    Kind("year", _FULL_YEAR, rf"(?<![\w,.$£€#/:-]){_YEAR}(?![\w/]|[,.:]\d|-\d{{3}})"),
)


_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_FOUR_DIGITS = re.compile(r"\d\d\d\d")


def kinds_in(low: str) -> list[Kind]:
    """Return the kinds that a text in lower case may hold, by its words, in the order in which they are looked for."""
    words = set(_WORD.findall(low))
    if _DIGIT.search(low):
        words.add("0")
        if "0s" in low:
            words.add("0s")
        if _FOUR_DIGITS.search(low):
            words.add("0000")
    gates = _kinds_by_word()
    found = {at for word in gates.keys() & words for at in gates[word]}
    return [KINDS[at] for at in sorted(found) if not (KINDS[at].also and KINDS[at].also.isdisjoint(words))]


@cache
def _kinds_by_word() -> dict[str, tuple[int, ...]]:
    words = {word for kind in KINDS for word in kind.gate}
    return {word: tuple(at for at, kind in enumerate(KINDS) if word in kind.gate) for word in words}


@cache
def compiled(kind: Kind) -> re.Pattern[str]:
    """Return the pattern of a kind, compiled when first needed."""
    return re.compile(kind.pattern)
