"""Whether a statement asserts or denies: by its own verb, or by the verb that credits it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

from claims.certainty.clauses import NOT_BEFORE, Clause, content_of, split_clauses
from claims.certainty.lexicon import level_of_cue
from claims.text import stem
from claims.wordlists import read_words

_NEGATION = Path(__file__).parent / "data" / "negation.txt"
_WORD = re.compile(r"[a-z]{4,}")
_CONTRAST = re.compile(r"\W*not\s", re.IGNORECASE)
"""What a contrast adds: "we count names, not thousands"."""
_WORDS = re.compile(r"[a-z]+")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|does|did|do|will|would|can|could|may|might|must|should"
    r"|(?:i|we|you|they) \w+|\w+ed)\b",
    re.IGNORECASE,
)


def is_negated(text: str) -> bool:
    """Tell whether the first main clause of ``text`` is negative: "no building was hit", "at no point looked".

    "Not only", "no doubt", "no fewer than" negate nothing, and what stands in a subordinate clause is not counted.
    A contrast that goes on to affirm, "not in tons, we count in crates", is no denial.
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
    first = next((clause for clause in clauses if _has_verb(text, clause)), None)
    if first is None or not _has_negation(text, first):
        return False
    stems = _stems(text, first)
    return not any(
        clause.start > first.start and not _has_negation(text, clause) and stems & _stems(text, clause)
        for clause in clauses
    )


def _has_verb(text: str, clause: Clause) -> bool:
    """Tell whether a clause is more than an opening phrase: "In Leeds," and "Mr X," carry no statement."""
    if _CONTRAST.match(text, clause.start, clause.end):
        return False
    if _has_negation(text, clause) or _VERB.search(text, clause.start, clause.end):
        return True
    return not read_words(_NEGATION)["past tenses"].isdisjoint(_WORDS.findall(text[clause.start : clause.end].lower()))


def _has_negation(text: str, clause: Clause) -> bool:
    low = text[clause.start : clause.end].lower().replace("’", "'")
    return any(match["yes"] for match in _negation().finditer(low))


def _stems(text: str, clause: Clause) -> set[str]:
    return {stem(word) for word in _WORD.findall(text[clause.start : clause.end].lower())}


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
