"""What matching knows of a statement: its terms with weights, what stands around it, and its typed roles."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import chain, islice
from typing import NamedTuple

from claims.matching.counts import names_behind, read_figures
from claims.matching.families import Term, find_terms, lexicon
from claims.matching.frequencies import Weights
from claims.matching.measures import read_measured
from claims.matching.occasions import Span, read_occasions
from claims.matching.quotations import Quotation, read_quotations
from claims.matching.score import Wording, weigh_terms
from claims.matching.settings import settings
from claims.matching.values import Value, value_key, weigh_value
from claims.matching.words import content_words, event_kind, kinds_of
from claims.model import Article, Attribution, Figure, Moment

_WORD = re.compile(r"[^\W_]+")

_LABEL = re.compile(r"(?<![\w.,])\d+(?:[-–]\d+)*(?![\w%])")
"""Numbers that count nothing: a score of 2-1, flight 418, category 4."""

_MOST_VALUES = 24
"""Figures, dates and quotations of one statement that are looked at; more is no statement."""

_AGE = "year of age"
"""The unit of an age, which tells who somebody is, not what is said of them."""

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
    """The kinds of event that its figures count, else that its words name."""
    quotes: tuple[Quotation, ...]
    """The words of each stretch in quotation marks."""
    figures: tuple[Figure, ...]
    """Those of the statement; what "it" or "the number" stands for is filled in from the statement before."""
    moments: tuple[Moment, ...]
    long_ago: tuple[Span, ...]
    """When it happened, where that is long before the article."""
    published: str | None
    slight: bool
    """Short, without figure, name or date: too little to be sure of."""
    names: frozenset[str]
    """Names that it is about: not those of the speaker."""
    values: tuple[Value, ...]
    """What is read of its figures, each with its weight."""
    strangers: frozenset[str]
    """Names, not of the speaker nor behind the figure, that no other article of the story has."""
    alone: bool
    """Names somebody that no other article of the story has."""
    place: float | None
    """How far down its article it stands, from 0 to 1; None for headlines and captions."""


def read_profiles(rows: Sequence[Sequence[Attribution]], articles: Sequence[Article]) -> list[Profile]:
    """Return the profiles of a story's statements, in order of article and place."""
    terms = [[_read_terms(row) for row in of_article] for of_article in rows]
    story = _Story(terms, _weigh_story(rows, terms))
    return [
        _read_profile(Spot(number, place), of_article, articles[number], story)
        for number, of_article in enumerate(rows)
        for place in range(len(of_article))
    ]


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

    def names(self, rows: Sequence[Attribution], spot: Spot, credited: frozenset[str]) -> frozenset[str]:
        """Return the names that a statement is about; a clause that names nobody is about those before it."""
        found: frozenset[str] = frozenset()
        sentence = rows[spot.attribution].statement.sentence
        for place in range(spot.attribution, -1, -1):
            if found or rows[place].statement.sentence != sentence:
                break
            terms = self.terms[spot.article][place]
            found = frozenset(term.stem for term in terms if term.stem in self.articles_of) - credited
        return found

    def carried(self, rows: Sequence[Attribution], spot: Spot) -> Terms:
        """Return the terms of the clause before, for a clause of the same sentence that names nobody itself."""
        place = spot.attribution
        if not place or rows[place - 1].statement.sentence != rows[place].statement.sentence:
            return ()
        here, before = self.terms[spot.article][place], self.terms[spot.article][place - 1]
        return () if any(term.stem in self.articles_of for term in here) else before

    def strangers(self, names: frozenset[str], article: int) -> frozenset[str]:
        """Return the names that stand in one article alone and are no country's."""
        alone = (name for name in names if self.articles_of[name] == {article})
        return frozenset(name for name in alone if not lexicon().families_of(name))


def _read_profile(spot: Spot, rows: Sequence[Attribution], article: Article, story: _Story) -> Profile:
    row = rows[spot.attribution]
    terms = story.terms[spot.article][spot.attribution]
    credited = _aside(row)
    row_figures = tuple(figure for figure in read_figures(rows, spot.attribution) if figure.unit != _AGE)
    names = story.names(rows, spot, credited)
    around = _surroundings(rows, story.terms[spot.article], spot.attribution)
    return Profile(
        spot=spot,
        row=row,
        wording=weigh_terms(terms, story.weights, around, credited, story.carried(rows, spot)),
        kinds=_read_kinds(row_figures, [term for term in terms if term.stem not in credited]),
        quotes=read_quotations(row.statement.text)[:_MOST_VALUES],
        figures=row_figures[:_MOST_VALUES],
        moments=row.moments[:_MOST_VALUES],
        long_ago=read_occasions(row, article.published),
        published=article.published,
        slight=_is_slight(row, terms, story.articles_of),
        names=names,
        values=tuple((read_measured(one), weigh_value(one, story.weights)) for one in row_figures[:_MOST_VALUES]),
        alone=bool(story.strangers(names, spot.article)),
        strangers=story.strangers(names - names_behind(row, row_figures), spot.article),
        place=spot.attribution / len(rows) if row.statement.part == "body" else None,
    )


def _read_terms(row: Attribution) -> list[Term]:
    """Return the terms of a statement; numbers, units and dates are not words but compared as values."""
    text, start = row.statement.text, row.statement.start
    spans = [(figure.start, figure.end) for figure in row.figures]
    spans += [(moment.start, moment.end) for moment in row.moments]
    pieces, place = [], 0
    for first, last in sorted((first - start, last - start) for first, last in spans):
        pieces.append(text[place:first] if first > place else "")
        place = max(place, last)
    rest = " | ".join([*pieces, text[place:]])
    labels = (Term(label.replace("–", "-"), False, frozenset()) for label in _LABEL.findall(rest))
    return list(islice(chain(find_terms(content_words(rest)), labels), int(settings()["most terms"])))


def _aside(row: Attribution) -> frozenset[str]:
    """Return the stems outside the credited words: who says it, to whom and where is not what is said."""
    statement = row.statement
    text = statement.text
    inside = [(max(first, statement.start), min(last, statement.end)) for first, last in row.credit.words]
    inside = [(first - statement.start, last - statement.start) for first, last in inside if first < last]
    if not inside or _counts_outside(row, inside):
        return _credited(row)
    said = {word.stem for first, last in inside for word in content_words(text[first:last])}
    return _credited(row) | frozenset(word.stem for word in content_words(text) if word.stem not in said)


def _counts_outside(row: Attribution, inside: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a figure stands outside the credited words: "Shares fell 6% after the firm said that ..."."""
    start = row.statement.start
    said = [(first + start, last + start) for first, last in inside]
    return any(
        not any(first <= figure.start < last for first, last in said) for figure in row.figures if figure.unit != _AGE
    )


def _weigh_story(rows: Sequence[Sequence[Attribution]], terms: Sequence[Sequence[Terms]]) -> Weights:
    """Return the weights of the story's words; clauses of one sentence count once."""
    sentences: dict[tuple[int, int], list[Term]] = {}
    for number, of_article in enumerate(rows):
        for row, found in zip(of_article, terms[number], strict=True):
            sentences.setdefault((number, row.statement.sentence), []).extend(found)
    values = [value_key(figure) for of_article in rows for row in of_article for figure in row.figures]
    return Weights(sentences.values(), values)


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


def _credited(row: Attribution) -> frozenset[str]:
    """Return the stems of the speaker's name and of the addressee: who says it is not what is said."""
    speaker = row.credit.speaker
    names = [speaker.name, speaker.mention] if speaker else []
    names += [row.credit.addressee] if row.credit.addressee else []
    return frozenset(word.stem for name in names for word in content_words(name))


def _read_kinds(figures: Sequence[Figure], terms: Terms) -> frozenset[str]:
    counted = frozenset(kind for figure in figures if (kind := event_kind(figure.event or figure.noun)) is not None)
    return counted or frozenset(kind for term in terms for kind in kinds_of(term.families))


def _is_slight(row: Attribution, terms: Terms, names: Container[str]) -> bool:
    if row.figures or row.moments or any(term.stem in names for term in terms):
        return False
    return len(_WORD.findall(row.statement.text)) < settings()["short"]
