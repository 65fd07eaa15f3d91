"""What changed from one version of an article to the next, statement by statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from claims.model import Statement
from claims.text import normalise

LEAST_ALIKE = 0.5
"""Two statements of which at least this share of the letters agree are one, reworded."""


class Change(NamedTuple):
    """A statement that came, went (None on the other side) or was reworded."""

    before: Statement | None
    after: Statement | None


def list_changes(before: Sequence[Statement], after: Sequence[Statement]) -> Iterator[Change]:
    """Yield the statements that differ between two versions, in the order of the text; those moved whole are none."""
    ours, theirs = [_key(statement) for statement in before], [_key(statement) for statement in after]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            gone = [statement for statement in before[a:b] if _key(statement) not in theirs]
            come = [statement for statement in after[c:d] if _key(statement) not in ours]
            yield from _pair(gone, come)


def _pair(gone: list[Statement], come: list[Statement]) -> Iterator[Change]:
    """Pair each statement that went with the one of the same stretch that reads most like it."""
    for old in gone:
        likeness = {new: SequenceMatcher(None, _key(old), _key(new), autojunk=False).ratio() for new in come}
        best = max(likeness, key=lambda new: likeness[new], default=None)
        if best is not None and likeness[best] >= LEAST_ALIKE:
            come.remove(best)
            yield Change(old, best)
        else:
            yield Change(old, None)
    yield from (Change(None, new) for new in come)


def _key(statement: Statement) -> str:
    return " ".join(normalise(statement.text).split())
