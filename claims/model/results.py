"""What a comparison gives: claims with their origins and discrepancies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claims.model.articles import Article, Unread
from claims.model.attributions import Attribution

Severity = Literal["note", "differs", "conflict"]
Agreement = Literal["agree", "differ", "conflict", "single-outlet"]
Passing = Literal["copy", "relay"]


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One step of the way from a root to print: which attribution (by index in the claim) has it from which."""

    attribution: int
    source: int
    how: Passing
    """``copy`` where the paragraph is almost word for word the other's, ``relay`` where its outlet is credited."""


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Attributions (by index in the claim) that go back to one root."""

    origin: str
    attributions: tuple[int, ...]
    independent: bool = True
    """False where the root is unknown: unknown never counts as independent."""
    chain: tuple[ChainLink, ...] = ()
    """How the attributions of the group have it from each other, as far as the articles show."""


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent roots stand behind a claim."""

    independent: int
    groups: tuple[OriginGroup, ...]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One difference between two attributions of a claim."""

    kind: str
    severity: Severity
    between: tuple[int, int]
    values: tuple[str, str]
    message: str
    rule: str
    within: bool = False
    """Both attributions stand in one article."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A claim of another story that states the same."""

    claim: str
    """Its id, whether or not it is in the comparison."""
    score: float
    """The share of the words of the two statements that are nearest to each other which both have, from 0 to 1."""
    day: str | None
    """When it was first published."""
    outlets: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What statements of different articles share."""

    id: str
    text: str
    outlets: tuple[str, ...]
    agreement: Agreement
    attributions: tuple[Attribution, ...]
    origins: Origins
    discrepancies: tuple[Discrepancy, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    """The claims of other stories that state the same, the earliest first."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer of ``factcheck compare``."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...] = ()
