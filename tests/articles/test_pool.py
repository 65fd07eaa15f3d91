"""Many files on several cores: the same answer, in the same order, whatever happens to a process."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from claims.articles import pool, read_articles
from claims.articles.tasks import Task
from claims.model import Article, Unread
from tests.articles.samples import FIRST, REGISTRY, SECOND

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the tests fork"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(40):
        (tmp_path / f"norwire-{number:02}.txt").write_text(f"Pier {number} burns\n\n{FIRST}\n\n{SECOND}\n")
    (tmp_path / "norwire-07.txt").write_text(" ")
    rows = [json.dumps({"headline": f"Row {number}", "text": FIRST}) for number in range(30)]
    (tmp_path / "rows.jsonl").write_text("\n".join([*rows, "[1]"]))
    return tmp_path


@pytest.fixture
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "choose_start", lambda: "fork")  # what is patched must be so in the processes, too
    monkeypatch.setattr(pool, "FEWEST_TASKS", 2)
    monkeypatch.setattr(pool, "_MOST_TASKS", 3)


@pytest.mark.usefixtures("_many")
def test_same_answer_in_the_same_order(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    alone = list(read_articles([folder], REGISTRY, processes=1))
    together = list(
        read_articles([folder], REGISTRY, processes=2, progress=lambda done, total: told.append((done, total)))
    )
    assert together == alone
    assert [type(found) for found in alone].count(Unread) == 2
    assert told == sorted(told)
    assert told[-1][0] <= told[-1][1]


def test_few_files_start_no_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_Pool", None)
    assert len(list(read_articles([folder], REGISTRY, processes=2))) == 71


@pytest.mark.usefixtures("_many")
def test_a_file_that_ends_its_process_stops_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = pool.read_task

    def end_or_read(task: Task, outlets: object) -> list[Article | Unread]:
        if task.where.endswith("norwire-11.txt"):
            os.kill(os.getpid(), signal.SIGKILL)
        return read(task, REGISTRY)

    monkeypatch.setattr(pool, "read_task", end_or_read)
    found = list(read_articles([folder], REGISTRY, processes=2))
    assert [one.reason for one in found if isinstance(one, Unread) and "norwire-11" in one.path] == [
        "reading it ended the process (too much memory?)"
    ]
    assert sum(isinstance(one, Article) for one in found) == 68


@pytest.mark.usefixtures("_many")
def test_a_file_that_takes_for_ever_stops_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = pool.read_task

    def wait_or_read(task: Task, outlets: object) -> list[Article | Unread]:
        if task.where.endswith("norwire-11.txt"):
            time.sleep(600)
        return read(task, REGISTRY)

    monkeypatch.setattr(pool, "read_task", wait_or_read)
    monkeypatch.setattr(pool, "PATIENCE", 1.0)
    found = list(read_articles([folder], REGISTRY, processes=2))
    assert [one.reason for one in found if isinstance(one, Unread) and "norwire-11" in one.path] == [
        "not read after 1 seconds"
    ]
    assert sum(isinstance(one, Article) for one in found) == 68


@pytest.mark.usefixtures("_many")
def test_leaving_off_ends_the_processes(folder: Path) -> None:
    reading = read_articles([folder], REGISTRY, processes=2)
    next(reading)
    threads = threading.active_count()
    reading.close()  # type: ignore[attr-defined]
    assert threading.active_count() <= threads
    time.sleep(0.05)
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    assert not children.exists() or not children.read_text().split()


@pytest.mark.usefixtures("_many")
def test_what_is_read_ahead_is_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[str] = []
    list_tasks = pool._cut_batches

    def watch(tasks):
        for batch in list_tasks(tasks):
            listed.extend(task.where for task in batch)
            yield batch

    monkeypatch.setattr(pool, "_cut_batches", watch)
    reading = read_articles([folder], REGISTRY, processes=2)
    next(reading)
    assert len(listed) <= 2 * pool._WAITING * 3
    reading.close()  # type: ignore[attr-defined]


@pytest.mark.slow
def test_processes_that_do_not_fork(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "choose_start", lambda: "spawn")
    monkeypatch.setattr(pool, "FEWEST_TASKS", 2)
    alone = list(read_articles([folder], REGISTRY, processes=1))
    assert list(read_articles([folder], REGISTRY, processes=2)) == alone
