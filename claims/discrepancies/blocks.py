"""The stretches of words that two statements have in common, in order: the longest first, then what is left beside it.

The blocks are those of :class:`difflib.SequenceMatcher`. Here the words of a statement, which is compared with many
others, are indexed once, and a search ends when nothing longer can come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

Words = tuple[str, ...]
Block = tuple[int, int, int]
"""Where a stretch begins in the one and in the other, and how many words it has."""
Step = tuple[Literal["equal", "replace", "delete", "insert"], int, int, int, int]
"""What becomes of ``ours[first:last]``, and the ``theirs[first:last]`` in its place."""


def find_blocks(ours: Sequence[str], theirs: Words) -> list[Block]:
    """Return the stretches that two texts share, in order; none touches the next on both sides.

    >>> find_blocks("we count in names".split(), ("we", "count", "names"))
    [(0, 0, 2), (3, 2, 1)]
    """
    index = _index(theirs)
    places = [index.get(word, ()) for word in ours]
    waiting = [(0, len(ours), 0, len(theirs))]
    found: list[Block] = []
    while waiting:
        first, last, their_first, their_last = waiting.pop()
        block = _find_longest(places, first, last, their_first, their_last)
        at, there, size = block
        if size:
            found.append(block)
            if first < at and their_first < there:
                waiting.append((first, at, their_first, there))
            if at + size < last and there + size < their_last:
                waiting.append((at + size, last, there + size, their_last))
    return _join(sorted(found))


@lru_cache(maxsize=4096)
def _index(words: Words) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word, []).append(place)
    return places


def _find_longest(
    places: Sequence[Sequence[int]], first: int, last: int, their_first: int, their_last: int
) -> tuple[int, int, int]:
    """Return the longest shared stretch, of several the first; its size is 0 where nothing is shared."""
    best = (first, their_first, 0)
    size = 0
    running: dict[int, int] = {}
    for at in range(first, last):
        going_on: dict[int, int] = {}
        for there in places[at]:
            if there < their_first:
                continue
            if there >= their_last:
                break
            length = going_on[there] = running.get(there - 1, 0) + 1
            if length > size:
                size = length
                best = (at - length + 1, there - length + 1, length)
        running = going_on
        left = last - at - 1
        if left <= size and left + max(running.values(), default=0) <= size:
            break
    return best


def _join(blocks: Sequence[Block]) -> list[Block]:
    """Make one of blocks that touch on both sides."""
    joined: list[Block] = []
    for at, there, size in blocks:
        if joined and (joined[-1][0] + joined[-1][2], joined[-1][1] + joined[-1][2]) == (at, there):
            joined[-1] = (*joined[-1][:2], joined[-1][2] + size)
        else:
            joined.append((at, there, size))
    return joined


def list_steps(blocks: Sequence[Block], sizes: tuple[int, int]) -> Iterator[Step]:
    """Yield how the one becomes the other, shared blocks included; ``sizes`` are their numbers of words.

    >>> list(list_steps([(0, 0, 2), (3, 2, 1)], (4, 3)))
    [('equal', 0, 2, 0, 2), ('delete', 2, 3, 2, 2), ('equal', 3, 4, 2, 3)]
    """
    first = their_first = 0
    for at, there, size in (*blocks, (*sizes, 0)):
        if first < at and their_first < there:
            yield "replace", first, at, their_first, there
        elif first < at:
            yield "delete", first, at, their_first, there
        elif their_first < there:
            yield "insert", first, at, their_first, there
        if size:
            yield "equal", at, at + size, there, there + size
        first, their_first = at + size, there + size
