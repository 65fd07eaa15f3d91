"""What kind of thing a printed name stands for: a body, a company, a person of a body."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from claims.attribution.lexicon import BODIES
from claims.names import is_people, place_of, strip_titles
from claims.wordlists import read_words

_LONGEST_PERSON = 4
_SCHOLARS = ("ologist", "ographer", "iatrist", "ician", "icist", "onomist")


@cache
def reference_words(section: str) -> frozenset[str]:
    """Return a section of the list of words that refer without naming."""
    return read_words(Path(__file__).parent / "data" / "references.txt")[section]


def bearer_of(name: str) -> str:
    """Return the person of "Sheriff Ann Ode of Orlo County" and "Ann Ode of the Orlo Institute", else the name."""
    head, found, seat = name.partition(" of ")
    if not found:
        return name
    bare = strip_titles(head)
    if not 2 <= len(bare.split()) <= _LONGEST_PERSON or is_body(bare) or is_company(bare.split()):
        return name
    titled = bare != head and head.endswith(bare)
    return head if titled or (bare == head and is_body(seat) and _is_plain_name(head)) else name


def _is_plain_name(name: str) -> bool:
    """Tell two words that may be given name and surname: none is a place or the people of one."""
    return all(place_of(word) is None and not is_people(word) for word in name.split())


def is_body(name: str) -> bool:
    """Tell whether a printed name is one of a body rather than a person."""
    words = name.replace("-", " ").lower().split()
    if not BODIES.isdisjoint(words):
        return True
    return (
        " of " in name and len(words) > 2 and not _has_title(words) and words[0] not in reference_words("of something")
    )


def is_company(words: Sequence[str]) -> bool:
    """Tell whether the last of some capitalised words is one that ends the names of companies and clubs."""
    return len(words) > 1 and words[-1] in reference_words("company endings")


def without_seat(name: str) -> str:
    """Return "Aegis Carriers" of "Aegis Carriers of Piraeus"."""
    company, found, _ = name.partition(" of ")
    return company if found and is_company(company.split()) else name


def is_trade(word: str) -> bool:
    """Tell whether the first word of what looks like a name is a trade: "Pot-washer Ode", "Miner Orlo Resources"."""
    first, _, rest = word.partition("-")
    if word.lower().endswith(_SCHOLARS):
        return True
    return (bool(rest) and first[:1].isupper() and rest.islower()) or word.lower() in reference_words("trades")


def _has_title(words: Sequence[str]) -> bool:
    return any(word in ("minister", "president", "secretary", "governor", "mayor", "head", "chief") for word in words)
