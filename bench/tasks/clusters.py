"""Group sentences of several documents: a topic gives ``{"topic", "pairs", "clusters"}`` in the sentences' own numbers.

``pairs`` are scored links of sentences of different documents, ``clusters`` the groups that matching makes of them,
both levels. The topic counts as one story, whatever days its documents are of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bench.tasks.pairs import read_article, read_sentences
from claims.matching import match_statements
from claims.matching.pairing import compare_all
from claims.matching.profiles import read_profiles

Row = dict[str, Any]


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the links and groups of each topic."""
    for row in rows:
        articles = [read_article(doc["doc_id"], doc["sentences"]) for doc in row["docs"]]
        found = [read_sentences(article) for article in articles]
        profiles = read_profiles(found, articles)
        spots = [[articles[profile.spot.article].id, profile.spot.attribution] for profile in profiles]
        pairs = [
            [spots[i], spots[j], round(pair.score, 5)]
            for (i, j), pair in compare_all(profiles).items()
            if spots[i][0] != spots[j][0] and not pair.barred
        ]
        groups = match_statements(found, articles)
        clusters = [[[articles[m.article].id, m.attribution] for m in group.members] for group in groups]
        yield {"topic": row["topic"], "pairs": pairs, "clusters": clusters}
