"""The word lists of this package, read once and turned into tables that look up whole phrases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path

from claims.figures.tokens import Tokens
from claims.wordlists import read_pairs, read_words

_FOLDER = Path(__file__).parent / "data"
_HYPHENS = frozenset("-‑")

Entry = tuple[tuple[str, ...], str]
"""The words of a phrase and its value."""


class Phrases:
    """Phrases of one or more words with a value each; the longest wins. Hyphens in the text are passed over."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._entries = [(tuple(phrase.replace("-", " ").split()), value) for phrase, value in entries]

    @cached_property
    def _by_first(self) -> Mapping[str, Sequence[Entry]]:
        return _shelve(self._entries)

    @cached_property
    def _by_last(self) -> Mapping[str, Sequence[Entry]]:
        return _shelve((words[::-1], value) for words, value in self._entries)

    def match_at(self, tokens: Tokens, index: int) -> tuple[str, int] | None:
        """Return the value of the phrase that starts at ``index`` and the index after it."""
        for words, value in self._by_first.get(tokens.low(index), ()):
            end = _walk(tokens, index, words, 1) if len(words) > 1 else index + 1
            if end is not None:
                return value, end
        return None

    def may_end_with(self, word: str) -> bool:
        """Tell whether a phrase ends with the word; quicker than ``match_before`` where most words end none."""
        return word in self._by_last

    def match_before(self, tokens: Tokens, index: int) -> tuple[str, int] | None:
        """Return the value of the phrase that ends just before ``index`` and the index of its first word."""
        for words, value in self._by_last.get(tokens.low(index - 1), ()):
            start = _walk(tokens, index - 1, words, -1) if len(words) > 1 else index - 2
            if start is not None:
                return value, start + 1
        return None


def _shelve(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return the entries by their first word, those of one word with the longest first."""
    shelves: dict[str, list[Entry]] = {}
    for entry in entries:
        shelves.setdefault(entry[0][0], []).append(entry)
    for shelf in shelves.values():
        if len(shelf) > 1:
            shelf.sort(key=lambda entry: -len(entry[0]))
    return shelves


def _walk(tokens: Tokens, index: int, words: tuple[str, ...], step: int) -> int | None:
    """Return the index beyond the words, read in the direction of ``step``, or None where they differ."""
    for word in words:
        if word != words[0] and tokens.low(index) in _HYPHENS:
            index += step
        if tokens.low(index) != word:
            return None
        index += step
    return index


@cache
def pairs(name: str, section: str) -> Mapping[str, str]:
    """Return the ``key = value`` lines of a section of ``data/<name>.txt``."""
    return read_pairs(_FOLDER / f"{name}.txt")[section]


@cache
def numbers(name: str, section: str) -> Mapping[str, float]:
    """Return a section whose values are numbers."""
    return {key: float(value) for key, value in pairs(name, section).items()}


@cache
def words(name: str, section: str) -> frozenset[str]:
    """Return the entries of a section of ``data/<name>.txt``."""
    return read_words(_FOLDER / f"{name}.txt")[section]


@cache
def phrases(name: str, section: str) -> Phrases:
    """Return a section of ``key = value`` lines as phrases."""
    return Phrases(pairs(name, section).items())


@cache
def listed(name: str, *sections: str) -> Phrases:
    """Return the entries of several sections as phrases, each with its section as value."""
    return Phrases((entry, section) for section in sections for entry in words(name, section))


@cache
def listed_pairs(name: str, *sections: str) -> Phrases:
    """Return several sections of ``key = value`` lines as phrases, each valued ``section|value``."""
    return Phrases((key, f"{section}|{value}") for section in sections for key, value in pairs(name, section).items())
