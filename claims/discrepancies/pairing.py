"""Which figure of one statement stands for which of the other: by place, by measure, by value."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from claims.discrepancies.alignment import LEAST_ALIKE, MOST_WORDS
from claims.figures import same_measure
from claims.model import Attribution, Figure

_EVERYBODY = frozenset({"people", "persons", "person", "others"})
"""Nouns that too much is counted in."""

MASK = "#"
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LEAST_SHARED = 2
"""With fewer words in common there is no sentence that the two share."""


def pair_by_place(a: Attribution, b: Attribution) -> list[tuple[Figure, Figure]]:
    """Return the figures that stand in the same place of two nearly identical statements; none where they are not.

    "For 94 million euros ($102 million)" and "for 84 million euros ($102 million)": 94 stands for 84, whatever is
    near. The words are aligned with every figure masked, so that two figures that changed places are found too.
    """
    if not (a.figures and b.figures):
        return []
    return [(a.figures[i], b.figures[j]) for i, j in _align(_mask(a), _mask(b))]


@lru_cache(maxsize=4096)
def _align(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return which masks stand in one place, by their number among the masks of each side."""
    words = len(ours) + len(theirs) - ours.count(MASK) - theirs.count(MASK)
    if max(len(ours), len(theirs)) > MOST_WORDS or not words:
        return ()
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    shared = sum(word != MASK for kind, first, last, _, _ in steps if kind == "equal" for word in ours[first:last])
    if shared < _LEAST_SHARED or 2 * shared < LEAST_ALIKE * words:
        return ()
    found: list[tuple[int, int]] = []
    for kind, first, last, their_first, their_last in steps:
        one, two = ours[first:last].count(MASK), theirs[their_first:their_last].count(MASK)
        if kind in ("equal", "replace") and one == two:
            before = ours[:first].count(MASK), theirs[:their_first].count(MASK)
            found += [(before[0] + at, before[1] + at) for at in range(one)]
    return tuple(found)


def _mask(attribution: Attribution) -> tuple[str, ...]:
    """Return the words of a statement with each figure as one mask, in the order of the figures."""
    text, start = attribution.statement.text, attribution.statement.start
    words: list[str] = []
    end = 0
    for figure in attribution.figures:
        words += _WORD.findall(text[end : figure.start - start].casefold())
        words.append(MASK)
        end = figure.end - start
    return (*words, *_WORD.findall(text[end:].casefold()))


def measures_surely(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell that two figures measure one thing: by their words, or as the only ones of their unit on either side."""
    if same_measure(ours, theirs):
        return True
    kinds = _kind(ours), _kind(theirs)
    if kinds[0] != kinds[1] or kinds[0] is None or kinds[0] in _EVERYBODY:
        return False
    return _count_kind(a, kinds[0]) == 1 and _count_kind(b, kinds[0]) == 1


def is_same_number(ours: Figure, theirs: Figure) -> bool:
    """Tell whether the numbers are equal as printed, whatever they measure."""
    return ours.low == theirs.low and ours.high == theirs.high


def is_relabelled(ours: Figure, theirs: Figure) -> bool:
    """Tell one number in two units: of what stands in one place, one of the two has the wrong unit."""
    if ours.unit == theirs.unit or not is_same_number(ours, theirs) or None in (ours.unit, theirs.unit):
        return False
    return {ours.unit, theirs.unit} not in ({"mile", "nautical mile"}, {"ton", "tonne"})


def _kind(figure: Figure) -> str | None:
    """Return the unit, or the noun of a plain count."""
    return figure.unit if figure.unit is not None else figure.noun


def _count_kind(attribution: Attribution, kind: str) -> int:
    return Counter(_kind(figure) for figure in attribution.figures)[kind]
