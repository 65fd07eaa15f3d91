"""Digests of what kept readings and claims depend on, by which a newer factcheck or sources.yaml is known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from claims.encoding import VERSION
from claims.matching import FEATURES_VERSION
from claims.registry import Registry

_CODE = Path(__file__).parents[1]
_TELLING = ("text.py", "wordlists.py", "names", "statements", "matching")
_READING = ("pipeline.py", "model", "registry", "attribution", "figures", "dates", "certainty")
_COMPARING = ("articles", "origins", "discrepancies")
_SUFFIXES = frozenset({".py", ".txt"})


@cache
def telling_version() -> str:
    """Return a digest of the code and word lists that tell the story of an article."""
    return _digest(str(FEATURES_VERSION), _files(_TELLING))


@cache
def _reading_version() -> str:
    return _digest(f"{VERSION} {telling_version()}", _files(_READING))


@cache
def comparing_version() -> str:
    """Return a digest of the code and word lists that compare the articles of a story."""
    return _digest("", _files(_COMPARING))


def reading_version(registry: Registry) -> str:
    """Return a digest of what reads statements: the code, its word lists, and the registry's entries."""
    entries = (_reading_version(), registry.outlets, registry.people, registry.institutions)
    return hashlib.sha256(repr(entries).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _files(names: tuple[str, ...]) -> Iterator[Path]:
    for name in names:
        place = _CODE / name
        found = [place] if place.is_file() else place.rglob("*")
        yield from sorted(path for path in found if path.suffix in _SUFFIXES)


def _digest(start: str, files: Iterator[Path]) -> str:
    digest = hashlib.sha256(start.encode())
    for path in files:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
