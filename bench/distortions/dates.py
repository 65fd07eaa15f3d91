"""Distortions of dates: another day of the month, weekday or year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from random import Random

from bench.distortions.passage import Edit, Edits, Passage, any_of, list_pairs, list_words

NEAR = 25
"""Characters between a day and the verb of saying that it dates."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    months = any_of(list_words("calendar", "months"))
    return {
        "weekday": re.compile(rf"\b(?:{any_of(list_pairs('calendar', 'weekdays'))})\b"),
        "relative": re.compile(rf"\b(?:{any_of(list_pairs('calendar', 'relative'))})\b"),
        "day": re.compile(
            rf"\b(?:{months})\.?\s(?P<after>\d{{1,2}})\b(?![,.]?\d)|\b(?P<before>\d{{1,2}})\s(?:{months})\b"
        ),
        "year": re.compile(r"(?<![\d$€£¥,.])(?:19|20)\d\d(?![\d,.]*\d)"),
        "month": re.compile(rf"\b(?:in|since|until|from)\s(?P<month>{months})\b(?!\s\d)"),
    }


def change_day(passage: Passage, random: Random) -> Edits:
    """Shift a day on which something happened, or its weekday, by one."""
    return _choose(passage, random, said=False)


def change_day_said(passage: Passage, random: Random) -> Edits:
    """Shift a day that stands beside a verb of saying by one."""
    return _choose(passage, random, said=True)


def change_year(passage: Passage, random: Random) -> Edits:
    """Count a year up by one."""
    found = [match for match in _patterns()["year"].finditer(passage.text) if not _dates_a_day(passage.text, match)]
    if not found:
        return ()
    chosen = random.choice(found)
    return (Edit(*chosen.span(), str(int(chosen.group()) + 1)),)


def change_month(passage: Passage, random: Random) -> Edits:
    """Put the next month for one that stands without a day."""
    found = list(_patterns()["month"].finditer(passage.text))
    if not found:
        return ()
    chosen = random.choice(found)
    numbers = list_pairs("calendar", "numbers")
    names = [name for name in numbers if len(name) > 3 or name == "May"]
    later = str(int(numbers[chosen["month"]]) % 12 + 1)
    name = next(name for name in names if numbers[name] == later and name != "Sept")
    return (Edit(*chosen.span("month"), name),)


def _choose(passage: Passage, random: Random, *, said: bool) -> Edits:
    found = [edit for edit in _day_edits(passage) if is_day_of_saying(passage.text, edit) == said]
    return (random.choice(found),) if found else ()


def _day_edits(passage: Passage) -> Iterator[Edit]:
    weekdays, relative = list_pairs("calendar", "weekdays"), list_pairs("calendar", "relative")
    for match in _patterns()["weekday"].finditer(passage.text):
        if not re.search(r"\b[Aa]nd\s$|s$", passage.text[: match.start()][-5:] + match.group()[-1:]):
            yield Edit(*match.span(), weekdays[match.group()])
    for match in _patterns()["relative"].finditer(passage.text):
        yield Edit(*match.span(), relative[match.group()])
    for match in _patterns()["day"].finditer(passage.text):
        group = "after" if match["after"] else "before"
        day = int(match[group])
        yield Edit(*match.span(group), str(day + 1 if day < 28 else day - 1))


def _dates_a_day(text: str, match: re.Match[str]) -> bool:
    """Tell a year that closes a full date."""
    return bool(re.search(r"\d{1,2},\s$", text[: match.start()]))


def is_day_of_saying(text: str, edit: Edit) -> bool:
    """Tell whether a verb of saying stands close to the day, with no comma between."""
    before = text[max(0, edit.start - NEAR) : edit.start].rpartition(",")[2]
    after = text[edit.end : edit.end + 2 * NEAR].partition(",")[0]
    words = rf"\b(?:{any_of(list_words('reporting', 'before'))})\b"
    dated = re.search(words + r"(?:\s\w+){0,3}\s(?:on\s)?$", before)
    return bool(dated or re.match(r"\s(?:that|in an? (?:interview|statement|address))\b", after))
