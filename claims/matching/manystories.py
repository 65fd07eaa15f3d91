"""Links between many articles, by sparse matrices: the same links as one by one, and memory for a window of days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from claims.matching.linkage import APART, Link
from claims.matching.occasions import days_between
from claims.matching.settings import settings

if TYPE_CHECKING:
    from claims.matching.stories import Features, Side, Vector

_ROWS, _COLUMNS = 1024, 8192
"""Articles on either side of one product of matrices."""
_EPOCH = "2000-01-01"
_UNDATED = 2**40

Array = Any
Matrix = Any


class _Shelf(NamedTuple):
    """The articles in order of their days, those without one last; a row of each matrix is an article's vector."""

    numbers: Array
    days: Array
    weights: Matrix
    words: Matrix
    names: Matrix
    figures: Matrix
    norms: Array
    tells: Array


def link_many(sides: Sequence[Side]) -> list[Link]:
    """Return the links between the articles, as :func:`claims.matching.link_articles` does.

    Vectors are in grains, so sums of products are exact and the same in any order.
    """
    shelf = _fill_shelf(sides)
    links: list[Link] = []
    for one, two, likeness in _link_blocks(shelf):
        links += zip(one.tolist(), two.tolist(), likeness.tolist(), strict=True)
    return sorted(links)


def _fill_shelf(sides: Sequence[Side]) -> _Shelf:
    import numpy as np

    days = np.array([_day_of(side.features) for side in sides], dtype=np.int64)
    order = np.argsort(days, kind="stable")
    ordered = [sides[number] for number in order]
    return _Shelf(
        order,
        days[order],
        _make_matrix([side.features.weights for side in ordered]),
        _make_matrix([side.words for side in ordered]),
        _make_matrix([side.features.names for side in ordered]),
        _make_matrix([side.features.figures for side in ordered]),
        np.array([side.norm for side in ordered]),
        np.array([side.tells for side in ordered]),
    )


def _day_of(features: Features) -> int:
    return days_between(features.published, _EPOCH) if features.published else _UNDATED


def _make_matrix(vectors: Sequence[Vector]) -> Matrix:
    """Return the vectors as the rows of a sparse matrix, a column a key."""
    import numpy as np
    from scipy.sparse import csr_array

    columns: dict[str, int] = {}
    places = [columns.setdefault(key, len(columns)) for vector in vectors for key in vector]
    values = [value for vector in vectors for value in vector.values()]
    ends = np.cumsum([0, *map(len, vectors)])
    shape = (len(vectors), max(1, len(columns)))
    return csr_array((np.array(values, dtype=float), np.array(places, dtype=np.int64), ends), shape=shape)


def _link_blocks(shelf: _Shelf) -> Iterator[tuple[Array, Array, Array]]:
    """Yield the links of some articles with those before them: numbers of both, the smaller first, and likeness."""
    import numpy as np

    reach = int(settings()["days apart"])
    for first in range(0, len(shelf.days), _ROWS):
        last = min(first + _ROWS, len(shelf.days))
        dated = shelf.days[last - 1] < _UNDATED
        start = int(np.searchsorted(shelf.days, shelf.days[first] - reach)) if dated else 0
        for column in range(start, last, _COLUMNS):
            rows, columns, likeness = _link_block(shelf, (first, last), (column, min(column + _COLUMNS, last)))
            one, two = shelf.numbers[rows], shelf.numbers[columns]
            yield np.minimum(one, two), np.maximum(one, two), likeness


def _link_block(shelf: _Shelf, rows: tuple[int, int], columns: tuple[int, int]) -> tuple[Array, Array, Array]:
    import numpy as np

    product = (shelf.weights[rows[0] : rows[1]] @ shelf.weights[columns[0] : columns[1]].T).tocoo()
    one, two = product.row.astype(np.int64) + rows[0], product.col.astype(np.int64) + columns[0]
    days = shelf.days
    near = (days[one] - days[two] <= settings()["days apart"]) | (days[one] == _UNDATED)
    kept = (two < one) & near & (product.data >= settings()["faint story"])
    one, two = one[kept], two[kept]
    likeness = _judge(shelf, one, two, product.data[kept])
    linked = (likeness == APART) | (likeness >= settings()["faint story"])
    return one[linked], two[linked], likeness[linked]


def _judge(shelf: _Shelf, one: Array, two: Array, cosine: Array) -> Array:
    """Return what the names and figures make of the cosines of pairs of articles."""
    import numpy as np

    unnamed = settings()["unnamed"]
    norms = shelf.norms[one] * shelf.norms[two]
    with np.errstate(divide="ignore", invalid="ignore"):
        words = _multiply_rows(shelf.words, one, two) / norms
        told = np.maximum(_multiply_rows(shelf.names, one, two), _multiply_rows(shelf.figures, one, two))
        weighed = cosine * np.minimum(1.0, (told + unnamed) / words)
    telling = shelf.tells[one] & shelf.tells[two] & (norms > 0) & (words > unnamed)
    apart = telling & (words >= settings()["same wording"]) & (told < settings()["other names"] * words)
    return np.where(apart, APART, np.where(telling, weighed, cosine))


def _multiply_rows(matrix: Matrix, one: Array, two: Array) -> Array:
    return matrix[one].multiply(matrix[two]).sum(axis=1)
