"""The one file that knows the order: articles to statements to attributions to claims to discrepancies."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol, TypeVar

from claims.articles import link_versions
from claims.attribution import attribute
from claims.certainty import find_certainty
from claims.dates import find_moments
from claims.discrepancies import Setting, find_discrepancies, judge_agreement
from claims.figures import find_figures
from claims.matching import Claimed, Liken, group_stories, list_claimed, match_story
from claims.model import Article, Attribution, Claim, Comparison, Credit, Figure, Moment, Statement, Unread
from claims.origins import Copies, choose_wording, find_copies, trace_origins
from claims.patterns import Gated
from claims.registry import Registry
from claims.statements import split_statements

Progress = Callable[[str, int, int], None]
"""Called with the stage, how many are done and how many there are."""

Span = TypeVar("Span", Figure, Moment)
Result = TypeVar("Result")
Rows = tuple[Attribution, ...]
Story = tuple[Sequence[Article], Sequence[Sequence[Attribution]]]
"""The articles of one story in order of publication, and the attributions of each."""

_AS_OF = Gated(
    r"\b(?:as of|as at|by|at|until|up to)\s+(?:about\s+|around\s+)?$",
    "as of",
    "as at",
    "by",
    "at",
    "until",
    "up to",
    flags=re.IGNORECASE,
)


def ignore_progress(stage: str, done: int, total: int) -> None:
    """Do nothing: the progress callback of those who want none."""


def is_compared(article: Article) -> bool:
    """Tell whether an article is in English, or may be."""
    return not article.language or article.language.lower().startswith("en")


def read_attributions(article: Article, registry: Registry) -> list[Attribution]:
    """Return the statements of one article in order, each with its credit, certainty, figures and moments.

    A text in another language than English has none: it is kept and marked, but not compared.
    """
    if not is_compared(article):
        return []
    statements = split_statements(article)
    credited = attribute(article, statements, registry)
    measured = _measure(article, statements)
    rows = []
    for statement, credit in zip(statements, credited, strict=True):
        figures, moments = measured[statement.sentence]
        rows.append(_attribution(article, statement, credit, _inside(figures, statement), _inside(moments, statement)))
    return rows


def compare(
    articles: Sequence[Article],
    registry: Registry,
    *,
    unread: Sequence[Unread] = (),
    suggestions: bool = False,
    liken: Liken | None = None,
    progress: Progress = ignore_progress,
) -> Comparison:
    """Line up what the articles state and return each claim with its attributions, origins and discrepancies.

    With ``suggestions``, statements that may say the same make a claim too, their matches marked ``suggested``. With
    ``liken``, a sentence model gives a second opinion on what the words leave open. The answer does not depend on the
    order of ``articles``.
    """
    return run_stages(articles, Alone(registry, suggestions, liken), unread=unread, progress=progress)


class Work(Protocol):
    """Who does what takes long: answers come in the order of what was given."""

    def read(self, articles: Sequence[Article]) -> Iterable[Sequence[Attribution]]:
        """Yield the attributions of each article."""

    def compare(self, stories: Sequence[Story]) -> Iterable[Sequence[Claim]]:
        """Yield the claims of each story."""


@dataclass(frozen=True, slots=True)
class Alone:
    """Does all in this process, one after the other; the options are those of :func:`compare`."""

    registry: Registry
    suggestions: bool = False
    liken: Liken | None = None

    def read(self, articles: Sequence[Article]) -> Iterator[Sequence[Attribution]]:
        """Yield the attributions of each article."""
        return (read_attributions(article, self.registry) for article in articles)

    def compare(self, stories: Sequence[Story]) -> Iterator[Sequence[Claim]]:
        """Yield the claims of each story."""
        return (
            compare_story(*story, self.registry, suggestions=self.suggestions, liken=self.liken) for story in stories
        )


def run_stages(
    articles: Sequence[Article], work: Work, *, unread: Sequence[Unread] = (), progress: Progress = ignore_progress
) -> Comparison:
    """Compare the articles, the work on articles and on stories done by ``work``."""
    ordered = order_articles(articles)
    rows = list(_follow(work.read(ordered), "attributing", len(ordered), progress))
    progress("grouping", 0, len(ordered))
    stories: list[Story] = []
    for numbers in group_stories(rows, ordered):
        versions = link_versions([ordered[number] for number in numbers])
        stories.append((versions, [rows[number] for number in numbers]))
        for number, version in zip(numbers, versions, strict=True):
            ordered[number] = version
    found: Sequence[Sequence[Claim]] = list(_follow(work.compare(stories), "comparing", len(stories), progress))
    if len(stories) > 1:
        from claims.matching.repeats_claims import add_repeats

        progress("looking for repeats", 0, len(stories))
        found = add_repeats(stories, found)
    claims = order_claims((claim for of_story in found for claim in of_story), ordered)
    return Comparison(tuple(ordered), tuple(claims), tuple(sorted(unread, key=lambda entry: entry.path)))


def _follow(results: Iterable[Result], stage: str, total: int, progress: Progress) -> Iterator[Result]:
    progress(stage, 0, total)
    for done, result in enumerate(results, 1):
        yield result
        progress(stage, done, total)


def compare_story(
    articles: Sequence[Article],
    rows: Sequence[Sequence[Attribution]],
    registry: Registry,
    *,
    suggestions: bool = False,
    liken: Liken | None = None,
) -> list[Claim]:
    """Return the claims of the articles of one story, in the order of the articles; ``rows[i]`` are of ``articles[i]``.

    The articles stand in the order of publication. The claims depend on nothing else: not on other stories.
    """
    found = match_story(rows, articles, liken)
    groups = [group for group in found if suggestions or group.level == "confirmed"]
    setting = Setting({article.id: article for article in articles}, registry)
    copies = find_copies(articles)
    return [_claim(members, setting, copies) for members in list_claimed(rows, groups)]


def order_articles(articles: Iterable[Article]) -> list[Article]:
    """Return the articles by the time of publication, those without one last."""
    return sorted(articles, key=_article_order)


def order_claims(claims: Iterable[Claim], articles: Sequence[Article]) -> list[Claim]:
    """Return the claims by the article, and the place in it, of their first attribution."""
    places = {article.id: place for place, article in enumerate(articles)}

    def first(claim: Claim) -> tuple[int, int]:
        statement = claim.attributions[0].statement
        return places[statement.article], statement.index

    return sorted(claims, key=first)


def _article_order(article: Article) -> tuple[str, str, str]:
    return (article.published or "9999", article.outlet.id, article.id)


def _measure(article: Article, statements: Sequence[Statement]) -> dict[int, tuple[list[Figure], list[Moment]]]:
    """Find the figures and moments of each sentence: a clause alone may lack the words that say what is counted."""
    measured: dict[int, tuple[list[Figure], list[Moment]]] = {}
    published = article.published or (article.dateline.day if article.dateline else None)
    for number, clauses in groupby(statements, key=lambda statement: statement.sentence):
        members = list(clauses)
        start, end = members[0].start, members[-1].end
        sentence = article.text[start:end]
        figures = find_figures(sentence, start=start)
        moments = find_moments(sentence, published=published, utc_offset=article.outlet.utc_offset, start=start)
        measured[number] = [*figures], [*moments]
    return measured


def _inside(found: Sequence[Span], statement: Statement) -> tuple[Span, ...]:
    return tuple(x for x in found if statement.start <= x.start and x.end <= statement.end)


def _attribution(
    article: Article, statement: Statement, credit: Credit, figures: tuple[Figure, ...], moments: tuple[Moment, ...]
) -> Attribution:
    certainty = find_certainty(
        statement.text,
        cue=credit.cue,
        figures=[(figure.start, figure.end) for figure in figures],
        start=statement.start,
    )
    return Attribution(statement, article.outlet, credit, certainty, _date_figures(article, figures, moments), moments)


def _date_figures(article: Article, figures: Sequence[Figure], moments: Sequence[Moment]) -> tuple[Figure, ...]:
    """Give figures the moment they are valid at where the statement says so: "as of 5 a.m.", "by Wednesday evening"."""
    stated = [moment for moment in moments if _AS_OF.search(article.text, max(0, moment.start - 12), moment.start)]
    if not stated:
        return tuple(figures)
    return tuple(replace(figure, as_of=figure.as_of or stated[0].latest) for figure in figures)


def _claim(claimed: Claimed, setting: Setting, copies: Copies) -> Claim:
    rows = claimed.rows
    discrepancies = tuple(find_discrepancies(rows, setting))
    outlets = tuple(dict.fromkeys(row.outlet.name for row in rows))
    origins = trace_origins(rows, copies)
    return Claim(
        id=_name_claim(claimed),
        text=choose_wording(rows, origins),
        outlets=outlets,
        agreement=judge_agreement(outlets, discrepancies),
        attributions=rows,
        origins=origins,
        discrepancies=discrepancies,
    )


def _name_claim(claimed: Claimed) -> str:
    """Name a claim after its earliest statement: other articles, and the order of files, leave it alone."""
    start, end = claimed.span
    name = f"{claimed.rows[0].statement.article}:{start}:{end}"
    return "c-" + hashlib.sha256(name.encode()).hexdigest()[:10]
