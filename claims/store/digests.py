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
_READING = ("statements", "attribution", "figures", "dates", "certainty", "matching", "names", "registry", "model")
_COMPARING = ("articles", "origins", "discrepancies")
_SUFFIXES = frozenset({".py", ".txt"})


@cache
def reading_version() -> str:
    """Return a digest of the code and word lists that read an article."""
    return _digest(f"{VERSION} {FEATURES_VERSION}", _files(_READING))


@cache
def comparing_version() -> str:
    """Return a digest of the code and word lists that compare the articles of a story, reading included."""
    return _digest(reading_version(), _files(_COMPARING))


def registry_version(registry: Registry) -> str:
    """Return a digest of the registry's entries."""
    entries = (registry.outlets, registry.people, registry.institutions)
    return hashlib.sha256(repr(entries).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _files(packages: tuple[str, ...]) -> Iterator[Path]:
    yield from sorted(_CODE.glob("*.py"))
    for package in packages:
        yield from sorted(path for path in (_CODE / package).rglob("*") if path.suffix in _SUFFIXES)


def _digest(start: str, files: Iterator[Path]) -> str:
    digest = hashlib.sha256(start.encode())
    for path in files:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
