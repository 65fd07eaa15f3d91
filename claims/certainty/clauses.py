"""Cut a statement into clauses and keep those that carry it: without credit, relative and adverbial clauses."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from claims.patterns import Gated
from claims.wordlists import read_words

_SUBORDINATOR = (
    r"(?:who|whom|whose|which|where|when|while|whereas|after|before|because|although|though|since|unless|if|until|once"
    r"|despite|amid|given|what|so that|so \w+ that|in order to|as (?:if|though|soon)|even (?:if|though|as))"
)
_REDUCED = r"(?:expected|believed|thought|estimated|reportedly|allegedly|likely|scheduled|due|planned|feared)"
"""How a relative clause without its pronoun opens after a comma: "the deal, expected in May"."""
_CLAUSE_VERBS = Path(__file__).parent / "data" / "verbs.txt"
_WORD = re.compile(r"[a-z]+")
_PRONOUN_VERB = re.compile(r"\W*(?:i|we|you|they|he|she|it) \w+", re.IGNORECASE)
_CONTRAST = Gated(r"\W*not\s(?!(?:a|one) single\b|one\b|all\b|every)", "not", flags=re.IGNORECASE)
"""What a contrast adds: "we count names, not thousands"; "not a single door was shut" is a subject."""
_FINITE = (
    r"(?:has|have|had|is|are|was|were|will|would|did|does|do|can|could|may|might|must|should|it|he|she|they|we|you|i"
    r"|no one|nobody|there|that|this|these|his|her|its|their|a|an|the)"
)
_CLAUSE = re.compile(
    rf"(?P<stop>[.!?]['\"’”]?\s+(?=['\"‘“]?[A-Z]))"
    rf"|(?P<mark>[;:—–]|\s-\s|,\s*(?:and|but|or)\s|,)\s*(?:(?P<sub1>{_SUBORDINATOR}|{_REDUCED})\b)?"
    rf"|\s(?P<sub2>{_SUBORDINATOR})\b|\s(?P<and>and|but)\s(?={_FINITE}\s)|\s(?:saying|adding|citing|quoting)\s",
)
_OPENING = re.compile(rf"\W*{_SUBORDINATOR}\b", re.IGNORECASE)
_CREDIT_BEFORE = re.compile(r"(?:,|[\"”’'])\s*[^,;:.\"“”]*$")
_QUOTE_BEFORE = re.compile(r"[,.!?][\"”’']\s[^:\"“”]*$")
_GOES_ON = re.compile(r"\s*(?:$|[.,;])")
_CONTENT_FOLLOWS = re.compile(
    r"\s*(?:\w+\s+){0,6}?(?:that|it|he|she|they|there|had|has|was|were|would|will|is|are|could|may|might|can|must)\b|[^,.;:\"“”]{0,60}:"
)
NOT_BEFORE = Gated(r"(?:\b(?:not|never|nor)|n['’]t)\s+(?:\w+\s+)?$", "not", "never", "nor", "n't", "n’t")
"""What turns the verb that follows into its opposite: "did not deny"."""
_SOURCE_CUES = ("according", "as per", "in the words")
_LONGEST_CREDIT = 100


class Clause(NamedTuple):
    """A stretch of the statement; ``main`` where it is no subordinate clause."""

    start: int
    end: int
    main: bool
    joined: bool
    """It is set beside the one before by a full stop, a semicolon, "and" or "but"."""
    sentence: int
    """Number of the sentence, from 0."""


@lru_cache(maxsize=4096)
def split_clauses(text: str, start: int, end: int) -> tuple[Clause, ...]:
    """Return the clauses of ``text[start:end]`` in order."""
    clauses: list[Clause] = []
    at, main, joined, sentence = start, _OPENING.match(text, start, end) is None, False, 0
    for match in _CLAUSE.finditer(text, start, end):
        if match.start() > at:
            clauses.append(Clause(at, match.start(), main, joined, sentence))
        main = not (match["sub1"] or match["sub2"])
        joined = bool(match["stop"] or match["and"] or (match["mark"] or "").strip(", ") in {";", "and", "but"})
        sentence += bool(match["stop"])
        at = _skip_mark(match)
    clauses.append(Clause(at, end, main, joined, sentence))
    return tuple(clauses)


def has_verb(text: str, clause: Clause) -> bool:
    """Tell whether a clause is more than an opening phrase: "In Leeds," and "Mr X," carry no statement."""
    if is_contrast(text, clause):
        return False
    words = _WORD.findall(text[clause.start : clause.end].lower())
    verbs = read_words(_CLAUSE_VERBS)
    if not verbs["auxiliaries"].isdisjoint(words) or not verbs["verbs"].isdisjoint(words):
        return True
    if any(word.endswith("ed") for word in words):
        return True
    return starts_with_pronoun(text, clause)


def is_contrast(text: str, clause: Clause) -> bool:
    """Tell whether a clause only sets something off: "not thousands"."""
    return _CONTRAST.match(text, clause.start, clause.end) is not None


def starts_with_pronoun(text: str, clause: Clause) -> bool:
    """Tell whether a clause opens with its own subject: "we count in names"."""
    return _PRONOUN_VERB.match(text, clause.start, clause.end) is not None


def content_of(text: str, cue: str | None) -> tuple[int, int]:
    """Return the stretch that is credited: before ", X said", after "X said that"; all of it without a cue."""
    found = find_cue(text, cue) if cue else None
    if found is None:
        return 0, len(text)
    start, end = found
    if cue and cue.lower().startswith(_SOURCE_CUES):
        comma = text.find(",", end)
        return (0, start) if start > 2 or comma < 0 else (comma + 1, len(text))
    before = _credited_before(text, start, end)
    if before is not None:
        return 0, before
    return (end, len(text)) if len(text) - end > 2 else (0, start)


def _credited_before(text: str, start: int, end: int) -> int | None:
    """Return where the credited words end that stand before a cue: "..., X said", None where they follow it."""
    lowest = max(0, start - _LONGEST_CREDIT)
    if quoted := _QUOTE_BEFORE.search(text, lowest, start):
        return quoted.start() + 1
    credit = _CREDIT_BEFORE.search(text, lowest, start)
    if credit is None or credit.start() <= 2:
        return None
    follows = not _GOES_ON.match(text, end) and _CONTENT_FOLLOWS.match(text, end)
    return None if follows else credit.start()


def find_cue(text: str, cue: str) -> tuple[int, int] | None:
    """Return where a cue stands first, as whole words in whatever case."""
    low, words = text.lower(), cue.lower().split()
    if len(words) != 1 or len(low) != len(text):
        match = _cue_pattern(cue).search(text)
        return match.span() if match else None
    word = words[0]
    start = low.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_is_in_word(low[start - 1 : start]) or _is_in_word(low[end : end + 1])):
            return start, end
        start = low.find(word, start + 1)
    return None


def _is_in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@cache
def _cue_pattern(cue: str) -> re.Pattern[str]:
    words = map(re.escape, cue.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)


def _skip_mark(match: re.Match[str]) -> int:
    group = "sub1" if match["sub1"] else "sub2"
    return match.start(group) if match[group] else match.end()
