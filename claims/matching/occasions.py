"""When it happened: what tells last year's happening from this week's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import chain, islice, pairwise, takewhile

from claims.matching.settings import settings
from claims.matching.words import DATA
from claims.model import Attribution, Moment
from claims.patterns import Gated
from claims.wordlists import read_words

Span = tuple[str, str]
"""The earliest and the latest day that an expression may cover, ISO."""

Spans = tuple[Span, ...]

_MONTH = 31
_YEAR = 366
_MOST_DAYS = 4
"""Days of long ago that an article may be about."""
_NEXT, _CLAUSE = 2, 40
"""Words behind a clause among which the verb of the sentence is looked for, and the letters that these take."""
_LONG_AGO = "1000-01-01"
NOW: Span = ("9999-12-28", "9999-12-28")
"""Stands beside days of long ago where a statement tells of both."""
_WORD = re.compile(r"[^\W\d_]+")
_LAST_YEAR = Gated(r"\b(?:last year|(?:a|the) year (?:ago|before|earlier))\b(?!['’]s)", "year", flags=re.IGNORECASE)
"""What is a date in an article that has one."""
_LAST = frozenset({"last", "previous"})


def list_occasions(rows: Sequence[Attribution], published: str | None, *, dated: bool = True) -> list[Spans]:
    """Return the days of each statement of an article; what only goes on with a sentence has those of its beginning.

    "In 2014 a fire hit the mill, killing 12 people": the twelve died then.
    """
    found: list[Spans] = []
    for place, row in enumerate(rows):
        own = read_occasions(row, published, dated=dated)
        before = rows[place - 1] if place else None
        if own or row.moments or before is None or before.statement.sentence != row.statement.sentence:
            found.append(own)
        else:
            found.append(found[-1] if _goes_on(row.statement.text) else own)
    return found


def _goes_on(text: str) -> bool:
    """Tell "with the loss of 1,400 jobs" and "killing 12 people" from a clause with a verb of its own."""
    opening = text.split(maxsplit=1)[:1]
    return opening == ["with"] or (opening != [] and opening[0].endswith("ing") and opening[0].islower())


def read_occasions(row: Attribution, published: str | None, *, dated: bool = True) -> Spans:
    """Return the days on which the statement puts a happening, where they are long before the article.

    "Since the war began in 2023" and "had told the paper in March" date no happening. ``published`` is the day of
    others on the story where the article itself is not ``dated``: it has no days for "last year".
    """
    if published is None:
        return ()
    statement = row.statement
    found = []
    for moment in row.moments:
        past = days_between(published, moment.latest)
        if _is_era(moment):
            continue
        if past > settings()["long before"] or (past > 0 and moment.granularity == "year"):
            first, last = moment.start - statement.start, moment.end - statement.start
            before = statement.text[: max(0, first)]
            if not _dates_something_else(before):
                found.append((moment.earliest[:10], moment.latest[:10]))
                found += _now_too(statement.text, first, last)
    return (*found, *_years_ago(row, int(published[:4])), *_last_times(statement.text, published, dated=dated))


def _is_era(moment: Moment) -> bool:
    """Tell a stretch of several years: "a labour camp of the 1950s" dates no happening."""
    return days_between(moment.latest, moment.earliest) > _YEAR


def _years_ago(row: Attribution, year: int) -> Iterator[Span]:
    """Yield the year that "nine years ago" points at."""
    statement = row.statement
    for figure in row.figures:
        after = statement.text[figure.end - statement.start :][:8].split()
        if figure.unit == "year" and after[:1] in (["ago"], ["ago,"], ["ago."]) and 1 < figure.low < year:
            yield from _now_too(statement.text, figure.start - statement.start, figure.end - statement.start)
            yield f"{year - int(figure.low):04}-01-01", f"{year - int(figure.low):04}-12-31"


def _last_times(text: str, published: str, *, dated: bool) -> Iterator[Span]:
    """Yield all the time before the article where "last season" or "the previous vote" tells of another happening."""
    for first, last in (
        *_find_last_times(text),
        *(() if dated else (found.span() for found in _LAST_YEAR.finditer(text))),
    ):
        if not _dates_something_else(text[:first], reach=1):
            yield from _now_too(text, first, last)
            before = date.fromisoformat(published[:10]) - timedelta(days=settings()["long before"])
            yield _LONG_AGO, before.isoformat()


def _find_last_times(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text tells of a last season; of a last vote only where it happened "in" that one."""
    if not any(word in text.lower() for word in _LAST):
        return
    lists = _lists()
    found = list(_WORD.finditer(text))
    words = [word[0].lower() for word in found]
    for place, (word, noun) in enumerate(pairwise(words)):
        if word in _LAST and (noun in lists["seasons"] or (noun in lists["events"] and _is_within(words[:place][-2:]))):
            yield found[place].start(), found[place + 1].end()


def _is_within(before: Sequence[str]) -> bool:
    """Tell "in the" and "at its"."""
    return (
        len(before) > 1 and before[0] in {"in", "at", "during"} and before[1] in {"the", "its", "their", "his", "her"}
    )


def _now_too(text: str, first: int, last: int) -> Spans:
    """Return NOW for a date in a clause that only describes: "the reactor, which was shut in 2019, will restart".

    What the sentence itself tells is of now or to come.
    """
    opening = text.rfind(", wh", 0, max(0, first))
    end = text.find(",", last)
    if opening < 0 or end < 0 or "," in text[opening + 2 : first]:
        return ()
    words = text[end + 1 : end + _CLAUSE].split()[:_NEXT]
    describes = text[opening + 2 : first].split(maxsplit=1)[0] in _lists()["relatives"]
    return (NOW,) if describes and not _lists()["now"].isdisjoint(words) else ()


def leave_out_subject(occasions: Sequence[Sequence[Spans]]) -> list[list[Spans]]:
    """Return the days of each statement of each article but for those that the story itself is about.

    An article that opens with a day of long ago, which another article names too, is about that day: a report on last
    year's crash, a trial for a fire of two years ago.
    """
    named = [set(chain.from_iterable(of_article)) for of_article in occasions]
    subject = {
        span
        for number, of_article in enumerate(occasions)
        for span in _opening_days(of_article)
        if any(_meet(span, other) for place, others in enumerate(named) if place != number for other in others)
    }
    if not subject:
        return [list(of_article) for of_article in occasions]
    return [
        [tuple(span for span in spans if not any(_is_near(span, day) for day in subject)) for spans in of_article]
        for of_article in occasions
    ]


def _opening_days(of_article: Sequence[Spans]) -> set[Span]:
    """Return the first days and months that the first statements of an article name."""
    opening = of_article[: int(settings()["opening"] * len(of_article)) + 1]
    days = (span for spans in opening for span in spans if span != NOW and days_between(span[1], span[0]) <= _MONTH)
    return set(islice(days, _MOST_DAYS))


def _meet(one: Span, two: Span) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]


def _is_near(one: Span, two: Span) -> bool:
    """Tell days within a month of each other: what led to the crash and what followed are of one story."""
    return max(days_between(one[0], two[1]), days_between(two[0], one[1])) <= _MONTH


def are_apart(a: Spans, b: Spans) -> bool:
    """Tell whether one puts it long ago and the other does not, or puts it at another time; days may be misstated."""
    if (not a or NOW in a) and (not b or NOW in b):
        return False
    slip = settings()["slip of a date"]
    return not any(max(days_between(one[0], two[1]), days_between(two[0], one[1])) <= slip for one in a for two in b)


def name_last_time(text: str) -> bool:
    """Tell whether a text tells of a last season, a previous vote.

    >>> name_last_time("At the previous election turnout was lower."), name_last_time("The election is on Sunday.")
    (True, False)
    """
    return any(_find_last_times(text))


def name_time(spans: Spans) -> str:
    """Return the first day of the spans for a reader."""
    first = min(spans)[0] if spans else NOW[0]
    return {NOW[0]: "now", _LONG_AGO: "an earlier time"}.get(first, first)


def denies_of_all_time(text: str) -> bool:
    """Tell a denial of what may ever have been: "no request had ever reached him", "they were never told"."""
    words = {word.lower() for word in _WORD.findall(text)}
    return "never" in words or ("ever" in words and not _lists()["nobody"].isdisjoint(words))


def days_between(one: str, two: str) -> int:
    """Return the days from the second to the first, both ISO."""
    return _ordinal(one) - _ordinal(two)


def _dates_something_else(before: str, reach: int = 3) -> bool:
    found = _WORD.findall(before)
    words, lists = [word.lower() for word in found], _lists()
    nearest = [word.lower() for word in takewhile(str.islower, reversed(found[-reach:]))]
    return (
        not lists["starts"].isdisjoint(words[-10:])
        or not lists["comparisons"].isdisjoint(words[-12:])
        or not lists["ends"].isdisjoint(nearest)
        or not lists["descriptions"].isdisjoint(words[-3:])
        or not lists["order"].isdisjoint(words[-6:])
        or not lists["sayings"].isdisjoint(words)
        or _is_aside(before)
    )


def _is_aside(before: str) -> bool:
    """Tell a date in what is only added of something: "over a contract, awarded to a dredging firm in 2019"."""
    main, comma, aside = before.rpartition(", ")
    opening = aside.split(maxsplit=1)[:1]
    if not comma or not main or not opening:
        return False
    return opening[0] in _lists()["asides"] or (opening[0].endswith("ed") and len(opening[0]) > len("need"))


@cache
def _lists() -> dict[str, frozenset[str]]:
    return read_words(DATA / "occasions.txt")


@lru_cache(maxsize=4096)
def _ordinal(day: str) -> int:
    """Return the number of a day; of a month its 28th, of a year that of its December."""
    year, month, number = (*(int(part) for part in day[:10].split("-")), 12, 28)[:3]
    return date(year, month, min(number, 28)).toordinal()
