"""Compare the names of institutions as outlets print them: word order, nationality, company form, acronym."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from claims.names.folding import fold, likeness
from claims.names.places import place_of
from claims.wordlists import read_pairs, read_words

_LIST = Path(__file__).parent / "data" / "institutions.txt"
_ALIKE = 0.84
_SHORT = 3
"""Letters up to which words are acronyms rather than two spellings of one: Bae is not the BoE."""


@lru_cache(maxsize=16384)
def same_institution(one: str, other: str) -> bool | None:
    """Tell whether two names may be one institution: None where one says less than the other.

    "Defence Ministry" against "Ukraine's Ministry of Defence" is None, "CSIS" against its long name True.
    """
    if is_acronym_of(one, other) or is_acronym_of(other, one):
        return True
    a, b = _content(one), _content(other)
    if not a or not b:
        return None
    if _countries_clash(one, other):
        return False
    short, full = sorted((a, b), key=len)
    rest = _unmatched(short, full)
    if rest is None or (rest and _has_own_country(short, one, other)):
        return False
    return None if rest or _leaves_country_open(one, other) else True


def is_acronym_of(short: str, full: str) -> bool:
    """Tell whether ``short`` is made of the first letters of the words of ``full``."""
    letters = short.removeprefix("the ").removeprefix("The ").replace(".", "")
    if not 2 <= len(letters) <= 10 or " " in letters or sum(map(str.isupper, letters)) < 2 or " " not in full:
        return False
    words = [word for word in full.replace("-", " ").split() if word[:1].isalnum()]
    small = read_words(_LIST)["small"]
    every = "".join(word[0] for word in words).casefold()
    strong = "".join(word[0] for word in words if word.casefold() not in small).casefold()
    return letters.replace("&", "").casefold() in {every, strong, every.removeprefix("t")}


@lru_cache(maxsize=8192)
def _content(name: str) -> tuple[str, ...]:
    """Return the words that tell institutions apart, folded, without country, company form and small words."""
    lists = read_words(_LIST)
    plain = [word for word in _words(name) if word not in lists["small"] and place_of(word) is None]
    strong = [word for word in plain if word not in lists["legal"]]
    spelt = read_pairs(_LIST)["spellings"]
    return tuple(fold(spelt.get(word, word)) for word in strong)


@lru_cache(maxsize=8192)
def _countries(name: str) -> frozenset[str]:
    return frozenset(place for word in _words(name) if (place := place_of(word)) is not None)


def _words(name: str) -> list[str]:
    lowered = name.casefold().replace("’", "'").replace("'s", "").replace("-", " ")
    words = (word.strip("'\"“”()[],;:").replace(".", "") for word in lowered.split())
    return [word for word in words if word]


def _countries_clash(one: str, other: str) -> bool:
    a, b = _countries(one), _countries(other)
    return bool(a and b) and a.isdisjoint(b)


def _has_own_country(short: tuple[str, ...], one: str, other: str) -> bool:
    """Tell whether the name with fewer words has a country that the other lacks: Irish Times, Financial Times."""
    less, more = (one, other) if _content(one) == short else (other, one)
    return bool(_countries(less) - _countries(more))


def _leaves_country_open(one: str, other: str) -> bool:
    return bool(_countries(one)) != bool(_countries(other))


def _unmatched(short: tuple[str, ...], full: tuple[str, ...]) -> list[str] | None:
    """Return the words of ``full`` that ``short`` leaves out; None where ``short`` has a word of its own."""
    rest = list(full)
    for word in short:
        best = max(rest, key=lambda candidate: likeness(word, candidate), default="")
        if likeness(word, best) < _ALIKE or (len(word) <= _SHORT and word != best):
            return None
        rest.remove(best)
    return rest
