"""What matching knows of a statement: its terms with weights, what stands around it, and its typed roles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from claims.matching.families import Term, find_terms
from claims.matching.frequencies import Weights
from claims.matching.occasions import Span, read_occasions
from claims.matching.score import Wording
from claims.matching.settings import settings
from claims.matching.words import content_words, event_kind, kinds_of, negations
from claims.model import Article, Attribution, Figure
from claims.text import normalise

_QUOTED = re.compile("[\"“«„]([^\"“”«»„]{3,})[\"”»“]|(?<![^\\W_])[‘']([^‘’'\n][^‘’\n]{8,})[’'](?![^\\W_])")
_NEGATION = re.compile(r"[^\W\d_]+n['’]t\b|[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+")

Terms = Sequence[Term]


class Spot(NamedTuple):
    """Where a statement stands: number of its article in the story, number of its attribution there."""

    article: int
    attribution: int


class Profile(NamedTuple):
    """A statement ready to be compared."""

    spot: Spot
    row: Attribution
    wording: Wording
    kinds: frozenset[str]
    """The kinds of event that its first figure counts, else that its words name."""
    quotes: tuple[frozenset[str], ...]
    """The words of each stretch in quotation marks."""
    figures: tuple[Figure, ...]
    """Those of the statement; what "it" or "the number" stands for is filled in from the statement before."""
    long_ago: tuple[Span, ...]
    """When it happened, where that is long before the article."""
    published: str | None
    denies: bool
    """It negates, or reports a denial."""
    slight: bool
    """Short, without figure, name or date: too little to be sure of."""
    strangers: frozenset[str]
    """Names, not of the speaker, that no other article of the story has."""


def read_profiles(rows: Sequence[Sequence[Attribution]], articles: Sequence[Article]) -> list[Profile]:
    """Return the profiles of a story's statements, in order of article and place."""
    terms = [[list(find_terms(content_words(_without_values(row)))) for row in of_article] for of_article in rows]
    story = _Story(terms, _weigh_story(rows, terms))
    return [
        _read_profile(Spot(number, place), of_article, articles[number], story)
        for number, of_article in enumerate(rows)
        for place in range(len(of_article))
    ]


def read_quotes(text: str) -> tuple[frozenset[str], ...]:
    """Return the content words of each stretch in quotation marks; all its words where it has no others.

    >>> [sorted(words) for words in read_quotes('They called it "a very small group".')]
    [['group', 'small']]
    """
    quotes = [match.group(1) or match.group(2) for match in _QUOTED.finditer(text)]
    found = (frozenset(word.stem for word in content_words(quote.lower())) for quote in quotes)
    return tuple(
        words or frozenset(_WORD.findall(normalise(quote))) for words, quote in zip(found, quotes, strict=True)
    )


class _Story:
    """The terms of each statement of a story, their weights, and which articles have which names."""

    def __init__(self, terms: Sequence[Sequence[Terms]], weights: Weights) -> None:
        self.terms = terms
        self.weights = weights
        names = {term.stem for of_article in terms for found in of_article for term in found if term.name}
        self.articles_of: dict[str, set[int]] = {name: set() for name in names}
        for number, of_article in enumerate(terms):
            for stem in {term.stem for found in of_article for term in found} & names:
                self.articles_of[stem].add(number)

    def strangers(self, spot: Spot, credited: frozenset[str]) -> frozenset[str]:
        """Return the names of a statement that stand in its own article alone."""
        return frozenset(
            term.stem
            for term in self.terms[spot.article][spot.attribution]
            if self.articles_of.get(term.stem) == {spot.article} and term.stem not in credited and not term.families
        )


def _read_profile(spot: Spot, rows: Sequence[Attribution], article: Article, story: _Story) -> Profile:
    row = rows[spot.attribution]
    text = row.statement.text
    terms = story.terms[spot.article][spot.attribution]
    credited = _credited(row)
    around = _surroundings(rows, story.terms[spot.article], spot.attribution)
    return Profile(
        spot=spot,
        row=row,
        wording=_weigh(terms, around, credited, story.weights),
        kinds=_read_kinds(row, terms),
        quotes=read_quotes(text),
        figures=_read_figures(rows, spot.attribution),
        long_ago=read_occasions(row, article.published),
        published=article.published,
        denies=_denies(row),
        slight=_is_slight(row, terms),
        strangers=story.strangers(spot, credited),
    )


def _without_values(row: Attribution) -> str:
    """Return the statement's text with its numbers, units and dates blanked out: those are compared as such."""
    text, start = row.statement.text, row.statement.start
    spans = [(figure.start, figure.end) for figure in row.figures]
    for first, last in spans + [(moment.start, moment.end) for moment in row.moments]:
        text = text[: first - start] + " " * (last - first) + text[last - start :]
    return text


def _weigh_story(rows: Sequence[Sequence[Attribution]], terms: Sequence[Sequence[Terms]]) -> Weights:
    """Return the weights of the story's words; clauses of one sentence count once."""
    sentences: dict[tuple[int, int], list[Term]] = {}
    for number, of_article in enumerate(rows):
        for row, found in zip(of_article, terms[number], strict=True):
            sentences.setdefault((number, row.statement.sentence), []).extend(found)
    return Weights(sentences.values())


def _surroundings(rows: Sequence[Attribution], terms: Sequence[Terms], place: int) -> frozenset[str]:
    """Return the stems of the rest of the sentence and of the sentence before in the paragraph."""
    here = rows[place].statement
    reach = int(settings()["reach"])
    found: set[str] = set()
    for other in range(max(0, place - reach), min(len(rows), place + reach)):
        there = rows[other].statement
        before = there.sentence == here.sentence - 1 and there.paragraph == here.paragraph
        if other != place and (there.sentence == here.sentence or before):
            found.update(term.stem for term in terms[other])
    return frozenset(found)


def _weigh(terms: Terms, around: frozenset[str], credited: frozenset[str], weights: Weights) -> Wording:
    less = settings()["credited words"]
    kept = {term.stem: term for term in terms}
    own = {stem: weights[stem] * (less if stem in credited else 1.0) for stem in kept}
    families = {family: weights.of_family(family) for term in kept.values() for family in term.families}
    return Wording(own, around, kept, families, sum(own.values()))


def _credited(row: Attribution) -> frozenset[str]:
    """Return the stems of the speaker's name and of the addressee: who says it is not what is said."""
    speaker = row.credit.speaker
    names = [speaker.name, speaker.mention] if speaker else []
    names += [row.credit.addressee] if row.credit.addressee else []
    return frozenset(word.stem for name in names for word in content_words(name))


def _read_figures(rows: Sequence[Attribution], place: int) -> tuple[Figure, ...]:
    """Return the figures of a statement; one that does not say what it measures measures what the last one did."""
    figures = rows[place].figures
    if not any(_is_bare(figure) for figure in figures):
        return figures
    here = rows[place].statement
    for row in reversed(rows[max(0, place - 3) : place]):
        if row.statement.paragraph != here.paragraph or row.statement.sentence < here.sentence - 1:
            break
        told = [figure for figure in row.figures if not _is_bare(figure) and not figure.unit]
        if told:
            return tuple(_fill(figure, told[-1]) if _is_bare(figure) else figure for figure in figures)
    return figures


def _is_bare(figure: Figure) -> bool:
    return not (figure.unit or figure.noun or figure.event or figure.measure)


def _fill(figure: Figure, told: Figure) -> Figure:
    return replace(figure, noun=told.noun, event=told.event, measure=told.measure)


def _read_kinds(row: Attribution, terms: Terms) -> frozenset[str]:
    counted = event_kind(row.figures[0].event) if row.figures else None
    if counted is not None:
        return frozenset({counted})
    return frozenset(kind for term in terms for kind in kinds_of(term.families))


def _denies(row: Attribution) -> bool:
    if row.certainty is not None and row.certainty.band == "rejected":
        return True
    words = (match.group().lower().replace("’", "'") for match in _NEGATION.finditer(row.statement.text))
    return not negations().isdisjoint(words)


def _is_slight(row: Attribution, terms: Terms) -> bool:
    if row.figures or row.moments or any(term.name for term in terms):
        return False
    return len(_WORD.findall(row.statement.text)) < settings()["short"]
