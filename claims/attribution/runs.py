"""Runs of words with capitals: where a text may print a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claims.patterns import WORD_REST, lazy

_CAPITAL = r"[^\W\d_a-z]"
_ARTICLE = r"(?:al|el|ad|ar|as|at|an|ash|az)-"
_NAME_WORD = rf"(?:(?:{_CAPITAL}\.)+(?:-{_CAPITAL}\.)?|(?:{_ARTICLE})?{_CAPITAL}{WORD_REST})"
_LINK = (
    r"(?:(?:of|for|de|del|della|van|von|der|den|ter|bin|ibn|ben|al|el|la|le|da|das|dos|di|du|wa|ould|the|&)\s+){1,2}"
)
_TITLE = r"(?:Dr\.?|Mrs?\.?|Ms\.?|Sen\.|Rep\.|Gov\.|Gen\.)"
_RUN = re.compile(rf"(?<![\w’'])(?:{_TITLE}\s+)?{_NAME_WORD}(?:[ \n]+(?:{_LINK})?{_NAME_WORD}){{0,8}}")
_CAPITALS = re.compile(_CAPITAL)
_PARTICLE = lazy(rf"(?<![\w’']){_ARTICLE}\Z")
_POSSESSIVE = re.compile(r"[’']s?\Z")
_POSSESSIVE_ENDS = ("s", "'", "’")


class Run(NamedTuple):
    """Words with capitals that stand in a row, the last without its possessive, and the paragraph around them."""

    match: re.Match[str]
    words: list[str]
    start: int
    end: int


def find_runs(text: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[Run]:
    """Yield the runs of the paragraphs, in the order of the text."""
    for start, end in paragraphs:
        for match in find_at_capitals(_RUN, text, start, end):
            yield Run(match, _without_possessive(match.group()).split(), start, end)


def find_at_capitals(
    pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begin at a capital or the particle before it: quicker than at each letter."""
    done, end = start, len(text) if end is None else end
    for capital in _CAPITALS.finditer(text, start, end):
        place = capital.start()
        if place < done:
            continue
        particle = _PARTICLE.search(text, max(done, place - 4), place) if text[place - 1 : place] == "-" else None
        match = pattern.match(text, particle.start(), end) if particle else None
        match = match or pattern.match(text, place, end)
        if match is not None:
            yield match
            done = match.end()


def _without_possessive(name: str) -> str:
    return _POSSESSIVE.sub("", name) if name.endswith(_POSSESSIVE_ENDS) else name
