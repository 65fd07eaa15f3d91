"""Remember what a sources.yaml said, keyed by the hash of its bytes: importing a YAML parser takes 25 ms.

Only faultless files are remembered. The cache lives in the user's cache folder; when it cannot be read or written,
the file is parsed again.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from claims.model import Institution, Outlet, Person, Role
from claims.registry.lookup import Registry
from claims.version import __version__

_FORMAT = "1"
"""Raise this when the loader reads the same bytes differently."""
_KEPT = 16
T = TypeVar("T")


def read_cached(raw: bytes) -> Registry | None:
    """Return the registry that these bytes gave before, None where nothing usable is remembered."""
    try:
        stored = json.loads(_path(raw).read_bytes())
        return _restore(stored)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def write_cached(raw: bytes, registry: Registry) -> None:
    """Remember the registry that these bytes give; do nothing where the folder cannot be written."""
    path = _path(raw)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(asdict(registry)), encoding="ascii")
        draft.replace(path)
        _prune(path.parent)


def _path(raw: bytes) -> Path:
    key = hashlib.sha256(f"{__version__} {_FORMAT} ".encode() + raw).hexdigest()
    return _folder() / "registry" / f"{key}.json"


def _folder() -> Path:
    """Return the user's cache folder; on Linux without platformdirs, which takes 5 ms to load."""
    named = Path(os.environ.get("XDG_CACHE_HOME") or Path(os.environ.get("HOME", ""), ".cache"))
    if sys.platform == "linux" and named.is_absolute():
        return named / "factcheck"
    from platformdirs import user_cache_path

    return user_cache_path("factcheck", appauthor=False)


def _prune(folder: Path) -> None:
    newest = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest[_KEPT:]:
        path.unlink()


def _restore(stored: dict[str, list[dict[str, Any]]]) -> Registry:
    return Registry(
        outlets=tuple(_build(Outlet, values) for values in stored["outlets"]),
        people=tuple(_person(values) for values in stored["people"]),
        institutions=tuple(_build(Institution, values) for values in stored["institutions"]),
    )


def _person(values: dict[str, Any]) -> Person:
    values["roles"] = [_build(Role, role) for role in values["roles"]]
    return _build(Person, values)


def _build(make: Callable[..., T], values: dict[str, Any]) -> T:
    return make(**{key: tuple(value) if isinstance(value, list) else value for key, value in values.items()})
