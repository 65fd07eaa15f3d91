"""Whether a statement asserts or denies: by its own verb, or by the verb that credits it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from claims.certainty.clauses import (
    NOT_BEFORE,
    Clause,
    content_of,
    find_cue,
    has_verb,
    is_contrast,
    split_clauses,
    starts_with_pronoun,
)
from claims.certainty.lexicon import level_of_cue
from claims.wordlists import read_words

_WORD = re.compile("[a-z]+")
_NEGATION = Path(__file__).parent / "data" / "negation.txt"
_OBJECT = 60
"""Characters after "rejected" in which the thing that is rejected must stand."""


def is_negated(text: str) -> bool:
    """Tell whether the first main clause of ``text`` is negative: "no building was hit", "at no point looked".

    "Not only", "no doubt", "no fewer than" negate nothing, and what stands in a subordinate clause is not counted.
    A statement that goes on to affirm, "we do not count in tons, we count in crates", is no denial.
    """
    return _is_negated(text, 0, len(text))


@lru_cache(maxsize=4096)
def polarity(text: str, cue: str | None) -> Literal["asserted", "denied"]:
    """Tell whether a statement asserts or denies, counting the verb that credits it: "denied that it had bid"."""
    rejected = is_rejected(text, cue)
    if rejected is not None:
        return "denied" if rejected else "asserted"
    return "denied" if _is_negated(text, *content_of(text, cue)) else "asserted"


@lru_cache(maxsize=4096)
def is_rejected(text: str, cue: str | None) -> bool | None:
    """Tell whether the statement is reported as denied; False for "did not deny", None where no verb denies.

    To deny is to deny that something is so; to dismiss or reject is so only of what was said: reports, claims, talk.
    """
    low = text.lower().replace("’", "'")
    untruth = _untruth().search(low) if _holds_any(low, "untruths") else None
    if untruth is not None and _is_main(text, untruth.start()):
        return True
    denial = _denial().search(low) if _holds_any(low, "denials") else None
    if denial is not None and _is_main(text, denial.start()):
        return NOT_BEFORE.search(low[max(0, denial.start() - 24) : denial.start()]) is None
    exclusion = _exclusion().search(low) if _holds_any(low, "exclusions") else None
    if exclusion is not None and _is_main(text, exclusion.start()):
        return NOT_BEFORE.search(low[max(0, exclusion.start() - 24) : exclusion.start()]) is None
    if not cue or level_of_cue(cue) != "denied":
        return None
    words = read_words(_NEGATION)
    if words["disputes"].isdisjoint(re.findall(r"[a-z]+", cue.lower())):
        return True
    place = find_cue(text, cue)
    said = re.findall(r"[a-z]+", low[place[1] : place[1] + _OBJECT] if place else low)
    return None if words["said things"].isdisjoint(said) else True


def _holds_any(low: str, section: str) -> bool:
    """Tell whether a pattern of these words can be anywhere: most texts need it not compiled."""
    return any(map(low.__contains__, read_words(_NEGATION)[section]))


def _is_main(text: str, at: int) -> bool:
    return any(clause.main and clause.start <= at < clause.end for clause in split_clauses(text, 0, len(text)))


def _is_negated(text: str, start: int, end: int) -> bool:
    clauses = [clause for clause in split_clauses(text, start, end) if clause.main]
    carrying = [clause for clause in clauses if carries(text, clause)]
    if not carrying or not has_negation(text, carrying[0]):
        return False
    return not any(_affirms(text, clause) for clause in carrying[1:])


def carries(text: str, clause: Clause) -> bool:
    """Tell whether a clause states something: it has a verb, or a negation that sets off no other part."""
    return has_verb(text, clause) or (has_negation(text, clause) and not is_contrast(text, clause))


def _affirms(text: str, clause: Clause) -> bool:
    """Tell whether a further clause stands on its own and is positive."""
    return (clause.joined or starts_with_pronoun(text, clause)) and not has_negation(text, clause)


def has_negation(text: str, clause: Clause) -> bool:
    """Tell whether a clause is negative; "not only" and the like negate nothing."""
    low = text[clause.start : clause.end].lower().replace("’", "'")
    return _may_negate(low) and any(match["yes"] for match in _negation().finditer(low))


def may_negate(text: str) -> bool:
    """Tell whether ``text`` has a word of a negation at all: without one, no clause of it is negative."""
    return _may_negate(text.lower().replace("’", "'"))


def _may_negate(low: str) -> bool:
    return "n't" in low or not _negating_words().isdisjoint(_WORD.findall(low))


@cache
def _negating_words() -> frozenset[str]:
    """Return the words of which every negation has one, "n't" aside."""
    negations = read_words(_NEGATION)["negations"]
    return frozenset(_WORD.findall(phrase)[0] for phrase in negations if not set(phrase.split()[1:]) & negations)


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


@cache
def _exclusion() -> re.Pattern[str]:
    lists = read_words(_NEGATION)
    return re.compile(rf"\b(?:{_either(lists['exclusions'])})\s+(?!(?:{_either(lists['no exclusions'])})\b)\w")


@cache
def find_saying() -> re.Pattern[str]:
    """Return the pattern of what goes on behind a denial: "denies a raid and says", "denied guilt and will appeal"."""
    lists = read_words(_NEGATION)
    again = rf"\b(?:and|but)\s+(?:\w+ly\s+)?(?:{_either(lists['goes on'])})\b"
    thing = (
        rf"\b(?:{_either(lists['denials'])})\s+(?:(?!that\b)[\w'’-]+\s){{1,6}}?(?=and\s+(?:{_either(lists['acts'])})\b)"
    )
    return re.compile(rf"{again}|{thing}", re.IGNORECASE)


@cache
def _untruth() -> re.Pattern[str]:
    lists = read_words(_NEGATION)
    called, things = _either(lists["untruths"]), _either(lists["said things"] - lists["untruths"])
    copula = r"(?:is|are|was|were|as)\s+(?:\w+ly\s+)?"
    return re.compile(
        rf"\b(?:{things})\b(?:\s+(?:of|that|about)\b[^,.;:\"“”]{{0,60}})?\s+{copula}(?:{called})\b"
        rf"|\bit\s+(?:is|was)\s+(?:{called}|wrong to say)\s+that\b"
    )


def _either(words: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def turning_words(
    section: Literal["bare negations", "fillers", "negative words", "said things", "refusals", "consents", "nobody"],
) -> frozenset[str]:
    """Return a list of words that matter when two sentences are compared for what they deny."""
    return read_words(_NEGATION)[section]
