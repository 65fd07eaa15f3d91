"""Word families: the words that news uses for one thing, "killed" and "death toll", "takeover" and "acquire"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
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

_NONE: frozenset[str] = frozenset()
_SHELF = 3
"""Letters that a word and its stem have in common at the beginning."""


class Lexicon:
    """The families of words and phrases, from lines ``family: word, word, some phrase``.

    Entries are put on shelves by their first letters, and stemmed when a word of the shelf is first asked for.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._shelves: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for line in lines:
            family, colon, entries = line.partition(": ")
            if colon and line[0] != "#":
                for entry in entries.split(", "):
                    self._shelves[entry.partition(" ")[0][:_SHELF]].append((entry, family))
        self._words: dict[str, frozenset[str]] = {}
        self._phrases: dict[str, list[Phrase]] = {}

    def families_of(self, word: str) -> frozenset[str]:
        """Return the families of a stem."""
        self._open(word[:_SHELF])
        return self._words.get(word, _NONE)

    def phrases_from(self, word: str) -> list[Phrase]:
        """Return the phrases that begin with a stem, longest first."""
        self._open(word[:_SHELF])
        return self._phrases.get(word, [])

    def _open(self, shelf: str) -> None:
        entries = self._shelves.pop(shelf, None)
        if entries is None:
            return
        found: dict[tuple[str, ...], set[str]] = {}
        for entry, family in entries:
            found.setdefault(tuple(map(stem, entry.split())), set()).add(family)
        for stems in sorted(found, key=len, reverse=True):
            if len(stems) == 1:
                self._words[stems[0]] = frozenset(found[stems])
            else:
                self._phrases.setdefault(stems[0], []).append((stems, frozenset(found[stems])))


def find_terms(words: Sequence[Word]) -> Iterator[Term]:
    """Yield the terms of a statement; a phrase of the lexicon is one term, particles outside phrases are dropped.

    >>> from claims.matching.words import content_words
    >>> [term.stem for term in find_terms(content_words("The manager will step down in May."))]
    ['manager', 'step down']
    """
    skip = 0
    for place, word in enumerate(words):
        if skip:
            skip -= 1
            continue
        phrases, families = _look_up(word.stem)
        phrase = _phrase_at(words, place, phrases) if phrases else None
        if phrase is not None:
            yield Term(" ".join(phrase[0]), False, phrase[1])
            skip = len(phrase[0]) - 1
        elif not is_particle(word.stem):
            yield Term(word.stem, word.name, families)


@lru_cache(maxsize=65536)
def _look_up(word: str) -> tuple[Sequence[Phrase], frozenset[str]]:
    """Return the phrases that begin with a stem, and its families."""
    return lexicon().phrases_from(word), lexicon().families_of(word)


def _phrase_at(words: Sequence[Word], place: int, phrases: Sequence[Phrase]) -> Phrase | None:
    for stems, families in phrases:
        if tuple(word.stem for word in words[place : place + len(stems)]) == stems:
            return stems, families
    return None


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of ``data/families.txt``."""
    return Lexicon((DATA / "families.txt").read_text(encoding="utf-8").splitlines())
