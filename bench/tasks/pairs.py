"""Score pairs of sentences: rows with ``id``, ``a`` and ``b`` give ``{"id", "score"}``, higher for more alike.

The score is that of the words alone, weighed by all sentences of the file. Unlike in matching, where rival figures
belong to one claim, numbers count as words here: the question is whether two sentences say exactly the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claims.figures import find_figures
from claims.matching.families import Term, find_terms
from claims.matching.frequencies import Weights
from claims.matching.score import compare_wording, weigh_terms
from claims.matching.words import content_words

Row = dict[str, Any]


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the score of each pair."""
    found = list(rows)
    terms = {text: read_terms(text) for row in found for text in (row["a"], row["b"])}
    weights = Weights(terms.values())
    wordings = {text: weigh_terms(each, weights) for text, each in terms.items()}
    for row in found:
        yield {"id": row["id"], "score": round(compare_wording(wordings[row["a"]], wordings[row["b"]]).score, 5)}


def read_terms(text: str) -> list[Term]:
    """Return the terms of a sentence, its numbers among them."""
    numbers = (Term(f"{figure.low:g}-{figure.high:g}", False, frozenset()) for figure in find_figures(text))
    return [*find_terms(content_words(text)), *numbers]
