"""Names of people, institutions and places: whether two spellings or forms stand for one."""

from __future__ import annotations

from functools import lru_cache

from claims.names.acronyms import find_acronyms
from claims.names.folding import fold, plain_letters
from claims.names.institutions import is_acronym_of, same_institution
from claims.names.persons import is_alike, is_spelt_otherwise, same_person
from claims.names.places import country_of, is_country, is_people, is_place_respelt, place_of, same_place
from claims.names.titles import strip_titles

__all__ = [
    "country_of",
    "find_acronyms",
    "fold",
    "is_accent_variant",
    "is_acronym_of",
    "is_alike",
    "is_country",
    "is_people",
    "is_spelling_variant",
    "place_of",
    "same_institution",
    "same_person",
    "same_place",
    "strip_titles",
]


def is_accent_variant(one: str, other: str) -> bool:
    """Tell whether two printed names differ by accents and marks alone: Pål and Pal."""
    return _plain(one) != _plain(other) and plain_letters(one) == plain_letters(other) != ""


@lru_cache(maxsize=65536)
def is_spelling_variant(one: str, other: str) -> bool:
    """Tell whether two printed names are one name in two spellings: Zelenskiy and Zelenskyy, Kiev and Kyiv.

    A short form, a title more, a hyphen or a point less is no other spelling.
    """
    if _plain(one) == _plain(other):
        return False
    if country_of(one) and country_of(other):
        return is_place_respelt(one, other)
    return is_spelt_otherwise(one, other) or is_place_respelt(one, other)


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
