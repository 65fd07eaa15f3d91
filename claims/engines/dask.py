"""Workers of a Dask cluster: ``--engine dask --master tcp://scheduler:8786``, or a cluster of this machine's cores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from distributed import Client, LocalCluster

Task = TypeVar("Task")
Result = TypeVar("Result")


class DaskWorkers:
    """The workers behind a scheduler; without an address, processes of this machine for as long as they are needed."""

    def __init__(self, master: str | None = None, number: int | None = None) -> None:
        self._cluster: Any = None
        if not master:
            self._cluster = LocalCluster(n_workers=number, threads_per_worker=1, dashboard_address=None)  # type: ignore[no-untyped-call]
        self._client: Any = Client(master or self._cluster)  # type: ignore[no-untyped-call]

    def run(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield what the function returns for each task."""
        for future in self._client.map(function, tasks, pure=False):
            yield future.result()

    def close(self) -> None:
        """Leave the scheduler; end a cluster of our own."""
        self._client.close()
        if self._cluster:
            self._cluster.close()
