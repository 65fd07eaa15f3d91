"""The words of a statement that carry its meaning: stems, with names marked; numbers and stop words left out."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from claims.text import stem
from claims.wordlists import read_pairs, read_words

DATA = Path(__file__).parent / "data"
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHOUTED = 0.7
_LONGEST_ACRONYM = 5


class Word(NamedTuple):
    """A content word: its stem, and whether it is (part of) a name."""

    stem: str
    name: bool


@lru_cache(maxsize=4096)
def content_words(text: str) -> tuple[Word, ...]:
    """Return the content words of ``text`` in order; particles stay, for phrases such as "step down".

    >>> [word.stem for word in content_words("Three miners were killed in Orlov, the ministry said.")]
    ['miner', 'kill', 'in', 'orlov', 'ministry']
    """
    tokens = _WORD.findall(text)
    shouted = sum(map(str.isupper, tokens)) > _SHOUTED * len(tokens)
    words = [_read_word(token, not place, shouted) for place, token in enumerate(tokens)]
    return tuple([word for word in words if word is not None])


@lru_cache(maxsize=65536)
def _read_word(token: str, first: bool, shouted: bool) -> Word | None:
    """Return a content word, the first of its text or not, in a text in capitals or not; None of other words."""
    lower = token.lower().replace("’", "'").removesuffix("'s").replace(".", "")
    capital = token[0].isupper() and not shouted
    acronym = capital and token.isupper() and 1 < len(lower) <= _LONGEST_ACRONYM
    if len(lower) < 2 or lower in _measuring_words() or (lower in _stop_words() and not acronym):
        return None
    name = acronym or (capital and not first and not token.isupper())
    return Word(lower if acronym else stem(lower), name)


def is_particle(word: str) -> bool:
    """Tell words that only matter inside a phrase: in, down, up, out, off, away, over."""
    return word in _particles()


@cache
def _particles() -> frozenset[str]:
    return _lists()["particles"]


@cache
def _stop_words() -> frozenset[str]:
    lists = _lists()
    return lists["grammar"] | lists["reporting"] | lists["numbers"]


@cache
def _measuring_words() -> frozenset[str]:
    return _lists()["calendar"] | _lists()["units"]


@cache
def _lists() -> dict[str, frozenset[str]]:
    return read_words(DATA / "stopwords.txt")


@lru_cache(maxsize=4096)
def kinds_of(families: frozenset[str]) -> frozenset[str]:
    """Return the kinds of event that words of these families name."""
    return families & _kinds()


def event_kind(event: str | None) -> str | None:
    """Return the kind of event that a figure's event word stands for: killed is death."""
    return _kinds_of_events().get(event or "")


@cache
def _kinds_of_events() -> dict[str, str]:
    return read_pairs(DATA / "measures.txt")["kinds"]


@cache
def groups_of_kinds() -> tuple[frozenset[str], ...]:
    """Return the kinds of event, those together that keep two statements apart."""
    return tuple(read_words(DATA / "kinds.txt").values())


@cache
def _kinds() -> frozenset[str]:
    return frozenset().union(*groups_of_kinds())
