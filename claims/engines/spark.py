"""Executors of a Spark cluster: ``--engine spark --master spark://host:7077``; ``local[*]`` where none is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


class SparkWorkers:
    """The executors of a session."""

    def __init__(self, master: str | None = None, number: int | None = None) -> None:
        from pyspark.sql import SparkSession

        local = f"local[{number or '*'}]"
        self._session = SparkSession.builder.master(master or local).appName("factcheck").getOrCreate()

    def run(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield what the function returns for each task."""
        context = self._session.sparkContext
        yield from context.parallelize(tasks, max(1, len(tasks))).map(function).collect()

    def close(self) -> None:
        """End the session."""
        self._session.stop()
