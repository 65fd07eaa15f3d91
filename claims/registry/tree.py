"""YAML text as a tree in which every value is a string and knows its line and column.

Reads PyYAML's event stream, which does not recurse, and stops at the first event that is nested too deep.
So no amount of brackets can crash the process, as PyYAML's own loaders do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from claims.registry.faults import Faults, clip

MAX_DEPTH = 10
"""A registry needs six levels: sections, entries, an entry, its roles, a role, the role's aliases."""
_ENTRY_DEPTH = 3
_SYNTAX_HINTS = (
    ("mapping values are not allowed", 'a value that has ": " in it needs quotation marks'),
    ("cannot start any token", "put a value that begins with this character in quotation marks"),
    ("quoted scalar", "close the quotation mark"),
    ("flow", "close the bracket, and put values with commas or brackets of their own in quotation marks"),
)
_SYNTAX_HINT = "compare the indentation and brackets with the entries above"


@dataclass(slots=True)
class Scalar:
    """A text."""

    line: int
    column: int
    text: str
    plain: bool = False
    """Without quotation marks."""

    @property
    def missing(self) -> bool:
        """Nothing is written, or YAML's word for nothing."""
        return self.plain and self.text in {"", "~", "null"}


@dataclass(slots=True)
class Listing:
    """A list of values."""

    line: int
    column: int
    values: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys, each with where it stands, and their values."""

    line: int
    column: int
    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    flow: bool = False
    pending: Scalar | Refused | None = None
    """While reading: the key whose value comes next."""


@dataclass(slots=True)
class Refused:
    """A value with a fault that is already noted; nothing further is said about it."""

    line: int
    column: int


Node: TypeAlias = Scalar | Listing | Mapping | Refused


class _TooDeepError(Exception):
    pass


def read_tree(text: str, faults: Faults) -> Node | None:
    """Return the root of the YAML in ``text``, None where it is empty; faults of syntax go to ``faults``.

    After an error of syntax the tree holds the entries that were complete before it.
    """
    builder = _Builder(faults)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        _add_syntax_fault(error, text, faults)
        builder.close()
    except _TooDeepError:
        builder.close()
    except (ValueError, OverflowError):  # PyYAML without libyaml, for an escape such as "\UFFFFFFFF"
        faults.add(Refused(1, 1), "not valid YAML: an escape names no character", "write the character itself")
        builder.close()
    return builder.root


def _events(text: str) -> Iterator[yaml.Event]:
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    return yaml.parse(text, Loader=loader)


def _add_syntax_fault(error: yaml.MarkedYAMLError, text: str, faults: Faults) -> None:
    said = f"{error.context or ''} {error.problem or ''}"
    hint = next((hint for words, hint in _SYNTAX_HINTS if words in said), _SYNTAX_HINT)
    mark = error.problem_mark or error.context_mark
    place = Refused(mark.line + 1, mark.column + 1) if mark else Refused(1, 1)
    if _has_tab_at(text, place):
        hint = "indent with spaces, not with tabs"
    faults.add(place, f"not valid YAML: {clip(error.problem or error.context or 'cannot be read', 120)}", hint)


def _has_tab_at(text: str, place: Refused) -> bool:
    lines = text.split("\n")
    return place.line <= len(lines) and lines[place.line - 1][place.column - 1 : place.column] == "\t"


def _begin(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _Builder:
    """Builds the tree event by event; ``open`` holds the lists and mappings that are not closed yet."""

    def __init__(self, faults: Faults) -> None:
        self.root: Node | None = None
        self._faults = faults
        self._open: list[Listing | Mapping] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._attach(self._scalar(event))
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._start(event)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self._attach(self._open.pop())
        elif isinstance(event, yaml.AliasEvent):
            self._attach(self._refuse(event, "YAML aliases (*name) are not allowed"))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._start_document(event)

    def close(self) -> None:
        """Close what is open, leaving out the entry that was not finished."""
        while self._open:
            node = self._open.pop()
            if len(self._open) < _ENTRY_DEPTH - 1:
                self._attach(node)
            elif self._open and isinstance(parent := self._open[-1], Mapping):
                parent.pending = None

    def _start(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        line, column = _begin(event)
        if len(self._open) >= MAX_DEPTH:
            hint = "a registry is sections, entries, roles; close the brackets that are open"
            self._faults.add(Refused(line, column), f"nested more than {MAX_DEPTH} levels deep", hint)
            raise _TooDeepError
        self._refuse_anchor_and_tag(event)
        if isinstance(event, yaml.MappingStartEvent):
            self._open.append(Mapping(line, column, flow=bool(event.flow_style)))
        else:
            self._open.append(Listing(line, column))

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        self._refuse_anchor_and_tag(event)
        return Scalar(*_begin(event), event.value, plain=not event.style)

    def _attach(self, node: Node) -> None:
        if not self._open:
            self.root = node if self._documents == 1 else self.root
            return
        parent = self._open[-1]
        if isinstance(parent, Listing):
            parent.values.append(node)
        elif parent.pending is None:
            parent.pending = self._key(node)
        else:
            if isinstance(parent.pending, Scalar):
                self._set(parent, parent.pending, node)
            parent.pending = None

    def _key(self, node: Node) -> Scalar | Refused:
        if isinstance(node, (Scalar, Refused)):
            return node
        self._faults.add(node, "a key must be a plain word", "write KEY: VALUE")
        return Refused(node.line, node.column)

    def _set(self, mapping: Mapping, key: Scalar, value: Node) -> None:
        if (first := mapping.keys.get(key.text)) is not None:
            message = f'duplicate key "{clip(key.text)}" (first on line {first.line})'
            self._faults.add(key, message, "keep one of the two")
            return
        mapping.keys[key.text] = key
        mapping.values[key.text] = value

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents == 2:
            place = Refused(*_begin(event))
            self._faults.add(place, "a second YAML document (---) is not allowed", "keep one registry a file")

    def _refuse_anchor_and_tag(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._refuse(event, "YAML anchors (&name) are not allowed")
        if getattr(event, "tag", None) is not None:
            self._refuse(event, "YAML tags (!name) are not allowed", "leave the tag out: every value is text")

    def _refuse(self, event: yaml.Event, message: str, hint: str = "write the value out at each place") -> Refused:
        node = Refused(*_begin(event))
        self._faults.add(node, message, f'{hint}; for a text that begins with "&", "*" or "!" use quotation marks')
        return node
