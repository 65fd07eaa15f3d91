"""Link sentences of several documents: a topic gives ``{"topic", "pairs"}``, each link with its score.

The links are those that matching would look at, scored by their words, numbers among them: the gold of such sets links
sentences on one event whatever they say of it, so figures, gates and rivals that part one event's facts stay out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bench.tasks.pairs import read_terms
from claims.matching.frequencies import Weights
from claims.matching.merging import Linkage, allow_all, merge_linked
from claims.matching.score import compare_wording, weigh_terms

Row = dict[str, Any]
BAR, AVERAGE = 0.36, 0.7
"""Score of a link that may merge two groups, and the share of it that their average must reach. Higher than for
claims: where words alone tell, the facts of one topic are near one another."""

LEAST = 0.1
"""Links below are not worth listing."""


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the links of each topic."""
    for row in rows:
        links = list(link_sentences(row["docs"]))
        yield {"topic": row["topic"], "pairs": links, "clusters": group_sentences(links)}


def group_sentences(links: Sequence[list[Any]]) -> list[list[list[Any]]]:
    """Return the groups that the links make, merged as in matching, but on words alone and without gates."""
    spots = sorted({tuple(spot) for one, two, _ in links for spot in (one, two)})
    number = {spot: place for place, spot in enumerate(spots)}
    documents = {document: place for place, document in enumerate(sorted({spot[0] for spot in spots}))}
    scores = {}
    for one, two, score in links:
        i, j = sorted((number[tuple(one)], number[tuple(two)]))
        scores[i, j] = score
    linkage = Linkage(scores, [documents[spot[0]] for spot in spots], BAR, AVERAGE)
    groups = merge_linked(range(len(spots)), scores, linkage, allow_all)
    return [[list(spots[place]) for place in members] for members in groups]


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
                score = compare_wording(wordings[i], wordings[j])
                if score >= LEAST:
                    yield [spots[i], spots[j], round(score, 5)]
