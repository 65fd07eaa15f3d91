"""Score the library on the evaluation data: ``python -m bench.quality EVAL [--only NAME ...]``.

Each line is one set: what was measured, the figure, the target where there is one. Predictions are written by
``bench.predict`` to a temporary folder; the scorers are those beside the data.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Run(NamedTuple):
    """One set to score: the task of ``bench.predict``, the gold file, the scorer and its options."""

    name: str
    task: str
    gold: str
    scorer: str
    options: tuple[str, ...] = ()


RUNS = (
    Run("quotes polnear core", "quotes", "quotes/polnear/dev.jsonl", "quotes/score_quotes.py", ("--subset", "core")),
    Run("quotes polnear all", "quotes", "quotes/polnear/dev.jsonl", "quotes/score_quotes.py", ("--subset", "all")),
    Run("quotes gum_news all", "quotes", "quotes/gum_news/dev.jsonl", "quotes/score_quotes.py", ("--subset", "all")),
    Run("figures newsquant", "quantities", "figures/newsquant/dev.jsonl", "figures/score_quantities.py"),
    Run("figures news_figures", "quantities", "figures/news_figures/dev.jsonl", "figures/score_quantities.py"),
    Run("figures quantemp", "quantities", "figures/quantemp_claims/dev.jsonl", "figures/score_quantities.py"),
    Run("pairs msrp_xoutlet", "pairs", "matching/msrp_xoutlet/pairs.jsonl", "matching/score_pairs.py"),
    Run("pairs msrp_numconflict", "pairs", "matching/msrp_numconflict/pairs.jsonl", "matching/score_pairs.py"),
    Run("pairs sts_headlines", "pairs", "matching/sts_headlines/pairs.jsonl", "matching/score_pairs.py"),
    Run("pairs superpal_mn", "pairs", "matching/superpal_mn/pairs.jsonl", "matching/score_pairs.py"),
    Run("clusters ecbplus", "clusters", "matching/ecbplus/clusters.jsonl", "matching/score_clusters.py"),
    Run("extract fundus-eval", "extract", "ingest/fundus-eval/gold.jsonl", "ingest/score_extract.py"),
    Run("extract wcxb-news", "extract", "ingest/wcxb-news/gold.jsonl", "ingest/score_extract.py"),
    Run("extract zyte-aeb", "extract", "ingest/zyte-aeb/gold.jsonl", "ingest/score_extract.py"),
    Run("extract pasted-text", "extract", "ingest/pasted-text/gold.jsonl", "ingest/score_extract.py"),
)


def score(run: Run, evaluation: Path, folder: Path) -> str:
    """Predict and score one set; return what the scorer printed."""
    predicted = folder / f"{run.task}-{run.gold.replace('/', '-')}"
    gold = evaluation / run.gold
    if not predicted.exists():
        subprocess.run([sys.executable, "-m", "bench.predict", run.task, str(gold), str(predicted)], check=True)
    command = [sys.executable, str(evaluation / run.scorer), str(gold), str(predicted), *run.options]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def score_stories(cases: Path, scorer: Path) -> str:
    """Run ``factcheck compare`` on story cases and return the scorer's table."""
    factcheck = Path(sys.executable).with_name("factcheck")
    command = [sys.executable, str(scorer), str(cases), "--command", str(factcheck)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def report(evaluation: Path, only: list[str]) -> Iterator[str]:
    """Yield a block of text for each set there is."""
    if not only or any("stories" in name for name in only):
        for cases in (evaluation / "cases", Path(__file__).parents[1] / "tests" / "golden" / "stories"):
            if cases.is_dir():
                yield f"stories {cases.name}\n{score_stories(cases, evaluation / 'score_cases.py')}"
    with tempfile.TemporaryDirectory() as folder:
        for run in RUNS:
            if (evaluation / run.gold).exists() and (not only or any(name in run.name for name in only)):
                yield f"{run.name}\n{_tidy(score(run, evaluation, Path(folder)))}"


def _tidy(output: str) -> str:
    """Put one JSON object of the scorer on short lines; leave a table as it is."""
    try:
        values = json.loads(output)
    except json.JSONDecodeError:
        return re.sub(r"^", "  ", output, flags=re.MULTILINE)
    return "\n".join(f"  {key}: {json.dumps(value)}" for key, value in values.items())


def main() -> None:
    """Parse the command line and print the blocks as they come."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("evaluation", type=Path, metavar="EVAL")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="sets whose name contains one of these")
    options = parser.parse_args()
    if not options.evaluation.is_dir():
        parser.error(f"{options.evaluation} is not there: it holds the evaluation data that the figures are taken on")
    for block in report(options.evaluation, options.only):
        print(block, end="\n\n", flush=True)


if __name__ == "__main__":
    main()
