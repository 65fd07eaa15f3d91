"""Word-by-word alignment of two statements that are nearly the same: what stands in the same place of both.

Where two outlets print one sentence but for a word or two, the place tells what belongs together: a number that
replaces a number measures the same thing, a name that replaces a name is the same person's part, a "not" that only
one has turns the statement round.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from claims.model import Attribution
from claims.text import normalise

LEAST_ALIKE = 0.75
"""Statements that share a smaller part of their words (twice the shared words by all words) are told differently."""
MOST_WORDS = 120
"""Longer statements are not aligned: the work grows with the square of the length."""

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’]\w+)*|[$£€%]")


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
    """Return where two nearly identical statements differ, in order; None where they are told differently."""
    return _align(a.statement.text, a.statement.start, b.statement.text, b.statement.start)


@lru_cache(maxsize=4096)
def _align(ours: str, our_start: int, theirs: str, their_start: int) -> tuple[Slot, ...] | None:
    one = [(normalise(m.group()), our_start + m.start(), our_start + m.end()) for m in _WORD.finditer(ours)]
    two = [(normalise(m.group()), their_start + m.start(), their_start + m.end()) for m in _WORD.finditer(theirs)]
    if not one or not two or max(len(one), len(two)) > MOST_WORDS:
        return None
    if 2 * min(len(one), len(two)) < LEAST_ALIKE * (len(one) + len(two)):
        return None
    matcher = SequenceMatcher(None, [word for word, _, _ in one], [word for word, _, _ in two], autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return None
    return tuple(
        Slot(_words(one, a, b), _words(two, c, d), _span(one, a, b), _span(two, c, d))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    )


def _words(words: list[tuple[str, int, int]], first: int, last: int) -> tuple[str, ...]:
    return tuple(word for word, _, _ in words[first:last])


def _span(words: list[tuple[str, int, int]], first: int, last: int) -> tuple[int, int]:
    """Return the stretch of the words ``first`` up to ``last``; an empty one lies before the word ``first``."""
    if first == last:
        place = words[first][1] if first < len(words) else words[-1][2]
        return place, place
    return words[first][1], words[last - 1][2]
