"""The registry's entries: outlets, people with dated roles, institutions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes articles: an entry of sources.yaml, or a provisional one named after a file or domain."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    domains: tuple[str, ...] = ()
    country: str | None = None
    language: str | None = None
    utc_offset: str | None = None
    """``+09:00``; None where the registry does not say."""
    owner: str | None = None
    republishes: tuple[str, ...] = ()
    speaks_for: str | None = None
    """The institution whose own words this outlet publishes: a press office, a club's or a company's news page."""
    house_spellings: Mapping[str, str] = field(default_factory=dict)
    notes: str | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """A title that a person held from one day to another, both inclusive, None where open."""

    title: str
    aliases: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the registry."""

    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    notes: str | None = None
    born: str | None = None
    """Day of birth, as exact as the registry has it."""


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution of the registry: a ministry, company, think tank, club."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    country: str | None = None
    notes: str | None = None
