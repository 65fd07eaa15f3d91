"""Far repeats as tables: what statements say by buckets of keys, the pairs that say the same, what claims repeat."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pyarrow as pa

from claims.matching.repeats import Order, Spoken, find_repeats, list_keys, order_of
from claims.matching.repeats_claims import Place, Told
from claims.matching.repeats_encoding import decode_gist, encode_gist
from claims.matching.repeats_gists import read_gists
from claims.model import Article, Attribution, Repeat
from claims.render.document import build_repeat

_SAID = [("published", pa.string()), ("article", pa.string()), ("keys", pa.list_(pa.int64())), ("gist", pa.binary())]

GISTS = pa.schema([("number", pa.int32()), *_SAID])
"""What statements say, ``number`` being that of the article in its part; found again under each of the keys."""

SPOKEN = pa.schema([("story", pa.string()), *_SAID])

PAIRS = pa.schema(
    [
        ("first story", pa.string()),
        ("first article", pa.string()),
        ("first place", pa.int32()),
        ("second story", pa.string()),
        ("second article", pa.string()),
        ("second place", pa.int32()),
        ("score", pa.float64()),
    ]
)
"""Statements of two stories that say the same, by their articles and their places there."""

REPEATS = pa.schema([("claim", pa.string()), ("repeat", pa.string()), ("score", pa.float64()), ("day", pa.string())])
"""What each claim repeats, by the ids of both; ``day`` is when the other was first published."""

Row = dict[str, Any]


class Stated(NamedTuple):
    """A statement that says what one of another story says."""

    story: str
    place: Place


def list_gist_rows(number: int, article: Article, rows: Sequence[Attribution]) -> Iterator[Row]:
    """Yield what the statements of an article say, as rows of GISTS."""
    published, name = order_of(article)
    for gist in read_gists(rows):
        keys = list_keys(gist)
        yield {"number": number, "published": published, "article": name, "keys": keys, "gist": encode_gist(gist)}


def spread_gists(gists: pa.Table, stories: Sequence[str], buckets: int) -> dict[int, pa.Table]:
    """Return what statements say by the bucket of their keys; ``stories`` are those of the articles of the part."""
    rows: dict[int, list[Row]] = defaultdict(list)
    for row in gists.to_pylist():
        said = {**row, "story": stories[row["number"]]}
        for bucket in sorted({key % buckets for key in row["keys"]}):
            rows[bucket].append({**said, "keys": [key for key in row["keys"] if key % buckets == bucket]})
    return {bucket: pa.Table.from_pylist(found, SPOKEN) for bucket, found in rows.items()}


def pair_table(spoken: pa.Table) -> pa.Table:
    """Return the pairs of statements of two stories that share a key of this bucket and say the same."""
    stories: dict[int, set[str]] = defaultdict(set)
    for keys, story in zip(spoken.column("keys").to_pylist(), spoken.column("story").to_pylist(), strict=True):
        for key in keys:
            stories[key].add(story)
    shared = {key for key, found in stories.items() if len(found) > 1}
    asked = [not shared.isdisjoint(keys) for keys in spoken.column("keys").to_pylist()]
    return pa.Table.from_pylist(list(_pair_up(spoken.filter(pa.array(asked, pa.bool_())).to_pylist(), shared)), PAIRS)


def _pair_up(rows: Sequence[Row], shared: set[int]) -> Iterator[Row]:
    numbers = {story: number for number, story in enumerate(sorted({row["story"] for row in rows}))}
    orders: dict[int, set[Order]] = {key: set() for key in shared}
    spoken = []
    for row in rows:
        order = row["published"], row["article"]
        spoken.append(Spoken(numbers[row["story"]], order, decode_gist(row["gist"])))
        for key in shared.intersection(row["keys"]):
            orders[key].add(order)
    for one, two, score in find_repeats(spoken, {key: sorted(found) for key, found in orders.items()}):
        first, second = (
            (rows[number]["story"], rows[number]["article"], spoken[number].gist.place) for number in (one, two)
        )
        yield dict(zip(PAIRS.names, (*first, *second, score), strict=True))


def list_pairs(pairs: pa.Table) -> dict[tuple[Stated, Stated], float]:
    """Return the pairs of all buckets, each once, with their scores."""
    columns = (pairs.column(name).to_pylist() for name in PAIRS.names)
    return {
        (Stated(story, (article, place)), Stated(other, (there, place_there))): score
        for story, article, place, other, there, place_there, score in zip(*columns, strict=True)
    }


def tell_repeats(claims: pa.Table, told: Told) -> tuple[pa.Table, pa.Table]:
    """Return the claims, each with what it repeats in its line of JSON, and the rows of REPEATS."""
    lines = [
        _tell(line, told[claim]) if claim in told else line
        for claim, line in zip(claims.column("id").to_pylist(), claims.column("json").to_pylist(), strict=True)
    ]
    column = claims.schema.get_field_index("json")
    repeats = [
        {"claim": claim, "repeat": repeat.claim, "score": repeat.score, "day": repeat.day}
        for claim in claims.column("id").to_pylist()
        for repeat in told.get(claim, ())
    ]
    written = claims.set_column(column, claims.schema.field(column), pa.array(lines, pa.large_string()))
    return written, pa.Table.from_pylist(repeats, REPEATS)


def _tell(line: str, repeats: Sequence[Repeat]) -> str:
    return json.dumps({**json.loads(line), "repeats": [build_repeat(each) for each in repeats]}, ensure_ascii=False)
