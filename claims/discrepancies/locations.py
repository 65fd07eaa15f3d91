"""Where a statement puts what happened: a site, the two ends of a route, where a journey began, a side of a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from claims.certainty import split_clauses
from claims.dates.words import numbers_of
from claims.discrepancies.rule import Setting
from claims.model import Attribution
from claims.names import is_country, is_people
from claims.wordlists import read_pairs, read_words

_LIST = Path(__file__).parent / "data" / "places.txt"
_NAME = r"\b[A-Z][\w’'-]{1,30}(?:\s(?:(?:de|del|la|al|el|of)\s)?[A-Z][\w’'-]{1,30}){0,2}"
_KINDS = "station|airport|port|hospital|prison|harbour|harbor|junction|airfield|camp|school"
_WATERS = r"(?=\sthe\s[\w ]{1,40}\s(?:Sea|Ocean|Gulf|Strait|Channel|Lake)\b)"
_SITE = re.compile(
    rf"\b(?P<how>[Ii]n|[Oo]ver{_WATERS}|[Nn]ear|[Aa]t|[Oo]utside|[Oo]ff"
    r"|(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s|yards)\)?\s(?:from|off))\s"
    r"(?:the\s(?:town|city|village|port|suburb|district|area|port city|island|islet)\sof\s|an?\s|the\s)?"
    rf"(?P<name>{_NAME}(?:\s(?:{_KINDS}))?)"
)
_DASHES = "–—-"
_CHAIN = 5
"""Characters after a place within which the next one is the wider place around it: "Horn, in Brandt County"."""
_NEAR = frozenset({"near", "outside", "off"})


class Location(NamedTuple):
    """A place in a statement, the part it plays, and whether it stands in a main clause."""

    names: tuple[str, ...]
    part: str
    main: bool


def has_location(attribution: Attribution, setting: Setting) -> bool:
    """Tell whether a statement puts what happened anywhere."""
    return bool(find_locations(attribution, setting))


def find_locations(attribution: Attribution, setting: Setting) -> Sequence[Location]:
    """Return where a statement puts what happened, countries and places of the credit left out; main clauses first."""
    return setting.once(_read_locations, attribution)


def _read_locations(attribution: Attribution, setting: Setting) -> Sequence[Location]:
    statement, words = attribution.statement, attribution.credit.words
    places = _find_places(statement.text)
    if not places:
        return []
    clauses = split_clauses(statement.text, 0, len(statement.text))
    found = []
    for start, names, part in places:
        at = statement.start + start
        within = [clause for clause in clauses if clause.start <= start < clause.end]
        credited = not words or any(first <= at < last for first, last in words)
        if not credited and any(_holds_cue(statement.text[c.start : c.end], attribution.credit.cue) for c in within):
            continue
        main = any(clause.main for clause in within)
        found.append(Location(tuple(" ".join(name.split()) for name in names), part, main))
    return [place for place in found if place.main] or found


def _holds_cue(words: str, cue: str | None) -> bool:
    return cue is not None and cue in words


@lru_cache(maxsize=4096)
def _find_places(text: str) -> tuple[tuple[int, tuple[str, ...], str], ...]:
    return tuple(_iterate_places(text))


def _iterate_places(text: str) -> Iterator[tuple[int, tuple[str, ...], str]]:
    routes = read_words(_LIST)["routes"]
    if "between" in text and not routes.isdisjoint(re.findall("[a-z]+", text.lower())):
        for match in _between().finditer(text):
            yield match.start(), (match["one"], match["two"]), "route"
    if any(map(text.__contains__, _DASHES)) and any(map(text.__contains__, routes)):
        for match in _dashed().finditer(text):
            if match["route"] in routes:
                yield match.start(), (match["one"], match["two"]), "route"
    sides, compass = read_pairs(_LIST)["sides"], read_pairs(_LIST)["compass"]
    for match in _side().finditer(text.lower()) if any(map(text.lower().__contains__, compass)) else ():
        yield match.start(), (compass[match[1]],), f"{sides[match[2]]} of the compass"
    for part in ("leaving", "reaching"):
        if not any(map(text.__contains__, read_words(_LIST)[part])):
            continue
        for match in _journey(part).finditer(text):
            if _is_site(match["name"], "in"):
                yield match.start("name"), (match["name"],), part
    yield from _find_numbered(text)
    yield from _find_things(text)
    yield from _find_sites(text)


def _find_numbered(text: str) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """Yield "Terminal 2" and "gate C", a part of their own for each kind: a terminal is not another gate."""
    if not any(map(text.lower().__contains__, read_words(_LIST)["numbered"])):
        return
    for match in _numbered().finditer(text):
        kind = match["kind"].lower()
        yield match.start(), (f"{kind} {match['number']}",), f"numbered {kind}"


def _find_things(text: str) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """Yield where a thing stands, a part of its own for each: the pit of "a gravel pit near Horn", "the pit at Ulm"."""
    for match in _SITE.finditer(text):
        before = text[: match.start()].rstrip().rpartition(" ")[2]
        if before in read_words(_LIST)["things"] and _is_site(match["name"], "in"):
            yield match.start("name"), (match["name"],), f"thing {before}"


def _find_sites(text: str) -> Iterator[tuple[int, tuple[str, ...], str]]:
    end = -_CHAIN - 1
    for match in _SITE.finditer(text):
        wider, end = match.start() - end <= _CHAIN, match.end()
        how = "near" if " " in match["how"] else match["how"].lower()
        if not wider and _is_site(match["name"], how):
            yield match.start("name"), (match["name"],), "near" if how in _NEAR else "site"


def _is_site(name: str, how: str) -> bool:
    """Tell whether a name can be a place of its own; a country is the wider place."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    words = read_words(_LIST)
    if last.endswith(("'s", "’s")) or (how == "at" and last not in words["sites"]):
        return False
    first = name.split(maxsplit=1)[0].lower()
    if first in words["no places"] or first in numbers_of("months") or first in numbers_of("weekdays"):
        return False
    return not (name.isupper() or is_country(name) or is_people(name))


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\bbetween\s(?P<one>{_NAME})\sand\s(?P<two>{_NAME})")


@cache
def _dashed() -> re.Pattern[str]:
    return re.compile(rf"(?P<one>{_NAME})\s?[{_DASHES}]\s?(?P<two>{_NAME})\s(?P<route>[a-z]+)")


@cache
def _journey(part: str) -> re.Pattern[str]:
    phrases = "|".join(sorted(map(re.escape, read_words(_LIST)[part]), key=len, reverse=True))
    return re.compile(rf"\b(?:{phrases})\s(?P<name>{_NAME})")


@cache
def _numbered() -> re.Pattern[str]:
    kinds = "|".join(sorted(read_words(_LIST)["numbered"]))
    return re.compile(rf"\b(?P<kind>(?i:{kinds}))\s(?P<number>\d{{1,3}}[A-Z]?|[B-HJ-Z])\b(?![.,:]\d|['’-])")


@cache
def _side() -> re.Pattern[str]:
    pairs = read_pairs(_LIST)
    compass, sides = ("|".join(pairs[section]) for section in ("compass", "sides"))
    return re.compile(rf"\b({compass})\s({sides})\b")
