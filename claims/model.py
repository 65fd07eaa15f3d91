"""The vocabulary of factcheck: every value that passes from one stage to the next.

All classes are frozen and slotted. Offsets count Unicode code points of ``Article.text``, end exclusive,
so ``article.text[x.start:x.end] == x.text`` holds for everything that has the three fields.
Days and moments are ISO 8601 strings as exact as the source is: ``2026-02``, ``2026-02-04``,
``2026-02-05T11:19:44+09:00``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Part = Literal["body", "headline", "standfirst", "caption"]
Mode = Literal["direct", "mixed", "indirect", "none"]
Bound = Literal["exact", "approx", "min", "max", "range"]
Severity = Literal["note", "differs", "conflict"]
Agreement = Literal["agree", "differ", "conflict", "single-outlet"]
Level = Literal["confirmed", "suggested"]
Label = Literal[
    "headline",
    "standfirst",
    "paragraph",
    "subhead",
    "caption",
    "byline",
    "credit",
    "dateline",
    "stamp",
    "tail",
    "note",
    "furniture",
]


# --- the registry -------------------------------------------------------------------------------------------


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


# --- articles and statements --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled stretch of an article's text: a line of a pasted page, a paragraph, a headline."""

    label: Label
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dateline:
    """How a wire story opens: ``KYIV, Feb 4 (Reuters) -``. All three may be missing."""

    place: str | None = None
    day: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One text as one outlet published it at one time."""

    id: str
    outlet: Outlet
    text: str
    blocks: tuple[Block, ...]
    """In order, never overlapping; what no block covers is white space."""
    sha256: str
    """Of the bytes that were read."""
    headline: str | None = None
    path: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    bylines: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    """Media this text is credited to as a whole (dateline agency, credit line, infosource), as printed."""
    version_of: str | None = None
    notes: tuple[str, ...] = ()
    """Correction and update notes, embargoes, and what reading could not settle."""


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be read, why, and what to do about it."""

    path: str
    reason: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposition as one article words it: a sentence, or a clause of one with its own fact."""

    article: str
    index: int
    """Position among the article's statements."""
    part: Part
    start: int
    end: int
    text: str
    sentence: int
    """Number of the sentence in the article; clauses of one sentence share it."""
    paragraph: int
    lead: str = ""
    """What stands right before ``start`` and the clause leans on: the subject of "..., killing nine people"."""

    @property
    def shown_start(self) -> int:
        """Where the statement begins as it is shown, with what it leans on."""
        return self.start - len(self.lead)

    @property
    def shown_text(self) -> str:
        """The statement as it is shown, with what it leans on."""
        return self.lead + self.text


# --- attribution --------------------------------------------------------------------------------------------


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
class Attribution:
    """A statement with its credit: the row of the table."""

    statement: Statement
    outlet: Outlet
    credit: Credit = field(default_factory=Credit)
    certainty: Certainty | None = None
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    match: Match | None = None


# --- claims -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Match:
    """Why a statement stands in its claim: how sure, the score, and what agreed."""

    level: Level
    score: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Attributions (by index in the claim) that go back to one root."""

    origin: str
    attributions: tuple[int, ...]
    independent: bool = True
    """False where the root is unknown: unknown never counts as independent."""


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
class Claim:
    """What statements of different articles share."""

    id: str
    text: str
    outlets: tuple[str, ...]
    agreement: Agreement
    attributions: tuple[Attribution, ...]
    origins: Origins
    discrepancies: tuple[Discrepancy, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer of ``factcheck compare``."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...] = ()
