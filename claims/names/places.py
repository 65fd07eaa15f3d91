"""Places: which country a word stands for, and whether two places can be one."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from claims.names.folding import differ_by_gender, fold, likeness
from claims.wordlists import read_pairs

_LIST = Path(__file__).parent / "data" / "places.txt"
_COUNTRY_WORDS = ("names", "people", "capitals", "speaking")
_ALIKE = 0.8


@cache
def _table(*sections: str) -> dict[str, str]:
    if len(sections) > 1:
        return {word: country for section in sections for word, country in _table(section).items()}
    return {_key(word): country for word, country in read_pairs(_LIST)[sections[0]].items()}


@lru_cache(maxsize=8192)
def place_of(word: str) -> str | None:
    """Return the country that ``word`` stands for: by name, by people, or by the capital or palace that speaks for it.

    "Ukrainian", "Kyiv" and "Ukraine" give "Ukraine"; a city that is no capital gives None.
    """
    return _table(*_COUNTRY_WORDS).get(_key(word))


@lru_cache(maxsize=8192)
def country_of(place: str) -> str | None:
    """Return the country that ``place`` is or lies in, as far as the list of cities knows."""
    return _table("names", "capitals", "cities").get(_key(_spelling(place)))


@lru_cache(maxsize=8192)
def is_people(word: str) -> bool:
    """Tell whether ``word`` names the people of a country: "Ukrainian", "Dutch"."""
    return _key(word) in _table("people")


def is_place(word: str) -> bool:
    """Tell whether ``word`` is a country, a capital or a large city."""
    return country_of(word) is not None


def same_place(one: str, other: str) -> bool | None:
    """Tell whether two names can be one place: None where one may lie in the other or a name is not known."""
    a, b = _spelling(one), _spelling(other)
    if fold(a) == fold(b):
        return True
    country_a, country_b = country_of(a), country_of(b)
    if country_a is None or country_b is None:
        return True if _is_alike(a, b) else None
    if country_a != country_b:
        return False
    return None if is_country(a) or is_country(b) else False


def is_country(place: str) -> bool:
    """Tell whether ``place`` is the name of a country."""
    return _key(_spelling(place)) in _table("names")


def is_place_respelt(one: str, other: str) -> bool:
    """Tell whether two names are listed as one place's: Kiev and Kyiv, Burma and Myanmar."""
    return _key(_spelling(one)) == _key(_spelling(other))


def _is_alike(one: str, other: str) -> bool:
    a, b = fold(one), fold(other)
    return a == b or (likeness(a, b) >= _ALIKE and not differ_by_gender(a, b))


def _spelling(place: str) -> str:
    return _table("spellings").get(_key(place), place)


def _key(word: str) -> str:
    return word.strip().casefold().removeprefix("the ").replace("’", "'")
