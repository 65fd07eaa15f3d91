"""name-spelling: one person or place, two spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from claims.discrepancies.rule import Difference, Needs, Setting
from claims.model import Attribution
from claims.names import is_accent_variant, is_spelling_variant
from claims.text import fold_spelling

_NAME = re.compile(r"(?<![\w’'-])[^\W\d_a-zß-öø-ÿ][\w’'-]*[^\W_]")
_FULL = re.compile(r"(?<![\w’'-])([A-Z][a-zß-öø-ÿ]{2,}) ([A-Z][\w’'-]{4,}[a-zß-öø-ÿ])(?![\w-])")
_LONG_NAME = 6
"""Shorter surnames that differ by a letter are as often two people's."""
LEAST_LETTERS = 4
"""Shorter words are compared only for their accents: Pal and Pål."""


def _has_name(attribution: Attribution, setting: Setting) -> bool:
    return bool(_names(attribution.statement.text))


NEEDS: Needs = ((_has_name, _has_name),)


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report a name that the two statements spell differently.

    One outlet prints Zelenskiy, the other Zelenskyy: a note, so that a search finds both. British and American
    spellings of a word (Neighbouring, Neighboring) are house style.

    >>> compare_sentences(
    ...     "name-spelling",
    ...     "President Zelenskiy said talks would resume.",
    ...     "President Zelenskyy said talks would resume.",
    ... )
    Northern Wire spells it Zelenskiy, Harbour Post Zelenskyy.

    >>> compare_sentences(
    ...     "name-spelling",
    ...     "Organisers said pay had fallen.",
    ...     "Organizers said pay had fallen.",
    ... )
    nothing
    """
    for one, two in _pair_names(a.statement.text, b.statement.text):
        yield Difference((one, two), f"{a.outlet.name} spells it {one}, {b.outlet.name} {two}.")


@lru_cache(maxsize=4096)
def _pair_names(one: str, two: str) -> tuple[tuple[str, str], ...]:
    ours, theirs = _names(one), _names(two)
    respelt = [pair for pair in product(sorted(ours - theirs), sorted(theirs - ours)) if _is_respelt(*pair)]
    return tuple(dict.fromkeys((*respelt, *_pair_full_names(one, two))))


def _pair_full_names(text: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield surnames that differ by a letter behind the same first name: Joost Verbruggen and Joost Verbrugge."""
    ours, theirs = _full_names(text), _full_names(other)
    for first in sorted(ours.keys() & theirs.keys()):
        one, two = ours[first], theirs[first]
        if one != two and min(len(one), len(two)) >= _LONG_NAME and _is_letter_apart(one, two):
            yield one, two


def _is_letter_apart(one: str, two: str) -> bool:
    """Tell whether one letter is put in, left out or exchanged; a possessive s is no letter of the name."""
    short, long = sorted((one, two), key=len)
    if len(long) - len(short) > 1 or long == f"{short}s":
        return False
    start = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return start > 0 and short[start + (len(short) == len(long)) :] == long[start + 1 :]


@lru_cache(maxsize=16384)
def _is_respelt(one: str, two: str) -> bool:
    is_variant = is_accent_variant if min(len(one), len(two)) < LEAST_LETTERS else is_spelling_variant
    return is_variant(one, two) and fold_spelling(one) != fold_spelling(two)


@lru_cache(maxsize=4096)
def _full_names(text: str) -> dict[str, str]:
    """Return the surnames of a statement by the first name before each, where it is the only one with it."""
    found: dict[str, set[str]] = {}
    for match in _FULL.finditer(text):
        found.setdefault(match[1], set()).add(re.sub(r"[’']s?$", "", match[2]))
    return {first: surnames.pop() for first, surnames in found.items() if len(surnames) == 1}


@lru_cache(maxsize=4096)
def _names(text: str) -> frozenset[str]:
    """Return the capitalised words of a statement, without possessive endings."""
    return frozenset(
        word
        for match in _NAME.finditer(text)
        if len(word := re.sub(r"[’']s?$", "", match.group())) > 1 and not word.isupper()
    )
