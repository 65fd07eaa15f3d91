"""To whom it happened: a rival, a neighbour, a sister ship, another contest than the one that an article is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import dropwhile, takewhile

from claims.matching.words import DATA, content_words
from claims.text import stem
from claims.wordlists import read_words

_NEAR = 5
"""Words behind "rival" among which the name is looked for."""
_SISTER = "sister"


def find_others(text: str, *, aside: bool = False) -> frozenset[str]:
    """Return the stems of the names that a text calls another's: "rival Kestrel", "neighbouring Kalinj".

    Far down an article, ``aside``, the name of another contest is one too: "in the women's final", "the junior race".

    >>> sorted(find_others("Its rival Kestrel Motors closed a works at neighbouring Ostwick."))
    ['kestrel', 'motor', 'ostwick']
    >>> sorted(find_others("The sister ship, Norna Star, was also out of service."))
    ['star']
    """
    words, marks = text.split(), _marks_of_others()
    found: set[str] = set()
    for place, word in enumerate(words):
        low = word.lower().replace("’", "'")
        if low not in marks:
            continue
        following = words[place + 1 : place + 1 + _NEAR]
        if low in _others()["others"] or _is_sister(low, following):
            named = " ".join(takewhile(_is_name, dropwhile(_is_lower, following)))
            stems = [one.stem for one in content_words(named)]
            found.update(stems[-1:] if low == _SISTER else stems)
        elif _is_contest(low, following, aside=aside):
            found.add(stem(low.removesuffix("'s")))
    return frozenset(found)


@cache
def _marks_of_others() -> frozenset[str]:
    lists = _others()
    return lists["others"] | lists["separate"] | lists["contestants"] | {_SISTER}


def _is_sister(word: str, following: Sequence[str]) -> bool:
    """Tell "the sister ship, Norna Star" from somebody's sister."""
    return word == _SISTER and bool(following) and following[0].lower().strip(",") in _others()["sisters"]


def _is_contest(word: str, following: Sequence[str], *, aside: bool) -> bool:
    """Tell a contest beside the one that an article is about: "a separate ballot", and aside "the women's final"."""
    lists = _others()
    if not following or not (word in lists["separate"] or (aside and word in lists["contestants"])):
        return False
    return following[0].lower().strip(",.;:") in lists["contests"]


def _is_lower(word: str) -> bool:
    return word[:1].islower()


def _is_name(word: str) -> bool:
    return word[:1].isupper()


@cache
def _others() -> dict[str, frozenset[str]]:
    return read_words(DATA / "others.txt")
