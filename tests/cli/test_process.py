"""Real processes, only for what they alone show: statuses, pipes, signals, start-up, encodings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
HEAVY = {"trafilatura", "lxml", "htmldate", "dateparser"}
LIST_MODULES = (
    "import sys; from cli.main import run; status = run(sys.argv[1:]);"
    "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr); sys.exit(status)"
)


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FACTCHECK", "COV"))}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def start(*arguments: object, **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "import sys; from cli.main import run; sys.exit(run())", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, env=environment(**env))


def list_modules(*arguments: object) -> set[str]:
    command = [sys.executable, "-c", LIST_MODULES, *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, timeout=60, check=False, env=environment())
    assert result.returncode == 0, result.stderr
    return set(result.stderr.decode().splitlines()[-1].split())


def test_statuses(story: Path) -> None:
    sources = ("--sources", story / "sources.yaml")
    assert start("--version").returncode == 0
    assert start("compare", story, *sources).returncode == 0
    assert start("compare", story, *sources, "--exit-code").returncode == 1
    assert start("compare", "--nonsense").returncode == 2


def test_version_loads_next_to_nothing() -> None:
    assert not list_modules("--version") & {"rich", "typer", "yaml", "sqlite3", "json", *HEAVY}


def test_help_loads_no_rich() -> None:
    assert not list_modules("--help") & {"rich", "yaml", "sqlite3", *HEAVY}


def test_comparing_text_loads_no_page_reader(story: Path) -> None:
    loaded = list_modules("compare", story / "morning.txt", story / "evening.txt", "-q")
    assert not loaded & HEAVY
    assert "rich" in loaded
    assert "rich" not in list_modules("compare", story / "morning.txt", story / "evening.txt", "-q", "--json")


@pytest.mark.parametrize("lines", [0, 1])
def test_closed_pipe(story: Path, lines: int) -> None:
    command = [
        sys.executable,
        "-c",
        "import sys; from cli.main import run; sys.exit(run())",
        "compare",
        story,
        "--json",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        assert process.stdout
        assert process.stderr
        for _ in range(lines):
            process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read().decode()
        status = process.wait(timeout=60)
    assert status == 0, errors
    assert "Traceback" not in errors
    assert "Exception ignored" not in errors


def test_closed_standard_output(story: Path) -> None:
    command = f"{sys.executable} -c 'import sys; from cli.main import run; sys.exit(run())' schema >&-"
    result = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False, env=environment())
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk() -> None:
    command = f"{sys.executable} -c 'import sys; from cli.main import run; sys.exit(run())' schema >/dev/full"
    result = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False, env=environment())
    assert (result.returncode, result.stderr) == (2, b"factcheck: error: No space left on device\n")


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_interrupt(story: Path) -> None:
    announce = "import sys; from cli.main import run; print('ready', flush=True); sys.exit(run())"
    command = [sys.executable, "-c", announce, "compare", "-"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert process.stdout
    assert process.stdout.readline() == b"ready\n"
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in errors


@pytest.mark.parametrize("env", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
@pytest.mark.parametrize("name", ["table", "json"])
def test_terminals_without_unicode(story: Path, env: dict[str, str], name: str) -> None:
    text = "Nine dockers “died” in Łódź – [sic] – 港, Harbour Minister Ilse Brandvoort said on Monday."
    (story / "morning.txt").write_text(text, encoding="utf-8")
    result = start("compare", story, "--sources", story / "sources.yaml", "--all", "-f", name, **env)
    assert result.returncode == 0, result.stderr
    if name == "json":
        document = json.loads(result.stdout)
        assert text in {row["text"] for claim in document["claims"] for row in claim["attributions"]}
    else:
        assert b"[sic]" in result.stdout.replace(b"\\", b"")
