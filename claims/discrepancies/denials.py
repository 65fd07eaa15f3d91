"""What a denial is of: bounds, hidden facts, claims that are only named, things that are lacking."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from claims.certainty import turning_words
from claims.discrepancies.opposites import hiding_words
from claims.discrepancies.predicates import Terms, share_terms, terms_of
from claims.model import Attribution
from claims.patterns import Gated, lazy
from claims.text import stem
from claims.wordlists import read_pairs, read_words

_LIMIT = lazy(
    r"[^,;:.]{0,80}?\b(?:no|not|nobody|none|never)\b[^,;:.]{0,60}?\b(?:more|fewer|less|later|earlier) than\b",
    re.IGNORECASE,
)
_UNTIL = lazy(r"[^,;:.]{0,80}?(?:\bnot|\bnever|n['’]t)\b[^,;:.]{0,60}?\b(?:until|till)\b", re.IGNORECASE)
_LIST = Path(__file__).parent / "data" / "denials.txt"
_UNDONE = lazy(r"\b(?:un|in|im|ir|dis)(\w{4,})\b")
_WITHOUT = Gated(r"\bwithout (?:any |a single |a )?(\w+)", "without ")
_BE = r"(?:was|were|is|are|has been|have been|had been)"
_NEVER_DONE = Gated(rf"\b([\w’'-]+) {_BE} (?:never|not) (?:been )?(\w+ed)\b", "never ", "not ")
_DONE = re.compile(rf"\b([\w’'-]+) {_BE} (\w+ed)\b")
_WORD = re.compile(r"[a-z]+")
_IS_ONE = lazy(r"\b(?:was|is|saw|heard|found|noticed) (?:\w+ ){0,2}?(?:an?|the) (?:\w+ )?(\w+)\b(?! of)")
_NONE_WAS = lazy(r"(?<!at )\bno (?:\w+ ){1,4}(?:had been|has been|have been|was|were|is being|will be) (\w+)")
_NEGATION = lazy(r"\b(?:not|never|no|nobody|none|nothing|neither)\b([^:;.!?]+)", re.IGNORECASE)
_VERB_DENIED = lazy(r"\b(?:will|would|do|does|did|can|could|shall|should|wo|ca)(?: not|n['’]t) (\w+)", re.IGNORECASE)
_VERB_AHEAD = lazy(r"\b(?:will|would|shall|going to|plans? to|intends? to|decided to) (\w+)", re.IGNORECASE)
_NOT_YET = Gated(
    r"\byet to\b|(?:\bnot|n['’]t) yet\b|(?:\bnot|n['’]t) [^,;]{0,60}\byet\b|\bstill not\b", "yet", "still not"
)
_AHEAD = Gated(
    r"\b(?:must|needs?|has|have) (?:still |yet |first )?(?:to )?be\b|\bstill\b|\bneeds? (?:the|approval|to)\b|\bawait"
    r"|\bpending\b|\bsubject to\b|\bdepends on\b",
    "must", "need", "still", "await", "pending", "subject", "depends", "has", "have",
)  # fmt: skip
_ONE_MATTER = 2
"""Content words that two clauses on one matter share at least."""
_SUBJECT = 4
"""Words at the beginning of a clause that hold what it speaks of."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who"})


def is_limit(text: str, statement: str) -> bool:
    """Tell "no nurse will look after more than six", "not taken until May": a bound or a day, and no denial."""
    start = max(0, statement.find(text))
    return any(bound.match(statement, start) for bound in (_LIMIT, _UNTIL))


def _spares(denied: str, affirmed: str) -> bool:
    """Tell "the paper of 3 June is not affected" beside what tells of no change: "the paper of 3 June stands"."""
    return _spared().search(denied.lower()) is not None and _changed().search(affirmed.lower()) is None


def upsets(denied: str, affirmed: str) -> bool:
    """Tell "the ferry was not affected" beside "the ferry was delayed"."""
    return _spared().search(denied.lower()) is not None and _changed().search(affirmed.lower()) is not None


@lru_cache(maxsize=4096)
def waits(statement: str) -> bool:
    """Tell "not taken until May", which affirms that it was taken then."""
    return "til" in statement.lower() and _UNTIL.search(statement) is not None


def denies_the_reverse(denied: str, affirmed: str) -> bool:
    """Tell what denies an evil beside what affirms its opposite: "not out of control", "under control"."""
    ours, theirs = denied.lower(), affirmed.lower()
    for evil, good in read_pairs(_LIST)["reverses"].items():
        if evil in ours and evil not in theirs and any(f" {word.strip()}" in f" {theirs}" for word in good.split(",")):
            return True
    words = set(_WORD.findall(theirs))
    return any(match[1] in words and match[0] not in words for match in _UNDONE.finditer(ours))


def saw_none(denier: Attribution, other: Attribution) -> bool:
    """Tell "I did not see a foul" beside "it was a foul": what nobody saw, the other affirms."""
    unseen = _read_unseen(denier.statement.text)
    return bool(unseen) and any(stem(m[1]) in unseen for m in _IS_ONE.finditer(other.statement.text.lower()))


@lru_cache(maxsize=4096)
def _read_unseen(text: str) -> frozenset[str]:
    return frozenset(stem(match[1]) for match in _saw_none().finditer(text.lower()))


def lacks_deed(denier: Attribution, other: Attribution) -> bool:
    """Tell "no request had ever reached him" beside "she had asked the ministry": a deed of which nothing came."""
    lacking = _read_lacking(denier.statement.text)
    if not lacking:
        return False
    done = set(_WORD.findall(other.statement.text.lower()))
    return any(not _deeds()[deed].isdisjoint(done) for deed in lacking)


@lru_cache(maxsize=4096)
def _read_lacking(statement: str) -> tuple[str, ...]:
    """Return the deeds of which a statement says that nothing came."""
    text = statement.lower()
    if not any(word in text for word in ("no ", "never ", "n't ", "not ")):
        return ()
    return tuple(match[1] for match in _no_deed().finditer(text) if match[1] in _deeds())


def names_what_was_said(text: str) -> bool:
    """Tell "called the claims a fairy tale": who speaks of claims does not make them."""
    return not turning_words("said things").isdisjoint(re.findall(r"[a-z]+", text.lower()))


def is_of_another_matter(denied: str, affirmed: str) -> bool:
    """Tell whether what one clause denies is not what the other affirms, though both speak of the same."""
    ways = (_is_other_deed, _is_of_hiding, _spares, denies_the_reverse, _name_others, _denies_something_else, _awaits)
    return any(way(denied, affirmed) for way in ways)


def turns_verb(denied: str, affirmed: str) -> bool:
    """Tell "would appeal" beside "will not appeal": one verb behind an auxiliary, with and without the "not"."""
    meant = _read_denied(denied)
    return bool(meant) and any(share_terms(meant, verb) for verb in _read_ahead(affirmed))


def _is_of_hiding(denied: str, affirmed: str) -> bool:
    """Tell "not a single death is being hidden" beside what tells of deaths."""
    ours, theirs = (any(words in text.lower() for words in hiding_words()) for text in (denied, affirmed))
    return ours and not theirs


def lacks_counted(denier: Attribution, other: Attribution) -> bool:
    """Tell whether the one goes without what the other counts: "without deficiencies", "noted five deficiencies"."""
    lacking = _read_without(denier.statement.text)
    return bool(lacking) and any(
        figure.noun and figure.high > 0 and stem(figure.noun) in lacking for figure in other.figures
    )


@lru_cache(maxsize=4096)
def _read_without(text: str) -> frozenset[str]:
    return frozenset(stem(match[1]) for match in _WITHOUT.finditer(text.lower()))


@lru_cache(maxsize=4096)
def lacks_anything(text: str) -> bool:
    """Tell whether a statement says that anything was never done, seen, had or heard of."""
    ways = (_read_without, _read_never_done, _read_unseen, _read_lacking)
    return any(read(text) for read in ways)


def turns_passive(denier: Attribution, other: Attribution) -> bool:
    """Tell "he was never invited" beside "Lund was invited": one verb, done to one thing or to whom a pronoun names."""
    done, undone = _read_done(other.statement.text), _read_never_done(denier.statement.text)
    if not done or not undone or waits(denier.statement.text):
        return False
    return any(verb == other_verb and _may_be_one(one, two) for one, verb in undone for two, other_verb in done)


@lru_cache(maxsize=4096)
def _read_done(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((match[1].lower(), stem(match[2])) for match in _DONE.finditer(text))


@lru_cache(maxsize=4096)
def _read_never_done(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((match[1].lower(), stem(match[2])) for match in _NEVER_DONE.finditer(text))


def _awaits(denied: str, affirmed: str) -> bool:
    """Tell "has yet to approve the bill" beside "the bill must still be approved": neither has happened."""
    return _NOT_YET.search(denied.lower()) is not None and _AHEAD.search(affirmed.lower()) is not None


def _is_other_deed(denied: str, affirmed: str) -> bool:
    """Tell whether what was not done to any is not what the other tells: "no death was hidden" beside a death."""
    verb = _NONE_WAS.search(denied.lower())
    done = terms_of(verb[1]) if verb else ()
    theirs = terms_of(affirmed)
    return bool(done) and not share_terms(done, theirs) and share_terms(terms_of(denied), theirs) < _ONE_MATTER


@lru_cache(maxsize=4096)
def _read_denied(text: str) -> Terms:
    verb = _VERB_DENIED.search(text)
    return terms_of(verb[1]) if verb else ()


@lru_cache(maxsize=4096)
def _read_ahead(text: str) -> tuple[Terms, ...]:
    return tuple(terms_of(found[1]) for found in _VERB_AHEAD.finditer(text))


def _denies_something_else(denied: str, affirmed: str) -> bool:
    """Tell whether nothing that stands behind the negation is in the other: "the ruling is not yet final: ...".

    "The doors were not touched" still meets "the doors are scratched", which begins with what is spoken of.
    """
    found, verb = _NEGATION.search(denied), _VERB_DENIED.search(denied)
    behind = terms_of(verb[1] if verb else found[1]) if found else ()
    if not found or not behind or share_terms(behind, terms_of(affirmed)):
        return False
    if not {term.stem for term in behind}.isdisjoint(map(stem, _WORD.findall(affirmed.lower()))):
        return False  # a word that is part of a set phrase there: "caused the death"
    if verb:
        return True
    return not share_terms(terms_of(denied[: found.start()]), terms_of(" ".join(affirmed.split()[:_SUBJECT])))


def _name_others(one: str, other: str) -> bool:
    """Tell whether two clauses name people or places, and none in common: "not afraid of Renn", "afraid of Lund"."""
    ours, theirs = terms_of(one), terms_of(other)
    named = [{term.stem for term in terms if term.name} for terms in (ours, theirs)]
    if not all(named):
        return False
    return named[0].isdisjoint(term.stem for term in theirs) and named[1].isdisjoint(term.stem for term in ours)


@cache
def _spared() -> re.Pattern[str]:
    words = "|".join(sorted(read_words(_LIST)["spared"], key=len, reverse=True))
    return re.compile(rf"(?:\bnot|n['’]t|\bnever|\bnone \w+)(?: \w+){{0,2}} (?:{words})\b")


@cache
def _changed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(read_words(_LIST)['changed'], key=len, reverse=True))})\b")


@cache
def _saw_none() -> Gated:
    seen = "|".join(sorted(read_words(_LIST)["seen"]))
    pattern = rf"(?:\bnot|n['’]t|\bnever)(?: \w+)? (?:{seen}) (?:an?|any) (?:\w+ )?(\w+)\b"
    return Gated(pattern, "not", "n't", "n’t", "never")


@cache
def _no_deed() -> re.Pattern[str]:
    nouns = "|".join(sorted(_deeds()))
    came = "|".join(sorted(read_words(_LIST)["came"]))
    return re.compile(
        rf"\bno (?:such |formal |written )?({nouns})s? (?:\w+ ){{0,3}}(?:{came})\b"
        rf"|\b(?:{came}) no (?:such |formal |written )?(?:{nouns})s?\b"
    )


@cache
def _deeds() -> dict[str, frozenset[str]]:
    return {noun: frozenset(map(str.strip, verbs.split(","))) for noun, verbs in read_pairs(_LIST)["deeds"].items()}


def _may_be_one(one: str, other: str) -> bool:
    return one in _PRONOUNS or other in _PRONOUNS or share_terms(terms_of(one), terms_of(other)) > 0
