"""Score the library on the evaluation data: ``python -m bench.quality EVAL [--only NAME ...]``.

Each block is one set. Predictions are written by ``bench.predict`` to a temporary folder, once for all scores of a
set; the scorers are those beside the data, and bench/labels.py for sets that only have labels. Story cases are
those beside the data, those of the tests, and the samples with their golden answers.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.labels import Row, score_dates, score_names, score_places, score_sentences

ROOT = Path(__file__).resolve().parents[1]
LabelScorer = Callable[[Sequence[Row], Mapping[str, Row]], Mapping[str, object]]


class Run(NamedTuple):
    """One set to score: the task of ``bench.predict``, the gold file, and a scorer beside the data or of our own.

    Without a scorer, the module of the task is one.
    """

    name: str
    task: str
    gold: str
    scorer: str | LabelScorer | None
    options: tuple[str, ...] = ()


def _quotes(name: str, *subsets: str, file: str = "dev.jsonl") -> Iterator[Run]:
    for subset in subsets:
        options = ("--subset", subset)
        yield Run(f"quotes {name} {subset}", "quotes", f"quotes/{name}/{file}", "quotes/score_quotes.py", options)


def _figures(*names: str) -> Iterator[Run]:
    for name in names:
        yield Run(f"figures {name}", "quantities", f"figures/{name}/dev.jsonl", "figures/score_quantities.py")


def _labels(task: str, scorer: LabelScorer, *names: str) -> Iterator[Run]:
    for name in names:
        yield Run(f"{task} {name}", task, f"figures/{name}/dev.jsonl", scorer)


def _pairs(*names: str) -> Iterator[Run]:
    for name in names:
        yield Run(f"pairs {name}", "pairs", f"matching/{name}/pairs.jsonl", "matching/score_pairs.py")


def _pages(*names: str) -> Iterator[Run]:
    for name in names:
        yield Run(f"extract {name}", "extract", f"ingest/{name}/gold.jsonl", "ingest/score_extract.py")


RUNS = (
    *_quotes("polnear", "core", "all"),
    *_quotes("gum_news", "core", "all"),
    *_quotes("gum_other", "all"),
    *_quotes("seeds", "all", file="all.jsonl"),
    *_figures("newsquant", "news_figures", "quantemp_claims"),
    *_figures("rec_currency", "rec_dimension", "rec_percent", "rec_numberrange"),
    Run("figure_pairs", "figure_pairs", "figures/figure_pairs/pairs.jsonl", None),
    *_labels("dates", score_dates, "news_dates", "rec_datetime"),
    *_labels("names", score_names, "names_news", "names_translit", "names_nk"),
    *_pairs("msrp_xoutlet", "msrp_numconflict", "sts_headlines", "superpal_mn"),
    Run("clusters ecbplus", "clusters", "matching/ecbplus/clusters.jsonl", "matching/score_clusters.py"),
    *_pages("fundus-eval", "wcxb-news", "zyte-aeb", "pasted-text"),
    Run("sentences", "sentences", "ingest/sentences/gold.jsonl", score_sentences),
    Run("sentences hard_news", "sentences", "ingest/sentences/hard_news.jsonl", score_places),
)


def score(run: Run, evaluation: Path, folder: Path) -> str:
    """Predict and score one set; return what the scorer says."""
    gold = evaluation / run.gold
    if run.scorer is None:
        return _tidy(_call("-m", f"bench.tasks.{run.task}", str(gold)))
    predicted = folder / f"{run.task}-{run.gold.replace('/', '-')}"
    if not predicted.exists():
        _call("-m", "bench.predict", run.task, str(gold), str(predicted))
    if isinstance(run.scorer, str):
        return _tidy(_call(str(evaluation / run.scorer), str(gold), str(predicted), *run.options))
    scores = run.scorer(_read(gold), {row["id"]: row for row in _read(predicted)})
    return "\n".join(f"  {name:16} {value}" for name, value in scores.items())


def _call(*arguments: str) -> str:
    """Run this Python; a failure ends the run with what was printed."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout.strip()


def _read(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


_INTERVAL = re.compile(r"_(?:ci|n)$")
_NO_ROWS = re.compile(r"\s*held-?out\s+(?:n=\s+0\b|\{'pairs': 0,).*")


def _tidy(output: str) -> str:
    """Print a JSON object as a line of values; indent a table, less the lines on the part that is scored elsewhere."""
    try:
        values = json.loads(output)
    except json.JSONDecodeError:
        return "\n".join(f"  {line}" for line in output.splitlines() if not _NO_ROWS.fullmatch(line))
    kept = {key: value for key, value in values.items() if not _INTERVAL.search(key)}
    return "\n".join(f"  {key:16} {value}" for key, value in kept.items())


def gather_samples(folder: Path) -> Path:
    """Copy each sample with its golden answer into a folder of story cases."""
    for answer in sorted((ROOT / "tests" / "golden").glob("*.yaml")):
        case = folder / answer.stem
        shutil.copytree(ROOT / "samples" / answer.stem, case)
        shutil.copyfile(answer, case / "gold.yaml")
    return folder


def score_stories(cases: Path, scorer: Path) -> str:
    """Run ``factcheck compare`` on story cases and return the scorer's table, failed cases among it."""
    factcheck = Path(sys.executable).with_name("factcheck")
    command = [sys.executable, str(scorer), str(cases), "--command", str(factcheck)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr).strip()


def report(evaluation: Path, only: Sequence[str]) -> Iterator[str]:
    """Yield a block of text for each set there is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stories = {
            "stories shared": evaluation / "cases",
            "stories golden": ROOT / "tests" / "golden" / "stories",
            "stories fresh": ROOT / "tests" / "golden" / "fresh",
            "stories samples": gather_samples(folder / "samples"),
        }
        for title, cases in stories.items():
            if cases.is_dir() and _wanted(title, only):
                yield f"{title}\n{score_stories(cases, evaluation / 'score_cases.py')}"
        for run in RUNS:
            if (evaluation / run.gold).exists() and _wanted(run.name, only):
                yield f"{run.name}\n{score(run, evaluation, folder)}"


def _wanted(name: str, only: Sequence[str]) -> bool:
    return not only or any(part in name for part in only)


def main() -> None:
    """Parse the command line and print the blocks as they come."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("evaluation", type=Path, metavar="EVAL")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="sets whose name contains one of these")
    options = parser.parse_args()
    if not options.evaluation.is_dir():
        parser.error(f"{options.evaluation} is not there: it holds the evaluation data that the figures are taken on")
    for block in report(options.evaluation.resolve(), options.only):
        print(block, end="\n\n", flush=True)


if __name__ == "__main__":
    main()
