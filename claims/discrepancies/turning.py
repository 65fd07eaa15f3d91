"""Which words turn a sentence into its opposite, where two sentences are otherwise the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from claims.certainty import turning_words
from claims.dates.words import count_of
from claims.discrepancies.alignment import Slot
from claims.discrepancies.predicates import share_terms, terms_of
from claims.patterns import Gated, lazy
from claims.text import normalise, stem

_NUMBER = lazy(r"[1-9][\d,.]*")
_WORD = lazy(r"[a-z]+(?:'[a-z]+)?")
_NOT_KNOWN = Gated(
    r"(?:\bnot|n['’]t|\bcannot|\bunable to|\b(?:declin|refus)\w+ to)(?: yet)? "
    r"(?:say|tell|know|explain|specify|disclose)(?: (?:you|us|me|them|him|her|anyone))?(?: (?:how|why|where|who))?\W*$",
    "say",
    "tell",
    "know",
    "explain",
    "specify",
    "disclose",
    flags=re.IGNORECASE,
)
_ASKS = lazy(r"\W*(?:that |if |how |why |where |when |who |what |which |whether )", re.IGNORECASE)
_QUESTION = Gated(
    r"\W*(?:how|why|where|who|whether|what)\b[^?]*$",
    "how",
    "why",
    "where",
    "who",
    "what",
    "whether",
    flags=re.IGNORECASE,
)


def turns_round(slots: Sequence[Slot], *, refusals: bool = False) -> Literal["ours", "theirs"] | None:
    """Return which of two aligned statements is the negative one; None where neither is turned round.

    A negation that both have at different places turns nothing; one that stands with other words ("no fewer than",
    "not only") is no bare negation. With ``refusals``, declined against agreed turns it as well.

    >>> turns_round([Slot(("was",), ("was", "n't"), (0, 3), (0, 7)), Slot(("said",), ("stated",), (9, 13), (13, 19))])
    'theirs'
    >>> turns_round([Slot((), ("no", "fewer", "than"), (0, 0), (0, 13))])
    """
    if refusals:
        slots = [_as_negation(slot) for slot in slots]
    ours = sum(_count_negations(slot.ours) for slot in slots)
    theirs = sum(_count_negations(slot.theirs) for slot in slots)
    if ours % 2 == theirs % 2:
        return None
    turned = any(
        _count_negations(slot.ours) % 2 != _count_negations(slot.theirs) % 2
        and (_is_same_rest(slot) or _counts_none(slot.ours, slot.theirs) or _counts_none(slot.theirs, slot.ours))
        for slot in slots
    )
    return None if not turned else "ours" if ours > theirs else "theirs"


@lru_cache(maxsize=16384)
def may_turn(word: str) -> bool:
    """Tell whether a word of an alignment is a negation or a refusal: without any, nothing is turned round."""
    return _is_negation(word) or word in turning_words("refusals")


def is_negative_in_words(text: str, denied: str = "") -> bool:
    """Tell whether a clause says by its words that something was not so: "the school was empty".

    A word that stands in what is ``denied`` as well is no such word: "not one was cancelled", "all were cancelled".
    """
    low, other = (f" {' '.join(_WORD.findall(normalise(each)))} " for each in (text, denied))
    return any(f" {words} " in low and f" {words} " not in other for words in turning_words("negative words"))


@lru_cache(maxsize=4096)
def is_unknown(text: str, statement: str) -> bool:
    """Tell "could not say where it had come from", "how it got there is not known": neither denies anything."""
    after = statement[statement.find(text) + len(text) :]
    if _NOT_KNOWN.search(text) and _ASKS.match(after):
        return True
    return _QUESTION.match(text) is not None


def _is_same_rest(slot: Slot) -> bool:
    """Tell whether a slot differs in the negation alone: "did not meet" and "met" are forms of one verb."""
    ours, theirs = _remainder(slot.ours), _remainder(slot.theirs)
    if ours == theirs:
        return True
    return len(ours) == len(theirs) == 1 and share_terms(terms_of(ours[0]), terms_of(theirs[0])) > 0


def _counts_none(lacking: Sequence[str], counted: Sequence[str]) -> bool:
    """Tell "nobody" in the place of "three workers"."""
    none = bool(lacking) and lacking[0] in turning_words("nobody") and not _remainder(lacking)
    return none and bool(counted) and (count_of(counted[0]) or _NUMBER.fullmatch(counted[0])) is not None


def _as_negation(slot: Slot) -> Slot:
    """Read a refusal as "not", and what stands in its place on the other side as nothing."""
    return Slot(_refuse(slot.ours), _refuse(slot.theirs), slot.our_span, slot.their_span)


@lru_cache(maxsize=4096)
def _refuse(words: tuple[str, ...]) -> tuple[str, ...]:
    refusals, consents = turning_words("refusals"), turning_words("consents")
    return tuple("not" if word in refusals else word for word in words if word not in consents)


@lru_cache(maxsize=4096)
def _count_negations(words: tuple[str, ...]) -> int:
    joined = " ".join(words).replace("no one", "nobody").replace("neither nor", "neither")
    return sum(map(_is_negation, joined.split()))


def _is_negation(word: str) -> bool:
    return word.endswith("n't") or word in turning_words("bare negations")


def _remainder(words: Sequence[str]) -> list[str]:
    """Return the stems of what stands in a slot beside negations and what comes and goes with them."""
    fillers = turning_words("fillers")
    return sorted(_plain(word) for word in words if not _is_negation(word) and word not in fillers)


def _plain(word: str) -> str:
    number = count_of(word)
    return stem(word) if number is None else str(number)
