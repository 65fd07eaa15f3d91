"""name-spelling: one person or place, two spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from claims.discrepancies.rule import Difference, Setting
from claims.model import Attribution
from claims.names import is_accent_variant, is_spelling_variant
from claims.text import fold_spelling

_NAME = re.compile(r"(?<![\w’'-])[^\W\d_a-zß-öø-ÿ][\w’'-]*[^\W_]")
_FULL = re.compile(r"(?<![\w’'-])([A-Z][a-zß-öø-ÿ]{2,}) ([A-Z][\w’'-]{4,}[a-zß-öø-ÿ])(?![\w-])")
_LONG_NAME = 6
"""Shorter surnames that differ by a letter are as often two people's."""
LEAST_LETTERS = 4
"""Shorter words are compared only for their accents: Pal and Pål."""


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
    pairs = dict.fromkeys((*_pair_names(a.statement.text, b.statement.text), *_pair_full_names(a, b)))
    for one, two in pairs:
        yield Difference((one, two), f"{a.outlet.name} spells it {one}, {b.outlet.name} {two}.")


@lru_cache(maxsize=4096)
def _pair_names(one: str, two: str) -> tuple[tuple[str, str], ...]:
    ours, theirs = _names(one), _names(two)
    return tuple(
        (mine, other)
        for mine, other in product(sorted(ours - theirs), sorted(theirs - ours))
        if _is_respelt(mine, other) and fold_spelling(mine) != fold_spelling(other)
    )


def _pair_full_names(a: Attribution, b: Attribution) -> Iterator[tuple[str, str]]:
    """Yield surnames that differ by a letter behind the same first name: Joost Verbruggen and Joost Verbrugge."""
    ours, theirs = _full_names(a.statement.text), _full_names(b.statement.text)
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


def _is_respelt(one: str, two: str) -> bool:
    if min(len(one), len(two)) < LEAST_LETTERS:
        return is_accent_variant(one, two)
    return is_spelling_variant(one, two)


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
