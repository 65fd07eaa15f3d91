"""Faults of a sources.yaml: where, what, and what to do."""

from __future__ import annotations

from typing import NamedTuple, Protocol

LIMIT = 1000
"""More faults than this in one file are counted, not listed: the file is something else than a registry."""


class Fault(NamedTuple):
    """One fault; line and column count from 1."""

    line: int
    column: int
    message: str
    hint: str | None = None


class Place(Protocol):
    """Whatever stands at a line and a column."""

    @property
    def line(self) -> int:
        """Line, from 1."""

    @property
    def column(self) -> int:
        """Column in characters, from 1."""


class Faults:
    """The faults of one file, gathered while it is read."""

    def __init__(self) -> None:
        self._found: list[Fault] = []
        self._unlisted = 0

    def add(self, place: Place, message: str, hint: str | None = None) -> None:
        """Note a fault at ``place``."""
        if self.full:
            self._unlisted += 1
        else:
            self._found.append(Fault(place.line, place.column, message, hint))

    @property
    def full(self) -> bool:
        """Tell whether further faults are only counted, so that hints for them are wasted."""
        return len(self._found) >= LIMIT

    def listed(self) -> list[Fault]:
        """Return the faults in the order of the file."""
        found = sorted(set(self._found), key=lambda fault: fault[:3])
        if self._unlisted:
            found.append(Fault(1, 1, f"{self._unlisted} more faults are not listed", "mend these first"))
        return found


def clip(text: str, limit: int = 60) -> str:
    r"""Return ``text`` for a message, shortened, without line breaks or control characters.

    >>> clip("a" * 70)[-4:], clip("one\ntwo")
    ('aaa…', 'one two')
    """
    shown = "".join(char if char.isprintable() else " " for char in text[:limit])
    return f"{shown}…" if len(text) > limit else shown
