"""name-spelling: one person or place, two spellings."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.discrepancies.rule import Difference, Setting
from claims.model import Attribution
from claims.names import is_accent_variant, is_spelling_variant
from claims.text import fold_spelling

_NAME = re.compile(r"(?<![\w’'-])[^\W\d_a-zß-öø-ÿ][\w’'-]*[^\W_]")
LEAST_LETTERS = 4
"""Shorter words are compared only for their accents: Pal and Pål."""


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
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
    ours, theirs = _names(a.statement.text), _names(b.statement.text)
    for one in sorted(ours - theirs):
        for two in sorted(theirs - ours):
            if _is_respelt(one, two) and fold_spelling(one) != fold_spelling(two):
                message = f"{a.outlet.name} spells it {one}, {b.outlet.name} {two}."
                return Difference((one, two), message)
    return None


def _is_respelt(one: str, two: str) -> bool:
    if min(len(one), len(two)) < LEAST_LETTERS:
        return is_accent_variant(one, two)
    return is_spelling_variant(one, two)


@lru_cache(maxsize=4096)
def _names(text: str) -> frozenset[str]:
    """Return the capitalised words of a statement, without possessive endings."""
    return frozenset(
        word
        for match in _NAME.finditer(text)
        if len(word := re.sub(r"[’']s?$", "", match.group())) > 1 and not word.isupper()
    )
