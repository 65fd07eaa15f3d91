"""Bring the Latin spellings of one name together, and tell how near two folded spellings are."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

from claims.wordlists import read_pairs

_LIST = Path(__file__).parent / "data" / "folding.txt"
_VOWELS = frozenset("aeiouy")
_WEAK = frozenset("hiyj")
# Transliterations agree on the consonants but for a few near pairs; a vowel more or another one is common.
_LOST_CONSONANT = 1.3
_OTHER_CONSONANT = 1.5
_STEM_LIKENESS = 0.85
_LEAST_LIKENESS = 0.75
_LONGEST_NAME = 60
_GLIDE = re.compile(r"[yj](?![au])")
_DOUBLED = re.compile(r"(.)\1+")
_HARD_C = re.compile(r"c(?=[kaoulrt]|\Z)")
"""Where c sounds like k."""


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Return ``name`` in lower-case classes of sound, word by word: both "Syrskyi" and "Syrsky" give ``sirski``."""
    words = name.replace("-", " ").replace("–", " ").split()
    return " ".join(folded for word in words if (folded := _fold_word(plain_letters(word))))


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """Return how near two folded words are, 0 to 1; edits weigh by how transliterations vary.

    Words less alike than any two spellings of one name may be at 0.
    """
    if one == other:
        return 1.0
    if not one or not other or max(len(one), len(other)) > _LONGEST_NAME:
        return 0.0
    near, gaps = _near(), [_gap(letter) for letter in other]
    most = (1 - _LEAST_LIKENESS) * (len(one) + len(other)) / 2
    row = list(accumulate(gaps, initial=0.0))
    for a in one:
        gap, other_letter = _gap(a), 0.7 if a in _VOWELS else _OTHER_CONSONANT
        if min(row) > most:
            return 0.0
        above, row = row, [row[0] + gap]
        for column, b in enumerate(other):
            swap = 0.0 if a == b else near.get(a + b, other_letter if b in _VOWELS else _OTHER_CONSONANT)
            row.append(min(above[column + 1] + gap, row[-1] + gaps[column], above[column] + swap))
    return max(0.0, 1 - row[-1] * 2 / (len(one) + len(other)))


def differ_by_gender(one: str, other: str) -> bool:
    """Tell whether two folded family names are a man's and a woman's form: Petrov and Petrova."""
    return one != other and (_is_feminine_of(one, other) or _is_feminine_of(other, one))


def plain_letters(word: str) -> str:
    """Return ``word`` in lower case with the letters a to z alone: accents and marks gone."""
    spelt = word.lower().translate(_letters())
    if spelt.isascii() and spelt.isalpha():
        return spelt
    return "".join(letter for letter in unicodedata.normalize("NFKD", spelt) if "a" <= letter <= "z")


def _fold_word(word: str) -> str:
    pairs = read_pairs(_LIST)
    word = _replace_ending(word, pairs["first endings"])
    word = _replace_ending(_replace(word, pairs["inside"]), pairs["endings"])
    for start, put in pairs["starts"].items():
        if word.startswith(start) and len(word) > len(start) + 1:
            word = put + word[len(start) :]
            break
    word = _one_sound(_replace(word, pairs["after"]), pairs["one sound"])
    return _HARD_C.sub("k", _DOUBLED.sub(r"\1", word)).replace("0", "c")


def _is_feminine_of(woman: str, man: str) -> bool:
    if woman == man + "a":
        return True
    return any(
        woman.endswith(ending) and man.endswith(masculine) and _same_stem(woman[: -len(ending)], man[: -len(masculine)])
        for ending, masculine in read_pairs(_LIST)["feminine"].items()
    )


def _same_stem(one: str, other: str) -> bool:
    return len(one) > 1 and likeness(one, other) >= _STEM_LIKENESS


def _replace(word: str, classes: dict[str, str]) -> str:
    for spelling, put in classes.items():
        if spelling in word:
            word = word.replace(spelling, put)
    return word


def _replace_ending(word: str, endings: dict[str, str]) -> str:
    for length in range(min(7, len(word) - 1), 0, -1):
        if word[-length:] in endings:
            return word[:-length] + endings[word[-length:]]
    return word


def _one_sound(word: str, glides: dict[str, str]) -> str:
    return _GLIDE.sub("i", _replace(word, glides))


def _gap(letter: str) -> float:
    return 0.35 if letter in _WEAK else 0.6 if letter in _VOWELS else _LOST_CONSONANT


@cache
def _letters() -> dict[int, str]:
    spelt = read_pairs(_LIST)["letters"]
    return str.maketrans({**spelt, "ä": "a", "ö": "o", "ü": "u"})


@cache
def _near() -> dict[str, float]:
    costs = {pair: float(cost) for pair, cost in read_pairs(_LIST)["near"].items()}
    return costs | {pair[::-1]: cost for pair, cost in costs.items()}
