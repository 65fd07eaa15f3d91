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


class Lexicon(NamedTuple):
    """The families of each stem, and of each phrase by its first stem."""

    words: dict[str, frozenset[str]]
    phrases: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]


_NONE: frozenset[str] = frozenset()


def find_terms(words: Sequence[Word]) -> Iterator[Term]:
    """Yield the terms of a statement; a phrase of the lexicon is one term, particles outside phrases are dropped.

    >>> from claims.matching.words import content_words
    >>> [term.stem for term in find_terms(content_words("The manager will step down in May."))]
    ['manager', 'step down']
    """
    known = lexicon()
    place = 0
    while place < len(words):
        word = words[place]
        phrase = _phrase_at(words, place)
        if phrase is not None:
            yield Term(" ".join(phrase[0]), False, phrase[1])
            place += len(phrase[0])
            continue
        place += 1
        if not is_particle(word.stem):
            yield Term(word.stem, word.name, known.words.get(word.stem, _NONE))


def _phrase_at(words: Sequence[Word], place: int) -> tuple[tuple[str, ...], frozenset[str]] | None:
    for stems, families in lexicon().phrases.get(words[place].stem, ()):
        if all(word.stem == wanted for word, wanted in zip(words[place:], stems, strict=False)) and len(
            words
        ) - place >= len(stems):
            return stems, families
    return None


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
                phrases.setdefault(tuple(stem(word) for word in entry.split()), set()).add(family)
            else:
                words.setdefault(stem(entry), set()).add(family)
    starts: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for stems in sorted(phrases, key=len, reverse=True):
        starts.setdefault(stems[0], []).append((stems, frozenset(phrases[stems])))
    return Lexicon({word: frozenset(found) for word, found in words.items()}, starts)
