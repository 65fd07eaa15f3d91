"""The stages as functions from Arrow tables to Arrow tables, knowing neither files nor machines.

Each is given what one task needs and returns all it found, so that an engine only has to run tasks and move tables:
articles are read one by one, linked within a window of days, and compared story by story.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

import pyarrow as pa

from claims.articles import Source, link_versions, read_rows
from claims.encoding import decode_attributions, encode_attributions
from claims.engines.repeats import GISTS, list_gist_rows
from claims.matching import decode_features, encode_features, link_articles, name_article, read_features
from claims.matching.repeats_claims import Place, list_homes
from claims.model import Article, Attribution, Claim, Repeat, Unread
from claims.pipeline import compare_story, order_articles, read_attributions
from claims.registry import Registry
from claims.render.document import build_attribution, build_claim
from claims.render.jsonl import build_line
from claims.store.records import decode_article, encode_article

ARTICLES = pa.schema(
    [("key", pa.string()), ("record", pa.large_binary()), ("text", pa.large_binary()), ("rows", pa.large_binary())]
)
"""Articles as they were read: ``rows`` are their attributions."""

FEATURES = pa.schema([("key", pa.string()), ("published", pa.string()), ("features", pa.large_binary())])
"""What tells the story of each article."""

UNREAD = pa.schema([("path", pa.string()), ("reason", pa.string()), ("hint", pa.string())])

LINKS = pa.schema([("one", pa.string()), ("two", pa.string()), ("likeness", pa.float64())])
"""Pairs of articles, by their keys, that may be of one story."""

CLAIMS = pa.schema(
    [
        ("id", pa.string()),
        ("story", pa.string()),
        ("text", pa.string()),
        ("agreement", pa.string()),
        ("outlets", pa.list_(pa.string())),
        ("independent", pa.int32()),
        ("json", pa.large_string()),
    ]
)
"""Claims; ``json`` is the line that ``factcheck compare --format jsonl`` prints."""

ATTRIBUTIONS = pa.schema(
    [
        ("claim", pa.string()),
        ("place", pa.int32()),
        ("article", pa.string()),
        ("outlet", pa.string()),
        ("part", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("text", pa.large_string()),
        ("speaker", pa.string()),
        ("mention", pa.string()),
        ("role", pa.string()),
        ("named", pa.bool_()),
        ("cue", pa.string()),
        ("mode", pa.string()),
        ("addressee", pa.string()),
        ("via", pa.list_(pa.string())),
        ("said_on", pa.string()),
        ("certainty", pa.string()),
    ]
)
"""The attributions of the claims, ``place`` counted from 0 within the claim."""

DISCREPANCIES = pa.schema(
    [
        ("claim", pa.string()),
        ("kind", pa.string()),
        ("severity", pa.string()),
        ("first", pa.int32()),
        ("second", pa.int32()),
        ("values", pa.list_(pa.string())),
        ("message", pa.string()),
        ("within", pa.bool_()),
    ]
)

_WAITING = 2_000
"""Rows that are put into a table together."""

Row = Mapping[str, Any]
Tables = dict[str, pa.Table]


def read_table(table: pa.Table, registry: Registry, where: str) -> Tables:
    """Return ``articles``, ``features``, ``gists`` and ``unread`` of rows with the columns of docs/formats.md."""
    articles: list[Row] = []
    features: list[Row] = []
    gists: list[Row] = []
    unread: list[Row] = []
    rows = [{name: _plain(value) for name, value in row.items()} for row in table.to_pylist()]
    for found in read_rows(rows, Source(where, registry)):
        if isinstance(found, Unread):
            unread.append({"path": found.path, "reason": found.reason, "hint": found.hint})
        else:
            attributions = read_attributions(found, registry)
            gists += list_gist_rows(len(articles), found, attributions)
            article, feature = _encode(found, attributions)
            articles.append(article)
            features.append(feature)
    return {
        "articles": pa.Table.from_pylist(articles, ARTICLES),
        "features": pa.Table.from_pylist(features, FEATURES),
        "gists": pa.Table.from_pylist(gists, GISTS),
        "unread": pa.Table.from_pylist(unread, UNREAD),
    }


def _plain(value: object) -> object:
    """Return a cell as JSON has it: days and moments as ISO 8601."""
    return value.isoformat() if isinstance(value, date) else value


def _encode(article: Article, rows: Sequence[Attribution]) -> tuple[Row, Row]:
    columns, features, key = encode_article(article), read_features(rows, article), name_article(article)
    return (
        {"key": key, "record": columns["record"], "text": columns["text"], "rows": encode_attributions(rows)},
        {"key": key, "published": features.published, "features": encode_features(features)},
    )


def link_table(features: pa.Table) -> pa.Table:
    """Return the links between the articles of a window of days."""
    rows = sorted(features.to_pylist(), key=lambda row: row["key"])
    found = link_articles([decode_features(row["features"]) for row in rows])
    links = [{"one": rows[one]["key"], "two": rows[two]["key"], "likeness": likeness} for one, two, likeness in found]
    return pa.Table.from_pylist(links, LINKS)


def compare_table(table: pa.Table, registry: Registry, wanted: set[Place]) -> tuple[Tables, dict[Place, list[Repeat]]]:
    """Return ``claims``, ``attributions`` and ``discrepancies`` of articles with the ``story`` of each.

    With them, the claims of those statements that are ``wanted``.
    """
    claims, attributions, discrepancies = _Rows(CLAIMS), _Rows(ATTRIBUTIONS), _Rows(DISCREPANCIES)
    homes: dict[Place, list[Repeat]] = {}
    ordered = sorted(table.to_pylist(), key=lambda row: (row["story"], row["key"]))
    for story, members in groupby(ordered, key=lambda row: row["story"]):
        articles, found = _compare_story(members, registry)
        homes |= list_homes(found, articles.values(), wanted)
        for claim in found:
            claims.add([_claim_row(claim, story, articles)])
            attributions.add(_attribution_rows(claim))
            discrepancies.add(_discrepancy_rows(claim))
    tables = {
        "claims": claims.take(),
        "attributions": attributions.take(),
        "discrepancies": discrepancies.take(),
    }
    return tables, homes


class _Rows:
    """Rows on their way to a table: as objects they would take many times the memory."""

    def __init__(self, schema: pa.Schema) -> None:
        self._schema = schema
        self._waiting: list[Row] = []
        self._tables: list[pa.Table] = []

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows, and put those that wait into a table where they are many."""
        self._waiting += rows
        if len(self._waiting) >= _WAITING:
            self._put_away()

    def take(self) -> pa.Table:
        """Return all rows."""
        self._put_away()
        return pa.concat_tables(self._tables).combine_chunks()

    def _put_away(self) -> None:
        self._tables.append(pa.Table.from_pylist(self._waiting, self._schema))
        self._waiting = []


def _compare_story(members: Iterable[Row], registry: Registry) -> tuple[dict[str, Article], list[Claim]]:
    stored = {row["key"]: row for row in members}
    read = {key: decode_article(row["record"], row["text"]) for key, row in stored.items()}
    rows = {article.id: decode_attributions(stored[key]["rows"], article) for key, article in read.items()}
    articles = link_versions(order_articles(read.values()))
    claims = compare_story(articles, [rows[article.id] for article in articles], registry)
    return {article.id: article for article in articles}, claims


def _claim_row(claim: Claim, story: str, articles: Mapping[str, Article]) -> Row:
    return {
        "id": claim.id,
        "story": story,
        "text": claim.text,
        "agreement": claim.agreement,
        "outlets": list(claim.outlets),
        "independent": claim.origins.independent,
        "json": json.dumps(build_line(claim, articles), ensure_ascii=False),
    }


def _attribution_rows(claim: Claim) -> Iterator[Row]:
    for place, attribution in enumerate(claim.attributions):
        row = build_attribution(attribution)
        speaker = row["speaker"] or {}
        flat = {"speaker": speaker.get("name"), **{name: speaker.get(name) for name in ("mention", "role", "named")}}
        yield {"claim": claim.id, "place": place, **row, **flat}


def _discrepancy_rows(claim: Claim) -> Iterator[Row]:
    for row in build_claim(claim)["discrepancies"]:
        first, second = row["between"]
        yield {"claim": claim.id, **row, "first": first, "second": second}
