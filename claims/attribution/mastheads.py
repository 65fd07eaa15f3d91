"""The names of media: those that are listed for an article, and those that end as names of media do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from claims.attribution.bodynames import reference_words
from claims.attribution.runs import find_at_capitals
from claims.patterns import FIRM_REST

_CAPITAL = r"[^\W\d_a-z]"
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_CAPITALISED = re.compile(r"[A-Z]\w*")
_EDGE = r"(?<![\w’'])"


class Mastheads:
    """The listed names and "any Press Agency", found as whole words; at one place a listed name comes first.

    What ends like a medium is one pattern for all articles: compiling takes longer than searching.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(names, key=len, reverse=True)

    @cached_property
    def _listed(self) -> re.Pattern[str] | None:
        if not self._names:
            return None
        return re.compile(rf"{_EDGE}(?:{'|'.join(map(re.escape, self._names))})(?![\w])")

    def find_all(self, words: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Yield the names between two places of the words, in order."""
        end = len(words) if end is None else end
        named = self._listed.search(words, start, end) if self._listed else None
        other = _by_ending().search(words, start, end)
        while named or other:
            found = min((match for match in (named, other) if match), key=lambda match: match.start())
            yield found
            start = found.end()
            if self._listed and named and named.start() < start:
                named = self._listed.search(words, start, end)
            if other and other.start() < start:
                other = _by_ending().search(words, start, end)

    def find_at_start(self, words: str) -> re.Match[str] | None:
        """Return the name that the words open with."""
        return (self._listed.match(words) if self._listed else None) or _by_ending().match(words)

    def is_whole(self, words: str) -> bool:
        """Tell whether the words are one such name and nothing else."""
        named = self._listed is not None and self._listed.fullmatch(words) is not None
        return named or _by_ending().fullmatch(words) is not None


@cache
def _by_ending() -> re.Pattern[str]:
    endings = "|".join(map(re.escape, sorted(reference_words("media endings"), key=len, reverse=True)))
    named = rf"(?:{_CAPITAL}{FIRM_REST}\s+){{1,3}}(?:{endings})|(?:Channel|Radio) (?:{_CAPITAL}\w+|\d+)"
    return re.compile(rf"{_EDGE}(?:{named})(?![\w])")


def without_article(words: str) -> str:
    """Return a mention without the article before it."""
    plain = words.strip()
    article = _ARTICLE.match(plain)
    return plain[article.end() :] if article else plain


def find_known_media(text: str) -> Iterator[str]:
    """Yield the media known without a registry whose names the text may print, found by their first words."""
    words = set(_CAPITALISED.findall(text))
    for name, opening in _openings().items():
        if (opening is None or opening in words) and name in text:
            yield name


@cache
def _openings() -> dict[str, str | None]:
    """The known media, each with its first word, None where that has no plain capital."""
    found = {name: _CAPITALISED.match(name) for name in reference_words("known media")}
    return {name: match.group() if match else None for name, match in found.items()}


def find_newspapers(text: str) -> Iterator[re.Match[str]]:
    """Yield the full names of newspapers; words are bounded, as whole articles are searched."""
    endings = filter(str.isalpha, reference_words("media endings"))
    return find_at_capitals(_newspapers(), text) if any(ending in text for ending in endings) else iter(())


@cache
def _newspapers() -> re.Pattern[str]:
    endings = "|".join(sorted(filter(str.isalpha, reference_words("media endings"))))
    return re.compile(rf"(?<![\w’'.])(?:{_CAPITAL}[\w’'-]{{0,30}} ){{1,3}}(?:{endings})\b")
