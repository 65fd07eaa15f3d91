"""What a rule is, what it may look at, and how its findings are worded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol, TypeVar

from claims.attribution.compare import source_name
from claims.model import Article, Attribution, Severity
from claims.registry import Registry

Reading = TypeVar("Reading")
Spot = tuple[str, int]
PairKey = tuple[str, int, int, str, int, int]
UNREADABLE_AT = 90
"""Passages in messages are shortened to about this many characters, at a word."""


class Rival(NamedTuple):
    """A figure of another source that an article sets beside one that it reports."""

    figure: str
    source: str
    known_in: frozenset[str]
    """The articles, by id, that have the figure as well."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may look at beside the two attributions: the articles they stand in, and the registry."""

    articles: Mapping[str, Article]
    registry: Registry
    implied: Mapping[Spot, str] = field(default_factory=dict)
    """Whose figure an outlet prints in its own voice, where another attribution of the claim credits the same one."""

    rivals: Mapping[Spot, Rival] = field(default_factory=dict)
    """Beside which statements of the claim their own article sets a rival figure."""

    compared: dict[PairKey, tuple[Any, ...]] = field(default_factory=dict, compare=False, repr=False)
    """What the figures of a pair came to: several rules ask for it."""

    readings: dict[tuple[Any, ...], Any] = field(default_factory=dict, compare=False, repr=False)
    """What was read of single attributions of the story: each is compared with many others."""

    def once(self, read: Callable[[Attribution, Setting], Reading], attribution: Attribution) -> Reading:
        """Return what ``read`` gives for the attribution, worked out the first time; it must not be changed."""
        statement = attribution.statement
        key = read, statement.article, statement.index, statement.start
        if key not in self.readings:
            self.readings[key] = read(attribution, self)
        found: Reading = self.readings[key]
        return found

    def article_of(self, attribution: Attribution) -> Article:
        """Return the article an attribution stands in."""
        return self.articles[attribution.statement.article]

    def source_of(self, attribution: Attribution) -> str | None:
        """Return who stands for what is stated: the speaker, the body a press office speaks for, the implied source."""
        return source_name(attribution) or self.implied.get(find_spot(attribution))


def find_spot(attribution: Attribution) -> Spot:
    """Return where the statement stands: article and offset."""
    return attribution.statement.article, attribution.statement.start


@dataclass(frozen=True, slots=True)
class Difference:
    """What a rule found: both values, and a sentence that a reader understands."""

    values: tuple[str, str]
    message: str
    severity: Severity | None = None
    """Overrides the usual severity of the kind."""


class Rule(Protocol):
    """Compare two attributions of one claim; nothing where an editor would want nothing shown."""

    def __call__(self, a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
        """Yield what differs between ``a`` and ``b``, each difference once, the plainest first."""


Trait = Callable[[Attribution, Setting], bool]
"""Something that a single attribution has or lacks."""
Needs = tuple[tuple[Trait, ...], ...]
"""Ways of which a rule needs one to find anything: a trait that either has, or two, one of each of the pair."""


def has_figures(attribution: Attribution, setting: Setting) -> bool:
    """Tell whether the statement gives a figure."""
    return bool(attribution.figures)


def has_speaker(attribution: Attribution, setting: Setting) -> bool:
    """Tell whether somebody is credited."""
    return attribution.credit.speaker is not None


def credited(attribution: Attribution) -> str:
    """Name who is credited, for a sentence: "Volodymyr Zelenskyy", "the army", "its own voice"."""
    speaker = attribution.credit.speaker
    if speaker is None:
        return "its own voice"
    return speaker.name if speaker.name[:1].isupper() else speaker.mention[:1].lower() + speaker.mention[1:]


def cite(attribution: Attribution) -> str:
    """Name outlet and speaker: "fnnews (Volodymyr Zelenskyy)"."""
    outlet = attribution.outlet.name
    return f"{outlet} ({credited(attribution)})" if attribution.credit.speaker else outlet


def shorten(passage: str, limit: int = UNREADABLE_AT) -> str:
    """Shorten a passage at a word and mark that it goes on."""
    passage = " ".join(passage.split())
    if len(passage) <= limit:
        return passage
    return passage[:limit].rsplit(" ", 1)[0].rstrip(",;:–—- ") + " …"


def same_article(a: Attribution, b: Attribution) -> bool:
    """Tell whether both stand in one article."""
    return a.statement.article == b.statement.article
