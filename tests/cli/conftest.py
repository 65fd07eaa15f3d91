"""A terminal in memory, and two short articles to compare."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.main import run
from cli.terminal import Terminal

MORNING = """Harbour fire kills nine

By Ilse Aal
3 March 2031

Nine dockers were killed in a fire at the harbour of Maren on Monday, Harbour Minister Ilse Brandvoort said.

The port will reopen on Thursday, Brandvoort told reporters.
"""
EVENING = """Eleven dead after blaze in Maren

3 March 2031

Eleven dockers were killed in a fire at the harbour of Maren on Monday, Harbour Minister Ilse Brandvoort said.

The port will reopen on Friday, Brandvoort told reporters.
"""
SOURCES = """outlets:
  - {id: morning, name: Maren Morning, kind: newspaper}
  - {id: evening, name: Maren Evening, kind: newspaper}
people:
  - {name: Ilse Brandvoort, roles: [{title: Harbour Minister, from: 2029-01-01}]}
"""


@dataclass
class Result:
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's own store, registry and cache out of the tests."""
    for name in ("FACTCHECK_DB", "FACTCHECK_SOURCES", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def factcheck(tmp_path: Path) -> Run:
    """Run a command in the test's own folder, on streams in memory."""

    def start(*arguments: object, stdin: bytes = b"", env: dict[str, str] | None = None) -> Result:
        out, err = io.StringIO(), io.StringIO()
        source = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
        status = run([str(argument) for argument in arguments], Terminal(source, out, err, env or {}))
        return Result(int(status), out.getvalue(), err.getvalue())

    return start


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Return a folder with two articles and their registry."""
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "morning.txt").write_text(MORNING, encoding="utf-8")
    (folder / "evening.txt").write_text(EVENING, encoding="utf-8")
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    return folder
