"""What matching knows of a statement: its terms with weights, what stands around it, and its typed roles."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from claims.matching.answers import find_answered
from claims.matching.counts import names_behind, read_figures
from claims.matching.families import Term, lexicon
from claims.matching.frequencies import Weights
from claims.matching.measures import read_measured
from claims.matching.occasions import Span, leave_out_subject, list_occasions
from claims.matching.others import find_others
from claims.matching.quotations import Quotation, read_quotations
from claims.matching.score import Wording, weigh_terms
from claims.matching.settings import settings
from claims.matching.spellings import find_spellings, merge_articles
from claims.matching.terms import AGE, Terms, find_credit, read_terms
from claims.matching.values import Value, value_key, weigh_value
from claims.matching.words import event_kind, kinds_of
from claims.model import Article, Attribution, Figure, Moment

_WORD = re.compile(r"[^\W_]+")

_MOST_VALUES = 24
"""Figures, dates and quotations of one statement that are looked at; more is no statement."""


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
    others: frozenset[str]
    """Names that it calls somebody else's: a rival's, a neighbour's."""
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
    speaker: str | None
    """The name of whom it is credited to."""


def read_profiles(rows: Sequence[Sequence[Attribution]], articles: Sequence[Article]) -> list[Profile]:
    """Return the profiles of a story's statements, in order of article and place."""
    return Story(rows, articles).read_profiles()


class Story:
    """The statements of a story with their terms, the weights of these, and which articles have which names."""

    def __init__(self, rows: Sequence[Sequence[Attribution]], articles: Sequence[Article]) -> None:
        self.rows = rows
        self.articles = articles
        self.terms: list[list[Terms]] = [[read_terms(row) for row in of_article] for of_article in rows]
        names = {term.stem for of_article in self.terms for found in of_article for term in found if term.name}
        articles_of: dict[str, set[int]] = {name: set() for name in names}
        for number, of_article in enumerate(self.terms):
            for stem in {term.stem for found in of_article for term in found} & names:
                articles_of[stem].add(number)
        spellings = find_spellings(articles_of)
        self.articles_of = merge_articles(articles_of, spellings)
        if spellings:
            self.terms = [[_mark_spellings(found, spellings) for found in of_article] for of_article in self.terms]
        self.weights = _weigh_story(rows, self.terms)
        for told, by_article in zip(self.terms, rows, strict=True):
            _lend_answered(told, by_article, names)
        dated = zip(rows, articles, strict=True)
        day = max((one.published[:10] for one in articles if one.published), default=None)
        self.occasions = leave_out_subject(
            [list_occasions(found, one.published or day, dated=one.published is not None) for found, one in dated]
        )

    def read_profiles(self) -> list[Profile]:
        """Return the profiles of the statements, in order of article and place."""
        return [
            _read_profile(Spot(number, place), self)
            for number, of_article in enumerate(self.rows)
            for place in range(len(of_article))
        ]

    def names(self, spot: Spot, credited: frozenset[str]) -> frozenset[str]:
        """Return the names that a statement is about; a clause that names nobody is about those before it."""
        found: frozenset[str] = frozenset()
        rows = self.rows[spot.article]
        sentence = rows[spot.attribution].statement.sentence
        for place in range(spot.attribution, -1, -1):
            if found or rows[place].statement.sentence != sentence:
                break
            found = self.names_among(self.terms[spot.article][place]) - credited
        return found

    def names_among(self, terms: Terms) -> frozenset[str]:
        """Return those of the terms that are names anywhere in the story."""
        return frozenset(term.stem for term in terms if term.stem in self.articles_of)

    def carried(self, spot: Spot) -> Terms:
        """Return the terms of the clause before, for a clause of the same sentence that names nobody itself."""
        rows, place = self.rows[spot.article], spot.attribution
        if not place or rows[place - 1].statement.sentence != rows[place].statement.sentence:
            return ()
        here, before = self.terms[spot.article][place], self.terms[spot.article][place - 1]
        return () if any(term.stem in self.articles_of for term in here) else before

    def strangers(self, names: frozenset[str], article: int) -> frozenset[str]:
        """Return the names that stand in one article alone and are no country's."""
        alone = (name for name in names if self.articles_of[name] == {article})
        return frozenset(name for name in alone if not lexicon().families_of(name))


def _read_profile(spot: Spot, story: Story) -> Profile:
    rows, article = story.rows[spot.article], story.articles[spot.article]
    row = rows[spot.attribution]
    terms = story.terms[spot.article][spot.attribution]
    credited = find_credit(row)
    row_figures = tuple(figure for figure in read_figures(rows, spot.attribution) if figure.unit != AGE)
    names = story.names(spot, credited)
    place = spot.attribution / len(rows) if row.statement.part == "body" else None
    around = _surroundings(rows, story.terms[spot.article], spot.attribution)
    return Profile(
        spot=spot,
        row=row,
        wording=weigh_terms(terms, story.weights, around, credited, story.carried(spot)),
        kinds=_read_kinds(row_figures, [term for term in terms if term.stem not in credited]),
        quotes=read_quotations(row.statement.text)[:_MOST_VALUES],
        figures=row_figures[:_MOST_VALUES],
        moments=row.moments[:_MOST_VALUES],
        long_ago=story.occasions[spot.article][spot.attribution],
        others=find_others(row.statement.text, aside=place is not None and place > settings()["aside"]),
        published=article.published,
        slight=_is_slight(row, terms, story.articles_of),
        names=names,
        values=tuple((read_measured(one), weigh_value(one, story.weights)) for one in row_figures[:_MOST_VALUES]),
        alone=bool(story.strangers(names, spot.article)),
        strangers=story.strangers(names - names_behind(row, row_figures), spot.article),
        place=place,
        speaker=row.credit.speaker.name if row.credit.speaker else None,
    )


def narrow_profile(whole: Profile, part: Attribution, story: Story) -> Profile:
    """Return the profile of a part of a statement: its own words, figures and dates; the rest only stands around it.

    The names of the rest are carried to it, as the subject of a sentence is to each of its predicates.
    """
    spot = whole.spot
    terms, rest = read_terms(part), story.terms[spot.article][spot.attribution]
    credited, own = find_credit(part), {term.stem for term in terms}
    around = whole.wording.near.union(whole.wording.carried, [term.stem for term in rest])
    carried = [term for term in rest if term.name and term.stem not in own]
    start, end = part.statement.start, part.statement.end
    kept = [place for place, figure in enumerate(whole.figures) if start <= figure.start < end]
    figures = tuple(whole.figures[place] for place in kept)
    names = story.names_among(terms) - credited or whole.names
    return whole._replace(
        row=part,
        others=whole.others & find_others(part.statement.text, aside=True),
        wording=weigh_terms(terms, story.weights, around, credited, carried),
        kinds=_read_kinds(figures, [term for term in terms if term.stem not in credited]),
        quotes=read_quotations(part.statement.text)[:_MOST_VALUES],
        figures=figures,
        moments=part.moments[:_MOST_VALUES],
        slight=False,
        values=tuple(whole.values[place] for place in kept),
        alone=bool(story.strangers(names, spot.article)),
        strangers=story.strangers(names - names_behind(part, figures), spot.article),
    )


def _mark_spellings(terms: Terms, spellings: Mapping[str, str]) -> Terms:
    """Return the terms; a name with another spelling is of one family with that."""
    return [
        term._replace(families=term.families | {spellings[term.stem]}) if term.stem in spellings else term
        for term in terms
    ]


def _lend_answered(terms: list[Terms], rows: Sequence[Attribution], names: Container[str]) -> None:
    """Give statements that only deny the one before the terms of that."""
    for place in range(1, len(rows)):
        answered = find_answered(rows, place, terms[place], names)
        if answered is not None:
            own = {term.stem for term in terms[place]}
            terms[place] = [*terms[place], *(term for term in terms[answered] if term.stem not in own)]


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


def _read_kinds(figures: Sequence[Figure], terms: Terms) -> frozenset[str]:
    counted = frozenset(kind for figure in figures if (kind := event_kind(figure.event or figure.noun)) is not None)
    return counted or frozenset(kind for term in terms for kind in kinds_of(term.families))


def _is_slight(row: Attribution, terms: Terms, names: Container[str]) -> bool:
    if row.figures or row.moments or any(term.stem in names for term in terms):
        return False
    return len(_WORD.findall(row.statement.text)) < settings()["short"]
