"""Statements to credits: which quotation a statement stands in, and what that says about speaker and chain."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from claims.attribution.chains import Link, read_links
from claims.attribution.heads import Heads
from claims.attribution.marked import Marks
from claims.attribution.media import Media
from claims.attribution.quotations import find_quotations
from claims.model import Article, Credit, Statement
from claims.registry import Registry
from claims.statements import find_quotation_marks

Span = tuple[int, int]
_LEAST_SHARE = 0.3
_LEAST_BESIDE_CUE = 0.15
_LONGEST_QUOTATION = 60


def attribute(article: Article, statements: Sequence[Statement], registry: Registry) -> list[Credit]:
    """Return the credit of each statement, in order; the outlet's own voice is a credit without a speaker."""
    paragraphs, headlines = _paragraphs(article)
    regions = find_quotation_marks(article.text, paragraphs)
    quotations = find_quotations(article.text, paragraphs, headlines, regions)
    links = read_links(article, paragraphs, quotations, registry)
    finder = _Finder(links)
    marks = Marks(article.text, regions)
    whole = Media(article, registry).of_text()
    heads = Heads(article.text)
    credited = (_credit(statement, finder, marks, article, whole) for statement in statements)
    return [replace(credit, speaker=heads.complete(credit.speaker)) for credit in credited]


def _paragraphs(article: Article) -> tuple[list[Span], list[Span]]:
    blocks = [b for b in article.blocks if b.label in ("headline", "standfirst", "paragraph", "caption")]
    return [(b.start, b.end) for b in blocks], [(b.start, b.end) for b in blocks if b.label == "headline"]


class _Finder:
    """Finds the link whose credited words cover a statement best."""

    def __init__(self, links: Sequence[Link]) -> None:
        pieces = sorted((*piece, number) for number, link in enumerate(links) for piece in link.quotation.pieces)
        self._starts = [start for start, _, _ in pieces]
        self._pieces = pieces
        self._links = links
        self._longest = max((end - start for start, end, _ in pieces), default=0)

    def best(self, statement: Statement) -> Link | None:
        covered: dict[int, int] = {}
        first = bisect_left(self._starts, statement.start - self._longest)
        for start, end, number in self._pieces[first:]:
            if start >= statement.end:
                break
            shared = min(end, statement.end) - max(start, statement.start)
            if shared > 0:
                covered[number] = covered.get(number, 0) + shared
        if not covered:
            return None
        number = max(covered, key=lambda one: (covered[one], -one))
        link = self._links[number]
        beside = sum(_shared(span, statement) for span in (link.quotation.speaker, link.quotation.cue))
        room = statement.end - statement.start - beside
        opens = any(start <= statement.start + 1 < end for start, end in link.quotation.pieces)
        least = _LEAST_BESIDE_CUE if beside else _LEAST_SHARE
        if link.quotation.kind == "direct" and _shared(link.quotation.cue, statement):
            return link
        return link if opens or covered[number] >= least * room else None

    def others_of(self, link: Link, statement: Statement) -> list[Span]:
        """Return the quoted words of the same speaker that the statement holds besides: "called it 'mad' and vowed"."""
        found: list[Span] = []
        for start, end, number in self._pieces[bisect_left(self._starts, statement.start) :]:
            if start >= statement.end:
                break
            other = self._links[number]
            if other is not link and other.speaker == link.speaker and other.quotation.kind != "indirect":
                found.append((start, end))
        return found


def _shared(span: Span | None, statement: Statement) -> int:
    return 0 if span is None else max(0, min(span[1], statement.end) - max(span[0], statement.start))


def _inside(pieces: Sequence[Span], statement: Statement) -> list[Span]:
    clipped = [(max(start, statement.start), min(end, statement.end)) for start, end in pieces]
    return [(start, end) for start, end in clipped if start < end]


def _credit(statement: Statement, finder: _Finder, marks: Marks, article: Article, whole: tuple[str, ...]) -> Credit:
    link = finder.best(statement)
    if link is None:
        return Credit(via=whole)
    quotation = link.quotation
    cue = None if quotation.cue is None else article.text[slice(*quotation.cue)]
    if link.speaker is None:
        return Credit(None, cue, "none", link.addressee, link.via, link.said_on, link.occasion, link.rule, ())
    pieces = [*quotation.pieces, *finder.others_of(link, statement)]
    mode = marks.kind_of(_inside(sorted(pieces), statement))
    return Credit(
        link.speaker, cue, mode, link.addressee, link.via, link.said_on, link.occasion, link.rule, quotation.pieces
    )
