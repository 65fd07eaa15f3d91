"""Word-by-word alignment of two statements that are nearly the same: what stands in the same place of both.

Where two outlets print one sentence but for a word or two, the place tells what belongs together: a number that
replaces a number measures the same thing, a name that replaces a name is the same person's part, a "not" that only
one has turns the statement round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claims.dates.words import count_of
from claims.discrepancies.blocks import find_blocks, list_steps
from claims.model import Attribution
from claims.text import fold_spelling

LEAST_ALIKE = 0.75
"""Statements that share a smaller part of their words (twice the shared words by all words) are told differently."""
MOST_WORDS = 120
"""Longer statements are not aligned: the work grows with the square of the length."""

_FEWEST_WORDS = 3
"""Of the credited words alone, fewer tell no place."""

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|per\s?cent\b|pct\b|pc\b|\w+(?:['’]\w+)*|[$£€%]", re.IGNORECASE)
_PERCENT = frozenset({"percent", "per cent", "pct", "pc"})

Stretches = tuple[tuple[int, int], ...]
Words = tuple[tuple[str, int, int], ...]
"""Words in normal form, with the offsets at which they begin and end."""


_Side = tuple[str, int, Stretches]
"""The text of a statement, where it starts in its article, and the credited words there."""


class Slot(NamedTuple):
    """A place where two aligned statements differ: the words of each side and their spans in the articles."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    our_span: tuple[int, int]
    their_span: tuple[int, int]

    def holds(self, our_start: int, their_start: int) -> bool:
        """Tell whether a thing of each side begins in this slot, by offset in its article."""
        return (
            self.our_span[0] <= our_start < self.our_span[1] and self.their_span[0] <= their_start < self.their_span[1]
        )


def align_statements(a: Attribution, b: Attribution) -> tuple[Slot, ...] | None:
    """Return where two nearly identical statements differ, in order; None where they are told differently.

    Where only the place of the credit keeps two statements from being alike, the credited words are aligned alone:
    "He would appeal, his lawyer said" and "His lawyer said that he would not appeal".
    """
    one, two = a.statement, b.statement
    return _align_either((one.text, one.start, a.credit.words), (two.text, two.start, b.credit.words))


def align_sentences(a: Attribution, b: Attribution) -> tuple[Slot, ...] | None:
    """Return where two statements that are nearly identical with their credits differ, in order."""
    return _align(a.statement.text, a.statement.start, b.statement.text, b.statement.start)


@lru_cache(maxsize=4096)
def list_words(text: str) -> frozenset[str]:
    """Return every word that an alignment of the text may show, in normal form."""
    return frozenset(map(_plain, _WORD.findall(text)))


def place_words(attribution: Attribution) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the words of a statement, in normal form, with their spans in the article."""
    start = attribution.statement.start
    return ((word, (start + at, start + end)) for word, at, end in _split(attribution.statement.text, ()).words)


@lru_cache(maxsize=4096)
def _align_either(a: _Side, b: _Side) -> tuple[Slot, ...] | None:
    """Align two statements, else their credited words; several rules ask for the same pair."""
    slots = _align(*a[:2], *b[:2])
    if slots is not None:
        return slots
    ours, theirs = _credited(a), _credited(b)
    if not ours or not theirs or (_are_all(ours, a) and _are_all(theirs, b)):
        return None
    return _align(*a[:2], *b[:2], ours, theirs)


def _are_all(stretches: Stretches, side: _Side) -> bool:
    """Tell whether the stretches are the whole statement, which is aligned already."""
    return stretches == ((0, len(side[0])),)


def _credited(side: _Side) -> Stretches:
    """Return the stretches of the statement that are the credited words, as offsets into it."""
    text, start, words = side
    end = start + len(text)
    return tuple(
        (max(start, first) - start, min(end, last) - start) for first, last in words if first < end and start < last
    )


def _align(ours: str, our_start: int, theirs: str, their_start: int, *stretches: Stretches) -> tuple[Slot, ...] | None:
    slots = _align_texts(ours, theirs, *stretches)
    return slots and tuple(
        Slot(one, two, (our_start + first, our_start + last), (their_start + their_first, their_start + their_last))
        for one, two, (first, last), (their_first, their_last) in slots
    )


@lru_cache(maxsize=4096)
def _align_texts(ours: str, theirs: str, *stretches: Stretches) -> tuple[Slot, ...] | None:
    """Align two texts, or stretches of them, with spans counted from their beginnings: many outlets print one text."""
    one, two = _split(ours, stretches[:1]), _split(theirs, stretches[1:])
    sizes = len(one.plain), len(two.plain)
    if min(sizes) < (_FEWEST_WORDS if stretches else 1) or max(sizes) > MOST_WORDS:
        return None
    least = LEAST_ALIKE * sum(sizes)
    if 2 * min(sizes) < least or 2 * _count_shared(one, two) < least or 2 * _count_shared(two, one) < least:
        return None
    if one.plain == two.plain:
        return ()
    blocks = find_blocks(one.plain, two.plain)
    if 2 * sum([size for _, _, size in blocks]) < least:
        return None
    return tuple(
        Slot(one.plain[a:b], two.plain[c:d], _span(one.words, a, b), _span(two.words, c, d))
        for kind, a, b, c, d in list_steps(blocks, sizes)
        if kind != "equal"
    )


def _count_shared(one: _Split, two: _Split) -> int:
    """Return how many words of the first the second has anywhere: no fewer than an alignment finds."""
    return sum(map(two.distinct.__contains__, one.plain))


class _Split(NamedTuple):
    """The words of a text: with their offsets, by themselves, and which there are."""

    words: Words
    plain: tuple[str, ...]
    distinct: frozenset[str]


@lru_cache(maxsize=4096)
def _split(text: str, stretches: tuple[Stretches, ...]) -> _Split:
    """Split a text, or only stretches of it, in words of normal form with their offsets in the text."""
    words = tuple(
        (_plain(m.group()), *m.span())
        for first, last in (stretches[0] if stretches else ((0, len(text)),))
        for m in _WORD.finditer(text, first, last)
    )
    plain = tuple([word for word, _, _ in words])
    return _Split(words, plain, frozenset(plain))


@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    """Return the form to compare by: one spelling, one sign for per cent, digits for small numbers in words."""
    plain = fold_spelling(word.replace("’", "'"))
    if plain.isalpha() and (count := count_of(plain) or 0) > 1:
        return f"{count}"
    return "%" if " ".join(plain.split()) in _PERCENT else plain


def _span(words: Words, first: int, last: int) -> tuple[int, int]:
    """Return the stretch of the words ``first`` up to ``last``; an empty one lies before the word ``first``."""
    if first == last:
        place = words[first][1] if first < len(words) else words[-1][2]
        return place, place
    return words[first][1], words[last - 1][2]
