"""Compare the articles of Parquet files with any engine: read, link, form stories, compare story by story.

What passes between tasks are Parquet files in the output's ``_work`` folder, bucketed so that a task reads only its
own: nothing is shuffled by the engine, and no task holds more than a bucket. Only keys and links come together in one
place, where stories are formed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol, TypeVar
from zlib import crc32

import pyarrow as pa
import pyarrow.compute as pc

from claims.engines.files import Folder, Part
from claims.engines.memory import LEAST
from claims.engines.stages import ARTICLES, FEATURES, LINKS, compare_table, link_table, read_table
from claims.errors import FactcheckError
from claims.matching import form_stories
from claims.matching.settings import settings
from claims.pipeline import Progress, ignore_progress
from claims.registry import Registry

WORK = "_work"
ROWS_A_TASK = 200
"""Articles that a task reads at least, in whole row groups; some 25 statements each."""
ARTICLES_A_BUCKET = 2_000
BYTES_AN_ARTICLE = 128_000
"""That a worker takes while it compares, for what it read and what it finds."""
FEWEST_BUCKETS = 16
"""However few articles there are: so that no worker waits for another's large stories."""
UNDATED = "undated"
STORIES = pa.schema([*ARTICLES, ("story", pa.string())])

Task = TypeVar("Task")
Result = TypeVar("Result")


class Workers(Protocol):
    """Where tasks run. ``function`` and tasks can be pickled; the answers come in the order of the tasks."""

    def run(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield what the function returns for each task."""

    def close(self) -> None:
        """Give back what was taken up."""


class Totals(NamedTuple):
    """How much was done."""

    articles: int
    unread: int
    stories: int
    claims: int
    attributions: int
    discrepancies: int


class _Job(NamedTuple):
    """What every task is told."""

    source: Folder
    target: Folder
    registry: Registry


class _Reading(NamedTuple):
    """Of one task that read: the articles it wrote, by window, and how many rows were no article."""

    number: int
    keys: list[str]
    windows: list[str]
    unread: int


def compare_files(
    source: str,
    target: str,
    registry: Registry,
    workers: Workers,
    progress: Progress = ignore_progress,
    *,
    share: int | None = None,
) -> Totals:
    """Read articles from the Parquet files under ``source`` and write claims, attributions and discrepancies.

    ``target`` is a folder; it gets ``claims/``, ``attributions/``, ``discrepancies/`` and ``unread/``. Both are
    paths or addresses that all workers reach. Raises FactcheckError where there is nothing to read, or where other
    files would be written over. Where a worker may take no more than ``share`` bytes, its tasks are cut smaller.
    """
    job = _Job(Folder(source), Folder(target), registry)
    files = job.source.list_files()
    if not files:
        raise FactcheckError("no Parquet file here", where=source, hint="give a file or folder with *.parquet")
    job.target.take_over((WORK, "claims", "attributions", "discrepancies", "unread"))
    try:
        return _run(job, files, workers, progress, _size_bucket(share))
    finally:
        job.target.remove(WORK)


def _size_bucket(share: int | None) -> int:
    """Return how many articles a worker compares at a time."""
    if share is None:
        return ARTICLES_A_BUCKET
    return min(ARTICLES_A_BUCKET, max(1, (share - LEAST // 2) // BYTES_AN_ARTICLE))


def _run(job: _Job, files: Sequence[str], workers: Workers, progress: Progress, bucket: int) -> Totals:
    parts = [part for path in files for part in job.source.split(path, ROWS_A_TASK)]
    readings = _follow(
        workers.run(_read_part, [(job, n, part) for n, part in enumerate(parts)]), "reading parts", len(parts), progress
    )
    windows = sorted({window for reading in readings for window in reading.windows})
    links = _follow(workers.run(_link_window, [(job, window) for window in windows]), "linking", len(windows), progress)
    stories = _name_stories(
        [key for reading in readings for key in reading.keys], pa.concat_tables([LINKS.empty_table(), *links])
    )
    buckets = max(FEWEST_BUCKETS, len(stories) // bucket)
    sorting = [(job, reading.number, [stories[key] for key in reading.keys], buckets) for reading in readings]
    _follow(workers.run(_sort_part, sorting), "sorting", len(sorting), progress)
    counts = _follow(workers.run(_compare_bucket, [(job, n) for n in range(buckets)]), "comparing", buckets, progress)
    claims, attributions, discrepancies = (sum(column) for column in zip(*counts, strict=True))
    unread = sum(reading.unread for reading in readings)
    return Totals(len(stories), unread, len(set(stories.values())), claims, attributions, discrepancies)


def _follow(results: Iterator[Result], stage: str, total: int, progress: Progress) -> list[Result]:
    found = []
    for result in results:
        found.append(result)
        progress(stage, len(found), total)
    return found


def _read_part(task: tuple[_Job, int, Part]) -> _Reading:
    """Read the articles of a part, keep them, and their features by window of days."""
    job, number, part = task
    tables = read_table(job.source.read_part(part), job.registry, part.path or job.source.address)
    job.target.write(f"{WORK}/articles/{number}.parquet", tables["articles"])
    features = tables["features"]
    windows = [_window_of(published) for published in features.column("published").to_pylist()]
    for window in sorted(set(windows)):
        rows = features.filter(pc.equal(pa.array(windows), window))
        job.target.write(f"{WORK}/features/{window}/{number}.parquet", rows)
    if tables["unread"].num_rows:
        job.target.write(f"unread/{number:05}.parquet", tables["unread"])
    return _Reading(number, features.column("key").to_pylist(), sorted(set(windows)), tables["unread"].num_rows)


def _window_of(published: str | None) -> str:
    """Return the window of days of an article: it meets those of the same, the one before and the one after."""
    day = (published or "")[:10]
    if len(day) < len("2026-02-04"):
        return UNDATED
    return f"{date.fromisoformat(day).toordinal() // (int(settings()['days apart']) + 1):08}"


def _link_window(task: tuple[_Job, str]) -> pa.Table:
    """Link the articles of a window with each other, with those of the window before, and with the undated."""
    job, window = task
    near = {window, UNDATED} if window == UNDATED else {window, UNDATED, f"{int(window) - 1:08}"}
    files = [path for name in sorted(near) for path in job.target.list_files(f"{WORK}/features/{name}")]
    return link_table(job.target.read(files, FEATURES))


def _name_stories(keys: Sequence[str], links: pa.Table) -> Mapping[str, str]:
    """Return the story of each article, named after its first key."""
    ordered = sorted(set(keys))
    places = {key: place for place, key in enumerate(ordered)}
    found = {(places[row["one"]], places[row["two"]]): row["likeness"] for row in links.to_pylist()}
    stories = form_stories(ordered, [(*pair, likeness) for pair, likeness in sorted(found.items())])
    return {ordered[member]: ordered[story[0]] for story in stories for member in story}


def _sort_part(task: tuple[_Job, int, Sequence[str], int]) -> None:
    """Put each article of a part into the bucket of its story."""
    job, number, stories, buckets = task
    table = job.target.read([f"{WORK}/articles/{number}.parquet"], ARTICLES)
    table = table.append_column("story", pa.array(stories, pa.string()))
    places: dict[int, list[int]] = defaultdict(list)
    for place, story in enumerate(stories):
        places[crc32(story.encode()) % buckets].append(place)
    for bucket, rows in places.items():
        job.target.write(f"{WORK}/stories/{bucket}/{number}.parquet", table.take(rows))


def _compare_bucket(task: tuple[_Job, int]) -> tuple[int, int, int]:
    """Compare the stories of a bucket and write what was found; return how many rows of each."""
    job, bucket = task
    files = job.target.list_files(f"{WORK}/stories/{bucket}")
    tables = compare_table(job.target.read(files, STORIES), job.registry)
    for name, table in tables.items():
        job.target.write(f"{name}/{bucket:05}.parquet", table)
    return tables["claims"].num_rows, tables["attributions"].num_rows, tables["discrepancies"].num_rows
