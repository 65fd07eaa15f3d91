"""The documentation says what there is, and its commands run."""

import importlib
import os
import pkgutil
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import claims.discrepancies
from claims.articles import READERS
from claims.discrepancies import RULES, SEVERITIES
from claims.render import RENDERERS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def read_recipes() -> list[str]:
    section = README.split("<!-- recipes -->")[1].split("<!-- end recipes -->")[0]
    return re.findall(r"^    (factcheck .*)$", section, flags=re.MULTILINE)


def test_every_rule_is_documented() -> None:
    assert set(re.findall(r"^\| `([a-z-]+)` \|", README, flags=re.MULTILINE)) == set(RULES) == set(SEVERITIES)


def test_rule_files_and_rules_are_the_same() -> None:
    names = [module.name for module in pkgutil.iter_modules(claims.discrepancies.__path__)]
    rules = {name for name in names if hasattr(importlib.import_module(f"claims.discrepancies.{name}"), "find")}
    assert rules == {kind.replace("-", "_") for kind in RULES}


@pytest.mark.parametrize("name", [*READERS, *RENDERERS])
def test_formats_are_documented(name: str) -> None:
    assert name.lower() in README.lower()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
@pytest.mark.parametrize("recipe", read_recipes())
def test_recipe_runs(recipe: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path}
    command = ["bash", "-o", "pipefail", "-c", recipe]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() not in {"", "[]", "null"}


def test_there_are_five_recipes() -> None:
    assert len(read_recipes()) == 5


@pytest.mark.slow
def test_claims_in_the_readme_are_what_the_command_prints(request: pytest.FixtureRequest) -> None:
    update_golden = request.config.getoption("--update-golden")
    command = "factcheck compare samples/zelenskyy-interview --limit 1"
    environment = {**os.environ, "COLUMNS": "118", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    arguments = [str(Path(sys.executable).with_name("factcheck")), *command.split()[1:]]
    run = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    printed = "\n".join(line.rstrip() for line in run.stdout.rstrip().splitlines())
    block = f"<!-- output -->\n```console\n$ {command}\n{printed}\n```\n<!-- end output -->"
    if update_golden:
        text = re.sub(r"<!-- output -->.*?<!-- end output -->", lambda _: block, README, flags=re.DOTALL)
        (ROOT / "README.md").write_text(text, encoding="utf-8")
        return
    shown = README.split("<!-- output -->")[1].split("<!-- end output -->")[0]
    assert f"$ {command}" in shown
    claims_shown = set(re.findall(r"c-[0-9a-f]{10}", shown))
    assert claims_shown
    assert claims_shown <= set(re.findall(r"c-[0-9a-f]{10}", printed)), "run pytest tests/test_docs.py --update-golden"
