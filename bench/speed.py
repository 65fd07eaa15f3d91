"""Time the tool: ``python -m bench.speed [--only PART ...]``.

Start-up beyond a bare Python, reading on one core, growth on hostile text, and one busy week of articles. Commands
that are compared run in turn in one run, because the speed of a machine drifts: the ratios hold, seconds vary.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from bench.week import write_week
from claims.articles import Source, read_articles, read_bytes
from claims.attribution import attribute
from claims.dates import find_moments
from claims.figures import find_figures
from claims.matching import read_features
from claims.model import Article
from claims.pipeline import read_attributions
from claims.registry import Registry, load_registry
from claims.statements import split_paragraph, split_statements

ROUNDS = 9
WEEK_ARTICLES = 200
WEEKS = (13, 50, WEEK_ARTICLES)
WEEK_LIMIT = 90
"""Seconds after which a comparison is given up."""
ARTICLE_WORDS = 500
WARM_UP = 13
"""Articles read before the clock starts: one of each sample."""
STORY = Path(__file__).resolve().parents[1] / "samples" / "zelenskyy-interview"
FACTCHECK = str(Path(sys.executable).with_name("factcheck"))
NAIVE = """
import sys, re, itertools
from pathlib import Path
from rapidfuzz import fuzz
texts = [re.split(r"(?<=[.!?])\\s+", Path(p).read_text()) for p in sys.argv[1:]]
for one, two in itertools.combinations(texts, 2):
    print(sum(fuzz.token_set_ratio(a, b) >= 65 for a in one for b in two))
"""
HOSTILE: dict[str, Callable[[int], str]] = {
    "one line of 2 MB": lambda part: (
        "The mayor said on Friday that 12 boats sank, and no one answered him. " * (part * 14_000)
    ),
    "50,000 quotation marks": lambda part: '"No," he said. ' * (part * 12_500),
    "50,000 marks, none closed": lambda part: "He said “no” and “never to all " * (part * 8_333) + "“" * (part * 8_333),
}
"""Texts by their number of halves."""

Value = TypeVar("Value")


def cpu_seconds(command: Sequence[str], limit: float | None = None) -> float:
    """Run a command and return the processor time it took, its own and the system's, in seconds.

    After ``limit`` seconds by the clock it is ended, and ``subprocess.TimeoutExpired`` raised.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=limit)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def compare_commands(commands: dict[str, Sequence[str]], rounds: int = ROUNDS) -> dict[str, float]:
    """Return the median processor time of each command, run in turn after one warm-up."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        cpu_seconds(command)
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(cpu_seconds(command))
    return {name: statistics.median(found) for name, found in times.items()}


def time_start(folder: Path) -> Iterator[str]:
    """Yield the start-up of commands beside that of a bare Python and of naive matching."""
    naive = folder / "naive.py"
    naive.write_text(NAIVE, encoding="utf-8")
    texts = [str(path) for path in sorted(STORY.glob("*.txt"))]
    python = sys.executable
    commands: dict[str, Sequence[str]] = {
        "python -c pass": [python, "-c", "pass"],
        "factcheck --version": [FACTCHECK, "--version"],
        "factcheck compare --json, 2 texts": [FACTCHECK, "compare", "--json", *texts],
        "factcheck compare, 2 texts, table": [FACTCHECK, "compare", *texts],
        "rapidfuzz token_set_ratio, 2 texts": [python, str(naive), *texts],
    }
    medians = compare_commands(commands)
    bare = medians["python -c pass"]
    yield f"{'start-up, median of ' + str(ROUNDS):40} {'CPU ms':>8} {'beyond bare':>12} {'x bare':>8}"
    for name, median in medians.items():
        yield f"  {name:38} {median * 1000:8.0f} {(median - bare) * 1000:12.0f} {median / bare:8.1f}"


def clock(function: Callable[[Value], int], values: Iterable[Value]) -> tuple[float, int]:
    """Return the processor time of the calls and the sum of what they count."""
    started = time.process_time()
    counted = sum(function(value) for value in values)
    return time.process_time() - started, counted


def time_reading(folder: Path) -> Iterator[str]:
    """Yield the speed of reading on one core, on the varied articles of the week."""
    week = folder / "read"
    write_week(week, WEEK_ARTICLES)
    registry = load_registry(week / "sources.yaml")
    articles = [found for found in read_articles([week], registry) if isinstance(found, Article)]
    for article in articles[:WARM_UP]:
        read_attributions(article, registry)
    articles = articles[WARM_UP:]
    words = sum(len(article.text.split()) for article in articles)

    def credit(article: Article) -> int:
        return len(attribute(article, split_statements(article), registry))

    def read_with_features(article: Article) -> int:
        rows = read_attributions(article, registry)
        read_features(rows, article)
        return len(rows)

    yield f"{f'reading, {len(articles)} articles, one core':40} {'statements/s':>14} {'articles of 500 words/s':>26}"
    readers = {
        "attribution": credit,
        "with figures, dates, certainty": lambda a: len(read_attributions(a, registry)),
        "with stems and features, as stored": read_with_features,
    }
    for name, reader in readers.items():
        seconds, statements = clock(reader, articles)
        yield f"  {name:38} {statements / seconds:14,.0f} {words / ARTICLE_WORDS / seconds:26,.0f}"
    spans = [(a, *span) for a in articles for b in a.blocks for span in split_paragraph(a.text, b.start, b.end)]
    seconds, sentences = clock(_measure, [(a.text[start:end], a.published) for a, start, end in spans])
    yield f"  figures and dates: {sentences / seconds:,.0f} sentences/s"


def _measure(statement: tuple[str, str | None]) -> int:
    sentence, published = statement
    find_figures(sentence)
    find_moments(sentence, published=published)
    return 1


def time_hostile() -> Iterator[str]:
    """Yield the time for hostile texts at half and at full size: twice the time is linear."""
    yield f"{'hostile text, reading to credits':40} {'half, s':>8} {'full, s':>8} {'ratio':>8}"
    for name, make in HOSTILE.items():
        half, full = (_read_hostile(make(parts)) for parts in (1, 2))
        yield f"  {name:38} {half:8.2f} {full:8.2f} {full / half:8.2f}"


def _read_hostile(text: str) -> float:
    raw = text.encode()
    registry = Registry()

    def read(source: Source) -> int:
        return sum(len(read_attributions(a, registry)) for a in read_bytes(raw, source) if isinstance(a, Article))

    return clock(read, [Source("hostile.txt", registry)])[0]


def time_week(folder: Path) -> Iterator[str]:
    """Yield the wall-clock and processor time of comparing a week's articles in a new process."""
    yield f"{'compare of one week, cold start':40} {'s':>8} {'CPU s':>8}"
    for articles in WEEKS:
        week = folder / f"week-{articles}"
        write_week(week, articles)
        command = [FACTCHECK, "compare", "--json", "--sources", str(week / "sources.yaml"), str(week)]
        started = time.perf_counter()
        try:
            seconds = cpu_seconds(command, limit=WEEK_LIMIT)
        except subprocess.TimeoutExpired:
            yield f"  {f'{articles} articles':38} given up after {WEEK_LIMIT} s"
        else:
            yield f"  {f'{articles} articles':38} {time.perf_counter() - started:8.1f} {seconds:8.1f}"


def main() -> None:
    """Print the parts as they come."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", nargs="+", choices=("start", "reading", "hostile", "week"), help="these parts alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts: dict[str, Callable[[], Iterator[str]]] = {
            "start": lambda: time_start(folder),
            "reading": lambda: time_reading(folder),
            "hostile": time_hostile,
            "week": lambda: time_week(folder),
        }
        for part in options.only or parts:
            for line in parts[part]():
                print(line, flush=True)
            print()


if __name__ == "__main__":
    main()
