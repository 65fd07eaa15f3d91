"""Readers of figures and dates: ours, and other libraries with their output put in the scheme of the sets.

Each takes rows with a ``text`` (dates: and ``dct``, the day of the text) and yields predictions as ``bench.predict``
does. The other libraries are imported on first use: only the environment of ``make bench-peers`` has them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, TypeAlias

from bench.tasks import dates, quantities

Row = dict[str, Any]
Reader = Callable[[Iterable[Row]], Iterator[Row]]
Foreign: TypeAlias = Any
"""A value of a library that is not there when types are checked."""

_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+|[^\w\s]")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MONEY = {"$": "dollar", "€": "euro", "£": "pound sterling", "¥": "japanese yen"}
_LANGUAGES = ["en"]


def read_with_quantulum(rows: Iterable[Row]) -> Iterator[Row]:
    """Read figures with quantulum3: a value with an uncertainty is a range, every other one exact."""
    parser = import_module("quantulum3.parser")
    for row in rows:
        yield {"id": row["id"], "quantities": [_as_quantity(found) for found in parser.parse(row["text"])]}


def _as_quantity(found: Foreign) -> Row:
    start, end = found.span
    if spread := found.uncertainty:
        return _quantity(start, end, [found.value - spread, found.value + spread], "range", found.unit.name)
    return _quantity(start, end, found.value, "exact", found.unit.name)


def _quantity(start: int, end: int, value: float | list[float], bound: str, unit: str) -> Row:
    unit = "" if unit == "dimensionless" else unit
    return {"start": start, "end": end, "value": value, "bound": bound, "unit": unit}


class Word(NamedTuple):
    """A word as text2num wants it, with its place."""

    start: int
    end: int
    word: str

    def text(self) -> str:
        """Return the word."""
        return self.word

    def nt_separated(self, previous: Word) -> bool:
        """Tell that words are never apart beyond what punctuation shows."""
        return previous.end > self.start

    def not_a_number_part(self) -> bool:
        """Tell digits, which a pattern reads."""
        return self.word[0].isdigit()


def read_with_text2num(rows: Iterable[Row]) -> Iterator[Row]:
    """Read number words with text2num and digits with a pattern; a scale word multiplies the digits before it."""
    find_numbers = import_module("text_to_num").find_numbers
    for row in rows:
        words = [Word(*match.span(), match[0]) for match in _TOKEN.finditer(row["text"])]
        values = {n: float(w.word.replace(",", "")) for n, w in enumerate(words) if _DIGITS.fullmatch(w.word)}
        ends = {n: n + 1 for n in values}
        for found in find_numbers(words, "en"):
            if found.is_ordinal:
                continue
            if found.start - 1 in values and found.value >= 100:
                values[found.start - 1] *= found.value
                ends[found.start - 1] = found.end
            else:
                values[found.start], ends[found.start] = found.value, found.end
        yield {"id": row["id"], "quantities": [_counted(words, n, ends[n], values[n]) for n in sorted(values)]}


def _counted(words: list[Word], first: int, end: int, value: float) -> Row:
    """Take the unit from the currency sign before a number, or from the word after it."""
    before = words[first - 1].word if first else ""
    after = words[end].word if end < len(words) else ""
    unit = _MONEY.get(before) or ("percent" if after == "%" else after if after.isalpha() else "")
    return _quantity(words[first].start, words[end - 1].end, value, "exact", unit)


@cache
def _date_searcher() -> Callable[..., list[tuple[str, datetime, str]] | None]:
    searcher: Callable[..., list[tuple[str, datetime, str]] | None] = import_module("dateparser.search").search_dates
    return searcher


def read_with_dateparser(rows: Iterable[Row]) -> Iterator[Row]:
    """Read dates with dateparser in English, relative to the day of the text, the past preferred."""
    for row in rows:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(row["dct"]), "PREFER_DATES_FROM": "past"}
        found = _date_searcher()(row["text"], languages=_LANGUAGES, settings=settings, add_period=True)
        yield {"id": row["id"], "dates": list(_place_dates(row["text"], found or []))}


def _place_dates(text: str, found: Iterable[tuple[str, datetime, str]]) -> Iterator[Row]:
    """Yield each phrase with its place: the library gives phrases in their order, without offsets."""
    start = 0
    for phrase, moment, period in found:
        place = text.find(phrase, start)
        if place < 0:
            continue
        start = place + len(phrase)
        value, days = _period(moment.date(), period)
        yield {"start": place, "end": start, "value": value, "values": [days]}


def _period(day: date, period: str) -> tuple[str, str | list[str]]:
    """Return a period as TIMEX value and as days, the end exclusive."""
    if period == "year":
        return f"{day.year}", [f"{day.year}-01-01", f"{day.year + 1}-01-01"]
    if period == "month":
        first = day.replace(day=1)
        return f"{day:%Y-%m}", [first.isoformat(), (first + timedelta(32)).replace(day=1).isoformat()]
    if period == "week":
        year, week, weekday = day.isocalendar()
        monday = day - timedelta(weekday - 1)
        return f"{year}-W{week:02d}", [monday.isoformat(), (monday + timedelta(7)).isoformat()]
    return day.isoformat(), day.isoformat()


FIGURE_READERS: dict[str, Reader] = {
    "factcheck": quantities.predict,
    "quantulum3": read_with_quantulum,
    "text2num + digits": read_with_text2num,
}
DATE_READERS: dict[str, Reader] = {"factcheck": dates.predict, "dateparser": read_with_dateparser}
