"""Executors of a Spark cluster: ``--engine spark --master spark://host:7077``; ``local[*]`` where none is named."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


class SparkWorkers:
    """The executors of a session."""

    def __init__(self, master: str | None = None, number: int | None = None) -> None:
        from pyspark.sql import SparkSession

        here = master or f"local[{number or '*'}]"
        if here.startswith("local"):  # not the first python3 of the search path, but the one that has factcheck
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        self._session = SparkSession.builder.master(here).appName("factcheck").getOrCreate()

    def run(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield what the function returns for each task."""
        context = self._session.sparkContext
        yield from context.parallelize(tasks, max(1, len(tasks))).map(function).collect()

    def close(self) -> None:
        """End the session."""
        self._session.stop()
