"""From the tree of a sources.yaml to the registry: which keys there are, and what each must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from claims.model import Institution, Outlet, Person, Role
from claims.registry.clashes import check_domains, check_names
from claims.registry.days import earliest_day, latest_day
from claims.registry.faults import Faults, clip
from claims.registry.fields import (
    read_day,
    read_domains,
    read_listed,
    read_offset,
    read_spellings,
    read_text,
    read_texts,
)
from claims.registry.keys import slug
from claims.registry.lookup import Registry
from claims.registry.tree import Mapping, Node, Refused, Scalar

Read = Callable[[Node, str, Faults], Any]
_LONGEST_KEY = 40


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of entry: how messages call it, its keys with what reads them, and the key it cannot do without."""

    called: str
    keys: dict[str, Read]
    required: str = "name"


def read_registry(root: Node | None, faults: Faults) -> Registry:
    """Return the registry that the tree holds; entries without a name are left out."""
    sections = _read_sections(root, faults)
    outlets = _read_entries(sections, "outlets", _OUTLET, faults)
    people = _read_entries(sections, "people", _PERSON, faults)
    institutions = _read_entries(sections, "institutions", _INSTITUTION, faults)
    check_names([node for node, _ in outlets], "outlets", faults)
    check_names([node for node, _ in people], "people", faults)
    check_names([node for node, _ in institutions], "institutions", faults)
    check_domains([node for node, _ in outlets], faults)
    return Registry(
        outlets=tuple(Outlet(**{"id": slug(values["name"]), **values}) for _, values in outlets),
        people=tuple(Person(**values) for _, values in people),
        institutions=tuple(Institution(**values) for _, values in institutions),
    )


def _read_sections(root: Node | None, faults: Faults) -> dict[str, list[Node]]:
    if root is None or isinstance(root, Refused) or (isinstance(root, Scalar) and root.missing):
        return {}
    if not isinstance(root, Mapping):
        faults.add(root, "a registry must be sections: outlets, people, institutions", 'begin with "outlets:"')
        return {}
    return _read_keys(root, _FILE, faults)


def _read_entries(
    sections: dict[str, list[Node]], section: str, shape: Shape, faults: Faults
) -> list[tuple[Mapping, dict[str, Any]]]:
    read = []
    for node in sections.get(section, []):
        values = _read_entry(node, shape, faults)
        if values is not None and isinstance(node, Mapping):
            read.append((node, values))
    return read


def _read_entry(node: Node, shape: Shape, faults: Faults) -> dict[str, Any] | None:
    """Return the values of an entry, None where it has no name to stand under."""
    if isinstance(node, Refused):
        return None
    if not isinstance(node, Mapping):
        hint = f"write {{{shape.required}: {clip(node.text)}}}" if isinstance(node, Scalar) else "write KEY: VALUE"
        faults.add(node, f"{shape.called} must be keys with values", hint)
        return None
    values = _read_keys(node, shape, faults)
    if shape.required in values:
        return values
    written = node.values.get(shape.required)
    if written is None or (isinstance(written, Scalar) and written.missing):
        faults.add(node, f"{shape.called} without a {shape.required}", f"add {shape.required}: ...")
    return None


def _read_keys(node: Mapping, shape: Shape, faults: Faults) -> dict[str, Any]:
    """Return what the known keys of ``node`` hold, without those that hold nothing."""
    values: dict[str, Any] = {}
    for key, value in node.values.items():
        if (read := shape.keys.get(key)) is None:
            _refuse_key(node, key, shape, faults)
        elif (held := read(value, key, faults)) is not None:
            values[key] = held
    return values


def _refuse_key(node: Mapping, key: str, shape: Shape, faults: Faults) -> None:
    hint = None if faults.full else _hint_key(node, key, shape.keys)
    faults.add(node.keys[key], f'unknown key "{clip(key)}" in {shape.called}', hint)


def _hint_key(node: Mapping, key: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    value = node.values[key]
    if node.flow and " " in key and isinstance(value, Scalar) and value.missing:
        return "within { } a comma begins a new key: put the value before it in quotation marks"
    near = get_close_matches(key.lower(), known, 1) if len(key) <= _LONGEST_KEY else []
    return f'did you mean "{near[0]}"?' if near else f"known here: {', '.join(known)}"


def _read_roles(node: Node, key: str, faults: Faults) -> tuple[Role, ...]:
    return tuple(role for member in read_listed(node, key, faults) if (role := _read_role(member, faults)))


def _read_role(node: Node, faults: Faults) -> Role | None:
    values = _read_entry(node, _ROLE, faults)
    if values is None or not isinstance(node, Mapping):
        return None
    start, end = values.get("from"), values.get("to")
    if start and end and latest_day(end) < earliest_day(start):
        message = f'"to" ({end}) is before "from" ({start})'
        faults.add(node.values["to"], message, "exchange the two, or mend the wrong one")
    return Role(values["title"], values.get("aliases", ()), start, end)


_FILE = Shape("the file", {"outlets": read_listed, "people": read_listed, "institutions": read_listed})
_ROLE = Shape("a role", {"title": read_text, "aliases": read_texts, "from": read_day, "to": read_day}, required="title")
_OUTLET = Shape(
    "an outlet",
    {
        "id": read_text,
        "name": read_text,
        "aliases": read_texts,
        "kind": read_text,
        "domains": read_domains,
        "country": read_text,
        "language": read_text,
        "utc_offset": read_offset,
        "owner": read_text,
        "republishes": read_texts,
        "speaks_for": read_text,
        "house_spellings": read_spellings,
        "notes": read_text,
    },
)
_PERSON = Shape(
    "a person",
    {"name": read_text, "aliases": read_texts, "roles": _read_roles, "born": read_day, "notes": read_text},
)
_INSTITUTION = Shape(
    "an institution",
    {"name": read_text, "aliases": read_texts, "kind": read_text, "country": read_text, "notes": read_text},
)
