"""Articles and the statements they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claims.model.sources import Outlet

Part = Literal["body", "headline", "standfirst", "caption"]
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
