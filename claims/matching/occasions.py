"""When it happened, and to whom: what tells last year's happening from this week's, and a rival's from this one's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import chain, dropwhile, islice, takewhile

from claims.matching.settings import settings
from claims.matching.words import DATA, content_words
from claims.model import Attribution, Moment
from claims.wordlists import read_words

Span = tuple[str, str]
"""The earliest and the latest day that an expression may cover, ISO."""

Spans = tuple[Span, ...]

_MONTH = 31
_YEAR = 366
_NEAR = 5
"""Words behind "rival" among which the name is looked for."""
_MOST_DAYS = 4
"""Days of long ago that an article may be about."""
_WORD = re.compile(r"[^\W\d_]+")


def read_occasions(row: Attribution, published: str | None) -> Spans:
    """Return the days on which the statement puts a happening, where they are long before the article.

    "Since the war began in 2023" and "had told the paper in March" date no happening.
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
            before = statement.text[: max(0, moment.start - statement.start)]
            if not _dates_something_else(before):
                found.append((moment.earliest[:10], moment.latest[:10]))
    return (*found, *_years_ago(row, int(published[:4])))


def _is_era(moment: Moment) -> bool:
    """Tell a stretch of several years: "a labour camp of the 1950s" dates no happening."""
    return days_between(moment.latest, moment.earliest) > _YEAR


def _years_ago(row: Attribution, year: int) -> Iterator[Span]:
    """Yield the year that "nine years ago" points at."""
    statement = row.statement
    for figure in row.figures:
        after = statement.text[figure.end - statement.start :][:8].split()
        if figure.unit == "year" and after[:1] in (["ago"], ["ago,"], ["ago."]) and 1 < figure.low < year:
            yield f"{year - int(figure.low):04}-01-01", f"{year - int(figure.low):04}-12-31"


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
    days = (span for spans in opening for span in spans if days_between(span[1], span[0]) <= _MONTH)
    return set(islice(days, _MOST_DAYS))


def _meet(one: Span, two: Span) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]


def _is_near(one: Span, two: Span) -> bool:
    """Tell days within a month of each other: what led to the crash and what followed are of one story."""
    return max(days_between(one[0], two[1]), days_between(two[0], one[1])) <= _MONTH


def are_apart(a: Spans, b: Spans) -> bool:
    """Tell whether one puts it long ago and the other does not, or puts it at another time; days may be misstated."""
    if not a and not b:
        return False
    slip = settings()["slip of a date"]
    return not any(max(days_between(one[0], two[1]), days_between(two[0], one[1])) <= slip for one in a for two in b)


def days_between(one: str, two: str) -> int:
    """Return the days from the second to the first, both ISO."""
    return _ordinal(one) - _ordinal(two)


def _dates_something_else(before: str) -> bool:
    words = [word.lower() for word in _WORD.findall(before)]
    lists = _lists()
    return (
        not lists["starts"].isdisjoint(words[-10:])
        or not lists["comparisons"].isdisjoint(words[-12:])
        or not (lists["ends"] | lists["descriptions"]).isdisjoint(words[-3:])
        or not lists["order"].isdisjoint(words[-6:])
        or not lists["sayings"].isdisjoint(words)
    )


@cache
def _lists() -> dict[str, frozenset[str]]:
    return read_words(DATA / "occasions.txt")


@lru_cache(maxsize=4096)
def _ordinal(day: str) -> int:
    """Return the number of a day; of a month its 28th, of a year that of its December."""
    year, month, number = (*(int(part) for part in day[:10].split("-")), 12, 28)[:3]
    return date(year, month, min(number, 28)).toordinal()


def find_others(text: str) -> frozenset[str]:
    """Return the stems of the names that a text calls another's: "rival Kestrel", "neighbouring Kalinj".

    >>> sorted(find_others("Its rival Kestrel Motors closed a works at neighbouring Ostwick."))
    ['kestrel', 'motor', 'ostwick']
    """
    words = text.split()
    found: set[str] = set()
    for place, word in enumerate(words):
        if word.lower() in _lists()["others"]:
            named = dropwhile(_is_lower, words[place + 1 : place + 1 + _NEAR])
            found.update(one.stem for one in content_words(" ".join(takewhile(_is_name, named))))
    return frozenset(found)


def _is_lower(word: str) -> bool:
    return word[:1].islower()


def _is_name(word: str) -> bool:
    return word[:1].isupper()
