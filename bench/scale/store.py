"""What the store costs: ``python -m bench.scale.store STATEMENTS [--more NUMBER]``.

The corpus of `bench.scale.corpus` is put into a new store: reading it in, comparing it cold and again, and then one
article after the other, each put among the stories. Times are of the processor; with wall times of whole commands.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from itertools import groupby, islice
from json import dumps
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.scale.corpus import Row, generate
from claims.model import Article, Block, Outlet
from claims.pipeline import Alone
from claims.registry import Registry
from claims.store import Store
from claims.store.comparing import compare_stored, read_new

_FIRST_DAY = date(2030, 1, 1)
_COMMAND = "import sys; from cli.main import run; sys.exit(run())"


def make_articles(statements: int) -> Iterator[tuple[Article, int]]:
    """Yield articles of the corpus, each with the number of its statements; two sentences make a paragraph."""
    for _, rows in groupby(islice(generate(), statements), key=lambda row: row.article):
        told = list(rows)
        yield make_article(told), len(told)


def make_article(rows: Sequence[Row]) -> Article:
    """Return the article of these statements."""
    paragraphs = [" ".join(row.text for row in rows[start : start + 2]) for start in range(0, len(rows), 2)]
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    digest = sha256(text.encode()).hexdigest()
    outlet = Outlet(f"outlet-{rows[0].outlet}", f"Outlet {rows[0].outlet}")
    day = _FIRST_DAY + timedelta(rows[0].day)
    return Article(f"{outlet.id}-{digest[:8]}", outlet, text, tuple(blocks), digest, published=str(day), language="en")


class _Clock:
    """Prints what a step took."""

    def __init__(self) -> None:
        self._wall, self._processor = time.perf_counter(), time.process_time()

    def tell(self, step: str, more: str = "") -> float:
        wall, processor = time.perf_counter() - self._wall, time.process_time() - self._processor
        print(f"{step:44}{wall:10.2f} s wall {processor:10.2f} s CPU  {more}")
        self._wall, self._processor = time.perf_counter(), time.process_time()
        return processor


def measure(statements: int, more: int, folder: Path) -> None:
    """Print what the steps take; the last ``more`` articles come one by one."""
    found = list(make_articles(statements))
    early, late = found[:-more], found[-more:]
    path, alone = folder / "articles.db", Alone(Registry())
    clock = _Clock()
    with Store.open(path) as store:
        for article, _ in early:
            store.add(article)
        clock.tell(f"store {len(early):,} articles")
        read_new(store, alone.registry, alone)
        count = sum(number for _, number in early)
        taken = clock.tell("read their statements")
        print(f"{count / taken:,.0f} statements a second a core")
        store.stories.form()
        clock.tell("form stories", f"{store.stories.count():,} stories")
        compare_stored(store, alone)
        clock.tell("compare, cold")
        compare_stored(store, alone)
        clock.tell("compare, again")
        taken_by = [_add(store, article, alone) for article, _ in late]
        for name, times in zip(("read", "put into a story"), zip(*taken_by, strict=True), strict=True):
            ranked = sorted(times)
            tail = ranked[len(ranked) * 95 // 100]
            print(f"one more article, {name}: {statistics.median(ranked):.1f} ms, p95 {tail:.1f}")
    print(f"{path.stat().st_size / statements:,.0f} bytes a statement")
    _measure_command(path, late[-1][0], folder)


def _add(store: Store, article: Article, alone: Alone) -> tuple[float, float]:
    store.add(article)
    start = time.perf_counter()
    read_new(store, alone.registry, alone)
    read = time.perf_counter()
    store.stories.form()
    return (read - start) * 1000, (time.perf_counter() - read) * 1000


def _measure_command(path: Path, like: Article, folder: Path) -> None:
    """Print the wall time of the commands after one more article: its story, and its day."""
    extra = {
        "text": f"{like.text}\n\nA second inquiry was opened.",
        "published": like.published,
        "outlet": "Extra Post",
    }
    file = folder / "extra.json"
    file.write_text(dumps(extra), encoding="utf-8")
    words = " ".join(like.text.split()[:3])
    commands = {
        "ingest one file": ("ingest", str(file)),
        "compare --story": ("compare", "--story", words),
        "compare --since its day": ("compare", "--since", str(like.published)),
    }
    for name, arguments in commands.items():
        start, spent = time.perf_counter(), _spent_by_commands()
        subprocess.run(
            [sys.executable, "-c", _COMMAND, *arguments, "--db", str(path)], check=False, capture_output=True
        )
        wall, processor = time.perf_counter() - start, _spent_by_commands() - spent
        print(f"factcheck {name}: {wall:.2f} s wall, {processor:.2f} s CPU")


def _spent_by_commands() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("statements", type=int)
    parser.add_argument("--more", type=int, default=100)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        measure(options.statements, options.more, Path(folder))


if __name__ == "__main__":
    main()
