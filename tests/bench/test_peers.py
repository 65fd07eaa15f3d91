"""Other libraries beside ours: what they say is put in the scheme of the sets, and nothing runs without the data."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from bench import peer_readers, peers

REQUIREMENTS = Path(peers.__file__).with_name("requirements-peers.txt")


def quantity(value: float, spread: float | None, unit: str) -> SimpleNamespace:
    return SimpleNamespace(value=value, uncertainty=spread, unit=SimpleNamespace(name=unit), span=(0, 4))


def test_a_value_with_uncertainty_is_a_range(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = ModuleType("quantulum3.parser")
    found = [quantity(25, 5, "mile"), quantity(7, None, "dimensionless")]
    monkeypatch.setattr(parser, "parse", lambda text: found, raising=False)
    monkeypatch.setitem(sys.modules, "quantulum3.parser", parser)
    row = next(peer_readers.read_with_quantulum([{"id": "a", "text": "20 to 30 miles, 7"}]))
    assert [(found["value"], found["bound"], found["unit"]) for found in row["quantities"]] == [
        ([20, 30], "range", "mile"),
        (7, "exact", ""),
    ]


def test_a_scale_word_multiplies_the_digits_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text_to_num = ModuleType("text_to_num")

    def find_numbers(words: list[peer_readers.Word], language: str) -> list[SimpleNamespace]:
        values = {"million": 1e6, "six": 6.0, "third": 3.0}
        return [
            SimpleNamespace(start=n, end=n + 1, value=values[word.word], is_ordinal=word.word == "third")
            for n, word in enumerate(words)
            if word.word in values
        ]

    monkeypatch.setattr(text_to_num, "find_numbers", find_numbers, raising=False)
    monkeypatch.setitem(sys.modules, "text_to_num", text_to_num)
    text = "six boats and $3.5 million for the third of 1,200 crews"
    row = next(peer_readers.read_with_text2num([{"id": "a", "text": text}]))
    assert [(text[q["start"] : q["end"]], q["value"], q["unit"]) for q in row["quantities"]] == [
        ("six", 6, "boats"),
        ("3.5 million", 3.5e6, "dollar"),
        ("1,200", 1200, "crews"),
    ]


@pytest.mark.parametrize(
    ("period", "value", "days"),
    [
        ("day", "2026-12-09", "2026-12-09"),
        ("week", "2026-W50", ["2026-12-07", "2026-12-14"]),
        ("month", "2026-12", ["2026-12-01", "2027-01-01"]),
        ("year", "2026", ["2026-01-01", "2027-01-01"]),
    ],
)
def test_a_period_is_placed_and_valued(
    monkeypatch: pytest.MonkeyPatch, period: str, value: str, days: str | list[str]
) -> None:
    search = ModuleType("dateparser.search")
    found = [("then", datetime(2026, 12, 9), period)]
    monkeypatch.setattr(search, "search_dates", lambda *args, **kwargs: found, raising=False)
    monkeypatch.setitem(sys.modules, "dateparser.search", search)
    peer_readers._date_searcher.cache_clear()
    row = next(peer_readers.read_with_dateparser([{"id": "a", "text": "Not then", "dct": "2026-12-31"}]))
    peer_readers._date_searcher.cache_clear()
    assert row["dates"] == [{"start": 4, "end": 8, "value": value, "values": [days]}]


def test_without_the_data_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["peers", "no-such-folder"])
    peers.main()
    assert capsys.readouterr().out.startswith("skipped: no-such-folder is not there")


def test_systems_run_on_every_row_in_turn() -> None:
    rows = [{"id": str(n), "text": f"{n} boats"} for n in range(2 * peers.BATCH + 1)]
    readers = {"one": peer_readers.FIGURE_READERS["factcheck"], "two": peer_readers.FIGURE_READERS["factcheck"]}
    results = peers.run_in_turn(readers, rows)
    assert results["one"][0] == results["two"][0]
    assert list(results["one"][0]) == [row["id"] for row in rows]


def test_requirements_are_pinned_with_hashes() -> None:
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    pinned = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert all("==" in line and line.endswith("\\") for line in pinned)
    wanted = REQUIREMENTS.with_suffix(".in").read_text(encoding="utf-8").split()
    assert set(wanted) <= {line.partition("==")[0] for line in pinned}
