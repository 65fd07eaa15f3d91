"""Cut a statement into the things it asserts, each affirmed or denied."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from claims.certainty.clauses import content_of, split_clauses
from claims.certainty.negation import carries, has_negation, is_rejected


class Assertion(NamedTuple):
    """A stretch of the statement with a verb of its own; ``denied`` where it is negated."""

    text: str
    denied: bool


@lru_cache(maxsize=4096)
def split_assertions(text: str, cue: str | None) -> tuple[Assertion, ...]:
    """Return what the main clauses of a statement assert or deny, credit left out, in order.

    A phrase before a clause belongs to it; where the verb that credits the statement denies it, all of it is denied.

    >>> [(found.text.strip(), found.denied) for found in split_assertions("The roof fell, but nobody was hurt.", None)]
    [('The roof fell', False), ('nobody was hurt.', True)]
    """
    rejected = bool(is_rejected(text, cue))
    start, end = content_of(text, cue)
    found: list[Assertion] = []
    at = None
    for clause in split_clauses(text, start, end):
        if not clause.main:
            continue
        at = clause.start if at is None else at
        if carries(text, clause):
            found.append(Assertion(text[at : clause.end], rejected or has_negation(text, clause)))
            at = None
    return tuple(found) or (Assertion(text[start:end], rejected),)
