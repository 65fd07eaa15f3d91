"""Whom a person speaks for: the body that the article ties to a name by an office.

"Gawain Tole, director of the Stove and Hearth Association", "Fjellair chief executive Joakim Rudd", "Lorna Petrie, who
chairs the Nurses' Union". A nurse of a hospital does not speak for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from claims.attribution.bodynames import is_body, is_company
from claims.model import Speaker
from claims.names import is_country, is_people
from claims.patterns import FIRM_REST, WORD_REST, lazy
from claims.wordlists import read_words

_LIST = Path(__file__).parent / "data" / "heads.txt"
_WORD = rf"[A-Z]{FIRM_REST}"
_BODY = rf"(?P<body>{_WORD}(?:(?: (?:of|and|for|&)(?: the)?)? {_WORD}){{0,6}})"
_LOW = rf"[a-z]{WORD_REST}"
# ", director of the Stove and Hearth Association", ", MD, of the charity Breathe", ", who chairs the Nurses' Union".
_BEHIND = lazy(
    rf",? (?:who (?:is|was) |who (?P<verb>[a-z]+) )?(?:(?:the|its|a|an) )?"
    rf"(?P<role>(?:[\w’'-]+ ){{0,6}}?)(?(verb)|(?:of|at|for|with) )(?:the (?:{_LOW} ){{0,2}})?{_BODY}"
    r"(?=\W*\Z|[,.;:)—–”\"]|\s(?:said|says|told|has|had|is|was|who|and)\b)"
)
_ROLE = rf"{_LOW}(?: {_LOW}){{0,4}}"
# "Fjellair chief executive ", "Havgaard's managing director, ", "the director of the Association, ", "its director, ".
_BEFORE = lazy(
    rf"(?:(?:\b(?P<its>[Ii]ts|[Tt]heir)|{_BODY}(?:['’]s?)?) (?P<role>{_ROLE})"
    rf"|(?P<office>{_LOW}) (?:of|at|for) (?:the )?{_BODY.replace('body', 'seat')})"
    r",? (?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame)\.? )?\Z"
)
_NAMES = lazy(_BODY)
_WINDOW = 120
_BACK = 300
"""Characters back to the body of "its director"."""
_MOST = 6
"""Places of a name that are looked at."""


class Heads:
    """Finds the bodies for which the people of one article speak."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, str | None] = {}

    def complete(self, speaker: Speaker | None) -> Speaker | None:
        """Return the speaker with the body that he or she speaks for, where the article says so."""
        if speaker is None or not speaker.named or is_body(speaker.name):
            return speaker
        if speaker.name not in self._known:
            self._known[speaker.name] = next(self._find(speaker.name), None)
        body = self._known[speaker.name]
        return replace(speaker, body=body) if body else speaker

    def _find(self, name: str) -> Iterator[str]:
        surname = name.rsplit(maxsplit=1)[-1]
        given = name[: -len(surname)]
        place = self._text.find(surname) if given else -1
        for _ in range(_MOST):
            if place < 0:
                return
            start = place - len(given) if self._text.endswith(given, 0, place) else place
            yield from self._read(start, place + len(surname))
            place = self._text.find(surname, place + 1)

    def _read(self, start: int, end: int) -> Iterator[str]:
        behind = _BEHIND.match(self._text, end, end + _WINDOW) if self._may_tell(end, end + _WINDOW) else None
        if behind and (behind["verb"] in _words("heads") or _is_office(behind["role"])) and _is_name(behind["body"]):
            yield _trim(behind["body"])
        begin = max(0, start - _WINDOW)
        before = _BEFORE.search(self._text, begin, start) if self._may_tell(begin, start) else None
        if before is None or not (before["office"] in _words("offices") or _is_office(before["role"] or "")):
            return
        if before["its"]:
            yield from self._point_back(before.start())
            return
        body = before["body"] or before["seat"]
        if _is_name(body) and (" " in body or body.isupper() or self._is_printed_inside(body)):
            yield _trim(body)

    def _may_tell(self, start: int, end: int) -> bool:
        """Tell whether a word stands there that ties people to bodies: that takes a tenth of the time of a pattern."""
        return any(map(self._text[start:end].lower().__contains__, _telling()))

    def _point_back(self, end: int) -> Iterator[str]:
        """Yield the body that "its director, Gawain Tole" points back to: the last that is named before."""
        names = (name["body"].removeprefix("The ") for name in _NAMES.finditer(self._text, max(0, end - _BACK), end))
        bodies = [_trim(name) for name in names if " " in name and (is_body(name) or is_company(name.split()))]
        yield from bodies[-1:]

    def _is_printed_inside(self, word: str) -> bool:
        """Tell whether a capitalised word stands inside a sentence: "Former minister Olof Brandt" opens one."""
        place = self._text.find(word)
        while place >= 0:
            before = self._text[max(0, place - 2) : place]
            if before[1:] == " " and (before[0].islower() or before[0] == ","):
                return True
            place = self._text.find(word, place + 1)
        return False


def _is_office(role: str) -> bool:
    return not _words("offices").isdisjoint(re.split(r"[ ,-]", role.lower()))


def _is_name(body: str) -> bool:
    """Tell the name of a body from that of a land or a people, and from "the Union"."""
    words = body.split()
    if words[0].lower() in _words("no bodies") or is_country(body) or is_people(body):
        return False
    return len(words) > 1 or not is_body(body)


def _trim(body: str) -> str:
    return body.removesuffix("'s").removesuffix("’s").rstrip("'’.")


@cache
def _telling() -> tuple[str, ...]:
    """Return the words without which neither pattern says anything; those that hold another of them are left out."""
    offices = _words("offices")
    plain = (word for word in sorted(offices) if not any(other in word for other in offices - {word}))
    return ("who ", *plain)


@cache
def _words(section: str) -> frozenset[str]:
    return read_words(_LIST)[section]
