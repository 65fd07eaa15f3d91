"""The tasks that engines run: each reads and writes Parquet files of the output's folder, and only its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from zlib import crc32

import pyarrow as pa
import pyarrow.compute as pc

from claims.engines.files import Folder, Part
from claims.engines.repeats import GISTS, SPOKEN, pair_table, spread_gists, tell_repeats
from claims.engines.stages import ARTICLES, CLAIMS, FEATURES, compare_table, link_table, read_table
from claims.matching.repeats_claims import Place, Told
from claims.matching.settings import settings
from claims.model import Repeat
from claims.registry import Registry

WORK = "_work"
UNDATED = "undated"
STORIES = pa.schema([*ARTICLES, ("story", pa.string())])


class Job(NamedTuple):
    """What every task is told."""

    source: Folder
    target: Folder
    registry: Registry


class Reading(NamedTuple):
    """Of one task that read: the articles it wrote, by window, and how many rows were no article."""

    number: int
    keys: list[str]
    windows: list[str]
    unread: int


def bucket_of(story: str, buckets: int) -> int:
    """Return the bucket of a story."""
    return crc32(story.encode()) % buckets


def read_part(task: tuple[Job, int, Part]) -> Reading:
    """Read the articles of a part, keep them, and their features by window of days."""
    job, number, part = task
    tables = read_table(job.source.read_part(part), job.registry, part.path or job.source.address)
    job.target.write(f"{WORK}/articles/{number}.parquet", tables["articles"])
    job.target.write(f"{WORK}/gists/{number}.parquet", tables["gists"])
    features = tables["features"]
    windows = [_window_of(published) for published in features.column("published").to_pylist()]
    for window in sorted(set(windows)):
        rows = features.filter(pc.equal(pa.array(windows), window))
        job.target.write(f"{WORK}/features/{window}/{number}.parquet", rows)
    if tables["unread"].num_rows:
        job.target.write(f"unread/{number:05}.parquet", tables["unread"])
    return Reading(number, features.column("key").to_pylist(), sorted(set(windows)), tables["unread"].num_rows)


def _window_of(published: str | None) -> str:
    """Return the window of days of an article: it meets those of the same, the one before and the one after."""
    day = (published or "")[:10]
    if len(day) < len("2026-02-04"):
        return UNDATED
    return f"{date.fromisoformat(day).toordinal() // (int(settings()['days apart']) + 1):08}"


def link_window(task: tuple[Job, str]) -> pa.Table:
    """Link the articles of a window with each other, with those of the window before, and with the undated."""
    job, window = task
    near = {window, UNDATED} if window == UNDATED else {window, UNDATED, f"{int(window) - 1:08}"}
    files = [path for name in sorted(near) for path in job.target.list_files(f"{WORK}/features/{name}")]
    return link_table(job.target.read(files, FEATURES))


def sort_part(task: tuple[Job, int, Sequence[str], int]) -> None:
    """Put each article of a part into the bucket of its story."""
    job, number, stories, buckets = task
    table = job.target.read([f"{WORK}/articles/{number}.parquet"], ARTICLES)
    table = table.append_column("story", pa.array(stories, pa.string()))
    places: dict[int, list[int]] = defaultdict(list)
    for place, story in enumerate(stories):
        places[bucket_of(story, buckets)].append(place)
    for bucket, rows in places.items():
        job.target.write(f"{WORK}/stories/{bucket}/{number}.parquet", table.take(rows))
    gists = job.target.read([f"{WORK}/gists/{number}.parquet"], GISTS)
    for bucket, spoken in spread_gists(gists, stories, buckets).items():
        job.target.write(f"{WORK}/spoken/{bucket}/{number}.parquet", spoken)


def pair_bucket(task: tuple[Job, int]) -> pa.Table:
    """Return the pairs of statements that say the same among those with keys of a bucket."""
    job, bucket = task
    return pair_table(job.target.read(job.target.list_files(f"{WORK}/spoken/{bucket}"), SPOKEN))


class Answer(NamedTuple):
    """Of one bucket of stories: rows of claims, attributions and discrepancies, and the claims of repeats."""

    counts: tuple[int, int, int]
    homes: dict[Place, list[Repeat]]


def compare_bucket(task: tuple[Job, int, set[Place]]) -> Answer:
    """Compare the stories of a bucket and write what was found; claims of repeats wait until these are known."""
    job, bucket, wanted = task
    files = job.target.list_files(f"{WORK}/stories/{bucket}")
    tables, homes = compare_table(job.target.read(files, STORIES), job.registry, wanted)
    for name, table in tables.items():
        waits = f"{WORK}/" if homes and name == "claims" else ""
        job.target.write(f"{waits}{name}/{bucket:05}.parquet", table)
    return Answer((tables["claims"].num_rows, tables["attributions"].num_rows, tables["discrepancies"].num_rows), homes)


def tell_bucket(task: tuple[Job, int, Told]) -> int:
    """Write the claims of a bucket with what they repeat; return how many repeats there are."""
    job, bucket, told = task
    claims, repeats = tell_repeats(job.target.read([f"{WORK}/claims/{bucket:05}.parquet"], CLAIMS), told)
    job.target.write(f"claims/{bucket:05}.parquet", claims)
    job.target.write(f"repeats/{bucket:05}.parquet", repeats)
    return int(repeats.num_rows)
