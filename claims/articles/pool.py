"""Many files read on all cores, in their order; one that ends or holds up its process stops no other."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, Literal

from claims.articles.source import Outlets
from claims.articles.tasks import Found, Task, read_task
from claims.model import Unread

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

FEWEST_TASKS = 96
FEWEST_BYTES = 1_000_000
"""Below both, starting processes takes longer than it saves."""
_MOST_BYTES = 256_000
_MOST_TASKS = 16
"""Of a batch, what goes to a process at a time."""
_WAITING = 3
"""Batches a process may be ahead of the one that is waited for."""
PATIENCE = 120.0
"""Seconds that a batch may take."""
_OBJECTS_BETWEEN_COLLECTIONS = 100_000
_TIME_HINT = "save the article as text"

Batch = list[Task]
Outcome = tuple[int, Found]
"""The bytes of a task, and what it holds."""

_outlets: Outlets


def read_tasks(tasks: Iterator[Task], outlets: Outlets, processes: int) -> Iterator[Outcome]:
    """Yield what each task holds, in order: in this process where there are few, else in several."""
    first: Batch = []
    size = 0
    if processes > 1:
        for task in tasks:
            first.append(task)
            size += task.size
            if len(first) >= FEWEST_TASKS or size >= FEWEST_BYTES:
                yield from _Pool(outlets, processes).read(_cut_batches(chain(first, tasks)))
                return
    for task in chain(first, tasks):
        yield task.size, read_task(task, outlets)


def count_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def choose_start() -> Literal["fork", "spawn"]:
    """Return how to start processes: forking is ten times as quick, but safe only where no other thread runs."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def spare_collector() -> None:
    """Let a process of a pool seldom look for garbage, and never in what it began with: what it makes stays or goes."""
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)


def _cut_batches(tasks: Iterator[Task]) -> Iterator[Batch]:
    batch: Batch = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += task.size
        if len(batch) >= _MOST_TASKS or size >= _MOST_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Pool:
    """Processes that read batches; after one that had to be ended, new ones go on."""

    def __init__(self, outlets: Outlets, processes: int) -> None:
        self._outlets = outlets
        self._processes = processes
        self._executor = self._start(processes)

    def read(self, batches: Iterator[Batch]) -> Iterator[Outcome]:
        waiting: deque[tuple[Batch, Future[list[Found]]]] = deque()
        try:
            for batch in batches:
                waiting.append((batch, self._submit(batch)))
                if len(waiting) >= self._processes * _WAITING:
                    yield from self._take(waiting)
            while waiting:
                yield from self._take(waiting)
        except BaseException:
            end_processes(self._executor)
            raise
        self._executor.shutdown()

    def _start(self, processes: int) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        return ProcessPoolExecutor(processes, get_context(choose_start()), _prepare, (self._outlets,))

    def _submit(self, batch: Batch) -> Future[list[Found]]:
        from concurrent.futures import Future
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self._executor.submit(_read_batch, batch)
        except BrokenProcessPool as error:  # met again, and mended, where the batch is waited for
            failed: Future[list[Found]] = Future()
            failed.set_exception(error)
            return failed

    def _take(self, waiting: deque[tuple[Batch, Future[list[Found]]]]) -> Iterator[Outcome]:
        """Yield the outcomes of the first batch that is waited for."""
        from concurrent.futures.process import BrokenProcessPool

        batch, future = waiting.popleft()
        try:
            outcomes = future.result(PATIENCE)
        except (BrokenProcessPool, TimeoutError):
            end_processes(self._executor)
            outcomes = [self._read_alone(task) for task in batch]
            self._executor = self._start(self._processes)
            others = [other for other, _ in waiting]
            waiting.clear()
            waiting.extend((other, self._submit(other)) for other in others)
        yield from ((task.size, found) for task, found in zip(batch, outcomes, strict=True))

    def _read_alone(self, task: Task) -> Found:
        """Read a task of a batch that failed in a process of its own."""
        from concurrent.futures.process import BrokenProcessPool

        executor = self._start(1)
        try:
            (found,) = executor.submit(_read_batch, [task]).result(PATIENCE)
        except BrokenProcessPool:
            return [Unread(task.where, "reading it ended the process (too much memory?)", _TIME_HINT)]
        except TimeoutError:
            return [Unread(task.where, f"not read after {PATIENCE:.0f} seconds", _TIME_HINT)]
        finally:
            end_processes(executor)
        return found


def _prepare(outlets: Outlets) -> None:
    """Set up a process: the registry, and ^C left to the process that started it."""
    global _outlets  # noqa: PLW0603 - what a process of the pool keeps from batch to batch
    _outlets = outlets
    spare_collector()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read_batch(batch: Batch) -> list[Found]:
    return [read_task(task, _outlets) for task in batch]


def end_processes(executor: ProcessPoolExecutor) -> None:
    """End the processes at once, whatever they are at."""
    for process in list((getattr(executor, "_processes", None) or {}).values()):
        with suppress(OSError, ValueError):
            process.kill()
    executor.shutdown(cancel_futures=True)
