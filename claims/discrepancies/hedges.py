"""Hedges that only one of two otherwise equal statements has, and words that hedge in other sentences and not here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from claims.certainty import find_hedges, turning_words
from claims.discrepancies.alignment import Slot
from claims.model import Statement
from claims.patterns import Gated
from claims.text import stem
from claims.wordlists import read_words

_LIST = Path(__file__).parent / "data" / "leave.txt"
_LEFT_OPEN = Gated(r"\b(?:was|were|been|be|being)\s+left open\b(?! (?:whether|if|how|by|the possib))", "left open")

_AHEAD = frozenset({"planned", "said"})
"""Levels between which only the tense differs: "sails on Friday", "will sail on Friday"."""


def find_changed_hedge(a: Statement, b: Statement, slots: Sequence[Slot]) -> tuple[str, str] | None:
    """Return how each of two aligned statements puts the place where a hedge was dropped, added or changed.

    The words around the hedge must be the same; None where no hedge differs.
    """
    for slot in slots:
        ours, theirs = _levels(a, slot.our_span, slot.ours), _levels(b, slot.their_span, slot.theirs)
        if set(ours) == set(theirs) or {*(ours or ["said"]), *(theirs or ["said"])} <= _AHEAD:
            continue
        if _remainder(slot.ours, ours) == _remainder(slot.theirs, theirs):
            return _word(ours), _word(theirs)
    return None


def _levels(statement: Statement, span: tuple[int, int], words: Sequence[str]) -> dict[str, str]:
    """Return the levels of the hedges that begin in a slot, each with its words."""
    if not words:
        return {}
    return {
        level: found
        for level, start, found in find_hedges(statement.text)
        if span[0] <= statement.start + start < span[1]
    }


def _remainder(words: Sequence[str], levels: dict[str, str]) -> list[str]:
    hedged = {word for found in levels.values() for word in found.lower().replace("’", "'").split()}
    return sorted(stem(word) for word in words if word not in hedged and word not in turning_words("fillers"))


def _word(levels: dict[str, str]) -> str:
    return " … ".join(f"{level} (“{words}”)" for level, words in levels.items()) or "stated flatly"


@lru_cache(maxsize=4096)
def gives_leave(text: str) -> bool:
    """Tell leave to do something, which is no doubt.

    >>> gives_leave("All members may take part in the vote."), gives_leave("The minister may take part in the vote.")
    (True, False)
    """
    return " may" in text and _leave().search(text) is not None


def is_left_open(text: str) -> bool:
    """Tell a door that was left open from a question that was.

    >>> is_left_open("The hatch was left open at sea."), is_left_open("It was left open whether he would run.")
    (True, False)
    """
    return _LEFT_OPEN.search(text) is not None


@cache
def _leave() -> re.Pattern[str]:
    lists = read_words(_LIST)
    whom, deeds = ("|".join(sorted(lists[section])) for section in ("whom", "deeds"))
    return re.compile(rf"\b(?:{whom})\s+may\s+(?:now\s+|also\s+|still\s+)?(?:{deeds})\b", re.IGNORECASE)
