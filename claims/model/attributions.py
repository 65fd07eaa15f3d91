"""Statements with their credit, certainty, figures and moments: the rows of the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from claims.model.articles import Statement
from claims.model.sources import Outlet

Mode = Literal["direct", "mixed", "indirect", "none"]
Bound = Literal["exact", "approx", "min", "max", "range"]
Level = Literal["confirmed", "suggested"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """The person or institution credited."""

    id: str
    """A slug of the name."""
    name: str
    """The registry's name, else the fullest form in the article, else the article's words ("a senior official")."""
    mention: str
    """As printed at this place: "Zelenskiy", "he", "the ministry"."""
    role: str | None = None
    """The title printed with the name, here or where the article introduces it: "Ukrainian President"."""
    named: bool = True
    body: str | None = None
    """The body that the article says he or she heads or speaks for: "Ground Workers' Federation"."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom a statement is credited to, and along which chain it reached the article."""

    speaker: Speaker | None = None
    cue: str | None = None
    mode: Mode = "none"
    addressee: str | None = None
    via: tuple[str, ...] = ()
    said_on: str | None = None
    occasion: str | None = None
    """The article's words for the happening at which it was said: interview, address, statement, news conference."""
    rule: str = "own-voice"
    """Name of the rule that gave the credit, for ``factcheck show``."""
    words: tuple[tuple[int, int], ...] = ()
    """The stretches of the article that are the credited words themselves, without cue and speaker."""


@dataclass(frozen=True, slots=True)
class Certainty:
    """How strongly a statement is put, with the words that say so."""

    level: str
    """A class of the stance lexicon: said, estimated, expected, denied ..."""
    band: str
    """certain, asserted, reserved, future, wished, open or rejected."""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it measures. ``low == high`` unless it is a range; scaled to a plain number in its unit."""

    text: str
    start: int
    end: int
    low: float
    high: float
    bound: Bound = "exact"
    unit: str | None = None
    """Canonical: ``dollar``, ``percent``, ``percentage point``, ``km``, ``year``; None for plain counts."""
    noun: str | None = None
    """The counted noun as printed, lower case: "soldiers"."""
    event: str | None = None
    """What happened to the counted: killed, wounded, missing, detained ..."""
    measure: str | None = None
    """What is measured, in words: "soldiers killed"."""
    scope: str | None = None
    as_of: str | None = None
    change: Literal["up", "down"] | None = None
    previous: bool = False
    """The article itself gives it as an earlier value ("rose to 17 from 14": the 14)."""

    def __hash__(self) -> int:
        """Tell figures apart by where they stand and their values: the rest would take four times as long."""
        return hash((self.start, self.end, self.low, self.high))

    @property
    def value(self) -> float | None:
        """The number where there is one, None for a range."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time expression and the days it may cover, earliest and latest, ISO, both inclusive."""

    text: str
    start: int
    end: int
    earliest: str
    latest: str
    granularity: Literal["minute", "hour", "day", "week", "month", "quarter", "year", "span"] = "day"
    note: str | None = None
    """A fault in the expression itself, such as a weekday that does not fit its date."""


@dataclass(frozen=True, slots=True)
class Match:
    """Why a statement stands in its claim: how sure, the score, and what agreed."""

    level: Level
    score: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement with its credit: the row of the table."""

    statement: Statement
    outlet: Outlet
    credit: Credit = field(default_factory=Credit)
    certainty: Certainty | None = None
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    match: Match | None = None
