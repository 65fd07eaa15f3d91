"""Ours and other systems on one job: which statements of different articles say the same.

Each takes a :class:`Statements` and returns :class:`Links`, scored so that a threshold trades precision for recall.
Libraries are used as their documentation shows, with the settings named here; each is loaded only by its own function.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np

_WORD = re.compile(r"\w+")
Array = Any
"""A NumPy array."""


class Statements(NamedTuple):
    """A corpus without its gold: one entry a statement, numbered from 0."""

    texts: list[str]
    articles: Array
    outlets: Array
    days: Array


class Links(NamedTuple):
    """Pairs of statements, the smaller number first, of different articles, with their scores."""

    one: Array
    two: Array
    score: Array


def collect(pairs: Iterable[tuple[int, int, float]], articles: Array) -> Links:
    """Return the pairs as arrays, each once, those within one article left out."""
    numbers = (number for pair in pairs if pair[0] != pair[1] for number in pair)
    found = np.fromiter(numbers, dtype=np.float64).reshape(-1, 3)
    one = np.minimum(found[:, 0], found[:, 1]).astype(np.int64)
    two = np.maximum(found[:, 0], found[:, 1]).astype(np.int64)
    _, first = np.unique(one * len(articles) + two, return_index=True)
    kept = first[articles[one[first]] != articles[two[first]]]
    return Links(one[kept], two[kept], found[kept, 2])


def run_token_set_ratio(statements: Statements) -> Links:
    """Every pair by rapidfuzz's ``process.cdist``, in blocks; the naive way."""
    from rapidfuzz import fuzz, process

    texts = [text.lower() for text in statements.texts]

    def pairs() -> Iterator[tuple[int, int, float]]:
        for start in range(0, len(texts), 500):
            scores = process.cdist(
                texts[start : start + 500], texts, scorer=fuzz.token_set_ratio, score_cutoff=50, workers=2
            )
            for row, column in zip(*np.nonzero(scores), strict=True):
                if start + row < column:
                    yield start + int(row), int(column), float(scores[row, column])

    return collect(pairs(), statements.articles)


def run_datasketch(statements: Statements) -> Links:
    """MinHash of words, 84 permutations in 42 bands of two rows; scored by the estimated Jaccard index."""
    from datasketch import MinHash, MinHashLSH

    words = [[word.encode() for word in set(_WORD.findall(text.lower()))] for text in statements.texts]
    hashes = list(MinHash.generator(words, num_perm=84))
    index = MinHashLSH(num_perm=84, params=(42, 2))

    def pairs() -> Iterator[tuple[int, int, float]]:
        for number, each in enumerate(hashes):
            for other in index.query(each):
                yield int(other), number, each.jaccard(hashes[int(other)])
            index.insert(number, each)

    return collect(pairs(), statements.articles)


def run_rensa(statements: Statements) -> Links:
    """R-MinHash of words, 180 permutations in 60 bands of three rows; scored by the estimated Jaccard index."""
    from rensa import RMinHash, RMinHashLSH

    hashes = []
    for text in statements.texts:
        each = RMinHash(num_perm=180, seed=42)
        each.update(sorted(set(_WORD.findall(text.lower()))))
        hashes.append(each)
    index = RMinHashLSH(threshold=0.2, num_perm=180, num_bands=60)

    def pairs() -> Iterator[tuple[int, int, float]]:
        for number, each in enumerate(hashes):
            for other in index.query(each):
                yield other, number, each.jaccard(hashes[other])
            index.insert(number, each)

    return collect(pairs(), statements.articles)


def run_sparse_dot_topn(statements: Statements) -> Links:
    """Cosines of TF-IDF vectors of words, the 60 best of each statement above .15."""
    from scipy.sparse import csr_matrix
    from sparse_dot_topn import sp_matmul_topn

    tokens = [Counter(_WORD.findall(text.lower())) for text in statements.texts]
    counts = Counter(word for found in tokens for word in found)
    columns = {word: place for place, word in enumerate(counts)}
    idf = np.log(len(tokens) / np.array(list(counts.values()))) + 1
    lengths = [len(found) for found in tokens]
    column = np.array([columns[word] for found in tokens for word in found])
    row = np.repeat(np.arange(len(tokens)), lengths)
    value = idf[column] * np.array([count for found in tokens for count in found.values()])
    norms = np.sqrt(np.bincount(row, weights=value * value, minlength=len(tokens)))
    matrix = csr_matrix((value / norms[row], (row, column)), shape=(len(tokens), len(columns)))
    best = sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=60, threshold=0.15, n_threads=2).tocoo()
    return collect(zip(best.row.tolist(), best.col.tolist(), best.data.tolist(), strict=True), statements.articles)


def run_tantivy(statements: Statements) -> Links:
    """The 50 best by BM25 for the words of each statement, stemmed; scored against the statement's own score."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True, fast=True)
    builder.add_text_field("text", tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer(num_threads=2)
    for number, text in enumerate(statements.texts):
        writer.add_document(tantivy.Document(number=number, text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def pairs() -> Iterator[tuple[int, int, float]]:
        for number, text in enumerate(statements.texts):
            query = index.parse_query(" ".join(_WORD.findall(text.lower())), ["text"])
            hits = searcher.search(query, 50).hits
            best = hits[0][0] if hits else 1.0
            for score, address in hits:
                yield number, searcher.doc(address)["number"][0], score / best

    return collect(pairs(), statements.articles)


def run_splink(statements: Statements) -> Links:
    """Splink on DuckDB, untrained: blocked on each of the six rarest words, levels by how many words are shared."""
    import pyarrow as pa
    import splink.comparison_library as comparisons
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    tokens = [sorted(set(_WORD.findall(text.lower()))) for text in statements.texts]
    counts = Counter(word for found in tokens for word in found)
    rare = [sorted(found, key=lambda word: (counts[word], word))[:6] for found in tokens]
    table = pa.table({"unique_id": list(range(len(tokens))), "words": tokens, "rare": rare})
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on("rare", arrays_to_explode=["rare"])],
        comparisons=[comparisons.ArrayIntersectAtSizes("words", [16, 12, 9, 7, 5, 4, 3])],
        retain_intermediate_calculation_columns=False,
    )
    linker = Linker(DuckDBAPI().register(table), settings, log_level=None)
    found = linker.inference.predict().as_pyarrow_table()
    columns = (found.column(name).to_pylist() for name in ("unique_id_l", "unique_id_r", "match_weight"))
    return collect(zip(*columns, strict=True), statements.articles)


def run_ours(statements: Statements) -> Links:
    """``factcheck``: the claims of the articles; scored by the lower of the two matches."""
    from bench.scale.ours import find_claims

    def pairs() -> Iterator[tuple[int, int, float]]:
        for claim in find_claims(statements):
            for (one, first), (two, second) in combinations(claim, 2):
                yield one, two, min(first, second)

    return collect(pairs(), statements.articles)


def run_ours_in_files(statements: Statements) -> Links:
    """``factcheck`` from Parquet to Parquet with two workers: memory for a bucket of articles, not for all."""
    from bench.scale.ours import find_claims_in_files

    claims = find_claims_in_files(statements)
    return collect(((one, two, 1.0) for claim in claims for one, two in combinations(claim, 2)), statements.articles)


SYSTEMS: dict[str, Callable[[Statements], Links]] = {
    "factcheck": run_ours,
    "factcheck, files": run_ours_in_files,
    "rapidfuzz token_set_ratio": run_token_set_ratio,
    "datasketch": run_datasketch,
    "rensa": run_rensa,
    "sparse_dot_topn": run_sparse_dot_topn,
    "splink": run_splink,
    "tantivy": run_tantivy,
}
