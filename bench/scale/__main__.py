"""Run ours and other systems side by side on generated corpora: ``python -m bench.scale [STATEMENTS ...]``.

Each system is a process of its own, one after the other in one run; those that are not ours come from .venv-peers
(``make bench`` makes it). They are cut at the recall that ours reaches, where they reach it, so that precision, claims
and time can be compared.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.scale.corpus import write_corpus
from bench.scale.score import Gold, best_recall, cut_at_recall, read_gold, score_links
from bench.scale.systems import SYSTEMS, Links
from bench.week import ROOT

OURS = ("factcheck", "factcheck, files")
PEERS = ROOT / ".venv-peers" / "bin" / "python"
DEFAULT = [system for system in SYSTEMS if system != OURS[1]]
NAIVE = "rapidfuzz token_set_ratio"
MOST_NAIVE = 10_000
"""Statements above which all pairs are not tried."""
LIMIT = 1800
"""Seconds after which another system is given up."""

Measured = dict[str, Any]
Taken = dict[str, list[tuple[int, Measured]]]
"""What each system took, with the statements it was given, in the order of the runs."""


def run_system(system: str, corpus: Path, folder: Path) -> tuple[Measured, Links] | None:
    """Run a system in its own process; None where it takes too long or fails."""
    out = folder / "links.npz"
    python = sys.executable if system in OURS else str(PEERS)
    command = [python, "-m", "bench.scale.run", system, str(corpus), str(out)]
    limit = None if system in OURS else LIMIT
    try:
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=limit, cwd=ROOT)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(f"  {system:28}{type(error).__name__}: {str(error.stderr)[-200:]}")
        return None
    with np.load(out) as found:
        return json.loads(done.stdout.splitlines()[-1]), Links(found["one"], found["two"], found["score"])


def report(statements: int, systems: Sequence[str], folder: Path, taken: Taken) -> Iterator[str]:
    """Yield the table of one corpus, and note in ``taken`` what each system took."""
    corpus = folder / f"{statements}.parquet"
    write_corpus(corpus, statements)
    gold = read_gold(corpus)
    yield f"{statements:,} statements of {len(np.unique(gold.articles)):,} articles, {len(gold.pairs):,} gold links"
    yield f"  {'':28}{'wall s':>9}{'ours/':>8}{'CPU s':>9}{'peak MB':>9}{'P':>7}{'R':>7}{'max R':>7}{'claims':>8}"
    ours: tuple[Measured, float] | None = None
    for system in systems:
        if system == NAIVE and statements > MOST_NAIVE:
            continue
        found = run_system(system, corpus, folder)
        if found is None:
            continue
        measured, links = found
        taken.setdefault(system, []).append((statements, measured))
        if system in OURS and ours is None:
            ours = measured, best_recall(links, gold)
        yield _line(system, measured, links, gold, ours)
        if measured["stages"]:
            yield "    " + ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in measured["stages"].items())


def _line(system: str, measured: Measured, links: Links, gold: Gold, ours: tuple[Measured, float] | None) -> str:
    most = best_recall(links, gold)
    cut = links if system in OURS or ours is None else cut_at_recall(links, gold, ours[1])
    score = score_links(cut, gold, grouped=system in OURS)
    ratio = f"{ours[0]['wall'] / measured['wall']:8.2f}" if ours else f"{'':8}"
    figures = f"{measured['wall']:9.1f}{ratio}{measured['cpu']:9.1f}{measured['peak'] / 1e6:9.0f}"
    return f"  {system:28}{figures}{score.precision:7.3f}{score.recall:7.3f}{most:7.3f}{score.claims:8.3f}"


def tell_growth(taken: Taken) -> Iterator[str]:
    """Yield how time and memory of each system grow from its first corpus to its last, as exponents of the size.

    Twice the statements take twice the time at an exponent of 1, four times the time at 2.
    """
    for system, runs in taken.items():
        (few, first), (many, last) = runs[0], runs[-1]
        if few < many:
            grown = {
                name: math.log(last[name] / first[name]) / math.log(many / few) for name in ("wall", "cpu", "peak")
            }
            yield f"  {system:28}{grown['wall']:9.2f}{'':8}{grown['cpu']:9.2f}{grown['peak']:9.2f}"


def main() -> None:
    """Parse the command line and print the tables as they come."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("statements", type=int, nargs="*", default=[10_000])
    parser.add_argument("--systems", nargs="+", choices=list(SYSTEMS), default=DEFAULT, metavar="SYSTEM")
    options = parser.parse_args()
    systems = list(options.systems)
    if not PEERS.exists():
        print("only ours: the others need .venv-peers (make bench)")
        systems = [system for system in systems if system in OURS]
    taken: Taken = {}
    with tempfile.TemporaryDirectory() as folder:
        for statements in options.statements:
            for line in report(statements, systems, Path(folder), taken):
                print(line, flush=True)
    if growth := list(tell_growth(taken)):
        print("growth from the first corpus to the last, as exponents of the size", *growth, sep="\n")


if __name__ == "__main__":
    main()
