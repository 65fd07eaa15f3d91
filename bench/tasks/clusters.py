"""Link sentences of several documents: a topic gives ``{"topic", "pairs"}``, each link with its score.

The links are those that matching would look at, scored by their words, numbers among them: the gold of such sets links
sentences on one event whatever they say of it, so figures, gates and rivals that part one event's facts stay out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bench.tasks.pairs import read_terms
from claims.matching.frequencies import Weights
from claims.matching.score import compare_wording, weigh_terms

Row = dict[str, Any]
LEAST = 0.1
"""Links below are not worth listing."""


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the links of each topic."""
    for row in rows:
        yield {"topic": row["topic"], "pairs": list(link_sentences(row["docs"]))}


def link_sentences(documents: Iterable[Row]) -> Iterator[list[Any]]:
    """Yield ``[[document, number], [document, number], score]`` for the sentences that were judged."""
    spots, terms, judged = [], [], []
    for document in documents:
        for number, sentence in enumerate(document["sentences"]):
            spots.append([document["doc_id"], number])
            terms.append(read_terms(sentence))
            judged.append(number in document.get("eval_sents", range(len(document["sentences"]))))
    weights = Weights(terms)
    wordings = [weigh_terms(found, weights) for found in terms]
    for j in range(len(spots)):
        for i in range(j):
            if judged[i] and judged[j] and spots[i][0] != spots[j][0]:
                score = compare_wording(wordings[i], wordings[j]).score
                if score >= LEAST:
                    yield [spots[i], spots[j], round(score, 5)]
