"""Links against the gold of a corpus: precision, recall, and F1 of the claims that they make."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from pyarrow import parquet

from bench.scale.systems import Links

Array = Any
"""A NumPy array."""


class Gold(NamedTuple):
    """The claim and the article of each statement, and all pairs of different articles that share a claim."""

    claims: Array
    articles: Array
    pairs: Array
    """Each as one number: the smaller statement times the number of statements, plus the larger."""


class Score(NamedTuple):
    """How the links above a threshold hold."""

    precision: float
    recall: float
    claims: float
    """F1 over the pairs of statements that stand in one claim."""


def read_gold(corpus: Path) -> Gold:
    """Return the gold of a corpus."""
    table = parquet.read_table(corpus, columns=["article", "claim"])
    claims, articles = (table.column(name).to_numpy() for name in ("claim", "article"))
    return Gold(claims, articles, _pair_up(claims, articles))


def best_recall(links: Links, gold: Gold) -> float:
    """Return the recall of all links, whatever their score."""
    return _recall(_keys(links, gold), gold)


def cut_at_recall(links: Links, gold: Gold, recall: float) -> Links:
    """Return the best-scored links that reach this recall, all of them where none do."""
    order = np.argsort(-links.score, kind="stable")
    true = gold.claims[links.one[order]] == gold.claims[links.two[order]]
    reached = np.cumsum(true) / max(1, len(gold.pairs))
    count = int(np.searchsorted(reached, recall)) + 1
    lowest = links.score[order[min(count, len(order)) - 1]]
    kept = links.score >= lowest
    return Links(links.one[kept], links.two[kept], links.score[kept])


def score_links(links: Links, gold: Gold, *, grouped: bool) -> Score:
    """Return how the links hold; ``grouped`` links are claims already, others make claims by stars."""
    keys = _keys(links, gold)
    recall = _recall(keys, gold)
    precision = float((gold.claims[links.one] == gold.claims[links.two]).mean()) if len(keys) else 0.0
    if grouped:
        return Score(precision, recall, _f1(precision, recall))
    centres = form_stars(links, len(gold.claims))
    pairs = _pair_up(centres, gold.articles)
    right = gold.claims[pairs // len(gold.claims)] == gold.claims[pairs % len(gold.claims)]
    of_claims = float(right.mean()) if len(pairs) else 0.0
    return Score(precision, recall, _f1(of_claims, float(right.sum()) / max(1, len(gold.pairs))))


def form_stars(links: Links, count: int) -> Array:
    """Return the centre of each statement: the heaviest of those that no heavier one took, then the best of its own."""
    weight = np.bincount(links.one, links.score, count) + np.bincount(links.two, links.score, count)
    neighbours: dict[int, list[tuple[int, float]]] = {}
    for one, two, score in zip(links.one.tolist(), links.two.tolist(), links.score.tolist(), strict=True):
        neighbours.setdefault(one, []).append((two, score))
        neighbours.setdefault(two, []).append((one, score))
    centre = np.arange(count)
    taken: set[int] = set()
    centres: set[int] = set()
    for number in np.argsort(-weight, kind="stable").tolist():
        if number in neighbours and number not in taken:
            centres.add(number)
            taken.update(other for other, _ in neighbours[number])
    for number, found in neighbours.items():
        if number not in centres:
            best = max(((score, -other) for other, score in found if other in centres), default=None)
            centre[number] = number if best is None else -best[1]
    return centre


def _pair_up(groups: Array, articles: Array) -> Array:
    """Return all pairs of one group and of different articles, as numbers."""
    order = np.argsort(groups, kind="stable")
    cuts = np.flatnonzero(np.diff(groups[order])) + 1
    found = []
    for members in np.split(order, cuts):
        if len(members) > 1:
            ordered = np.sort(members)
            one, two = np.triu_indices(len(ordered), 1)
            apart = articles[ordered[one]] != articles[ordered[two]]
            found.append(ordered[one][apart] * len(groups) + ordered[two][apart])
    return np.concatenate(found) if found else np.empty(0, dtype=np.int64)


def _keys(links: Links, gold: Gold) -> Array:
    return links.one * len(gold.claims) + links.two


def _recall(keys: Array, gold: Gold) -> float:
    return float(np.isin(gold.pairs, keys).mean()) if len(gold.pairs) else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
