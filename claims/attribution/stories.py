"""What resolving needs to know of an article: its text, day and people, and who spoke so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.attribution.mentions import Cast
from claims.model import Article
from claims.registry import Registry

Span = tuple[int, int]
FOCUS = 1500
"""Characters within which a pronoun or short form looks for the one it stands for."""


class Referent(NamedTuple):
    """Whom a mention stands for."""

    name: str
    person: bool
    named: bool
    role: str | None = None


@dataclass(slots=True, eq=False, repr=False)
class Story:
    """An article while its mentions are resolved, in the order of the text."""

    text: str
    day: str
    country: str | None
    headline: str
    registry: Registry
    cast: Cast
    starts: list[int]
    """Where its paragraphs begin."""
    credited: tuple[Span, ...] = ()
    """The words that the mention resolved now is credited with."""
    spoken: list[tuple[int, Referent]] = field(default_factory=list)


def open_story(article: Article, paragraphs: Sequence[Span], registry: Registry) -> Story:
    """Return the story of an article, nobody having spoken yet."""

    def is_known_body(name: str) -> bool:
        return registry.find_institution(name) is not None or registry.find_outlet(name) is not None

    return Story(
        text=article.text,
        day=(article.published or article.updated or "")[:10],
        country=article.outlet.country,
        headline=article.headline or "",
        registry=registry,
        cast=Cast(article.text, paragraphs, is_known_body),
        starts=[start for start, _ in paragraphs],
    )
