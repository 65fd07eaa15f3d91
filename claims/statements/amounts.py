"""Counts and sums among the words of a sentence, and the lists by which it is cut."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claims.wordlists import read_words

_WORDS = Path(__file__).parent / "data" / "clauses.txt"


def is_count(token: str) -> bool:
    """Tell a number in digits or words."""
    return token[:1].isdigit() or token in clause_words()["counts"]


def is_amount(words: list[str], place: int) -> bool:
    """Tell whether a sum or count begins at ``place``."""
    if place >= len(words):
        return False
    word, after = words[place], words[place + 1] if place + 1 < len(words) else "of"
    return (
        is_count(word)
        or word in "$£€¥"
        or (word == "one" and after[0].isalpha() and after not in clause_words()["one"])
    )


def is_date(words: list[str], place: int) -> bool:
    """Tell the day, hour or year at ``place`` from a count: "January 14", "14 January", "9 a.m", "in 2022"."""
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if before in clause_words()["months"] or after in clause_words()["months"] | clause_words()["hours"]:
        return True
    word = words[place]
    return before in clause_words()["before years"] and len(word) == 4 and word[:2] in {"19", "20"} and word.isdigit()


@cache
def clause_words() -> dict[str, frozenset[str]]:
    """Return the words by which sentences are cut, by class."""
    return read_words(_WORDS)
