"""Score the grouping of articles in stories: ``python -m bench.stories SET ...``.

A set is a folder of stories, each a folder of articles with the ``sources.yaml`` of their outlets in it or beside it;
``week`` is a generated week of 200 articles. All articles of a set are put in one pot. A pair of articles is right
where both are of one folder: precision falls where stories are joined, recall where one is torn apart.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from bench.week import write_week
from claims.articles import read_articles
from claims.matching import group_stories
from claims.model import Article, Attribution
from claims.pipeline import read_attributions
from claims.registry import load_registry

WEEK_ARTICLES = 200


class Told(NamedTuple):
    """An article with the story it is of, and its attributions."""

    story: str
    article: Article
    rows: Sequence[Attribution]


class Score(NamedTuple):
    """How well the stories found are those told."""

    articles: int
    stories: int
    found: int
    precision: float
    recall: float


def read_set(folder: Path) -> Iterator[Told]:
    """Yield the articles of a set."""
    for story in sorted(path for path in folder.iterdir() if path.is_dir()):
        sources = next(path / "sources.yaml" for path in (story, folder) if (path / "sources.yaml").is_file())
        registry = load_registry(sources)
        paths = sorted(path for path in story.iterdir() if path.suffix != ".yaml")
        for article in read_articles(paths, registry):
            if isinstance(article, Article):
                yield Told(story.name, article, read_attributions(article, registry))


def score_stories(told: Sequence[Told], stories: Sequence[Sequence[int]]) -> Score:
    """Compare the stories found with those told, by pairs of articles."""
    gold = {pair for pair in combinations(range(len(told)), 2) if told[pair[0]].story == told[pair[1]].story}
    found = {pair for story in stories for pair in combinations(story, 2)}
    right = len(gold & found)
    number = len({each.story for each in told})
    return Score(len(told), number, len(stories), right / max(1, len(found)), right / max(1, len(gold)))


def main() -> None:
    """Print a line for each set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sets", nargs="+", metavar="SET", help="a folder of stories, or week")
    print(f"{'set':24} {'articles':>8} {'stories':>8} {'found':>6} {'precision':>10} {'recall':>7} {'CPU s':>6}")
    with tempfile.TemporaryDirectory() as name:
        for given in parser.parse_args().sets:
            folder = Path(given)
            if given == "week":
                folder = Path(name) / "week"
                write_week(folder, WEEK_ARTICLES)
            told = list(read_set(folder))
            started = time.process_time()
            stories = group_stories([each.rows for each in told], [each.article for each in told])
            seconds = time.process_time() - started
            row = score_stories(told, stories)
            print(
                f"{folder.name:24} {row.articles:8} {row.stories:8} {row.found:6} "
                f"{row.precision:10.3f} {row.recall:7.3f} {seconds:6.2f}"
            )


if __name__ == "__main__":
    main()
