"""place-conflict: one happening in incompatible places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from claims.discrepancies.locations import Location, find_locations, has_location
from claims.discrepancies.predicates import share_terms, terms_of
from claims.discrepancies.rule import Difference, Needs, Setting
from claims.model import Attribution
from claims.names import same_place

LEAST_SHARED = 2
"""Content words that two statements share when they tell of one happening; one is enough for a journey."""
_OPPOSITE = {"n": "s", "s": "n", "e": "w", "w": "e"}
_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}

NEEDS: Needs = ((has_location, has_location),)


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report that the two put one happening in places that neither article brings together.

    One outlet has the medical in a London clinic, the other in Leeds; one has the road between Horn and Ulm, the
    other between Horn and Brandt; one the northern slope, the other the southern. A country, a region around a town
    and a place that the other article names as well are wider or narrower, not other.

    >>> compare_sentences(
    ...     "place-conflict",
    ...     "The player passed his medical in Ostwick.",
    ...     "The player passed his medical at a clinic in Hallin.",
    ... )
    Northern Wire puts it in Ostwick, Harbour Post in Hallin.
    """
    ours = find_locations(a, setting)
    theirs = find_locations(b, setting) if ours else ()
    if not theirs:
        return
    shared = share_terms(terms_of(a.statement.text), terms_of(b.statement.text))
    for part in dict.fromkeys(place.part for place in ours):
        mine, other = ([place for place in places if place.part == part] for places in (ours, theirs))
        alone = part in {"leaving", "reaching"} or part.startswith("numbered")
        if shared < (1 if alone else LEAST_SHARED):
            continue
        if len(mine) == len(other) == 1 and _differ(mine[0], other[0], (a, b), setting):
            values = _word(mine[0]), _word(other[0])
            yield Difference(values, f"{a.outlet.name} puts it {values[0]}, {b.outlet.name} {values[1]}.")


def _differ(mine: Location, other: Location, pair: tuple[Attribution, Attribution], setting: Setting) -> bool:
    if mine.part.endswith("compass"):
        return _OPPOSITE[mine.names[0]] == other.names[0]
    left = [name for name in mine.names if not any(_may_be_one(name, theirs) for theirs in other.names)]
    right = [name for name in other.names if not any(_may_be_one(name, ours) for ours in mine.names)]
    if not left or not right or len(left) != len(right):
        return False
    a, b = pair
    return not (_prints(b, left[0], right[0], setting) or _prints(a, right[0], left[0], setting))


def _may_be_one(one: str, other: str) -> bool:
    """Tell whether two names can be one place: Biscay and the Bay of Biscay, two spellings of one name."""
    if one[-1].isdigit() and other[-1].isdigit():
        return one == other
    ours, theirs = set(one.split()), set(other.split())
    return ours <= theirs or theirs <= ours or same_place(one, other) is True


def _prints(attribution: Attribution, name: str, other: str, setting: Setting) -> bool:
    """Tell whether the article prints a word of a place name that the other name has not."""
    text = setting.article_of(attribution).text
    shared = set(other.split())
    words = [word for word in name.split() if len(word) > 3 and word not in shared]
    if not words:
        return name.lower() in text.lower()
    if any(word in text for word in words):
        return True
    return any(_without_accents(word) in _without_accents(text) for word in words)


@lru_cache(maxsize=256)
def _without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def _word(place: Location) -> str:
    if place.part.endswith("compass"):
        return f"on the {_COMPASS[place.names[0]]}ern {place.part.split()[0]}"
    if place.part == "route":
        return f"between {place.names[0]} and {place.names[1]}"
    if place.part.startswith("numbered"):
        return f"at {place.names[0]}"
    if place.part.startswith("thing"):
        return f"at {place.names[0]}"
    return {"leaving": "from ", "reaching": "at ", "near": "near ", "site": "in "}[place.part] + place.names[0]
