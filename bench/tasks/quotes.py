"""Quotations with speaker, cue and kind, in the scheme of the quotation sets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from claims.attribution.quotations import Quotation, find_quotations
from claims.attribution.references import Resolver
from claims.model import Article, Outlet
from claims.registry import Registry

_LINE = re.compile(r"[^\n]+")


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield a document with its quotations for each row that has a ``doc_id`` and a ``text``."""
    for row in rows:
        text = row["text"]
        paragraphs = [match.span() for match in _LINE.finditer(text)]
        quotations = find_quotations(text, paragraphs, paragraphs[:1])
        resolver = Resolver(_to_article(row["doc_id"], text), paragraphs, Registry())
        yield {"doc_id": row["doc_id"], "quotes": [_to_row(quotation, resolver) for quotation in quotations]}


def _to_article(identifier: str, text: str) -> Article:
    return Article(identifier, Outlet(identifier, identifier, provisional=True), text, (), "")


def _to_row(quotation: Quotation, resolver: Resolver) -> dict[str, Any]:
    speaker = quotation.speaker or (None, None)
    cue = quotation.cue or (None, None)
    return {
        "quote_start": quotation.pieces[0][0],
        "quote_end": quotation.pieces[-1][1],
        "quote_spans": [list(piece) for piece in quotation.pieces],
        "speaker_start": speaker[0],
        "speaker_end": speaker[1],
        "cue_start": cue[0],
        "cue_end": cue[1],
        "speaker_name": resolver.resolve(quotation.speaker)[0].name if quotation.speaker else None,
        "kind": quotation.kind,
        "rule": quotation.rule,
    }
