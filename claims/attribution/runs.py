"""Runs of words with capitals: where a text may print a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_CAPITAL = r"[^\W\d_a-z]"
_NAME_WORD = rf"(?:(?:{_CAPITAL}\.)+(?:-{_CAPITAL}\.)?|(?:(?:al|el|ad|ar|as|at|an|ash|az)-)?{_CAPITAL}[\w’'-]*)"
_LINK = (
    r"(?:(?:of|for|de|del|della|van|von|der|den|ter|bin|ibn|ben|al|el|la|le|da|das|dos|di|du|wa|ould|the|&)\s+){1,2}"
)
_TITLE = r"(?:Dr\.?|Mrs?\.?|Ms\.?|Sen\.|Rep\.|Gov\.|Gen\.)"
_RUN = re.compile(rf"(?<![\w’'])(?:{_TITLE}\s+)?{_NAME_WORD}(?:[ \n]+(?:{_LINK})?{_NAME_WORD}){{0,8}}")
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
        for match in _RUN.finditer(text, start, end):
            yield Run(match, _without_possessive(match.group()).split(), start, end)


def _without_possessive(name: str) -> str:
    return _POSSESSIVE.sub("", name) if name.endswith(_POSSESSIVE_ENDS) else name
