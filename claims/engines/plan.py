"""Compare the articles of Parquet files with any engine: read, link, form stories, compare story by story.

What passes between tasks are Parquet files in the output's ``_work`` folder, bucketed so that a task reads only its
own: nothing is shuffled by the engine, and no task holds more than a bucket. Only keys and links come together in one
place, where stories are formed.
"""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Protocol, TypeVar

import pyarrow as pa

from claims.engines.files import Folder
from claims.engines.memory import LEAST
from claims.engines.repeats import REPEATS, Stated, list_pairs
from claims.engines.stages import LINKS
from claims.engines.tasks import (
    WORK,
    Job,
    bucket_of,
    compare_bucket,
    link_window,
    pair_bucket,
    read_part,
    sort_part,
    tell_bucket,
)
from claims.errors import FactcheckError
from claims.matching import form_stories
from claims.matching.repeats_claims import Homes, Place, link_claims
from claims.pipeline import Progress, ignore_progress
from claims.registry import Registry

ROWS_A_TASK = 200
"""Articles that a task reads at least, in whole row groups; some 25 statements each."""
ARTICLES_A_BUCKET = 2_000
BYTES_AN_ARTICLE = 128_000
"""That a worker takes while it compares, for what it read and what it finds."""
FEWEST_BUCKETS = 16
"""However few articles there are: so that no worker waits for another's large stories."""

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
    repeats: int


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

    ``target`` is a folder; it gets ``claims/``, ``attributions/``, ``discrepancies/``, ``repeats/`` and ``unread/``.
    Both are paths or addresses that all workers reach. Raises FactcheckError where there is nothing to read, or where
    other files would be written over. Where a worker may take no more than ``share`` bytes, its tasks are cut smaller.
    """
    job = Job(Folder(source), Folder(target), registry)
    files = job.source.list_files()
    if not files:
        raise FactcheckError("no Parquet file here", where=source, hint="give a file or folder with *.parquet")
    job.target.take_over((WORK, "claims", "attributions", "discrepancies", "repeats", "unread"))
    try:
        return _run(job, files, workers, progress, _size_bucket(share))
    finally:
        job.target.remove(WORK)


def _size_bucket(share: int | None) -> int:
    """Return how many articles a worker compares at a time."""
    if share is None:
        return ARTICLES_A_BUCKET
    return min(ARTICLES_A_BUCKET, max(1, (share - LEAST // 2) // BYTES_AN_ARTICLE))


def _run(job: Job, files: Sequence[str], workers: Workers, progress: Progress, bucket: int) -> Totals:
    parts = [part for path in files for part in job.source.split(path, ROWS_A_TASK)]
    readings = _follow(
        workers.run(read_part, [(job, n, part) for n, part in enumerate(parts)]), "reading parts", len(parts), progress
    )
    windows = sorted({window for reading in readings for window in reading.windows})
    links = _follow(workers.run(link_window, [(job, window) for window in windows]), "linking", len(windows), progress)
    stories = _name_stories(
        [key for reading in readings for key in reading.keys], pa.concat_tables([LINKS.empty_table(), *links])
    )
    buckets = max(FEWEST_BUCKETS, len(stories) // bucket)
    sorting = [(job, reading.number, [stories[key] for key in reading.keys], buckets) for reading in readings]
    _follow(workers.run(sort_part, sorting), "sorting", len(sorting), progress)
    found = _follow(
        workers.run(pair_bucket, [(job, n) for n in range(buckets)]), "looking for repeats", buckets, progress
    )
    pairs = list_pairs(pa.concat_tables(found))
    wanted = _sort_wanted(pairs, buckets)
    comparing = [(job, n, wanted.get(n, set())) for n in range(buckets)]
    answers = _follow(workers.run(compare_bucket, comparing), "comparing", buckets, progress)
    repeats = _tell_repeats(job, workers, pairs, [answer.homes for answer in answers])
    claims, attributions, discrepancies = (
        sum(column) for column in zip(*(each.counts for each in answers), strict=True)
    )
    unread = sum(reading.unread for reading in readings)
    return Totals(len(stories), unread, len(set(stories.values())), claims, attributions, discrepancies, repeats)


def _sort_wanted(pairs: Iterable[tuple[Stated, Stated]], buckets: int) -> dict[int, set[Place]]:
    """Return the statements that are repeats by the bucket of their story."""
    wanted: dict[int, set[Place]] = defaultdict(set)
    for stated in chain.from_iterable(pairs):
        wanted[bucket_of(stated.story, buckets)].add(stated.place)
    return wanted


def _tell_repeats(
    job: Job, workers: Workers, pairs: Mapping[tuple[Stated, Stated], float], homes: Sequence[Homes]
) -> int:
    """Tell the claims of each bucket what they repeat; return how many repeats there are."""
    places = ((one.place, two.place, score) for (one, two), score in sorted(pairs.items()))
    told = link_claims(places, dict(ChainMap(*(dict(each) for each in homes))))
    tasks = []
    for bucket, of_bucket in enumerate(homes):
        ids = {home.claim for found in of_bucket.values() for home in found}
        if ids:
            tasks.append((job, bucket, {claim: told[claim] for claim in sorted(ids & told.keys())}))
    if not tasks:
        job.target.write("repeats/00000.parquet", REPEATS.empty_table())
    return sum(workers.run(tell_bucket, tasks)) if tasks else 0


def _follow(results: Iterator[Result], stage: str, total: int, progress: Progress) -> list[Result]:
    found = []
    for result in results:
        found.append(result)
        progress(stage, len(found), total)
    return found


def _name_stories(keys: Sequence[str], links: pa.Table) -> Mapping[str, str]:
    """Return the story of each article, named after its first key."""
    ordered = sorted(set(keys))
    places = {key: place for place, key in enumerate(ordered)}
    found = {(places[row["one"]], places[row["two"]]): row["likeness"] for row in links.to_pylist()}
    stories = form_stories(ordered, [(*pair, likeness) for pair, likeness in sorted(found.items())])
    return {ordered[member]: ordered[story[0]] for story in stories for member in story}
