"""The limit of memory: how it is shared out, that it holds in real processes, what is said of too little."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from bench.scale.corpus import generate
from claims.engines import memory
from claims.engines.memory import LEAST, MEGABYTE, share_out
from claims.errors import FactcheckError
from cli.means import hold_memory, read_size

ROOT = Path(__file__).parents[2]
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit is one of Linux")

REPORT = """
import resource, sys
from pathlib import Path
def report(status):
    status_file = Path("/proc/self/status").read_text().splitlines()
    own = next(int(line.split()[1]) for line in status_file if line.startswith("VmHWM"))
    print(status, own * 1024, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
"""


def run_child(code: str, *arguments: str) -> tuple[int, int, int, str]:
    """Run a program that reports; return its status, its own peak, the largest of its processes' and its messages."""
    command = [sys.executable, "-c", REPORT + code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120, check=True)
    status, own, others = map(int, done.stdout.splitlines()[-1].split())
    return status, own, others, done.stderr


SEVERAL = "from claims.engines import local\nlocal.FEWEST_CHARACTERS = 0\n"
"""Several processes work for a few articles, too."""
COMMAND = "from cli.main import run\nif __name__ == '__main__': report(run(sys.argv[1:]))"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with some sixty articles, as Parquet and as JSON Lines."""
    pa, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    texts: dict[int, dict[str, str]] = {}
    for row in islice(generate(), 400):
        article = texts.setdefault(
            row.article, {"outlet": f"Outlet {row.outlet}", "published": f"2026-03-{row.day + 1:02}"}
        )
        article["text"] = article.get("text", "") + "\n\n" + row.text
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "a.jsonl").write_text("".join(f"{json.dumps(article)}\n" for article in texts.values()), encoding="utf-8")
    parquet.write_table(pa.Table.from_pylist(list(texts.values())), folder / "a.parquet", row_group_size=20)
    return folder


@linux
@pytest.mark.parametrize(
    ("megabytes", "processes", "alone", "expected"),
    [
        (4000, 2, True, (2, 2000, 1000)),
        (4000, 2, False, (2, 2000, 1000)),
        (4000, 16, True, (11, 615, 307)),
        (1000, 8, True, (1, 1000, 1000)),
        (1000, 8, False, (1, 500, 500)),
        (1300, 1, True, (1, 1300, 1300)),
    ],
)
def test_memory_is_shared_out(megabytes: int, processes: int, alone: bool, expected: tuple[int, int, int]) -> None:
    found = share_out(megabytes * MEGABYTE, processes, alone=alone)
    assert (found.processes, found.own // MEGABYTE, found.each // MEGABYTE) == expected
    assert found.each >= LEAST
    others = 0 if found.processes == 1 and alone else found.processes
    assert found.own + others * found.each <= megabytes * MEGABYTE


@linux
@pytest.mark.parametrize(("megabytes", "alone"), [(299, True), (599, False)])
def test_too_little_for_anything_is_refused(megabytes: int, alone: bool) -> None:
    with pytest.raises(FactcheckError, match="too little"):
        share_out(megabytes * MEGABYTE, 2, alone=alone)


def test_other_systems_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory.sys, "platform", "darwin")
    with pytest.raises(FactcheckError, match="on this system"), hold_memory("2G", None):
        pass


@pytest.mark.parametrize(("text", "size"), [("500M", 500 * MEGABYTE), ("1.5g", 1536 * MEGABYTE), ("2 GiB", 2**31)])
def test_sizes_are_read(text: str, size: int) -> None:
    assert read_size(text) == size


@pytest.mark.parametrize("text", ["", "many", "500", "-2G", "2GG"])
def test_what_is_no_size_is_told(text: str) -> None:
    with pytest.raises(FactcheckError, match="no size"):
        read_size(text)


@linux
@pytest.mark.slow
def test_who_asks_for_more_is_refused_before_he_has_it() -> None:
    code = f"""
from claims.engines.memory import MEGABYTE, hold_limit
from claims.errors import FactcheckError
kept = []
try:
    with hold_limit({LEAST}, {LEAST}):
        while True:
            kept.append(b"x" * MEGABYTE)
except FactcheckError as error:
    report(len(kept))
"""
    held, own, _, _ = run_child(code)
    assert 150 < held < LEAST // MEGABYTE
    assert own <= LEAST


@linux
@pytest.mark.slow
def test_parquet_is_compared_within_the_limit(corpus: Path, tmp_path: Path) -> None:
    status, own, other, _ = run_child(
        COMMAND, "compare", "--input", str(corpus), "--output", str(tmp_path / "out"), "--memory", "600M"
    )
    assert status == 0
    assert own + other <= 600 * MEGABYTE
    assert other > 50 * MEGABYTE


@linux
@pytest.mark.slow
def test_files_are_compared_within_the_limit(corpus: Path) -> None:
    arguments = ("compare", str(corpus / "a.jsonl"), "--json", "--output", "/dev/null", "--threads", "2")
    status, own, other, _ = run_child(SEVERAL + COMMAND, *arguments, "--memory", "1200M")
    assert status == 0
    assert own + 2 * other <= 1200 * MEGABYTE
    assert other > 20 * MEGABYTE


@linux
@pytest.mark.slow
@pytest.mark.parametrize(("processes", "own", "each"), [(1, 104, 104), (2, 600, 100)])
def test_what_needs_more_is_refused(corpus: Path, processes: int, own: int, each: int) -> None:
    """This process has too little, or those that work for it have."""
    shares = f"memory.Shares({processes}, {own} * memory.MEGABYTE, {each} * memory.MEGABYTE)"
    divided = f"import claims.engines.memory as memory\nmemory.share_out = lambda *_, **__: {shares}\n"
    arguments = ("compare", str(corpus / "a.jsonl"), "--json", "--output", "/dev/null", "--memory", "800M")
    status, _, _, messages = run_child(divided + SEVERAL + COMMAND, *arguments)
    assert status == 2
    assert "--memory 800M: needs more memory" in messages


def test_workers_of_a_cluster_have_limits_of_their_own(corpus: Path, tmp_path: Path) -> None:
    arguments = ("--input", str(corpus), "--output", str(tmp_path / "out"), "--engine", "dask", "--memory", "2G")
    status, _, _, messages = run_child(COMMAND, "compare", *arguments)
    assert status == 2
    assert "have their own limits" in messages
