"""Load sources.yaml: strictly, with all its faults at once."""

from __future__ import annotations

import re
from pathlib import Path

from claims.errors import RegistryError
from claims.registry.faults import Fault, Faults
from claims.registry.lookup import Registry

MAX_BYTES = 5_000_000
_UNPRINTABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"


def load_registry(path: Path) -> Registry:
    """Return the registry in the file at ``path``; raise RegistryError with all its faults."""
    from claims.registry.cache import read_cached, write_cached

    found: list[Fault] = []
    raw = _read_bytes(path, found)
    if not found:
        if (cached := read_cached(raw)) is not None:
            return cached
        registry, found = parse_registry(raw)
        if not found:
            write_cached(raw, registry)
            return registry
    raise RegistryError(str(path), list(found))


def check_registry(path: Path) -> list[Fault]:
    """Return the faults of the file at ``path`` in its order; none where it can be loaded."""
    found: list[Fault] = []
    raw = _read_bytes(path, found)
    return found or parse_registry(raw)[1]


def read_registry_bytes(path: Path) -> bytes:
    """Return the bytes of the file at ``path``; raise RegistryError where it cannot be read."""
    found: list[Fault] = []
    raw = _read_bytes(path, found)
    if found:
        raise RegistryError(str(path), list(found))
    return raw


def parse_registry(raw: bytes) -> tuple[Registry, list[Fault]]:
    """Return the registry in a file's bytes with its faults; what is faulty is left out of the registry."""
    from claims.registry.schema import read_registry
    from claims.registry.tree import read_tree

    faults = Faults()
    text = _decode(raw, faults)
    root = None if text is None else read_tree(text, faults)
    return read_registry(root, faults), faults.listed()


def _read_bytes(path: Path, found: list[Fault]) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        hint = "give the path of a sources.yaml, or leave it out to use the one that comes with factcheck"
        found.append(Fault(1, 1, f"cannot be read: {error.strerror or error}", hint))
        return b""
    if len(raw) > MAX_BYTES:
        hint = "a registry lists outlets, people and institutions; articles go to factcheck ingest"
        found.append(Fault(1, 1, f"larger than {MAX_BYTES // 1_000_000} MB", hint))
    return raw


def _decode(raw: bytes, faults: Faults) -> str | None:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        faults.add(_place_after(before), "not UTF-8", "save the file with the encoding UTF-8")
        return None
    if (match := re.search(_UNPRINTABLE, text)) is not None:
        message = f"control character U+{ord(match.group()):04X}"
        faults.add(_place_after(text[: match.start()]), message, "delete the character")
        return None
    return text


def _place_after(text: str) -> Fault:
    lines = text.removeprefix("\ufeff").split("\n")
    return Fault(len(lines), len(lines[-1]) + 1, "")
