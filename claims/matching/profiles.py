"""What matching knows of a statement: its terms with weights, what stands around it, its kinds of event and roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claims.matching.families import Term, find_terms
from claims.matching.frequencies import Weights
from claims.matching.score import Wording
from claims.matching.settings import settings
from claims.matching.words import content_words, kinds_of
from claims.model import Article, Attribution
from claims.text import normalise

_QUOTED = re.compile("[\"“«„]([^\"“”«»„]{3,})[\"”»“]|(?<![^\\W_])[‘']([^‘’'\n][^‘’\n]{8,})[’'](?![^\\W_])")
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


def read_profiles(rows: Sequence[Sequence[Attribution]], articles: Sequence[Article]) -> list[Profile]:
    """Return the profiles of a story's statements, in order of article and place."""
    terms = [[list(find_terms(content_words(row.statement.text))) for row in of_article] for of_article in rows]
    weights = Weights(_sentences(rows, terms))
    profiles = []
    for number, of_article in enumerate(rows):
        for place, row in enumerate(of_article):
            around = _surroundings(of_article, terms[number], place)
            wording = _weigh(row, terms[number][place], around, weights)
            kinds = frozenset(kind for term in terms[number][place] for kind in kinds_of(term.families))
            published = articles[number].published
            length = len(_WORD.findall(row.statement.text))
            quotes = read_quotes(row.statement.text)
            profiles.append(Profile(Spot(number, place), row, wording, kinds, quotes, published, length))
    return profiles


def read_quotes(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each stretch in quotation marks."""
    found = (match.group(1) or match.group(2) for match in _QUOTED.finditer(text))
    return tuple(tuple(_WORD.findall(normalise(quote))) for quote in found)


def _sentences(rows: Sequence[Sequence[Attribution]], terms: Sequence[Sequence[Sequence[Term]]]) -> Iterable[set[str]]:
    """Yield the stems of each sentence; clauses of one sentence count once."""
    for of_article, their_terms in zip(rows, terms, strict=True):
        sentences: dict[int, set[str]] = {}
        for row, found in zip(of_article, their_terms, strict=True):
            sentences.setdefault(row.statement.sentence, set()).update(term.stem for term in found)
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
    return Wording(own, {term.stem: weights[term.stem] for term in around}, kept, sum(own.values()))


def _credited(row: Attribution) -> frozenset[str]:
    """Return the stems of the speaker's name and of the addressee: who says it is not what is said."""
    speaker = row.credit.speaker
    names = [speaker.name, speaker.mention] if speaker else []
    names += [row.credit.addressee] if row.credit.addressee else []
    return frozenset(word.stem for name in names for word in content_words(name))
