"""Cut a statement into the things it asserts, each affirmed or denied."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from claims.certainty.clauses import Clause, content_of, split_clauses
from claims.certainty.negation import carries, find_saying, has_negation, is_rejected
from claims.patterns import lazy

_GOES_ON = lazy(r"(?:is|are|was|were|has|have|had|will|would|did|does|do|can|could|may|might|must|should)\b")
_WHAT = lazy(r"what\b")


class Assertion(NamedTuple):
    """A stretch of the statement with a verb of its own; ``denied`` where it is negated."""

    text: str
    denied: bool


@lru_cache(maxsize=4096)
def split_assertions(text: str, cue: str | None) -> tuple[Assertion, ...]:
    """Return what the main clauses of a statement assert or deny, credit left out, in order.

    A phrase before a clause belongs to it, but not where the clause only goes on with the verb: "found water but
    could not say". A clause with "what" is the object of the one before. Where the verb that credits the statement
    denies it, all of it is denied, up to a further verb of saying: "denies a raid and says that".

    >>> [(found.text.strip(), found.denied) for found in split_assertions("The roof fell, but nobody was hurt.", None)]
    [('The roof fell', False), ('nobody was hurt.', True)]
    """
    rejected = bool(is_rejected(text, cue))
    start, end = content_of(text, cue)
    found = _find_spans(text, start, end)
    again = find_saying().search(text) if rejected else None
    last = again.end() if again is not None and again.end() < end else end
    if again is not None:
        found = [part for span in found for part in _cut(*span, last)]
    return tuple(Assertion(text[at:to], (rejected and at < last) or denied) for at, to, denied in found) or (
        Assertion(text[start:end], rejected and start < last),
    )


def _cut(start: int, end: int, denied: bool, place: int) -> list[tuple[int, int, bool]]:
    """Cut a stretch in two where another verb takes over."""
    return [(start, place, denied), (place, end, denied)] if start < place < end else [(start, end, denied)]


def _find_spans(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    phrase: tuple[int, int] | None = None
    for clause in split_clauses(text, start, end):
        if not clause.main:
            if found and phrase is None and _is_object(text, clause, found[-1][1]):
                found[-1] = (found[-1][0], clause.end, found[-1][2])
            continue
        if phrase and clause.joined and _GOES_ON.match(text, clause.start, clause.end):
            found.append((*phrase, False))
            phrase = None
        at = phrase[0] if phrase else clause.start
        phrase = (at, clause.end)
        if carries(text, clause):
            found.append((at, clause.end, has_negation(text, clause)))
            phrase = None
    return found


def _is_object(text: str, clause: Clause, end: int) -> bool:
    """Tell "what its waste water held" right behind "the mill had known"."""
    return clause.start - end <= 1 and _WHAT.match(text, clause.start, clause.end) is not None
