"""Word families: the words that news uses for one thing, "killed" and "death toll", "takeover" and "acquire"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claims.matching.words import DATA, Word, is_particle
from claims.text import stem


class Term(NamedTuple):
    """A word or a phrase of a statement: the stem, whether it is a name, and the families it belongs to."""

    stem: str
    name: bool
    families: frozenset[str]


Phrase = tuple[tuple[str, ...], frozenset[str]]
"""The stems of a phrase and its families."""


class Lexicon(NamedTuple):
    """The families of each stem, and of each phrase by its first stem."""

    words: dict[str, frozenset[str]]
    phrases: dict[str, list[Phrase]]


_NONE: frozenset[str] = frozenset()
_ENDING_LETTERS = frozenset("dglnsty")
"""The last letters of the endings that ``stem`` takes off."""


def find_terms(words: Sequence[Word]) -> Iterator[Term]:
    """Yield the terms of a statement; a phrase of the lexicon is one term, particles outside phrases are dropped.

    >>> from claims.matching.words import content_words
    >>> [term.stem for term in find_terms(content_words("The manager will step down in May."))]
    ['manager', 'step down']
    """
    known, phrases = lexicon()
    skip = 0
    for place, word in enumerate(words):
        if skip:
            skip -= 1
            continue
        phrase = _phrase_at(words, place, phrases[word.stem]) if word.stem in phrases else None
        if phrase is not None:
            yield Term(" ".join(phrase[0]), False, phrase[1])
            skip = len(phrase[0]) - 1
        elif not is_particle(word.stem):
            yield Term(word.stem, word.name, known.get(word.stem, _NONE))


def _phrase_at(words: Sequence[Word], place: int, phrases: Sequence[Phrase]) -> Phrase | None:
    for stems, families in phrases:
        if tuple(word.stem for word in words[place : place + len(stems)]) == stems:
            return stems, families
    return None


def stem_entry(word: str) -> str:
    """Return ``stem(word)``; words that can have no ending take a short cut, for there are thousands."""
    if word[-1] in _ENDING_LETTERS or word[-1] == word[-2:-1]:
        return stem(word)
    return word[:-1] if word[-1] == "e" and len(word) > 3 else word


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of ``data/families.txt``: lines ``family: word, word, some phrase``."""
    words: dict[str, set[str]] = {}
    phrases: dict[tuple[str, ...], set[str]] = {}
    for line in (DATA / "families.txt").read_text(encoding="utf-8").splitlines():
        family, colon, entries = line.partition(": ")
        if not colon or line[0] == "#":
            continue
        for entry in entries.split(", "):
            if " " in entry:
                phrases.setdefault(tuple(stem_entry(word) for word in entry.split()), set()).add(family)
            else:
                words.setdefault(stem_entry(entry), set()).add(family)
    starts: dict[str, list[Phrase]] = {}
    for stems in sorted(phrases, key=len, reverse=True):
        starts.setdefault(stems[0], []).append((stems, frozenset(phrases[stems])))
    return Lexicon({word: frozenset(found) for word, found in words.items()}, starts)
