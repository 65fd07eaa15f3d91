"""Whether a statement asserts or denies: by its own verb, or by the verb that credits it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

from claims.certainty.clauses import (
    NOT_BEFORE,
    Clause,
    content_of,
    has_verb,
    is_contrast,
    split_clauses,
    starts_with_pronoun,
)
from claims.certainty.lexicon import level_of_cue
from claims.wordlists import read_words

_NEGATION = Path(__file__).parent / "data" / "negation.txt"


def is_negated(text: str) -> bool:
    """Tell whether the first main clause of ``text`` is negative: "no building was hit", "at no point looked".

    "Not only", "no doubt", "no fewer than" negate nothing, and what stands in a subordinate clause is not counted.
    A statement that goes on to affirm, "we do not count in tons, we count in crates", is no denial.
    """
    return _is_negated(text, 0, len(text))


def polarity(text: str, cue: str | None) -> Literal["asserted", "denied"]:
    """Tell whether a statement asserts or denies, counting the verb that credits it: "denied that it had bid"."""
    low = text.lower().replace("’", "'")
    denial = _denial().search(low)
    if denial is not None and _is_main(text, denial.start()):
        return "asserted" if NOT_BEFORE.search(low[max(0, denial.start() - 24) : denial.start()]) else "denied"
    if cue and level_of_cue(cue) == "denied":
        return "denied"
    return "denied" if _is_negated(text, *content_of(text, cue)) else "asserted"


def _is_main(text: str, at: int) -> bool:
    return any(clause.main and clause.start <= at < clause.end for clause in split_clauses(text, 0, len(text)))


def _is_negated(text: str, start: int, end: int) -> bool:
    clauses = [clause for clause in split_clauses(text, start, end) if clause.main]
    carrying = [clause for clause in clauses if _carries(text, clause)]
    if not carrying or not _has_negation(text, carrying[0]):
        return False
    return not any(_affirms(text, clause) for clause in carrying[1:])


def _carries(text: str, clause: Clause) -> bool:
    return has_verb(text, clause) or (_has_negation(text, clause) and not is_contrast(text, clause))


def _affirms(text: str, clause: Clause) -> bool:
    """Tell whether a further clause stands on its own and is positive."""
    return (clause.joined or starts_with_pronoun(text, clause)) and not _has_negation(text, clause)


def _has_negation(text: str, clause: Clause) -> bool:
    low = text[clause.start : clause.end].lower().replace("’", "'")
    return any(match["yes"] for match in _negation().finditer(low))


@cache
def _negation() -> re.Pattern[str]:
    """Return the pattern of negations; one that denies nothing is eaten whole, without the group ``yes``."""
    lists = read_words(_NEGATION)
    harmless, negations = _either(lists["no negations"]), _either(lists["negations"] - {"n't"})
    return re.compile(rf"(?<![\w-])(?:{harmless})(?!\w)|(?P<yes>(?<![\w-])(?:{negations})(?![\w-])|n't\b)")


@cache
def _denial() -> re.Pattern[str]:
    lists = read_words(_NEGATION)
    return re.compile(rf"\b(?:{_either(lists['denials'])})\s+(?:{_either(lists['denied things'])})\b")


def _either(words: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
