"""Run the engines on one corpus in turn: ``python -m bench.scale.engines STATEMENTS [--engines local dask spark]``.

The corpus is written as Parquet files of articles; each engine compares them with two workers of this machine, and the
claims are checked to be the same. Seconds are by the clock, workers started and stopped apart.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from pyarrow import parquet

from bench.scale.corpus import generate
from bench.scale.ours import WORKERS, write_articles
from bench.scale.systems import Statements
from claims.engines import ENGINES, start_workers
from claims.engines.plan import compare_files
from claims.registry import Registry

MASTERS = {"spark": "local[2]"}


def draw_statements(count: int) -> Statements:
    """Return the statements of a corpus of so many."""
    rows = list(islice(generate(), count))
    numbers = (np.array([getattr(row, name) for row in rows]) for name in ("article", "outlet", "day"))
    return Statements([row.text for row in rows], *numbers)


def time_engine(engine: str, source: Path, target: Path) -> tuple[float, float]:
    """Return the seconds that an engine took to start and stop, and to work."""
    begun = time.perf_counter()
    workers = start_workers(engine, MASTERS.get(engine), WORKERS)
    try:
        started = time.perf_counter()
        compare_files(str(source), str(target), Registry(), workers)
        done = time.perf_counter()
    finally:
        workers.close()
    return time.perf_counter() - begun - (done - started), done - started


def read_claims(folder: Path) -> list[str]:
    """Return the claims that were written, in order."""
    tables = (parquet.read_table(path, columns=["json"]) for path in sorted((folder / "claims").iterdir()))
    return sorted(line for table in tables for line in table.column("json").to_pylist())


def report(statements: int, engines: list[str], folder: Path) -> Iterator[str]:
    """Yield a line an engine."""
    (folder / "in").mkdir()
    write_articles(folder / "in" / "articles.parquet", draw_statements(statements))
    expected: list[str] | None = None
    first = 0.0
    yield f"{statements:,} statements"
    for engine in engines:
        apart, work = time_engine(engine, folder / "in", folder / engine)
        claims = read_claims(folder / engine)
        expected, first = expected or claims, first or work
        same = "the same claims" if claims == expected else "OTHER CLAIMS"
        times = f"{work:9.1f} s, {work / first:5.2f} times the first"
        yield f"  {engine:8}{times}; {apart:6.1f} s to start and stop; {same}"


def main() -> None:
    """Parse the command line and print the table as it comes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("statements", type=int)
    parser.add_argument("--engines", nargs="+", choices=list(ENGINES), default=["local", "dask"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in report(options.statements, options.engines, Path(folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
