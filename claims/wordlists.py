"""Word lists: the data files that hold the words our rules look for.

A list is a text file beside the code that uses it, under ``data/``. Comment lines start with ``#`` and say where
the words come from. ``[name]`` opens a section. Every other line is an entry, or ``key = value`` in a section
that maps. Read with the standard library alone, so that start-up stays cheap.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path


@cache
def read_words(path: Path) -> dict[str, frozenset[str]]:
    """Return the entries of each section of the list at ``path``.

    Several entries may stand on one line, separated by ``,``.
    """
    return {section: frozenset(_entries(",".join(lines))) for section, lines in _sections(path)}


@cache
def read_pairs(path: Path) -> dict[str, dict[str, str]]:
    """Return the ``key = value`` lines of each section; ``a, b = value`` gives several keys one value."""
    found: dict[str, dict[str, str]] = {}
    for section, lines in _sections(path):
        mapping = found.setdefault(section, {})
        for line in lines:
            keys, _, value = line.partition("=")
            value = value.strip()
            if "," in keys:
                mapping.update(dict.fromkeys(_entries(keys), value))
            elif key := keys.strip():
                mapping[key] = value
    return found


def _entries(line: str) -> Iterable[str]:
    return filter(None, map(str.strip, line.split(",")))


@cache
def _sections(path: Path) -> list[tuple[str, list[str]]]:
    """Return the sections in order, each with its lines: kept, because some lists hold words and pairs."""
    sections: list[tuple[str, list[str]]] = [("", [])]
    with path.open(encoding="utf-8") as file:
        for line in map(str.strip, file):
            if not line or line[0] == "#":
                continue
            if line[0] == "[" and line[-1] == "]":
                sections.append((line[1:-1], []))
            else:
                sections[-1][1].append(line)
    return sections
