"""Add an outlet to a sources.yaml: one line more, everything else to the byte as it was."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from claims.errors import FactcheckError, RegistryError
from claims.model import Outlet
from claims.registry.keys import slug
from claims.registry.load import parse_registry, read_registry_bytes

_PLAIN = re.compile(r"[^\W_](?:[\w .&'()/+-]*[\w.)])?")
_MISSING = frozenset({"null", "Null", "NULL"})
_BY_HAND = "add this line to its outlets by hand: {}"


class Addition(NamedTuple):
    """A sources.yaml with an entry more, not yet written."""

    path: Path
    content: bytes
    line: int
    """Where the entry stands, from 1."""
    entry: str


def add_outlet(path: Path, outlet: Outlet) -> Addition:
    """Return the file with the outlet as its last.

    Raises RegistryError for a file with faults, FactcheckError where an entry has the same id, name, alias or domain,
    or where the file is written in a way that a line cannot be added to.
    """
    raw = read_registry_bytes(path)
    registry, faults = parse_registry(raw)
    if faults:
        raise RegistryError(str(path), list(faults))
    text = raw.decode("utf-8")
    place = _find_place(text)
    entry = f"- {write_entry(outlet)}"
    if place is None:
        raise _refuse(path, "its outlets are not written as a list with a line for each", entry)
    index, lines = place
    content = _insert(text, index, [line.format(entry) for line in lines]).encode()
    number = index + len(lines)
    known, faults = parse_registry(content)
    if faults:
        first = faults[0]
        raise FactcheckError(f"cannot add {outlet.name}: {first.message}", where=str(path), hint=first.hint)
    if known.outlets[:-1] != registry.outlets or known.people != registry.people or known.outlets[-1] != outlet:
        raise _refuse(path, "its outlets cannot be added to", entry)
    return Addition(path, content, number, entry)


def write_addition(addition: Addition) -> None:
    """Put the file in its place whole, or not at all; a link stays one, and permissions stay."""
    target = addition.path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        draft.write_bytes(addition.content)
        draft.chmod(target.stat().st_mode & 0o7777)
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        reason = f"cannot be written: {error.strerror or error}"
        raise FactcheckError(reason, where=str(addition.path), hint="check the permissions of its folder") from error


def write_entry(outlet: Outlet) -> str:
    """Return an outlet as an entry of one line.

    >>> write_entry(Outlet(id="maren-post", name="Maren Post", aliases=("Post: Maren",), domains=("post.example",)))
    '{name: Maren Post, aliases: ["Post: Maren"], domains: [post.example]}'
    """
    return "{" + ", ".join(_fields(outlet)) + "}"


def _fields(outlet: Outlet) -> Iterator[str]:
    if outlet.id != slug(outlet.name):
        yield f"id: {_quote(outlet.id)}"
    yield f"name: {_quote(outlet.name)}"
    for key in ("aliases", "kind", "domains", "country", "language", "utc_offset", "owner"):
        value = getattr(outlet, key)
        if isinstance(value, tuple) and value:
            yield f"{key}: [{', '.join(map(_quote, value))}]"
        elif value:
            yield f"{key}: {_quote(value)}"


def _quote(value: str) -> str:
    plain = _PLAIN.fullmatch(value) and value not in _MISSING
    return value if plain else json.dumps(value, ensure_ascii=False)


def _refuse(path: Path, reason: str, entry: str) -> FactcheckError:
    return FactcheckError(reason, where=str(path), hint=_BY_HAND.format(entry))


def _insert(text: str, index: int, added: list[str]) -> str:
    """Return the text with lines added before the line of this index, with the ends that its lines have."""
    end = "\r\n" if "\r\n" in text else "\n"
    *whole, last = text.split("\n")
    lines = [f"{line}\n" for line in whole] + ([last] if last else [])
    if index and not lines[index - 1].endswith("\n"):
        lines[index - 1] += end
    return "".join([*lines[:index], *(line + end for line in added), *lines[index:]])


def _find_place(text: str) -> tuple[int, list[str]] | None:
    """Return before which line to add, counted from 0, and the lines, ``{}`` standing for the entry."""
    from claims.registry.faults import Faults
    from claims.registry.tree import Listing, Mapping, Scalar, read_tree

    root = read_tree(text.removeprefix("\ufeff"), Faults())
    if isinstance(root, Mapping) and root.flow:
        return None
    outlets = root.values.get("outlets") if isinstance(root, Mapping) else None
    if outlets is None:
        return len(text.split("\n")) - text.endswith("\n") if text else 0, ["outlets:", "  {}"]
    if isinstance(outlets, Scalar):
        return outlets.line, ["  {}"]
    if not isinstance(outlets, Listing) or not outlets.values:
        return None
    return _last_line(text, outlets.line, outlets.column)


def _last_line(text: str, line: int, column: int) -> tuple[int, list[str]] | None:
    """Return the place after the last entry of a list whose first sign stands there; None where it has no such sign."""
    lines = text.removeprefix("\ufeff").split("\n")
    indent = column - 1
    if lines[line - 1][indent : indent + 1] != "-":
        return None
    last = index = line - 1
    for index in range(line, len(lines)):
        content = lines[index].strip()
        depth = len(lines[index]) - len(lines[index].lstrip(" "))
        if content.startswith("#") or not content:
            continue
        if depth < indent or (depth == indent and not content.startswith("-")) or content in {"...", "---"}:
            break
        last = index
    return last + 1, [" " * indent + "{}"]
