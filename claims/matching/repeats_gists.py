"""The gist of a statement: what is known of it without its story, to be found again months later in another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from math import log
from typing import Any, NamedTuple

from claims.certainty import polarity
from claims.matching.counts import read_figures
from claims.matching.families import Term
from claims.matching.frequencies import background
from claims.matching.measures import Measured, read_measured
from claims.matching.occasions import Span
from claims.matching.others import find_others
from claims.matching.settings import settings
from claims.matching.terms import AGE, find_credit, read_terms
from claims.matching.words import DATA, content_words, event_kind, kinds_of
from claims.model import Attribution
from claims.wordlists import read_words

_OPENING = 40
"""Letters in which the first word of a statement stands."""
_MOST_FIGURES = 24
_MOST_NAMES = 4
_SHARES = frozenset({"percent", "percentage point", "basis point"})
_BEFORE = 10
"""Words before a date among which "since" is looked for."""


class Gist(NamedTuple):
    """What a statement of an article's body says; equal wherever it is read."""

    place: int
    """Number of the statement among those of its article."""
    words: dict[str, float]
    """The stems of what is said, without the credit, each with its weight by the fixed list of frequencies."""
    families: dict[str, frozenset[str]]
    """Of the stems that have any."""
    names: frozenset[str]
    """Those of the stems that are names and no country's."""
    lands: frozenset[str]
    """Those that are names of countries and their people."""
    figures: tuple[Measured, ...]
    kinds: frozenset[str]
    """The kinds of event that it tells of."""
    days: tuple[Span, ...]
    """When it happened, as far as it says: the days of its dates."""
    others: frozenset[str]
    """Names that it calls somebody else's."""
    stance: str
    """Whether it asserts or denies, and whether what is to come."""
    moves: bool
    """It tells by how much something rose or fell: that is of its day."""
    about: tuple[str, ...]
    """The names that the article has most often, the first one most, for a statement that names nobody itself."""


def read_gists(rows: Sequence[Attribution]) -> list[Gist]:
    """Return the gists of the statements of an article that say enough to be known again, in order."""
    terms = [read_terms(row) for row in rows]
    named = Counter(term.stem for found in terms for term in found if term.name and not term.families)
    about = tuple(sorted(named, key=lambda name: (-named[name] * weigh_stem(name), name))[:_MOST_NAMES])
    gists = []
    for place in _list_telling(rows):
        gist = _read_gist(rows, place, terms[place], named)._replace(about=about)
        gists.append(gist if gist.names or gist.figures else _add_speaker(gist, rows[place]))
    return [gist for gist in gists if gist.names or gist.figures]


def _add_speaker(gist: Gist, row: Attribution) -> Gist:
    """Return the gist of a statement that names nobody and counts nothing with the name of who made it.

    A promise is known again by who made it.
    """
    speaker = row.credit.speaker
    if speaker is None or not speaker.named:
        return gist
    names = frozenset(word.stem for word in content_words(f"by {speaker.name}") if word.name)
    return gist._replace(names=names, words=gist.words | {name: weigh_stem(name) for name in sorted(names)})


def _list_telling(rows: Sequence[Attribution]) -> Iterator[int]:
    """Yield the numbers of the statements of the body that say more than "declined to comment"."""
    stock = _lists()["stock"]
    for place, row in enumerate(rows):
        low = row.statement.text.lower()
        if row.statement.part == "body" and not any(phrase in low for phrase in stock):
            yield place


def _read_gist(rows: Sequence[Attribution], place: int, terms: Sequence[Term], named: Container[str]) -> Gist:
    row = rows[place]
    credit = find_credit(row)
    said = [term for term in terms if not credit.issuperset(term.stem.split())]
    first = content_words(row.statement.text[:_OPENING])[:1]
    names = {term.stem for term in said if term.name or (term.stem in named and _opens(term, first))}
    families = {term.stem: term.families for term in said if term.families}
    figures = [figure for figure in read_figures(rows, place) if figure.unit != AGE][:_MOST_FIGURES]
    counted = {kind for figure in figures if (kind := event_kind(figure.event or figure.noun)) is not None}
    told = {kind for term in said for kind in kinds_of(term.families)}
    return Gist(
        place=row.statement.index,
        words={term.stem: weigh_stem(term.stem) for term in said},
        families=families,
        names=frozenset(name for name in names if name not in families),
        lands=frozenset(name for name in names if name in families),
        figures=tuple(map(read_measured, figures)),
        kinds=frozenset(counted or told),
        days=tuple(_list_days(row)),
        others=find_others(row.statement.text),
        stance=_read_stance(row),
        moves=any(figure.change and figure.unit in _SHARES for figure in figures),
        about=(),
    )


def _opens(term: Term, first: Sequence[Any]) -> bool:
    return bool(first) and first[0].stem == term.stem


def weigh_stem(stem: str) -> float:
    """Return the weight of a stem: the rarer in news, the more; no story changes it."""
    return max(settings()["least weight"], -log(background().get(stem, settings()["unknown share"])))


def weigh_number(figure: Measured) -> float:
    """Return the weight of a number: that of a word as rare."""
    rarity = settings()["digit"] * figure.digits + settings()["unit"] * (figure.unit is not None)
    return rarity + settings()["large number"] * (abs(figure.low) >= settings()["large"])


def _list_days(row: Attribution) -> Iterator[Span]:
    """Yield the days of a statement's dates but for those of the credit; "since 2022" dates no day."""
    words, statement = row.credit.words, row.statement
    for moment in row.moments:
        said = not words or any(first <= moment.start < last for first, last in words)
        before = statement.text[: moment.start - statement.start].lower().split()[-_BEFORE:]
        since = not _starts().isdisjoint((*before, moment.text.split(maxsplit=1)[0].lower()))
        if said and not since and moment.earliest[:10] != row.credit.said_on:
            yield moment.earliest[:10], moment.latest[:10]


def _read_stance(row: Attribution) -> str:
    band = row.certainty.band if row.certainty else ""
    denied = polarity(row.statement.text, row.credit.cue) == "denied" or band == "rejected"
    coming = band in {"future", "wished"} or not _lists()["coming"].isdisjoint(row.statement.text.lower().split())
    return f"{'denied' if denied else 'asserted'}{' coming' if coming else ''}"


def _starts() -> frozenset[str]:
    return read_words(DATA / "occasions.txt")["starts"]


def _lists() -> dict[str, frozenset[str]]:
    return read_words(DATA / "repeats.txt")
