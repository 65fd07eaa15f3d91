"""Run other libraries and ours on the same sentences: ``python -m bench.peers EVAL``, in an environment of its own.

``make bench-peers`` makes that environment from bench/requirements-peers.txt. All systems take the same batches of
sentences in turn in one run, so that the ratio of their speeds holds on any machine. What a library does not tell
(quantulum3 knows no bounds, dateparser no seasons) counts as wrong; how its output is read stands at its reader.
"""

from __future__ import annotations

import argparse
import json
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module, util
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.labels import score_dates
from bench.peer_readers import DATE_READERS, FIGURE_READERS, Reader, Row

BATCH = 20
FIGURE_SETS = ("newsquant", "news_figures", "quantemp_claims")
DATE_SETS = ("news_dates", "rec_datetime")
PACKAGES = ("quantulum3", "text_to_num", "dateparser")

Predictions = dict[str, Row]


def read_set(evaluation: Path, name: str) -> list[Row]:
    """Return the rows of one set of figures or dates."""
    lines = (evaluation / "figures" / name / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def run_in_turn(readers: Mapping[str, Reader], rows: Sequence[Row]) -> dict[str, tuple[Predictions, float]]:
    """Return the predictions of each reader and its sentences a second of processor time, batch by batch in turn."""
    predictions: dict[str, Predictions] = {name: {} for name in readers}
    seconds = dict.fromkeys(readers, 0.0)
    for reader in readers.values():
        list(reader(rows[:BATCH]))
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        for name, reader in readers.items():
            started = time.process_time()
            found = list(reader(batch))
            seconds[name] += time.process_time() - started
            predictions[name].update({row["id"]: row for row in found})
    return {name: (predictions[name], len(rows) / seconds[name]) for name in readers}


def load_scorer(evaluation: Path) -> ModuleType:
    """Load the scorer of quantities that stands beside the data."""
    spec = util.spec_from_file_location("score_quantities", evaluation / "figures" / "score_quantities.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer of quantities in {evaluation / 'figures'}")
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figure_scores(scorer: ModuleType) -> Callable[[Sequence[Row], Predictions], list[float]]:
    """Return a function that gives F1 of value, value with bound and value with unit."""

    def score(rows: Sequence[Row], predictions: Predictions) -> list[float]:
        counts = scorer.score(rows, {key: row["quantities"] for key, row in predictions.items()})
        return [scorer.prf(counts[key], counts["gold"], counts["pred"])[2] for key in ("value", "bound", "unit")]

    return score


def date_scores(rows: Sequence[Row], predictions: Predictions) -> list[float]:
    """Return precision, recall and F1 of dates found with the right value."""
    value = score_dates(rows, predictions)["value"]
    return [value.precision, value.recall, value.f1]


def render_table(
    readers: Mapping[str, Reader], rows: Sequence[Row], score: Callable[[Sequence[Row], Predictions], list[float]]
) -> Iterator[str]:
    """Yield a line a system: its scores, sentences a second, and ours against it."""
    results = run_in_turn(readers, rows)
    ours = results["factcheck"][1]
    for name, (predictions, speed) in results.items():
        scores = "".join(f"{value:9.3f}" for value in score(rows, predictions))
        yield f"  {name:20}{scores}{speed:14,.0f}{ours / speed:14.1f}"


def render_report(evaluation: Path) -> Iterator[str]:
    """Yield the tables of all sets."""
    figures = figure_scores(load_scorer(evaluation))
    plans: list[tuple[str, tuple[str, ...], Mapping[str, Reader], Any]] = [
        ("value   +bound    +unit", FIGURE_SETS, FIGURE_READERS, figures),
        ("    P        R       F1", DATE_SETS, DATE_READERS, date_scores),
    ]
    for heading, names, readers, score in plans:
        for name in names:
            rows = read_set(evaluation, name)
            yield f"{name} ({len(rows)} texts)"
            yield f"  {'':20}{heading:>27}{'sentences/s':>14}{'ours/theirs':>14}"
            yield from render_table(readers, rows, score)
            yield ""


def main() -> None:
    """Parse the command line and print the tables as they come."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("evaluation", type=Path, metavar="EVAL")
    options = parser.parse_args()
    if not options.evaluation.is_dir():
        print(f"skipped: {options.evaluation} is not there; it holds the sentences that the libraries are compared on")
        return
    warnings.filterwarnings("ignore")
    for package in PACKAGES:
        import_module(package)
    for line in render_report(options.evaluation):
        print(line, flush=True)


if __name__ == "__main__":
    main()
