"""Our own side of the benches of scale: a corpus as articles, and the claims they make."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
from pyarrow import parquet

from claims.articles import Source, read_rows
from claims.engines import start_workers
from claims.engines.local import compare
from claims.engines.plan import compare_files
from claims.model import Article
from claims.pipeline import Alone
from claims.registry import Registry

if TYPE_CHECKING:
    from bench.scale.systems import Statements

FIRST_DAY = date(2026, 1, 1)
WORKERS = 2
ARTICLES_A_GROUP = 200
_BATCH = 10_000
"""Articles whose places are looked up together."""

stages: dict[str, float] = {}
"""Seconds by the clock of each stage of the last run."""


def list_rows(statements: Statements) -> Iterator[dict[str, str]]:
    """Yield the articles of a corpus as rows of a table, one paragraph a statement."""
    columns = (statements.articles.tolist(), statements.outlets.tolist(), statements.days.tolist(), statements.texts)
    for _, told in groupby(zip(*columns, strict=True), key=lambda row: row[0]):
        _, outlets, days, texts = zip(*told, strict=True)
        published = str(FIRST_DAY + timedelta(days[0]))
        yield {"outlet": f"Outlet {outlets[0]}", "published": published, "text": "\n\n".join(texts)}


def write_articles(path: Path, statements: Statements) -> None:
    """Write the articles of a corpus as a Parquet file."""
    parquet.write_table(pa.Table.from_pylist(list(list_rows(statements))), path, row_group_size=ARTICLES_A_GROUP)


def find_claims(statements: Statements) -> Iterator[list[tuple[int, float]]]:
    """Yield the claims of several statements: the number of each statement with the score of its match."""
    started = time.perf_counter()
    articles = list(_read(statements))
    places = _find_places(statements, articles)
    stages.clear()
    stages["reading text"] = time.perf_counter() - started

    clock = _StageClock()
    comparison = compare(articles, Alone(Registry()), progress=clock.tell)
    clock.tell("", 0, 0)
    for claim in comparison.claims:
        found: dict[int, float] = {}
        for row in claim.attributions:
            number = _find_statement(places[row.statement.article], row.statement.start)
            found[number] = max(found.get(number, 0.0), row.match.score if row.match else 0.0)
        if len(found) > 1:
            yield sorted(found.items())


def find_claims_in_files(statements: Statements) -> Iterator[list[int]]:
    """Yield the claims of several statements, by their numbers, that are found from Parquet to Parquet."""
    stages.clear()
    with tempfile.TemporaryDirectory() as name:
        source, target = Path(name) / "in", Path(name) / "out"
        source.mkdir()
        write_articles(source / "articles.parquet", statements)
        clock = _StageClock()
        with closing(start_workers("local", None, WORKERS)) as workers:
            compare_files(str(source), str(target), Registry(), workers, progress=clock.tell)
        clock.tell("", 0, 0)
        places = _find_places(statements, _read(statements))
        for path in sorted((target / "attributions").iterdir()):
            table = parquet.read_table(path, columns=["claim", "article", "start"]).to_pylist()
            for _, rows in groupby(table, key=lambda row: row["claim"]):
                found = {_find_statement(places[row["article"]], row["start"]) for row in rows}
                if len(found) > 1:
                    yield sorted(found)


def _read(statements: Statements) -> Iterator[Article]:
    rows = list_rows(statements)
    while batch := list(islice(rows, _BATCH)):
        found = read_rows(batch, Source("corpus", Registry()))
        yield from (article for article in found if isinstance(article, Article))


class _StageClock:
    """Notes how long each stage takes, as the progress of a comparison tells it."""

    def __init__(self) -> None:
        self._stage, self._begun = "", 0.0

    def tell(self, stage: str, done: int, total: int) -> None:  # noqa: ARG002 - the signature of a progress callback
        if stage != self._stage:
            now = time.perf_counter()
            if self._stage:
                stages[self._stage] = now - self._begun
            self._stage, self._begun = stage, now


Places = list[tuple[int, int]]
"""Of one article: where each statement of the corpus starts, and its number, in order."""


def _find_places(statements: Statements, articles: Iterable[Article]) -> dict[str, Places]:
    places: dict[str, Places] = {}
    told = groupby(range(len(statements.texts)), key=statements.articles.tolist().__getitem__)
    for article, (_, numbers) in zip(articles, told, strict=True):
        end = 0
        found = places.setdefault(article.id, [])
        for number in numbers:
            start = article.text.index(" ".join(statements.texts[number].split())[:20], end)
            found.append((start, number))
            end = start + 1
    return places


def _find_statement(places: Places, start: int) -> int:
    return max((place for place in places if place[0] <= start), default=places[0])[1]
