"""What a denial is of: bounds, hidden facts, claims that are only named, things that are lacking."""

from __future__ import annotations

import re

from claims.certainty import turning_words
from claims.discrepancies.opposites import hiding_words
from claims.discrepancies.predicates import share_terms, terms_of
from claims.model import Attribution
from claims.text import stem

_LIMIT = re.compile(
    r"[^,;:.]{0,80}?\b(?:no|not|nobody|none|never)\b[^,;:.]{0,60}?\b(?:more|fewer|less|later|earlier) than\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\bwithout (?:any |a single |a )?(\w+)")
_BE = r"(?:was|were|is|are|has been|have been|had been)"
_NEVER_DONE = re.compile(rf"\b([\w’'-]+) {_BE} (?:never|not) (?:been )?(\w+ed)\b")
_DONE = re.compile(rf"\b([\w’'-]+) {_BE} (\w+ed)\b")
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who"})


def is_limit(text: str, statement: str) -> bool:
    """Tell "no nurse will look after more than six", which sets a bound and denies nothing."""
    start = max(0, statement.find(text))
    return _LIMIT.match(statement, start) is not None


def names_what_was_said(text: str) -> bool:
    """Tell "called the claims a fairy tale": who speaks of claims does not make them."""
    return not turning_words("said things").isdisjoint(re.findall(r"[a-z]+", text.lower()))


def is_of_hiding(denied: str, affirmed: str) -> bool:
    """Tell "not a single death is being hidden" beside what tells of deaths."""
    ours, theirs = (any(words in text.lower() for words in hiding_words()) for text in (denied, affirmed))
    return ours and not theirs


def lacks_counted(denier: Attribution, other: Attribution) -> bool:
    """Tell whether the one goes without what the other counts: "without deficiencies", "noted five deficiencies"."""
    counted = {stem(figure.noun) for figure in other.figures if figure.noun and figure.high > 0}
    lacking = {stem(match[1]) for match in _WITHOUT.finditer(denier.statement.text.lower())}
    return not counted.isdisjoint(lacking)


def turns_passive(denier: Attribution, other: Attribution) -> bool:
    """Tell "he was never invited" beside "Lund was invited": one verb, done to one thing or to whom a pronoun names."""
    done = [(match[1].lower(), stem(match[2])) for match in _DONE.finditer(other.statement.text)]
    return any(
        stem(match[2]) == verb and _may_be_one(match[1].lower(), holder)
        for match in _NEVER_DONE.finditer(denier.statement.text)
        for holder, verb in done
    )


def _may_be_one(one: str, other: str) -> bool:
    return one in _PRONOUNS or other in _PRONOUNS or share_terms(terms_of(one), terms_of(other)) > 0
