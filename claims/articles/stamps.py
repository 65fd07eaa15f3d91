"""Dates and times as pages and wire copy print them, in lines that are stamps and in running text."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from claims.wordlists import read_pairs, read_words

LIST = Path(__file__).with_name("data") / "stamps.txt"
_ORDINAL = r"(?:st|nd|rd|th|er|º)?"
_TIME = re.compile(
    r"(?<![\d.:])(?P<before>오[전후] ?)?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)"
    r"(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?)?"
    r" ?(?P<half>[ap]\.?m\b\.?)?(?![\d%])",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"\s*\(?(?:(?P<zone>[A-Za-z]{1,4})\b)?(?P<shift> ?[+\-−]\d{1,2}(?::?\d\d)?(?!\d))?", re.IGNORECASE)


class Stamp(NamedTuple):
    """A day, with the time and the UTC offset where they are printed; ``year`` is None where it is not."""

    year: int | None
    month: int
    day: int
    time: str | None = None
    offset: str | None = None
    kind: str | None = None
    """``published`` or ``updated`` where a label says so."""

    def to_iso(self, utc_offset: str | None = None) -> str | None:
        """Return the moment as exact as it is printed; an outlet's offset completes a time without one."""
        if self.year is None:
            return None
        day = f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        return f"{day}T{self.time}{self.offset or utc_offset or ''}" if self.time else day

    def in_year(self, year: int) -> Stamp:
        """Return the stamp with its year filled in, where that day exists; else unchanged."""
        if self.year is not None or not is_day(year, self.month, self.day):
            return self
        return self._replace(year=year)


def is_day(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@cache
def month_numbers() -> dict[str, int]:
    """Return the month names and abbreviations, lower case, with their numbers."""
    return {name: int(number) for name, number in read_pairs(LIST)["months"].items()}


@cache
def weekday_numbers() -> dict[str, int]:
    """Return the English days of the week, lower case, Monday 0."""
    return {name: int(number) for name, number in read_pairs(LIST)["weekday numbers"].items()}


@cache
def words_of(section: str) -> frozenset[str]:
    """Return a section of the list of stamp words."""
    return read_words(LIST)[section]


@lru_cache(maxsize=256)
def _forms(months: tuple[str, ...], flags: int = 0) -> re.Pattern[str]:
    """Return the pattern of dates: 2026-02-05, 2026년 2월 5일, feb. 5, 2026, 5-feb-2026, 5/2/2026, 5.2.26.

    Of the names of months it has those that stand in the text: a line has one or two of them.
    """
    month = "|".join(sorted(months, key=len, reverse=True)) or "(?!)"
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"(?<!\d)(?P<y1>{year})[-./](?P<m1>\d{{1,2}})[-./](?P<d1>\d{{1,2}})(?!\d)"
        rf"|(?P<y2>{year})년 ?(?P<m2>\d{{1,2}})월 ?(?P<d2>\d{{1,2}})일"
        rf"|(?<!\w)(?P<m3>{month})\.? (?P<d3>\d{{1,2}}){_ORDINAL}(?:,? (?P<y3>{year}))?(?![\d:.]\d|\w)"
        rf"|(?<![\d.,:])(?P<d4>\d{{1,2}}){_ORDINAL}\.?(?: de)? (?P<m4>{month})\b\.?"
        rf"(?:,?(?: de)? (?P<y4>{year}))?(?!\d)"
        rf"|(?<![\w-])(?P<d6>\d{{1,2}})-(?P<m6>{month})-(?P<y6>{year})(?!\d)"
        rf"|(?<!\d)(?P<a5>\d{{1,2}})(?P<sep>[/.-])(?P<b5>\d{{1,2}})(?P=sep)(?P<y5>{year})(?!\d)"
        r"|(?<![\w/.:-])(?P<a7>\d{1,2})(?P<dot>[/.])(?P<b7>\d{1,2})(?P=dot)(?P<y7>[12]\d)(?![\w/:-]|\.\d)",
        flags,
    )


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = sorted(words_of("published") | words_of("updated"), key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d])(?:{'|'.join(map(re.escape, labels))})(?!\w)", re.IGNORECASE)


def find_days(line: str, *, day_first: bool = False) -> list[tuple[int, int, Stamp]]:
    """Return each date in ``line`` with its span, without times; ``day_first`` reads 3/4/2026 as 3 April."""
    if not any(map(str.isdigit, line)):
        return []
    found = []
    low = line.lower()
    # Without regard to case the pattern takes three times as long to compile; few letters change their length.
    if len(low) == len(line):
        dates = _forms(tuple(filter(low.__contains__, month_numbers()))).finditer(low)
    else:
        dates = _forms(tuple(month_numbers()), re.IGNORECASE).finditer(line)
    for match in dates:
        stamp = _read_day(match, day_first)
        if stamp:
            found.append((match.start(), match.end(), stamp))
    return found


def _read_day(match: re.Match[str], day_first: bool) -> Stamp | None:
    form = match.lastgroup or ""
    group = match.groupdict()
    year: str | None
    if group["y1"] or group["y2"]:
        key = "1" if group["y1"] else "2"
        year, month, day = group[f"y{key}"], int(group[f"m{key}"]), int(group[f"d{key}"])
    elif group["y5"] or group["y7"]:
        key = "5" if group["y5"] else "7"
        first, second = int(group[f"a{key}"]), int(group[f"b{key}"])
        swap = first > 12 or "." in (group["sep"], group["dot"]) or day_first
        month, day = (second, first) if swap and second <= 12 else (first, second)
        year = group["y5"] or f"20{group['y7']}"
    else:
        key = next(form for form in "346" if group[f"m{form}"])
        month = month_numbers().get(group[f"m{key}"].lower(), 0)
        year, day = group[f"y{key}"], int(group[f"d{key}"])
    if not form or not is_day(int(year or 2024), month, day):
        return None
    return Stamp(int(year) if year else None, month, day)


def find_stamps(line: str, *, day_first: bool = False) -> list[Stamp]:
    """Return the stamps of a line in order: each date with the time beside it, by the labels between them.

    A labelled part that has only a time ("updated 17:31") takes the day before it.
    """
    stamps: list[Stamp] = []
    for kind, part in _split_at_labels(line):
        days = find_days(part, day_first=day_first)
        time, offset = _find_time(part, days)
        if days:
            stamps += [day._replace(time=time, offset=offset, kind=kind) for _, _, day in days[:1]]
        elif time and stamps and kind:
            stamps.append(stamps[-1]._replace(time=time, offset=offset, kind=kind))
    return stamps


def _split_at_labels(line: str) -> list[tuple[str | None, str]]:
    cuts = list(_label_pattern().finditer(line))
    parts: list[tuple[str | None, str]] = [(None, line[: cuts[0].start()] if cuts else line)]
    for index, cut in enumerate(cuts):
        end = cuts[index + 1].start() if index + 1 < len(cuts) else len(line)
        kind = "updated" if cut.group().lower() in words_of("updated") else "published"
        parts.append((kind, line[cut.end() : end]))
    return parts


def _find_time(part: str, days: list[tuple[int, int, Stamp]]) -> tuple[str | None, str | None]:
    blanked = part
    for start, end, _ in days:
        blanked = blanked[:start] + "\x00" * (end - start) + blanked[end:]
    for match in _TIME.finditer(blanked):
        time = None if _is_price(match) else _read_time(match)
        if time:
            return time, _read_offset(part[match.end() : match.end() + 14])
    return None, None


def _is_price(match: re.Match[str]) -> bool:
    """Tell "| 1.10" at the head of a paper from "| 07.10"."""
    bare = not match["half"] and len(match["hour"]) == 1 and "." in match.group()
    return bare and match.string[: match.start()].rstrip().endswith(("|", "·", "•"))


def _read_time(match: re.Match[str]) -> str | None:
    half = (match["half"] or "").lower().replace(".", "")
    if match["before"]:
        half = "pm" if match["before"].startswith("오후") else "am"
    if match["minute"] is None and not half:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or int(match["second"] or 0) > 59:
        return None
    return f"{hour:02d}:{minute:02d}" + (f":{match['second']}" if match["second"] else "")


def _read_offset(rest: str) -> str | None:
    match = _OFFSET.match(rest)
    if not match:
        return None
    zone = read_pairs(LIST)["zones"].get((match["zone"] or "").lower())
    if not match["shift"] or (match["zone"] and zone is None):
        return zone
    digits = re.sub(r"\D", "", match["shift"])
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    sign = "+" if "+" in match["shift"] else "-"
    return f"{sign}{int(hours):02d}:{minutes}" if int(hours) <= 14 else None
