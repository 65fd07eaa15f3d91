"""Our own side of the benches of scale: a corpus as articles, and the claims they make."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.articles import Source, read_rows
from claims.engines.local import compare
from claims.model import Article
from claims.pipeline import Alone
from claims.registry import Registry

if TYPE_CHECKING:
    from bench.scale.systems import Statements

FIRST_DAY = date(2026, 1, 1)

stages: dict[str, float] = {}
"""Seconds by the clock of each stage of the last run."""


def list_rows(statements: Statements) -> list[dict[str, str]]:
    """Return the articles of a corpus as rows of a table, one paragraph a statement."""
    rows: dict[int, dict[str, str]] = {}
    columns = (statements.articles.tolist(), statements.outlets.tolist(), statements.days.tolist(), statements.texts)
    for article, outlet, day, text in zip(*columns, strict=True):
        row = rows.setdefault(article, {"outlet": f"Outlet {outlet}", "published": str(FIRST_DAY + timedelta(day))})
        row["text"] = f"{row['text']}\n\n{text}" if "text" in row else text
    return list(rows.values())


def find_claims(statements: Statements) -> Iterator[list[tuple[int, float]]]:
    """Yield the claims of several statements: the number of each statement with the score of its match."""
    started = time.perf_counter()
    rows = list_rows(statements)
    articles = [article for article in read_rows(rows, Source("corpus", Registry())) if isinstance(article, Article)]
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


def _find_places(statements: Statements, articles: list[Article]) -> dict[str, Places]:
    numbers = iter(range(len(statements.texts)))
    places: dict[str, Places] = {}
    counts: dict[int, int] = {}
    for article in statements.articles.tolist():
        counts[article] = counts.get(article, 0) + 1
    for article, count in zip(articles, counts.values(), strict=True):
        end = 0
        found = places.setdefault(article.id, [])
        for _ in range(count):
            number = next(numbers)
            start = article.text.index(" ".join(statements.texts[number].split())[:20], end)
            found.append((start, number))
            end = start + 1
    return places


def _find_statement(places: Places, start: int) -> int:
    return max((place for place in places if place[0] <= start), default=places[0])[1]
