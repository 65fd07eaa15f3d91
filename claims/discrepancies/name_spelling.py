"""name-spelling: one person or place, two spellings."""

from __future__ import annotations

import re

from claims.discrepancies.rule import Difference, Setting
from claims.model import Attribution
from claims.names import is_spelling_variant

_NAME = re.compile(r"(?<![\w’'-])[^\W\d_a-zß-öø-ÿ][\w’'-]*[^\W_]")
LEAST_LETTERS = 4


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Report a name that the two statements spell differently.

    One outlet prints Zelenskiy, the other Zelenskyy: a note, so that a search finds both.
    """
    ours, theirs = _names(a), _names(b)
    for one in sorted(ours - theirs):
        for two in sorted(theirs - ours):
            if is_spelling_variant(one, two) and _fold_region(one) != _fold_region(two):
                message = f"{a.outlet.name} spells it {one}, {b.outlet.name} {two}."
                return Difference((one, two), message)
    return None


def _fold_region(word: str) -> str:
    """Make British and American spelling one: Defence / Defense, Labour / Labor, Centre / Center."""
    folded = re.sub(r"ence\b", "ense", word.casefold())
    folded = re.sub(r"our(?=s?\b)", "or", folded)
    return re.sub(r"tre\b", "ter", folded).replace("isation", "ization")


def _names(attribution: Attribution) -> set[str]:
    """Return the capitalised words of the statement and its speaker's mention, without possessive endings."""
    text = attribution.statement.text
    return {
        word
        for match in _NAME.finditer(text)
        if len(word := re.sub(r"[’']s?$", "", match.group())) >= LEAST_LETTERS and not word.isupper()
    }
