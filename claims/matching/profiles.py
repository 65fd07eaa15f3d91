"""What matching knows of a statement: its terms with weights, what stands around it, its kinds of event and roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from claims.matching.families import Term, find_terms
from claims.matching.frequencies import Weights
from claims.matching.occasions import past_occasions
from claims.matching.score import Wording
from claims.matching.settings import settings
from claims.matching.words import content_words, kinds_of, negations
from claims.model import Article, Attribution, Figure
from claims.text import normalise

_QUOTED = re.compile("[\"“«„]([^\"“”«»„]{3,})[\"”»“]|(?<![^\\W_])[‘']([^‘’'\n][^‘’\n]{8,})[’'](?![^\\W_])")
_NEGATION = re.compile(r"[^\W\d_]+n['’]t\b|[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+")


class Spot(NamedTuple):
    """Where a statement stands: number of its article, number of its attribution there."""

    article: int
    attribution: int


class Profile(NamedTuple):
    """A statement ready to be compared."""

    spot: Spot
    row: Attribution
    wording: Wording
    kinds: frozenset[str]
    quotes: tuple[tuple[str, ...], ...]
    published: str | None
    length: int
    figures: tuple[Figure, ...]
    """Those of the statement; what "it" or "the number" stands for is filled in from the statement before."""
    long_ago: tuple[tuple[str, str], ...]
    denies: bool
    """It negates or reports a denial."""
    strangers: frozenset[str]
    """Names, not of the speaker, that no other article of the story has."""


def read_profiles(rows: Sequence[Sequence[Attribution]], articles: Sequence[Article]) -> list[Profile]:
    """Return the profiles of a story's statements, in order of article and place."""
    terms = [[list(find_terms(content_words(row.statement.text))) for row in of_article] for of_article in rows]
    weights = Weights(_sentences(rows, terms))
    known = _articles_of_names(terms)
    profiles = []
    for number, of_article in enumerate(rows):
        for place, row in enumerate(of_article):
            around = _surroundings(of_article, terms[number], place)
            wording = _weigh(row, terms[number][place], around, weights)
            kinds = frozenset(kind for term in terms[number][place] for kind in kinds_of(term.families))
            published = articles[number].published
            length = len(_WORD.findall(row.statement.text))
            quotes = read_quotes(row.statement.text)
            credited = _credited(row)
            strangers = frozenset(
                term.stem
                for term in terms[number][place]
                if term.stem in known
                and known[term.stem] == {number}
                and term.stem not in credited
                and not term.families
            )
            past = past_occasions(row, published)
            profiles.append(
                Profile(
                    Spot(number, place),
                    row,
                    wording,
                    kinds,
                    quotes,
                    published,
                    length,
                    read_figures(of_article, place),
                    past,
                    denies(row),
                    strangers,
                )
            )
    return profiles


def _articles_of_names(terms: Sequence[Sequence[Sequence[Term]]]) -> dict[str, set[int]]:
    """Return in which articles each name stands."""
    names = {term.stem for of_article in terms for found in of_article for term in found if term.name}
    where: dict[str, set[int]] = {name: set() for name in names}
    for number, of_article in enumerate(terms):
        for found in of_article:
            for term in found:
                if term.stem in where:
                    where[term.stem].add(number)
    return where


def read_quotes(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each stretch in quotation marks."""
    found = (match.group(1) or match.group(2) for match in _QUOTED.finditer(text))
    return tuple(tuple(_WORD.findall(normalise(quote))) for quote in found)


def read_figures(rows: Sequence[Attribution], place: int) -> tuple[Figure, ...]:
    """Return the figures of a statement; one that does not say what it measures measures what the last one did."""
    figures = rows[place].figures
    if not any(_is_bare(figure) for figure in figures):
        return figures
    here = rows[place].statement
    for before in range(place - 1, max(-1, place - 4), -1):
        there = rows[before].statement
        if there.paragraph != here.paragraph or there.sentence < here.sentence - 1:
            break
        told = [figure for figure in rows[before].figures if not _is_bare(figure) and not figure.unit]
        if told:
            last = told[-1]
            what = {"noun": last.noun, "event": last.event, "measure": last.measure}
            return tuple(replace(figure, **what) if _is_bare(figure) else figure for figure in figures)
    return figures


def _is_bare(figure: Figure) -> bool:
    return not (figure.unit or figure.noun or figure.event or figure.measure)


def denies(row: Attribution) -> bool:
    """Tell whether a statement negates what it is about, or reports that it is denied."""
    if row.certainty is not None and row.certainty.band == "rejected":
        return True
    return any(
        match.group().lower().replace("’", "'") in negations() for match in _NEGATION.finditer(row.statement.text)
    )


def _sentences(
    rows: Sequence[Sequence[Attribution]], terms: Sequence[Sequence[Sequence[Term]]]
) -> Iterable[list[Term]]:
    """Yield the terms of each sentence; clauses of one sentence count once."""
    for of_article, their_terms in zip(rows, terms, strict=True):
        sentences: dict[int, list[Term]] = {}
        for row, found in zip(of_article, their_terms, strict=True):
            sentences.setdefault(row.statement.sentence, []).extend(found)
        yield from sentences.values()


def _surroundings(rows: Sequence[Attribution], terms: Sequence[Sequence[Term]], place: int) -> list[Term]:
    """Return the terms of the rest of the sentence and of the sentence before in the paragraph."""
    here = rows[place].statement
    found: list[Term] = []
    for other in range(max(0, place - 6), min(len(rows), place + 6)):
        there = rows[other].statement
        same_sentence = there.sentence == here.sentence
        before = there.sentence == here.sentence - 1 and there.paragraph == here.paragraph
        if other != place and (same_sentence or before):
            found += terms[other]
    return found


def _weigh(row: Attribution, terms: Sequence[Term], around: Sequence[Term], weights: Weights) -> Wording:
    credited = _credited(row)
    own: dict[str, float] = {}
    kept: dict[str, Term] = {}
    for term in terms:
        share = settings()["credited words"] if term.stem in credited else 1.0
        own[term.stem] = weights[term.stem] * share
        kept[term.stem] = term
    families = {family: weights.of_family(family) for term in kept.values() for family in term.families}
    return Wording(own, frozenset(term.stem for term in around), kept, families, sum(own.values()))


def _credited(row: Attribution) -> frozenset[str]:
    """Return the stems of the speaker's name and of the addressee: who says it is not what is said."""
    speaker = row.credit.speaker
    names = [speaker.name, speaker.mention] if speaker else []
    names += [row.credit.addressee] if row.credit.addressee else []
    return frozenset(word.stem for name in names for word in content_words(name))
