"""What a command may load: start-up is held by loaded modules, not by a clock."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claims.articles import READERS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
STORY = ROOT / "samples" / "zelenskyy-interview"
TEXTS = (str(STORY / "reuters.txt"), str(STORY / "fnnews.txt"), "--sources", str(STORY / "sources.yaml"))
PAGES = {"lxml", "trafilatura", "htmldate", "dateparser"}
NOT_FOR_TEXTS = PAGES | {
    "httpx2",
    "httpcore2",
    "protego",
    "ssl",
    "claims.articles.web",
    "sqlite3",
    "csv",
    "jsonschema",
    "numpy",
    "scipy",
    "rapidfuzz",
    "tempfile",
    "html",
    "statistics",
    "email",
    "zipfile",
}
NOT_FOR_TEXTS |= {f"claims.articles.{name}" for name in READERS if name != "text"} - {"claims.articles.csv"}
"""The first line of a text may look like the names of columns."""
NOT_FOR_TEXTS |= {"claims.store", "claims.render.csv", "claims.render.markdown", "claims.render.schema"}
MOST_OWN_MODULES = 290
MOST_PATTERNS = 236
"""Compiled by us and all we load: as many take a fifth of the time that two short texts take."""
REPORT = """
import re._compiler, sys
patterns, compile = [], re._compiler.compile
re._compiler.compile = lambda *given: (patterns.append(given), compile(*given))[1]
from cli.main import run
status = run()
print(len(patterns), *sys.modules, file=sys.stderr)
sys.exit(status)
"""


def list_modules(*arguments: str, **env: str) -> set[str]:
    """Return the modules that a command has loaded at its end."""
    return run_command(*arguments, **env)[1]


def run_command(*arguments: str, **env: str) -> tuple[int, set[str]]:
    """Return how many patterns a command has compiled and the modules that it has loaded at its end."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FACTCHECK", "COV"))}
    result = subprocess.run(
        [sys.executable, "-c", REPORT, *arguments],
        capture_output=True,
        timeout=60,
        check=False,
        env={**kept, "PYTHONPATH": str(ROOT), **env},
    )
    assert result.returncode == 0, result.stderr
    patterns, *modules = result.stderr.decode().splitlines()[-1].split()
    return int(patterns), set(modules)


def test_version_loads_next_to_nothing() -> None:
    loaded = list_modules("--version")
    assert not loaded & {"typer", "rich", "yaml", "json", "sqlite3", *PAGES}
    assert {name for name in loaded if name.startswith("claims.")} == {"claims.version"}


def test_help_loads_no_stage_and_no_rich() -> None:
    loaded = list_modules("--help")
    assert not loaded & {"rich", "yaml", "claims.model", "claims.pipeline", *NOT_FOR_TEXTS}


@pytest.mark.parametrize("output", [(), ("--json",)])
def test_comparing_texts_loads_no_other_reader_writer_or_store(output: tuple[str, ...]) -> None:
    loaded = list_modules("compare", *TEXTS, *output)
    assert not loaded & NOT_FOR_TEXTS
    assert ("rich" in loaded) == (not output)
    assert ("claims.render.json" in loaded) == bool(output)


@pytest.mark.skipif(sys.platform != "linux", reason="the test names the cache folder as Linux does")
def test_a_known_registry_needs_neither_yaml_nor_platformdirs(tmp_path: Path) -> None:
    first, second = (list_modules("compare", *TEXTS, XDG_CACHE_HOME=str(tmp_path)) for _ in range(2))
    assert "yaml" in first
    assert not second & {"yaml", "platformdirs"}


def test_comparing_texts_compiles_few_patterns_and_loads_few_modules(tmp_path: Path) -> None:
    for _ in range(2):  # the second run knows the registry
        patterns, loaded = run_command("compare", *TEXTS, "--json", XDG_CACHE_HOME=str(tmp_path))
    assert len([name for name in loaded if name.partition(".")[0] in {"claims", "cli"}]) <= MOST_OWN_MODULES
    assert 0 < patterns <= MOST_PATTERNS
