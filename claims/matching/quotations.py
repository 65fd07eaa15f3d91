"""Quotations: the words between quotation marks, and how alike two of them are."""

from __future__ import annotations

from functools import lru_cache

from claims.matching.families import lexicon
from claims.matching.settings import settings
from claims.matching.words import content_words
from claims.patterns import Gated, lazy
from claims.text import normalise

Quotation = frozenset[str]
"""The stems of its content words; all its words where it has no others."""

_QUOTED = Gated(
    "[\"“«„]([^\"“”«»„]{3,})[\"”»“]|(?<![^\\W_])[‘']([^‘’'\n][^‘’\n]{8,})[’'](?![^\\W_])", '"', "“", "«", "„", "‘", "'"
)
_WORD = lazy(r"[^\W_]+")


def read_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the words of each stretch in quotation marks.

    >>> [sorted(words) for words in read_quotations('They called it "a very small group".')]
    [['group', 'small']]
    """
    stretches = [match.group(1) or match.group(2) for match in _QUOTED.finditer(text)]
    found = ((frozenset(word.stem for word in content_words(each.lower())), each) for each in stretches)
    quotations = (words or frozenset(_WORD.findall(normalise(each))) for words, each in found)
    return tuple(words for words in quotations if words)


@lru_cache(maxsize=4096)
def are_alike(one: Quotation, two: Quotation) -> float:
    """Return the share of the words of the shorter quotation that the longer has, or has akin.

    >>> round(are_alike(frozenset({"guilt", "report"}), frozenset({"blam", "report", "us"})), 2)
    1.0
    """
    shared = one & two
    mine, yours = one - shared, two - shared
    kin = _families_of(mine) & _families_of(yours)
    akin = min(_count_akin(words, kin) for words in (mine, yours)) if kin else 0
    return (len(shared) + akin) / min(len(one), len(two))


def weigh_likeness(one: Quotation, two: Quotation) -> float:
    """Return how alike two quotations are, where a lone word of a longer quotation tells little: both say "found"."""
    lone = min(len(one), len(two)) == 1 and len(one) != len(two)
    return are_alike(one, two) * (settings()["lone word"] if lone else 1.0)


def _families_of(words: Quotation) -> frozenset[str]:
    return frozenset().union(*map(lexicon().families_of, words))


def _count_akin(words: Quotation, kin: frozenset[str]) -> int:
    return sum(not kin.isdisjoint(lexicon().families_of(word)) for word in words)
