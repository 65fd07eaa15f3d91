"""Cut a statement into clauses and keep those that carry it: without credit, relative and adverbial clauses."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_SUBORDINATOR = (
    r"(?:who|whom|whose|which|where|when|while|whereas|after|before|because|although|though|since|unless|if|until|once"
    r"|despite|amid|given|so that|in order to|as (?:if|though|soon)|even (?:if|though|as))"
)
_FINITE = (
    r"(?:has|have|had|is|are|was|were|will|would|did|does|do|can|could|may|might|must|should|it|he|she|they|we|you|i"
    r"|no one|nobody|there|a|an|the)"
)
_CLAUSE = re.compile(
    rf"(?P<stop>[.!?]['\"’”]?\s+(?=['\"‘“]?[A-Z]))|(?P<mark>[;:—–]|\s-\s|,\s*(?:and|but|or)\s|,)\s*(?:(?P<sub1>{_SUBORDINATOR})\b)?"
    rf"|\s(?P<sub2>{_SUBORDINATOR})\b|\s(?:and|but)\s(?={_FINITE}\s)|\s(?P<to>saying|adding|citing|quoting)\s",
)
_OPENING = re.compile(rf"\W*{_SUBORDINATOR}\b", re.IGNORECASE)
_CREDIT_BEFORE = re.compile(r"(?:,|[\"”’'])\s*[^,;:.\"“”]*$")
_QUOTE_BEFORE = re.compile(r"[,.!?][\"”’']\s[^:\"“”]*$")
_GOES_ON = re.compile(r"\s*(?:$|[.,;])")
_CONTENT_FOLLOWS = re.compile(
    r"\s*(?:\w+\s+){0,6}?(?:that|it|he|she|they|there|had|has|was|were|would|will|is|are)\b|\s*:"
)
NOT_BEFORE = re.compile(r"(?:\b(?:not|never|nor)|n['’]t)\s+(?:\w+\s+)?$")
"""What turns the verb that follows into its opposite: "did not deny"."""
_SOURCE_CUES = ("according", "as per", "in the words")
_LONGEST_CREDIT = 100


class Clause(NamedTuple):
    """A stretch of the statement; ``main`` where it is no subordinate clause; ``sentence`` counts from 0."""

    start: int
    end: int
    main: bool
    sentence: int


def split_clauses(text: str, start: int, end: int) -> list[Clause]:
    """Return the clauses of ``text[start:end]`` in order."""
    clauses: list[Clause] = []
    at, main, sentence = start, _OPENING.match(text, start, end) is None, 0
    for match in _CLAUSE.finditer(text, start, end):
        if match.start() > at:
            clauses.append(Clause(at, match.start(), main, sentence))
        if match["stop"]:
            sentence, main = sentence + 1, True
        else:
            main = not (match["sub1"] or match["sub2"])
        at = match.end() if match["stop"] else _skip_mark(match)
    clauses.append(Clause(at, end, main, sentence))
    return clauses


def content_of(text: str, cue: str | None) -> tuple[int, int]:
    """Return the stretch that is credited: before ", X said", after "X said that"; all of it without a cue."""
    found = cue_pattern(cue).search(text) if cue else None
    if found is None:
        return 0, len(text)
    if cue and cue.lower().startswith(_SOURCE_CUES):
        comma = text.find(",", found.end())
        return (0, found.start()) if found.start() > 2 or comma < 0 else (comma + 1, len(text))
    before = _credited_before(text, found.start(), found.end())
    if before is not None:
        return 0, before
    return (found.end(), len(text)) if len(text) - found.end() > 2 else (0, found.start())


def _credited_before(text: str, start: int, end: int) -> int | None:
    """Return where the credited words end that stand before a cue: "..., X said", None where they follow it."""
    lowest = max(0, start - _LONGEST_CREDIT)
    if quoted := _QUOTE_BEFORE.search(text, lowest, start):
        return quoted.start() + 1
    credit = _CREDIT_BEFORE.search(text, lowest, start)
    if credit is None or credit.start() <= 2 or not text[credit.start() + 1 : start].strip():
        return credit.start() if credit and _GOES_ON.match(text, end) and credit.start() > 2 else None
    if _GOES_ON.match(text, end):
        return credit.start()
    return None if _CONTENT_FOLLOWS.match(text, end) else credit.start()


@cache
def cue_pattern(cue: str) -> re.Pattern[str]:
    """Return the pattern that finds a cue as printed."""
    words = map(re.escape, cue.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)


def _skip_mark(match: re.Match[str]) -> int:
    return match.start("sub1") if match["sub1"] else match.start("sub2") if match["sub2"] else match.end()
