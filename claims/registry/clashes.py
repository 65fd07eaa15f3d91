"""Find names and domains that point at two entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.registry.faults import Faults, clip
from claims.registry.keys import host_key, match_key
from claims.registry.tree import Listing, Mapping, Scalar


class _Use(NamedTuple):
    """One place where a name is used for an entry."""

    key: str
    """``id``, ``name``, ``aliases`` or ``domains``."""
    scalar: Scalar
    entry: Mapping

    @property
    def owner(self) -> str:
        name = self.entry.values["name"]
        return clip(name.text) if isinstance(name, Scalar) else ""


def check_names(entries: list[Mapping], section: str, faults: Faults) -> None:
    """Note each id, name or alias that a former entry of the section has too, or that holds no letter."""
    first: dict[str, _Use] = {}
    for use in _uses(entries, ("id", "name", "aliases")):
        key = match_key(use.scalar.text)
        if not key:
            faults.add(use.scalar, f'"{clip(use.scalar.text)}" has no letter or digit', "write a name")
        elif (former := first.setdefault(key, use)).entry is not use.entry:
            faults.add(use.scalar, *_describe_clash(use, former, section))


def check_domains(outlets: list[Mapping], faults: Faults) -> None:
    """Note each domain that a former outlet claims too."""
    first: dict[str, _Use] = {}
    for use in _uses(outlets, ("domains",)):
        former = first.setdefault(host_key(use.scalar.text), use)
        if former.entry is not use.entry:
            message = (
                f"two outlets claim {clip(use.scalar.text)}: {former.owner} (line {former.scalar.line}), {use.owner}"
            )
            faults.add(use.scalar, message, "keep it for one of them; a subdomain may belong to another outlet")


def _uses(entries: list[Mapping], keys: tuple[str, ...]) -> Iterator[_Use]:
    for entry in entries:
        for key in keys:
            node = entry.values.get(key)
            scalars = node.values if isinstance(node, Listing) else [node]
            for scalar in scalars:
                if isinstance(scalar, Scalar) and not scalar.missing and scalar.text.strip():
                    yield _Use(key, scalar, entry)


def _describe_clash(use: _Use, former: _Use, section: str) -> tuple[str, str]:
    text, line = clip(use.scalar.text), former.scalar.line
    if use.key == former.key == "id":
        return f'duplicate id "{text}" (first on line {line})', "give each outlet an id of its own"
    if use.key == former.key == "name":
        return f'a second entry for "{text}" (first on line {line})', "merge the two entries"
    message = f'"{text}" points at two {section}: {former.owner} (line {line}), {use.owner}'
    if section == "people" and " " not in text:
        return (
            message,
            f'people who share the surname "{text}" are told apart by their full names only: drop it from both',
        )
    return message, "keep it for one of them"
