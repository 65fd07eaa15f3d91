"""Keep the claims of a story, so that only stories that changed are compared anew.

Claims are kept as which attributions they have, by the place of the article in its story and of the statement in the
article; the words are cut from the articles again.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from pathlib import Path
from typing import Any

from claims.errors import StoreError
from claims.model import Article, Attribution, ChainLink, Claim, Discrepancy, Match, OriginGroup, Origins
from claims.store.problems import DAMAGED, report_problems

Rows = Sequence[Sequence[Attribution]]

_SELECT = "SELECT claims FROM claims WHERE key = ?"
_INSERT = "INSERT OR REPLACE INTO claims VALUES (?, ?, ?)"
_PRUNE = """
    DELETE FROM claims WHERE story = :story AND rowid NOT IN
    (SELECT rowid FROM claims WHERE story = :story ORDER BY rowid DESC LIMIT :kept)"""
_KEPT = 4
"""Answers kept of a story: of the whole story and of some days, with and without possible matches."""

_DISCREPANCY = attrgetter(*(each.name for each in fields(Discrepancy)))
_MATCH = attrgetter(*(each.name for each in fields(Match)))


class Claims:
    """The table of claims."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def find(self, key: str, rows: Rows) -> list[Claim] | None:
        """Return the claims kept under this key, None where there are none; ``rows`` are of the story's articles."""
        with report_problems(self._path):
            row = self._connection.execute(_SELECT, (key,)).fetchone()
        if row is None:
            return None
        try:
            return decode_claims(row[0], rows)
        except (ValueError, TypeError, IndexError, zlib.error) as error:
            raise StoreError(DAMAGED[0], where=str(self._path), hint=DAMAGED[1]) from error

    def keep(self, key: str, story: int, claims: Sequence[Claim], articles: Sequence[Article]) -> None:
        """Keep the claims of a story; what was kept of it long before is forgotten."""
        with report_problems(self._path):
            self._connection.execute(_INSERT, (key, story, encode_claims(claims, articles)))
            self._connection.execute(_PRUNE, {"story": story, "kept": _KEPT})


def make_key(articles: Iterable[str], *settings: object) -> str:
    """Return the key of the claims of these articles under these settings."""
    told = json.dumps([sorted(articles), *map(str, settings)])
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def encode_claims(claims: Sequence[Claim], articles: Sequence[Article]) -> bytes:
    """Return the claims of a story's articles as bytes."""
    places = {article.id: place for place, article in enumerate(articles)}
    plain = [
        (
            claim.id,
            _encode_text(claim),
            claim.agreement,
            [_encode_row(row, places) for row in claim.attributions],
            [_encode_group(group) for group in claim.origins.groups],
            claim.origins.independent,
            [_DISCREPANCY(found) for found in claim.discrepancies],
        )
        for claim in claims
    ]
    return zlib.compress(
        json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 1
    )


def decode_claims(data: bytes, rows: Rows) -> list[Claim]:
    """Return the claims that were encoded; ``rows`` are the attributions of the articles, in the same order.

    Raises ValueError, TypeError, IndexError or zlib.error where the bytes are damaged.
    """
    return [_decode_claim(claim, rows) for claim in json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))]


def _encode_text(claim: Claim) -> int | str:
    """Return which attribution has the claim's wording, or the wording where none has."""
    wordings = (" ".join(row.statement.shown_text.split()) for row in claim.attributions)
    return next((place for place, wording in enumerate(wordings) if wording == claim.text), claim.text)


def _encode_row(row: Attribution, places: dict[str, int]) -> tuple[Any, ...]:
    """Return which attribution it is; of one in a group why it belongs, and where its figures stand.

    One that belongs by a part of its statement has the figures of that part alone.
    """
    place = places[row.statement.article], row.statement.index
    return (*place, _MATCH(row.match), [figure.start for figure in row.figures]) if row.match else place


def _encode_group(group: OriginGroup) -> tuple[Any, ...]:
    chain = [(link.attribution, link.source, link.how) for link in group.chain]
    return group.origin, group.attributions, group.independent, chain


def _decode_claim(values: list[Any], rows: Rows) -> Claim:
    name, text, agreement, places, groups, independent, found = values
    attributions = tuple([_decode_row(place, rows) for place in places])
    wording = " ".join(attributions[text].statement.shown_text.split()) if isinstance(text, int) else text
    return Claim(
        name,
        wording,
        tuple(dict.fromkeys(row.outlet.name for row in attributions)),
        agreement,
        attributions,
        Origins(independent, tuple([_decode_group(*group) for group in groups])),
        tuple([_decode_discrepancy(each) for each in found]),
    )


def _decode_row(place: list[Any], rows: Rows) -> Attribution:
    article, index, *grouped = place
    row: Attribution = rows[article][index]
    if not grouped:
        return row
    (level, score, why), starts = grouped
    figures = tuple([figure for figure in row.figures if figure.start in starts])
    return replace(row, match=Match(level, score, tuple(why)), figures=figures)


def _decode_group(origin: str, attributions: list[int], independent: bool, chain: list[Any]) -> OriginGroup:
    links = tuple([ChainLink(*link) for link in chain])
    return OriginGroup(origin, tuple(attributions), independent, links)


def _decode_discrepancy(values: list[Any]) -> Discrepancy:
    kind, severity, between, versions, message, rule, within = values
    return Discrepancy(kind, severity, tuple(between), tuple(versions), message, rule, within)
