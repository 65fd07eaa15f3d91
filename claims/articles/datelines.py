"""The head of a wire story: place, day and agency before the first sentence."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from claims.articles.stamps import find_days, month_numbers, words_of
from claims.patterns import DOTTED_REST, lazy
from claims.wordlists import read_words

_AGENCIES = Path(__file__).with_name("data") / "agencies.txt"
_WINDOW = 140
_TOKEN = rf"[^\W\d_a-z]{DOTTED_REST}"
_LINK = r"(?:[ /]{_T}|[ ](?:de|la|las|los|del|di|da|do|dos|al|el|of|and|on|upon|the|am))".replace("{_T}", _TOKEN)
_PLACE = rf"{_TOKEN}{_LINK}{{0,4}}(?:, ?{_TOKEN}{_LINK}{{0,3}}){{0,2}}?"
_DAY = r"(?:[A-Z][a-zé]{2,8}\.? \d{1,2}(?:, (?:19|20)\d\d)?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: (?:19|20)\d\d)?)"
_CLOSE = r"\s?(?:\.?[-–—_]{1,2}|:|=)(?=\s|$)"
_CREDITED = (
    rf"^(?:(?P<place>{_PLACE})(?:,? (?P<day>{_DAY}))?\.?,? ?|(?P<only>{_DAY})\.?,? ?)?"
    rf"(?:\((?P<agency>[^()\n]{{2,40}})\)|/(?P<slashed>[^/\n]{{2,30}})/)\.?"
    rf"(?:,? (?P<late>{_DAY})(?={_CLOSE}))?(?P<close>{_CLOSE})?\s*"
)
_PLAIN = rf"^(?P<place>{_PLACE})(?:,? (?P<day>{_DAY}))?(?P<close>\s(?:--|[-–—])(?=\s)|\s?—|:(?=\s))\s*"
_CLOSES = "-–—:"
_BEFORE_DAY = lazy(
    rf"^(?P<open>[\[(])?(?:(?P<place>{_PLACE})(?:,? ?[(/:]|--|,?\s[-–—]|,)? ?)?(?P<weekday>[A-Z][a-z]{{2,5}}day,? ?)?$"
)
_AFTER_DAY = lazy(
    rf"\)?(?:(?:,| [-–—]|,? \()? ?(?P<place>{_PLACE})\)?)?(?:(?P<close>[\])])|(?P<sign> ?(?:--|[-–—:.])))\s*"
    r"(?=[^\W\d_]|[\"“'‘])"
)
_GLUED = lazy(rf"^(?P<place>{_PLACE}) ?--\((?P<agency>[A-Z][A-Za-z ]{{1,30}})\)-- ?(?:(?P<day>{_DAY}) ?-- ?)?")
_LEAST_STORY = 60
"""Characters that follow a dateline with a whole date: what follows one in a mast is shorter."""
_NO_PLACES = frozenset("on in at by from since until till after before dated as of the between during".split())


class Head(NamedTuple):
    """The parts of a dateline and how many characters it takes, with the white space after it."""

    length: int
    end: int
    """Where the printed dateline ends, without white space."""
    place: str | None = None
    day: str | None = None
    agency: str | None = None
    colon: bool = False
    """It ends in a colon, which lists of facts do as well."""


@cache
def agency_names() -> frozenset[str]:
    """Return the agencies that datelines name."""
    return read_words(_AGENCIES)["agencies"]


@cache
def picture_desks() -> frozenset[str]:
    """Return the picture desks and agencies that credits name."""
    return read_words(_AGENCIES)["agencies"] | read_words(_AGENCIES)["picture desks"]


def read_dateline(line: str, known: frozenset[str] = frozenset()) -> Head | None:
    """Return the dateline at the start of ``line``; ``known`` names outlets of the registry beside the agencies."""
    window = line[:_WINDOW]
    dated = _read_dated(window) if len(line) > _LEAST_STORY else None
    return _read_korean(window) or dated or _read_glued(window) or _read_credited(window, known) or _read_plain(window)


@cache
def _korean() -> re.Pattern[str]:
    """Return the pattern of "[서울=뉴시스] 홍길동 기자 = ", compiled only for Korean texts: wide ranges take long."""
    return re.compile(
        r"^[\[【(](?P<place>[가-힣·]{2,12}) ?= ?(?P<agency>[가-힣A-Za-z0-9]{2,12})[\]】)]\s*"
        r"(?:[가-힣·, ]{2,20}(?:기자|특파원) ?= ?)?"
    )


def _read_korean(window: str) -> Head | None:
    if window.isascii():
        return None
    match = _korean().match(window)
    return Head(match.end(), len(match.group().rstrip()), match["place"], None, match["agency"]) if match else None


@cache
def _credited() -> re.Pattern[str]:
    return re.compile(_CREDITED)


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(_PLAIN)


def _read_dated(window: str) -> Head | None:
    """Return the opening that gives a whole date: "Orrin, March 12, 2026 -", "(Orrin, 12.03.2026)"."""
    days = find_days(window[: _WINDOW // 2]) if any(map(str.isdigit, window[: _WINDOW // 2])) else []
    if not days or days[0][2].year is None:
        return None
    start, end, _ = days[0]
    before, after = _BEFORE_DAY.match(window[:start]), _AFTER_DAY.match(window, end)
    if before is None or after is None or (after["close"] and not before["open"]):
        return None
    named = before["place"] and before["place"].lower() not in words_of("weekdays")
    place = before["place"] if named else after["place"]
    if place is None and after["sign"] and after["sign"].strip() in ":.":
        return None  # "12 March 2026: the pumps stop"
    if place is not None and place.split()[0].strip(",").lower() in _NO_PLACES:
        return None
    return Head(after.end(), len(window[: after.end()].rstrip()), place, window[start:end], colon=after["sign"] == ":")


def _read_glued(window: str) -> Head | None:
    """Return "ORRIN, Scotland--(BUSINESS WIRE)--" with the day that may follow."""
    match = _GLUED.match(window) if "--(" in window or " --(" in window else None
    return Head(match.end(), len(match[0].rstrip()), match["place"], match["day"], match["agency"]) if match else None


def _read_credited(window: str, known: frozenset[str]) -> Head | None:
    match = _credited().match(window) if "(" in window or "/" in window else None
    if not match:
        return None
    agency = (match["agency"] or match["slashed"]).strip()
    place, day = _part_place(match["place"], match["day"] or match["only"] or match["late"])
    familiar = agency in agency_names() or agency in known
    named = familiar or (agency[:1].isalpha() and len(agency.split()) <= 4 and any(map(str.isupper, agency)))
    headed = bool(place and (place.split(",")[0].isupper() or day)) or match["slashed"] is not None
    if not named or not (match["close"] or headed) or not (familiar or place or day):
        return None
    return Head(match.end(), len(match.group().rstrip()), place, day, agency)


def _read_plain(window: str) -> Head | None:
    match = _plain().match(window) if any(map(window.__contains__, _CLOSES)) else None
    if not match:
        return None
    place, day = _part_place(match["place"], match["day"])
    if not place or not _shouts(place.split(",")[0]) or not (day or _shouts(place.split(",")[0], 3)):
        return None
    return Head(match.end(), len(match.group().rstrip()), place, day, colon=match["close"].strip() == ":")


def _part_place(place: str | None, day: str | None) -> tuple[str | None, str | None]:
    """Move a day that was taken for the last word of the place where it belongs: "KYIV, Feb 4"."""
    if not place or day:
        return place, day
    head, comma, last = place.rpartition(", ")
    if comma and last.split(" ")[0].strip(".").lower() in month_numbers():
        return head, last
    return place, day


def _shouts(place: str, fewest: int = 2) -> bool:
    letters = [letter for letter in place if letter.isalpha()]
    return len(letters) >= fewest and all(map(str.isupper, letters)) and place.lower() not in words_of("weekdays")
