"""Workers that are processes of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

from claims.articles.pool import choose_start, count_cores, spare_collector
from claims.engines.memory import limit_process

Task = TypeVar("Task")
Result = TypeVar("Result")


class Processes:
    """So many processes, one for each core where no number is given; none takes more than ``share`` bytes."""

    def __init__(self, number: int | None = None, share: int | None = None) -> None:
        start = choose_start() if share is None else "spawn"
        self._pool = ProcessPoolExecutor(number or count_cores(), get_context(start), _prepare, (share,))

    def run(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield what the function returns for each task."""
        return self._pool.map(function, tasks)

    def close(self) -> None:
        """End the processes; what they were doing is given up."""
        self._pool.shutdown(cancel_futures=True)


def _prepare(share: int | None) -> None:
    """Set up a process: what it may take, and how seldom it looks for garbage."""
    spare_collector()
    if share is not None:
        limit_process(share)
