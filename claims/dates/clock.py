"""Find clock times and parts of the day: "11:50 p.m.", "0915 GMT", "shortly before midnight", "Monday afternoon"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claims.dates.words import count_of, hours_of, price_words, zone_of
from claims.patterns import lazy

_NEAR = (
    r"(?:\b(?P<near>(?:shortly|just|soon|a little) (?:before|after)|around|about|approximately|approx\.?|roughly"
    r"|towards?|by|before|after|nearly|almost|at about|at around)\s+(?:at\s+)?)?"
)
_HALF = r"(?P<half>[ap])(?:\.\s?m\b\.?|\s?m\b)"
_HOURS = r"(?P<hrs>hours|hrs|h)\b"
_ZONE = (
    r"(?:\s*\(?(?P<zone>(?:utc|gmt)\s?[+−-]\d{1,2}(?::\d\d)?(?!\d)"
    r"|(?:local|[a-z]+(?:\s(?:standard|summer|daylight|european|mean))*)\stime\b|[a-z]{2,4}\b)\)?)?"
)
_AT = "|".join(rf"(?<=\b{word} )" for word in "at by around about from until till since before after between".split())
_AFTER_POINT = (
    r"(?=\s*(?:[,;:)–-]|\.(?!\d)|$|(?:on|and|in the|when|as|local|yesterday|today|this|last|that|until|till|to|but|the"
    r"|he|she|they|it|with|after|before|by|for|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b))"
)
"""What stands after a time with a point: no unit and nothing counted."""
_PAST = r"(?<!from )(?:half past|(?:a )?quarter (?:past|to)|(?:five|ten|twenty|twenty-five) (?:past|to))"
_HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_WORD_HOUR = (
    rf"(?P<past>{_PAST} )?"
    rf"(?P<word>{_HOUR_WORDS}|(?<![\d.,:$£€])1[0-2]|(?<![\d.,:$£€])[1-9])"
)
_PATTERNS = (
    (
        r"\d[:h]\d\d",
        rf"{_NEAR}(?<![\d:.,$£€])\b(?P<h>[01]?\d|2[0-3])[:h](?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d:]|[.,]\d|%)"
        rf"(?:\s*{_HALF}|\s*{_HOURS})?{_ZONE}",
    ),
    (r"\d\s?[ap]\.?\s?m\b", rf"{_NEAR}(?<![\d:.,$£€])\b(?P<h>1[0-2]|0?[1-9])(?:\.(?P<m>[0-5]\d))?\s?{_HALF}{_ZONE}"),
    (
        r"\d\d\s*(?:gmt|utc|z\b|bst|ce?s?t|ee?s?t|e[sd]t|msk|kst|jst|local|hours|hrs)",
        rf"{_NEAR}(?<![\d:.,$£€])\b(?P<h>[01]\d|2[0-3])\.?(?P<m>[0-5]\d)"
        r"(?=\s*(?:hours|hrs|h|gmt|utc|z|bst|ces?t|ees?t|e[sd]t|msk|kst|jst|local time)\b)"
        rf"(?:\s*{_HOURS})?{_ZONE}",
    ),
    (
        r"\d\.\d\d",
        rf"{_NEAR}(?:{_AT})(?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5]\d){_AFTER_POINT}",
    ),
    (
        r"in the (?:morning|afternoon|evening)|at night",
        rf"{_NEAR}\b{_WORD_HOUR}(?:\s+o['’]clock)?\s+(?P<when>in the (?:morning|afternoon|evening)|at night)\b",
    ),
    (r"o['’]clock", rf"{_NEAR}\b{_WORD_HOUR}\s+o['’]clock\b"),
    (
        r"(?:half|quarter|five|ten|twenty) (?:past|to) [a-z]",
        rf"{_NEAR}\b(?P<past>{_PAST} )(?P<word>{_HOUR_WORDS})\b"
        r"(?=\s*(?:[,.;)]|$|on\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day))",
    ),
    (r"\b(?:past|to) (?:midnight|noon|midday)", rf"(?P<past>{_PAST} )(?P<name>midnight|noon|midday)\b"),
    (r"midnight|noon|midday", rf"{_NEAR}\b(?P<name>midnight|noon|midday)\b"),
)
"""How times are written, each after a cheap pattern that tells whether the text has one."""
_CLUES = (
    "o'clock", "o’clock", "noon", "midnight", "midday", "in the morning", "in the evening", "at night",
    "half past", "quarter past", "quarter to", "five past", "five to", "ten past", "ten to", "twenty past", "twenty to",
)  # fmt: skip
"""What stands in every time without digits; "noon" is in "afternoon" too."""
_PART_AFTER = lazy(r"\s+(?:late\s+|early\s+)?(morning|afternoon|evening|night|midday|overnight)\b")
_PART_BEFORE = lazy(
    r"\b(?:the\s+)?(morning|afternoon|evening|night|small hours|early hours|dawn)\s+(?:of\s+|on\s+)?(?:the\s+)?$"
    r"|\b(early|late|overnight)\s+(?:on\s+)?$"
)
_NO_ZONE = frozenset({
    "the", "this", "that", "same", "first", "second", "last", "some", "any", "full", "half", "extra", "over", "long",
    "short", "in", "on", "at", "of", "for", "a", "one", "her", "his", "their", "every", "next", "and", "prime", "by",
})  # fmt: skip
_NEARBY = 40
_SOON = 30
_HOUR = 60
_ABOUT = 15
_DAY = 24 * 60


class FoundTime(NamedTuple):
    """A clock time in the text: the minutes it may mean, counted from midnight of its day, and its zone if named.

    The offset is one, or that of winter and that of summer.
    """

    start: int
    end: int
    first: int
    last: int
    offset: str | None = None


def find_times(low: str) -> list[FoundTime]:
    """Return the clock times of a text in lower case, in order."""
    if not any(map(low.__contains__, _CLUES)) and not _any_digit_trigger().search(low):
        return []
    found: list[FoundTime] = []
    taken = bytearray(len(low))
    for trigger, pattern in _PATTERNS:
        if not _compiled(trigger).search(low):
            continue
        for match in _compiled(pattern).finditer(low):
            if not any(taken[match.start() : match.end()]) and (clock := _read(match)) is not None:
                taken[clock.start : clock.end] = b"\1" * (clock.end - clock.start)
                found.append(clock)
    return sorted(found, key=lambda clock: clock.start)


def part_after(low: str, end: int) -> tuple[int, str] | None:
    """Return where the part of the day that follows a date ends, and its name: "Monday | afternoon"."""
    match = _PART_AFTER.match(low, end)
    return (match.end(), match[1]) if match else None


def part_before(low: str, start: int) -> tuple[int, str] | None:
    """Return where the part of the day before a date begins, and its name: "early on | Monday"."""
    match = _PART_BEFORE.search(low[max(0, start - 30) : start])
    return (start - len(match[0]), match[1] or match[2]) if match else None


def minutes_of(part: str) -> tuple[int, int]:
    """Return the first and last minute that a part of the day covers; a night runs past midnight."""
    return hours_of("parts")[part]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _any_digit_trigger() -> re.Pattern[str]:
    return re.compile("|".join(trigger for trigger, _ in _PATTERNS if trigger.startswith(r"\d")))


def _read(match: re.Match[str]) -> FoundTime | None:
    groups = match.groupdict(default="")
    if _is_price(match):
        return None
    if groups.get("half") == "p" and int(groups["h"]) > 12:
        return None
    first, last = _cover(groups)
    zone, end = groups.get("zone", ""), match.end()
    if zone and not _is_zone(zone):
        end, zone = match.start() + len(match[0][: match.start("zone") - match.start()].rstrip(" (\n\t")), ""
    return FoundTime(match.start(), end, first, last, zone_of(zone) if zone else None)


def _is_price(match: re.Match[str]) -> bool:
    """Tell "closed at 17.40" from "came at 17.40"."""
    pointed = match.re.pattern.endswith(_AFTER_POINT)
    return (
        pointed
        and price_words().search(match.string, max(0, match.start() - _NEARBY), match.end() + _NEARBY) is not None
    )


def _is_zone(zone: str) -> bool:
    """Tell whether words after a time name its zone: "GMT", "Tolsk time", but not "for" or "the first time"."""
    return zone_of(zone) is not None or (zone.endswith(" time") and zone.split(maxsplit=1)[0] not in _NO_ZONE)


def _cover(groups: dict[str, str]) -> tuple[int, int]:
    """Return the first and last minute that a time may mean, with "shortly after" and the like counted in."""
    near = groups.get("near", "")
    if groups.get("name") and groups.get("past"):
        noon = _DAY if groups["name"] == "midnight" and groups["past"].endswith("to ") else 0
        noon = noon if groups["name"] == "midnight" else _DAY // 2
        minutes = noon + _minutes_past(groups["past"])
        return minutes, minutes
    if groups.get("name") == "midnight":
        before = "before" in near or near.startswith("toward")
        return (_DAY - _SOON, _DAY) if before else (0, _SOON) if "after" in near else (0, _DAY)
    if groups.get("name"):
        return _widen(_DAY // 2, near)
    if groups.get("word"):
        return _spoken(groups)
    hour, minute = int(groups["h"]), int(groups.get("m") or 0)
    if half := groups.get("half"):
        hour = hour % 12 + (12 if half == "p" else 0)
    return _widen(hour * 60 + minute, near)


def _spoken(groups: dict[str, str]) -> tuple[int, int]:
    """Read an hour in words; without "in the evening" it may be before or after noon."""
    hour, when = (count_of(groups["word"]) or 0) % 12, groups.get("when", "")
    minutes = hour * 60 + _minutes_past(groups["past"])
    if when.endswith(("afternoon", "evening")) or (when.endswith("night") and hour > 5):
        minutes += _DAY // 2
    first, last = _widen(minutes, groups["near"])
    return first, last if when else last + _DAY // 2


def _minutes_past(words: str) -> int:
    """Return the minutes of "half past", "twenty to", 0 of nothing."""
    if not words:
        return 0
    count = words.removeprefix("a ").split()[0]
    minutes = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}.get(count, 25)
    return -minutes if words.rstrip().endswith("to") else minutes


def move_to_part(first: int, last: int, part: str) -> tuple[int, int]:
    """Put a clock time before noon into the part of the day it is printed with: "9:40 Monday night"."""
    after_noon = part in {"afternoon", "evening"} or (part == "night" and first >= _DAY // 4)
    if last > first + _DAY // 2 - 1:  # before or after noon: the part decides
        last -= _DAY // 2
    return (first + _DAY // 2, last + _DAY // 2) if after_noon and last < _DAY // 2 else (first, last)


def _widen(minutes: int, near: str) -> tuple[int, int]:
    if "before" in near or near in {"nearly", "almost", "toward", "towards"}:
        return minutes - (_HOUR if near == "before" else _SOON), minutes
    if "after" in near:
        return minutes, minutes + (_HOUR if near == "after" else _SOON)
    return (minutes, minutes) if near in {"", "by"} else (minutes - _ABOUT, minutes + _ABOUT)
