"""``factcheck sources add``: what reading found is taken up into the registry."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import MORNING, Run


@pytest.fixture
def place(tmp_path: Path, factcheck: Run) -> tuple[object, ...]:
    """Return the options for a registry and a store with an article of an outlet that it lacks."""
    sources = tmp_path / "own.yaml"
    sources.write_text("outlets:\n  # ours\n  - {name: Maren Morning}\n", encoding="utf-8")
    db = tmp_path / "a.db"
    options = ("--sources", sources, "--db", db)
    result = factcheck("ingest", "-", "--url", "https://www.post.example/1", *options, stdin=MORNING.encode())
    assert result.status == 0
    return options


def test_a_provisional_outlet_is_taken_up(factcheck: Run, place: tuple[object, ...], tmp_path: Path) -> None:
    dry = factcheck("sources", "add", "post.example", "--name", "Maren Post", "--dry-run", *place)
    line = "- {id: post.example, name: Maren Post, kind: newspaper, domains: [post.example]}"
    assert (dry.status, "(not written)" in dry.out) == (0, True)
    added = factcheck("sources", "add", "post.example", "--name", "Maren Post", "--kind", "newspaper", *place)
    assert added.out == f"{tmp_path / 'own.yaml'}:4: {line}\n"
    assert (tmp_path / "own.yaml").read_text() == f"outlets:\n  # ours\n  - {{name: Maren Morning}}\n  {line}\n"
    compared = json.loads(factcheck("compare", "--json", *place).out)
    assert compared["articles"][0]["outlet"] == {"id": "post.example", "name": "Maren Post", "kind": "newspaper"}
    again = factcheck("sources", "add", "post.example", *place)
    assert again.status == 2
    assert "duplicate id" in again.err


def test_a_new_outlet(factcheck: Run, place: tuple[object, ...], tmp_path: Path) -> None:
    new = (
        "--name",
        "Ostrel Times",
        "--domain",
        "times.example",
        "--alias",
        "OT",
        "--country",
        "Ostrel",
        "--language",
        "en",
    )
    assert factcheck("sources", "add", *new, "--utc-offset", "+01:00", *place).status == 0
    shown = factcheck("sources", "show", "OT", *place[:2]).out
    assert "domains: times.example" in shown
    assert "utc_offset: +01:00" in shown
    assert factcheck("sources", "add", "--domain", "other.example", *place).status == 0


def test_mistakes(factcheck: Run, place: tuple[object, ...], tmp_path: Path) -> None:
    nobody = factcheck("sources", "add", *place)
    assert (nobody.status, nobody.out) == (2, "")
    assert "name one of these, or give --name and --domain: post.example" in nobody.err
    assert "no outlet 'gone'" in factcheck("sources", "add", "gone", *place).err
    assert factcheck("sources", "add", "--name", "X y", "--utc-offset", "two", *place).status == 2
    bundled = factcheck("sources", "add", "--name", "X y", *place[2:])
    assert bundled.status == 2
    assert "no sources.yaml of your own" in bundled.err
    assert (tmp_path / "own.yaml").read_text().count("\n") == 3


def test_a_name_with_escapes_does_not_reach_the_terminal(factcheck: Run, place: tuple[object, ...]) -> None:
    result = factcheck("sources", "add", "--name", "X \x1b[31m", "--domain", "x.example", *place)
    assert "\x1b" not in result.out + result.err
