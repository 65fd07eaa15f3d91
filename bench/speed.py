"""Time the command line side by side with a bare Python and with naive matching: ``python -m bench.speed``.

Every figure is a ratio of medians of commands that ran in turn in one run, because the speed of a machine drifts.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROUNDS = 9
STORY = Path(__file__).parents[1] / "samples" / "zelenskyy-interview"
NAIVE = """
import sys, re, itertools
from pathlib import Path
from rapidfuzz import fuzz
texts = [re.split(r"(?<=[.!?])\\s+", Path(p).read_text()) for p in sys.argv[1:]]
for one, two in itertools.combinations(texts, 2):
    print(sum(fuzz.token_set_ratio(a, b) >= 65 for a in one for b in two))
"""


def cpu_seconds(command: Sequence[str]) -> float:
    """Run a command and return the processor time it took, its own and the system's, in seconds."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)


def compare_commands(commands: dict[str, Sequence[str]], rounds: int = ROUNDS) -> dict[str, float]:
    """Return the median processor time of each command, run in turn after one warm-up."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for name, command in commands.items():
        cpu_seconds(command)
        times[name].clear()
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(cpu_seconds(command))
    return {name: statistics.median(found) for name, found in times.items()}


def time_reading(copies: int = 60) -> tuple[float, int]:
    """Return seconds and the number of statements for reading attributions of text articles in one process."""
    from claims.articles import read_article
    from claims.pipeline import read_attributions
    from claims.registry import load_registry

    registry = load_registry(STORY / "sources.yaml")
    articles = [read_article(path, registry) for path in sorted(STORY.glob("*.txt"))]
    read_attributions(articles[0], registry)
    started = time.process_time()
    found = sum(len(read_attributions(article, registry)) for _ in range(copies) for article in articles)
    return time.process_time() - started, found


def main() -> None:
    """Print the table."""
    factcheck = str(Path(sys.executable).with_name("factcheck"))
    texts = [str(path) for path in sorted(STORY.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        naive = Path(folder) / "naive.py"
        naive.write_text(NAIVE, encoding="utf-8")
        medians = compare_commands(
            {
                "python -c pass": [sys.executable, "-c", "pass"],
                "factcheck --version": [factcheck, "--version"],
                "factcheck compare, 2 texts": [factcheck, "compare", "--json", *texts],
                "rapidfuzz token_set_ratio, 2 texts": [sys.executable, str(naive), *texts],
            }
        )
    bare = medians["python -c pass"]
    print(f"{'command':40} {'CPU ms':>8} {'beyond bare':>12} {'x bare':>8}")
    for name, median in medians.items():
        print(f"{name:40} {median * 1000:8.0f} {(median - bare) * 1000:12.0f} {median / bare:8.1f}")
    seconds, statements = time_reading()
    print(f"\nreading (credits, figures, dates, certainty): {statements / seconds:,.0f} statements/s, one core")


if __name__ == "__main__":
    main()
