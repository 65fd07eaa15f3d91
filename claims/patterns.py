"""Patterns that are compiled when they are first needed.

Compiling a pattern takes longer than reading a sentence with it, and most texts hold none of the words that most
patterns are about.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import cast

# A set that has more than two ranges, one of them beyond Latin-1, takes ten times as long to compile as one of two:
# hyphens and full stops, which few words have, stand apart. Each matches what ``[\w’'-]*``, ``[\w.’'-]*`` ... match.
WORD_REST = r"[\w’']*(?:-[\w’']*)*"
"""What may follow the first letter of a word: letters, apostrophes, hyphens."""
DOTTED_REST = r"[\w’']*(?:[.-][\w’']*)*"
"""The same with full stops: "St", "J.K", "al-Din"."""
FIRM_REST = r"[\w’'&]*(?:-[\w’'&]*)*"
"""What follows the first letter in the name of a firm or body: "R&D", "AT&T"."""
DOTTED_FIRM_REST = r"[\w’'&]*(?:[.-][\w’'&]*)*"
_FIRST = re.compile(r"[^\W_]+")
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Lazy:
    """Stands for a compiled pattern and takes over its methods once one of them is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._pattern, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern, which is compiled when it is first used."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


class Gated:
    """A pattern that matches only where one of its words stands: it is run, and compiled, on such texts alone.

    The words are in lower case where the pattern is without regard to case. Every match must hold one of them.
    """

    __slots__ = ("_fold", "_lazy", "_met", "flags", "pattern", "words")

    def __init__(self, pattern: str, *words: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.words = words
        self.flags = flags
        self._fold = bool(flags & re.IGNORECASE)
        self._lazy = lazy(pattern, flags)
        self._met = False

    def opens(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Tell whether a word of the pattern stands in ``text[start:end]``."""
        if start or end != sys.maxsize:
            text = text[start:end]
        if self._fold:
            text = text.casefold()
        for word in self.words:  # noqa: SIM110 - any() takes three times as long, and this runs on every sentence
            if word in text:
                return True
        return False

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in ``text[start:end]``."""
        return self._lazy.search(text, start, end) if self.opens(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that begins at ``start``, which a compiled pattern tells at once."""
        if not self._met and not self.opens(text, start, end):
            return None
        self._met = True
        return self._lazy.match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match that is the whole text."""
        return self._lazy.fullmatch(text) if self.opens(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Return the matches in ``text[start:end]``."""
        return self._lazy.finditer(text, start, end) if self.opens(text, start, end) else iter(())

    def sub(self, put: str, text: str, count: int = 0) -> str:
        """Return the text with ``put`` in place of the matches."""
        return self._lazy.sub(put, text, count) if self.opens(text) else text


class Phrases:
    """Many phrases, found as whole words without a pattern: compiling so many takes longer than most texts are worth.

    >>> Phrases(["dead", "found dead"]).find("she was found dead, not dead-tired")
    [(8, 18)]
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for phrase in phrases:
            first, *_ = *_FIRST.findall(phrase), ""
            self._by_first.setdefault(first, []).append(phrase)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Return where phrases stand, in order and never overlapping: at one place the longest."""
        words = self._by_first.keys() & {"", *_FIRST.findall(text)}
        phrases = [phrase for word in words for phrase in self._by_first[word]]
        found = sorted((start, -end) for phrase in phrases for start, end in _find_whole(text, phrase))
        spans: list[tuple[int, int]] = []
        for start, end in found:
            if not spans or start >= spans[-1][1]:
                spans.append((start, -end))
        return spans


def _find_whole(text: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Yield where a phrase stands with no letter, hyphen or apostrophe at its ends."""
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not (_joins(text[max(0, start - 1) : start]) or _joins(text[end : end + 1])):
            yield start, end
        start = text.find(phrase, start + 1)


def _joins(letter: str) -> bool:
    return letter.isalnum() or letter in {"_", "'", "-"}
