"""Attributions as bytes and back: what comes out equals what went in, many times quicker than it can be read anew.

JSON of plain rows in the order of the fields, so that the bytes mean the same on every machine. What the article
itself holds (its outlet, the text of each statement) is not written again but cut from it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from claims.model import Article, Attribution, Certainty, Credit, Figure, Match, Moment, Speaker, Statement

VERSION = 2
"""Changes whenever the fields of the model do, so that older bytes are not taken for newer ones."""

_SPEAKER, _CREDIT, _CERTAINTY, _FIGURE, _MOMENT, _MATCH = (
    attrgetter(*(each.name for each in fields(kind))) for kind in (Speaker, Credit, Certainty, Figure, Moment, Match)
)
_STATEMENT = attrgetter("index", "part", "start", "end", "sentence", "paragraph", "lead")


def encode_attributions(rows: Sequence[Attribution]) -> bytes:
    """Return the attributions of one article as bytes."""
    plain = [
        (
            _STATEMENT(row.statement),
            _encode_credit(row.credit),
            row.certainty and _CERTAINTY(row.certainty),
            [_FIGURE(figure) for figure in row.figures],
            [_MOMENT(moment) for moment in row.moments],
            row.match and _MATCH(row.match),
        )
        for row in rows
    ]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decode_attributions(data: bytes, article: Article) -> list[Attribution]:
    """Return the attributions that were encoded for this article.

    Raises ValueError or TypeError where the bytes are damaged or of other fields.
    """
    return [_decode_row(row, article) for row in json.loads(data.decode("utf-8", "surrogatepass"))]


def _encode_credit(credit: Credit) -> tuple[Any, ...]:
    speaker, *rest = _CREDIT(credit)
    return (speaker and _SPEAKER(speaker), *rest)


def _decode_row(row: list[Any], article: Article) -> Attribution:
    (index, part, start, end, sentence, paragraph, lead), credit, certainty, figures, moments, match = row
    return Attribution(
        Statement(article.id, index, part, start, end, article.text[start:end], sentence, paragraph, lead),
        article.outlet,
        _decode_credit(credit),
        certainty and Certainty(certainty[0], certainty[1], tuple(certainty[2])),
        tuple([Figure(*figure) for figure in figures]),
        tuple([Moment(*moment) for moment in moments]),
        match and Match(match[0], match[1], tuple(match[2])),
    )


def _decode_credit(values: list[Any]) -> Credit:
    speaker, cue, mode, addressee, via, said_on, occasion, rule, words = values
    return Credit(
        speaker and Speaker(*speaker),
        cue,
        mode,
        addressee,
        tuple(via),
        said_on,
        occasion,
        rule,
        tuple([(start, end) for start, end in words]),
    )
