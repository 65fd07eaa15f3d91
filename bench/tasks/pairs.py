"""Score pairs of sentences: rows with ``id``, ``a`` and ``b`` give ``{"id", "score"}``, higher for more alike.

The score is that of the words alone, weighed by all sentences of the file, of the words as they are printed, and of
their order. Unlike in matching, where rival figures belong to one claim, numbers count as words here, and small words
too: the question is whether two sentences say exactly the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import log
from typing import Any

from rapidfuzz.fuzz import ratio

from claims.figures import find_figures
from claims.matching.families import Term, find_terms
from claims.matching.frequencies import Weights
from claims.matching.score import compare_wording, weigh_terms
from claims.matching.words import content_words

Row = dict[str, Any]
Printed = Mapping[str, float]
"""The words of a sentence as printed, in lower case, with their weights."""

_WORD = re.compile(r"\w+")
_AS_PRINTED, _IN_ORDER = 1.0, 0.5
"""What the words as printed, and their order, count for beside the score of the terms."""


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the score of each pair."""
    found = list(rows)
    terms = {text: read_terms(text) for row in found for text in (row["a"], row["b"])}
    weights = Weights(terms.values())
    wordings = {text: weigh_terms(each, weights) for text, each in terms.items()}
    printed = weigh_printed(terms)
    for row in found:
        score = compare_wording(wordings[row["a"]], wordings[row["b"]])
        score += _AS_PRINTED * compare_printed(printed[row["a"]], printed[row["b"]])
        score += _IN_ORDER * ratio(row["a"].lower(), row["b"].lower()) / 100
        yield {"id": row["id"], "score": round(score / (1 + _AS_PRINTED + _IN_ORDER), 5)}


def weigh_printed(texts: Iterable[str]) -> dict[str, Printed]:
    """Return the words of each sentence, each weighing more the fewer sentences have it."""
    words = {text: set(_WORD.findall(text.lower())) for text in texts}
    counts = Counter(word for found in words.values() for word in found)
    weights = {word: log((len(words) + 1) / (count + 0.5)) for word, count in counts.items()}
    return {text: {word: weights[word] for word in found} for text, found in words.items()}


def compare_printed(one: Printed, two: Printed) -> float:
    """Return the weight of the words that both have, as a share of the heavier sentence."""
    most = max(sum(one.values()), sum(two.values()))
    return sum(weight for word, weight in one.items() if word in two) / most if most else 0.0


def read_terms(text: str) -> list[Term]:
    """Return the terms of a sentence, its numbers among them."""
    numbers = (Term(f"{figure.low:g}-{figure.high:g}", False, frozenset()) for figure in find_figures(text))
    return [*find_terms(content_words(text)), *numbers]
