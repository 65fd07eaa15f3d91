"""Whether two clauses speak of one matter, by the content words they share; words of one family are one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from claims.matching.families import Term, find_terms
from claims.matching.words import content_words
from claims.text import stem
from claims.wordlists import read_words

LEAST_SHARED = 0.33
"""Part of the shorter clause's content words that two clauses on one matter share."""
SURELY_SHARED = 2
"""So many shared content words are enough in long clauses."""
_NAME_STEM = 6
"""Letters that the name of a country and of its people have in common."""

Terms = tuple[Term, ...]


@lru_cache(maxsize=4096)
def terms_of(text: str) -> Terms:
    """Return the content words of a clause, each once, without those that stand with any noun."""
    light = _light_words()
    return tuple(dict.fromkeys(term for term in find_terms(content_words(text)) if term.stem not in light))


def share_terms(ours: Terms, theirs: Terms) -> int:
    """Return how many content words of ``ours`` the other clause has, or has a word of the same family of."""
    stems, families, names = _keys_of(theirs)
    return sum(
        [
            one.stem in stems
            or not one.families.isdisjoint(families)
            or (one.name and len(one.stem) >= _NAME_STEM and one.stem[:_NAME_STEM] in names)
            for one in ours
        ]
    )


@lru_cache(maxsize=4096)
def _keys_of(terms: Terms) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return what words are known by: their stems, their families, and how names begin."""
    return (
        frozenset(term.stem for term in terms),
        frozenset(family for term in terms for family in term.families),
        frozenset(term.stem[:_NAME_STEM] for term in terms if term.name),
    )


def find_counterpart(text: str, clauses: Sequence[str]) -> int | None:
    """Return the number of the clause that speaks of the same matter, the one that shares most; None without one."""
    ranked = [(weigh_likeness(text, clause), -number) for number, clause in enumerate(clauses)]
    best = max(ranked, default=None)
    return -best[1] if best and best[0] > (0.0, 0) else None


@lru_cache(maxsize=4096)
def weigh_likeness(one: str, other: str) -> tuple[float, int]:
    """Return the part and the number of content words that two clauses share; zeros for other matters."""
    ours, theirs = terms_of(one), terms_of(other)
    shared = min(share_terms(ours, theirs), share_terms(theirs, ours))
    share = shared / max(1, min(len(ours), len(theirs)))
    return (share, shared) if share >= LEAST_SHARED or shared >= SURELY_SHARED else (0.0, 0)


@cache
def _light_words() -> frozenset[str]:
    return frozenset(stem(word) for word in read_words(Path(__file__).parent / "data" / "light.txt")[""])
