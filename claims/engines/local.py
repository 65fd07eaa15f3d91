"""All cores of this machine: articles are read, and stories compared, in several processes."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from claims.articles.pool import choose_start, count_cores, end_processes, spare_collector
from claims.encoding import decode_attributions, encode_attributions
from claims.engines.memory import limit_process
from claims.model import Article, Attribution, Claim, Comparison, Unread
from claims.pipeline import Alone, Progress, Story, Work, ignore_progress, run_stages

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

FEWEST_CHARACTERS = 60_000
"""Of all articles; below, starting processes takes longer than it saves."""
_ARTICLES_A_TASK = 4
_ROWS_A_TASK = 150
"""Attributions of stories that go to a process at a time; a story is never divided."""
_WAITING = 4
"""Tasks a process may be ahead of the one that is waited for."""

Task = TypeVar("Task")
Result = TypeVar("Result")

_alone: Alone


def compare(
    articles: Sequence[Article],
    alone: Alone,
    *,
    unread: Sequence[Unread] = (),
    progress: Progress = ignore_progress,
    threads: int | None = None,
    share: int | None = None,
) -> Comparison:
    """Return what ``alone`` would come to, worked out in ``threads`` processes at most: by default one a core.

    None of these takes more than ``share`` bytes of memory. Few articles are compared in this process, and so are all
    stories where a sentence model is asked.
    """
    processes = min(threads or count_cores(), len(articles))
    if processes < 2 or sum(len(article.text) for article in articles) < FEWEST_CHARACTERS:
        return run_stages(articles, alone, unread=unread, progress=progress)
    crew = _Crew(processes, alone, share)
    try:
        return run_stages(articles, crew, unread=unread, progress=progress)
    finally:
        crew.close()


@contextmanager
def share_work(alone: Alone, threads: int | None = None, share: int | None = None) -> Iterator[Work]:
    """Give who does what ``alone`` would do in several processes, which are started when much is to be done at once.

    None of these takes more than ``share`` bytes of memory.
    """
    work = _Shared(alone, threads or count_cores(), share)
    try:
        yield work
    finally:
        work.close()


class _Shared:
    """Little work is done in this process, much by a crew."""

    def __init__(self, alone: Alone, processes: int, share: int | None) -> None:
        self._alone = alone
        self._processes = processes
        self._share = share
        self._crew: _Crew | None = None

    def read(self, articles: Sequence[Article]) -> Iterable[Sequence[Attribution]]:
        """Yield the attributions of each article."""
        return self._choose(articles).read(articles)

    def compare(self, stories: Sequence[Story]) -> Iterable[Sequence[Claim]]:
        """Yield the claims of each story."""
        return self._choose([article for articles, _ in stories for article in articles]).compare(stories)

    def close(self) -> None:
        """End the processes that were started."""
        if self._crew:
            self._crew.close()

    def _choose(self, articles: Sequence[Article]) -> Work:
        if self._processes < 2 or sum(len(article.text) for article in articles) < FEWEST_CHARACTERS:
            return self._alone
        self._crew = self._crew or _Crew(self._processes, self._alone, self._share)
        return self._crew


class _Crew:
    """Processes that share the work."""

    def __init__(self, processes: int, alone: Alone, share: int | None) -> None:
        self._processes = processes
        self._alone = alone
        self._executor = _start(processes, replace(alone, liken=None), share)

    def read(self, articles: Sequence[Article]) -> Iterator[Sequence[Attribution]]:
        """Yield the attributions of each article."""
        cut = range(0, len(articles), _ARTICLES_A_TASK)
        tasks = [articles[first : first + _ARTICLES_A_TASK] for first in cut]
        for task, found in zip(tasks, self._run(_read, tasks), strict=True):
            for article, rows in zip(task, found, strict=True):
                yield decode_attributions(rows, article)

    def compare(self, stories: Sequence[Story]) -> Iterator[Sequence[Claim]]:
        """Yield the claims of each story."""
        if self._alone.liken:
            yield from self._alone.compare(stories)
        else:
            from claims.store.claims import decode_claims

            tasks = list(_cut(stories))
            for task, found in zip(tasks, self._run(_compare, tasks), strict=True):
                for (_, rows), claims in zip(task, found, strict=True):
                    yield decode_claims(claims, rows)

    def close(self) -> None:
        """End the processes at once, whatever they are at."""
        end_processes(self._executor)

    def _run(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        waiting: deque[Future[Result]] = deque()
        for task in tasks:
            waiting.append(self._executor.submit(function, task))
            if len(waiting) >= self._processes * _WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _start(processes: int, alone: Alone, share: int | None) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    start = choose_start() if share is None else "spawn"  # one that is forked begins with all that this one has
    return ProcessPoolExecutor(processes, get_context(start), _prepare, (alone, share))


def _prepare(alone: Alone, share: int | None) -> None:
    """Set up a process: what it works with, what it may take, and ^C left to the process that started it."""
    global _alone  # noqa: PLW0603 - what a process of the pool keeps from task to task
    _alone = alone
    if share is not None:
        limit_process(share)
    spare_collector()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read(articles: Sequence[Article]) -> list[bytes]:
    """Return the attributions of each article as bytes: they pass between processes quicker than objects do."""
    return [encode_attributions(rows) for rows in _alone.read(articles)]


def _compare(stories: Sequence[Story]) -> list[bytes]:
    """Return the claims of each story as bytes."""
    from claims.store.claims import encode_claims

    return [
        encode_claims(claims, articles) for (articles, _), claims in zip(stories, _alone.compare(stories), strict=True)
    ]


def _cut(stories: Sequence[Story]) -> Iterator[Sequence[Story]]:
    """Yield the stories in tasks of about one size."""
    task: list[Story] = []
    rows = 0
    for story in stories:
        task.append(story)
        rows += sum(map(len, story[1]))
        if rows >= _ROWS_A_TASK:
            yield task
            task, rows = [], 0
    if task:
        yield task
