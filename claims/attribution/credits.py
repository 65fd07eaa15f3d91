"""Statements to credits: which quotation a statement stands in, and what that says about speaker and chain."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.quotations import Quotation, find_quotations
from claims.model import Article, Credit, Mode, Speaker, Statement
from claims.registry import Registry, slug

Span = tuple[int, int]
_LEAST_SHARE = 0.3


def attribute(article: Article, statements: Sequence[Statement], registry: Registry) -> list[Credit]:
    """Return the credit of each statement, in order; the outlet's own voice is a credit without a speaker."""
    quotations = find_quotations(article.text, *_paragraphs(article))
    return [_credit(article, statement, quotations) for statement in statements]


def _paragraphs(article: Article) -> tuple[list[Span], list[Span]]:
    blocks = [b for b in article.blocks if b.label in ("headline", "standfirst", "paragraph", "caption")]
    return [(b.start, b.end) for b in blocks], [(b.start, b.end) for b in blocks if b.label == "headline"]


def _credit(article: Article, statement: Statement, quotations: Sequence[Quotation]) -> Credit:
    best = max(quotations, key=lambda quotation: _covered(quotation, statement), default=None)
    if best is None or _covered(best, statement) < _LEAST_SHARE * (statement.end - statement.start):
        return Credit()
    name = "" if best.speaker is None else article.text[slice(*best.speaker)]
    speaker = Speaker(slug(name), name, name) if name else None
    cue = None if best.cue is None else article.text[slice(*best.cue)]
    mode: Mode = best.kind
    return Credit(speaker, cue, mode, rule=best.rule, words=best.pieces)


def _covered(quotation: Quotation, statement: Statement) -> int:
    return sum(max(0, min(end, statement.end) - max(start, statement.start)) for start, end in quotation.pieces)
