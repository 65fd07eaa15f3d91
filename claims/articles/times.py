"""When a pasted text was published and updated, by its stamps, else by its dateline."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from claims.articles.datelines import Head
from claims.articles.forwards import is_chat
from claims.articles.marks import count_words, ends_sentence, marks
from claims.articles.masts import is_mast
from claims.articles.page import Page
from claims.articles.source import Source
from claims.articles.stamplines import tells_of_day
from claims.articles.stamps import Stamp, find_days, find_stamps, weekday_numbers, words_of
from claims.model import Outlet
from claims.patterns import lazy

_YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d)(?!\d)")
_ON_WEEKDAY = re.compile(r"\b(?:on|late|early) (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_WEEKDAY = lazy(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_PLACED = lazy(
    r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3},? "
    r"(?:\d{1,2}\.? [A-Z]\w{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})(?: \([^()]{2,40}\))?$"
)
"""A place and a day: "Ostwick, 11 June", "Ostwick, June 11 (Norwire)"."""
_YEARS_BACK = 12
RENDERED = "The only date on the page is the bare one at its top; it may be the day on which the page was copied."
BY_WEEKDAY = "The year of the date is not printed; {} is the latest in which its day fits a weekday the text names."
BY_FILE = "The year of the date is not printed; {} was taken from the file's date."


class Times(NamedTuple):
    """Publication, update and dateline day in ISO form, and notes on what was inferred."""

    published: str | None = None
    updated: str | None = None
    dateline_day: str | None = None
    notes: tuple[str, ...] = ()


def is_month_first(outlet: Outlet) -> bool:
    """Tell whether 3/4/2026 is 4 March at this outlet: in the United States, and where the country is unknown."""
    return outlet.country is None or outlet.country in words_of("month first")


def settle_times(page: Page, head: Head | None, outlet: Outlet, source: Source) -> Times:
    """Return the times of a page; an outlet's UTC offset completes times without one."""
    stamps = _page_stamps(page, not is_month_first(outlet))
    line_stamp, notes = _dateline_stamp(page, head, stamps, outlet, source)
    years = _known_years(page, line_stamp, source)
    stamps, told = _complete_all(page, stamps, years, source)
    notes = notes or told
    published, rendered = _published(page, stamps)
    updated = next((stamp for _, stamp in stamps if stamp.kind == "updated" and stamp.year), None)
    if rendered and line_stamp:
        published, rendered = None, False
    if rendered and not source.known.published:
        notes = (*notes, RENDERED)
    first = published or line_stamp or updated
    return Times(
        published=first.to_iso(outlet.utc_offset) if first else None,
        updated=updated.to_iso(outlet.utc_offset) if updated else None,
        dateline_day=_day_only(line_stamp) or (head.day if head else None),
        notes=notes,
    )


def _page_stamps(page: Page, day_first: bool) -> list[tuple[int, Stamp]]:
    found = []
    chosen = [index for index, label in enumerate(page.labels) if label == "stamp"]
    if not any(find_days(page.lines[index].text) for index in chosen):
        chosen = [index for index in range(min(page.first, len(page.lines))) if _may_hold_stamp(page, index)]
    for index in chosen:
        for stamp in find_stamps(page.lines[index].text, day_first=day_first):
            kind = stamp.kind or page.kinds.get(index)
            found.append((index, stamp._replace(kind=kind)))
    return found


def _may_hold_stamp(page: Page, index: int) -> bool:
    """Tell whether a line above the body may hold the time beside other words: a byline with place and date."""
    text = page.lines[index].text
    if index == page.headline:
        return is_mast(text)
    if page.labels[index] == "note":
        return any(map(text.lower().__contains__, marks("embargo")))
    if is_chat(text):
        return False
    short = len(text) <= 100 and count_words(text) <= 14 and not ends_sentence(text) and not tells_of_day(text)
    return short and page.labels[index] in ("byline", "furniture", "standfirst")


def _published(page: Page, stamps: list[tuple[int, Stamp]]) -> tuple[Stamp | None, bool]:
    """Return the publication stamp, and whether it may be only the day on which the page was copied."""
    whole = [(index, stamp) for index, stamp in stamps if stamp.year is not None]
    labelled = [stamp for _, stamp in whole if stamp.kind == "published"]
    if labelled:
        return labelled[0], False
    bare = [(index, stamp) for index, stamp in whole if stamp.kind is None and index <= page.first + 2]
    timed = [(index, stamp) for index, stamp in bare if stamp.time]
    chosen = (timed or bare)[-1:]
    if not chosen:
        last = max((index for index, label in enumerate(page.labels) if label == "paragraph"), default=-1)
        beside = [stamp for index, stamp in whole if stamp.kind is None and index > last]
        return (beside[0] if beside else None), False
    index, stamp = chosen[0]
    rendered = index == 0 and not stamp.time and page.headline is not None and len(page.lines) > 1
    return stamp, rendered


def _dateline_stamp(
    page: Page, head: Head | None, stamps: list[tuple[int, Stamp]], outlet: Outlet, source: Source
) -> tuple[Stamp | None, tuple[str, ...]]:
    """Return the dateline's day with its year, and a note where the year had to be inferred."""
    days = find_days(head.day, day_first=not is_month_first(outlet)) if head and head.day else []
    if not days:
        return None, ()
    stamp = days[0][2]
    if stamp.year is not None:
        return stamp, ()
    told = [int(source.known.published[:4])] if source.known.published else []
    for year in told + [known.year for _, known in stamps if known.year] + _years_in(source.name):
        return stamp.in_year(year), ()
    return infer_year(stamp, _opening(page), source)


def _opening(page: Page) -> str:
    return " ".join(line.text[:1500] for line in page.lines[page.first : page.first + 2])


def infer_year(
    stamp: Stamp, text: str, source: Source, *, next_day: bool = True
) -> tuple[Stamp | None, tuple[str, ...]]:
    """Return the stamp with a year and a note: the latest whose day is a weekday of the text, else the file's year.

    With ``next_day`` the day after a named weekday fits the file's own year too: on Tuesday a wire tells what
    happened "on Monday".
    """
    if not source.changed:
        return None, ()
    latest = int(source.changed[:4])
    if (stamp.month, stamp.day) > (int(source.changed[5:7]), int(source.changed[8:10])):
        latest -= 1
    named = {weekday_numbers()[name.lower()] for name in _ON_WEEKDAY.findall(text)}
    for year in range(latest, latest - _YEARS_BACK, -1) if named else ():
        dated = stamp.in_year(year)
        fitting = named | {(number + 1) % 7 for number in named} if next_day and year == latest else named
        if dated.year and date(year, stamp.month, stamp.day).weekday() in fitting:
            return dated, (BY_WEEKDAY.format(year),)
    return stamp.in_year(latest), (BY_FILE.format(latest),)


def name_weekday(line: str) -> str:
    """Return the weekday that the line prints as :func:`infer_year` looks for it, or nothing."""
    weekday = _WEEKDAY.search(line)
    return f"on {weekday.group()}" if weekday else ""


def _years_in(name: str) -> list[int]:
    """Return the years in a path's last part or a URL, which editors and archives put there."""
    tail = name if "//" in name else name.rsplit("/", 1)[-1]
    return [int(year) for year in _YEAR.findall(tail)]


def _known_years(page: Page, line_stamp: Stamp | None, source: Source) -> list[int]:
    """Return the years that dateline, file name and the lines above the body give, surest first."""
    above = [
        page.lines[index].text for index in range(min(page.first, len(page.lines))) if page.labels[index] != "stamp"
    ]
    dateline = [line_stamp.year] if line_stamp and line_stamp.year else []
    return dateline + _years_in(source.name) + [int(year) for text in above for year in _YEAR.findall(text[:200])]


def _complete_all(
    page: Page, stamps: list[tuple[int, Stamp]], years: list[int], source: Source
) -> tuple[list[tuple[int, Stamp]], tuple[str, ...]]:
    """Return the stamps with the years they lack, and a note where one was inferred.

    A stamp takes the first known year, else the latest in which its day has the printed weekday; one that stands
    behind a place, alone in its line, is inferred as a dateline is.
    """
    whole: list[tuple[int, Stamp]] = []
    notes: tuple[str, ...] = ()
    for index, stamp in stamps:
        line = page.lines[index].text
        inferred: Stamp | None = None
        if stamp.year is None and years:
            inferred = stamp.in_year(years[0])
        elif stamp.year is None and name_weekday(line):
            inferred, _ = infer_year(stamp, name_weekday(line), source, next_day=False)
        elif stamp.year is None and _PLACED.match(line):
            inferred, notes = infer_year(stamp, _opening(page), source)
        whole.append((index, inferred or stamp))
    return whole, notes


def _day_only(stamp: Stamp | None) -> str | None:
    return stamp._replace(time=None).to_iso() if stamp else None
