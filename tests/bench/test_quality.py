"""`make quality` finds its tasks and scorers, shares predictions among scores of one set, and gathers the samples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import quality
from bench.predict import task_names

EVALUATION = Path(__file__).parents[2] / "../shared/eval"


@pytest.mark.parametrize("run", quality.RUNS, ids=lambda run: run.name)
def test_each_run_has_its_task(run: quality.Run) -> None:
    assert run.task in task_names()


@pytest.mark.skipif(not EVALUATION.is_dir(), reason="the evaluation data is not beside the repository")
@pytest.mark.parametrize("run", quality.RUNS, ids=lambda run: run.name)
def test_each_run_has_its_files(run: quality.Run) -> None:
    assert (EVALUATION / run.gold).is_file()
    assert not isinstance(run.scorer, str) or (EVALUATION / run.scorer).is_file()


def test_samples_become_cases(tmp_path: Path) -> None:
    cases = sorted(quality.gather_samples(tmp_path / "samples").iterdir())
    assert [case.name for case in cases] == ["ferry-tumaini", "ruling-lindahl", "zelenskyy-interview"]
    assert all((case / "gold.yaml").is_file() and (case / "sources.yaml").is_file() for case in cases)


def test_predictions_of_a_set_are_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def predict(*arguments: str) -> str:
        made.append(arguments[2])
        Path(arguments[-1]).write_text(json.dumps({"id": "a", "spans": [[0, 4]]}), encoding="utf-8")
        return ""

    monkeypatch.setattr(quality, "_call", predict)
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "a", "spans": [[0, 4]], "src": "wire"}), encoding="utf-8")
    run = quality.Run("sentences", "sentences", "gold.jsonl", quality.score_sentences)
    for _ in range(2):
        assert "wire" in quality.score(run, tmp_path, tmp_path)
    assert made == ["sentences"]


def test_a_json_score_is_printed_without_intervals() -> None:
    assert quality._tidy('{"title": 0.9, "title_ci": [0.8, 1.0], "title_n": 47}') == f"  {'title':16} 0.9"


def test_a_failing_command_ends_the_run() -> None:
    with pytest.raises(SystemExit, match="failed"):
        quality._call("-c", "raise ValueError")
