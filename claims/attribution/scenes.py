"""A sentence while it is read, and the quotations around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.attribution.cues import Cue
from claims.attribution.tokens import Sentence
from claims.attribution.verbs import Tokens
from claims.statements import Region

Span = tuple[int, int]
_MOST_FOLLOWERS = 60
CLOSERS = frozenset((".", "?", "!"))
_EDGES = frozenset((",", ";", ":", "—", "–", "--", "-"))


@dataclass(slots=True, eq=False, repr=False)
class Scene:
    """A sentence while it is read: ``done`` tells the token up to which its words are spoken for."""

    tokens: Tokens
    followers: Sequence[Tokens]
    """The sentences that come after, as far as they may go on with a quotation."""
    regions: Sequence[Region]
    cues: list[Cue]
    headline: bool = False
    done: int = 0


@dataclass(slots=True, eq=False, repr=False)
class Clause:
    """The words that credit: ``left`` to ``right``, exclusive, hold speaker and cue.

    ``stop`` is the token before which the words credited end, where the clause itself tells.
    """

    cue: Cue
    speaker: tuple[int, int] | None
    left: int
    right: int
    inverted: bool = False
    stop: int | None = None


@dataclass(slots=True, eq=False, repr=False)
class Content:
    """The pieces of text that a clause credits, the rule that found them, and where reading goes on."""

    rule: str
    pieces: list[Span] = field(default_factory=list)
    resume: int = 0
    """Token before which no further cue is looked for."""
    done: int = 0


def list_followers(sentences: Sequence[Sentence], number: int) -> list[Tokens]:
    """Return the sentences that go on with a quotation: those of the paragraph, and the next if that ends here."""
    last = number + 1
    while last < min(len(sentences), number + _MOST_FOLLOWERS) and sentences[last].tokens[0].quoted:
        if sentences[last].paragraph != sentences[number].paragraph:
            break
        last += 1
    if last == number + 1 and last < len(sentences) and sentences[number].tokens[-1].text == ":":
        last += 1
    return [sentence.tokens for sentence in sentences[number + 1 : last]]


def carried(scene: Scene, before: int) -> Iterator[Span]:
    """Yield the regions of earlier paragraphs that the quotation goes on from."""
    number = scene.tokens[before].region
    while number > 0 and scene.regions[number].carried:
        number -= 1
        yield scene.regions[number].start, scene.regions[number].end


def past(tokens: Tokens, place: int, region: Region) -> int:
    """Return the first token after the quotation that token ``place`` stands in."""
    while place < len(tokens) and tokens[place].start < region.end:
        place += 1
    return place


def next_quotations(scene: Scene) -> Iterator[Span]:
    """Yield the quotations with which the following sentences go on, as long as none has a speaker of its own."""
    for tokens in scene.followers:
        if not tokens[0].quoted:
            return
        region = scene.regions[tokens[0].region]
        beyond = past(tokens, 0, region)
        if beyond < len(tokens) and tokens[beyond].text not in CLOSERS:
            return
        yield region.start, region.end


def span_of(tokens: Tokens, start: int, stop: int) -> Span:
    """Return the offsets of the tokens without the marks at their edges."""
    while start < stop and (tokens[start].text in _EDGES or tokens[start].text == ")"):
        start += 1
    while (
        stop > start
        and not tokens[stop - 1].quoted
        and tokens[stop - 1].text in (",", ";", ":", "—", "–", "--", "-", ".", "(")
    ):
        stop -= 1
    return (tokens[start].start, tokens[stop - 1].end) if stop > start else (0, 0)
