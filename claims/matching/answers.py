"""Statements that only answer the one before: "The firm denied this." says what that one says, and denies it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache

from claims.matching.settings import settings
from claims.matching.terms import Terms, find_credit
from claims.matching.words import DATA
from claims.model import Attribution
from claims.text import stem
from claims.wordlists import read_words

_WORD = re.compile(r"[^\W_]+")


def find_answered(rows: Sequence[Attribution], place: int, terms: Terms, names: Container[str]) -> int | None:
    """Return the number of the statement that a short denial points back at, or None."""
    if (
        not place
        or rows[place].figures
        or rows[place].credit.mode == "direct"
        or rows[place - 1].statement.part != "body"
    ):
        return None
    if rows[place].statement.paragraph - rows[place - 1].statement.paragraph > 1:
        return None
    words = [word.lower() for word in _WORD.findall(rows[place].statement.text)]
    if len(words) > settings()["answer"] or not _points_back(words):
        return None
    aside = find_credit(rows[place]) | _stems()
    says_more = any(term.stem not in names and term.stem not in aside for term in terms)
    return None if says_more else place - 1


def _points_back(words: Sequence[str]) -> bool:
    """Tell whether the words deny or negate what they only point at."""
    lists = _lists()
    denies = not lists["denials"].isdisjoint(words)
    if denies and not lists["nouns"].isdisjoint(words):
        return True
    if not denies and lists["negations"].isdisjoint(words):
        return False
    return any(
        word in lists["pointers"]
        and (place + 1 == len(words) or words[place + 1] in lists["forms"] or words[place - 1] in lists["denials"])
        for place, word in enumerate(words)
    )


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem(word) for words in _lists().values() for word in words)


@cache
def _lists() -> dict[str, frozenset[str]]:
    return read_words(DATA / "answers.txt")
