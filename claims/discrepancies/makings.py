"""The year in which a thing came to be, as two articles tell it in passing: "built in 1968", "completed in 1986"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from claims.discrepancies.predicates import share_terms, terms_of
from claims.discrepancies.rule import Setting
from claims.model import Attribution
from claims.patterns import Gated
from claims.wordlists import read_pairs

_WINDOW = 70
"""Characters before the word in which the thing is named."""


class Making(NamedTuple):
    """A year in which something came to be."""

    way: str
    """What is said of it: built, opened, founded, born."""
    year: str
    thing: str
    """The words before, which name it."""


def find_other_year(a: Attribution, b: Attribution) -> tuple[str, str] | None:
    """Return the years in which two statements let one thing come to be; None where they agree or tell of two."""
    ours, theirs = _read_makings(a.statement.text), _read_makings(b.statement.text)
    if len(ours) != 1 or len(theirs) != 1:
        return None
    (one,), (two,) = ours, theirs
    if one.year == two.year or not _may_be_one(one, two):
        return None
    return one.year, two.year


def has_making(attribution: Attribution, setting: Setting) -> bool:
    """Tell whether a statement tells in which year something came to be."""
    return bool(_read_makings(attribution.statement.text))


def _may_be_one(one: Making, two: Making) -> bool:
    """Tell one thing by its name; digits that changed places tell it too, whatever the thing is called."""
    if sorted(one.year) == sorted(two.year):
        return True
    return one.way == two.way and share_terms(terms_of(one.thing), terms_of(two.thing)) > 0


@lru_cache(maxsize=4096)
def _read_makings(text: str) -> tuple[Making, ...]:
    return tuple(
        Making(_ways()[found[1].lower()], found[2], text[max(0, found.start() - _WINDOW) : found.start()])
        for found in _made_in().finditer(text)
    )


@cache
def _ways() -> dict[str, str]:
    return dict(read_pairs(Path(__file__).parent / "data" / "makings.txt")["made"])


@cache
def _made_in() -> Gated:
    words = "|".join(sorted(_ways(), key=len, reverse=True))
    year = r"(?:early |late |mid-)?((?:1[5-9]|20)\d\d)\b"
    return Gated(rf"\b({words})(?: [\w’'-]+){{0,3}}? in {year}", *_ways(), flags=re.IGNORECASE)
