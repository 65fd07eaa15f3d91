"""Score pairs of sentences: rows with ``id``, ``a`` and ``b`` give ``{"id", "score"}``, higher for more alike.

The score is that of the words alone, weighed by all sentences of the file. Unlike in matching, where rival figures
belong to one claim, numbers count as words here: the question is whether two sentences say exactly the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claims.dates import find_moments
from claims.figures import find_figures
from claims.matching.families import Term, find_terms
from claims.matching.frequencies import Weights
from claims.matching.score import compare_wording, weigh_terms
from claims.matching.words import content_words
from claims.model import Article, Attribution, Block, Outlet, Statement

Row = dict[str, Any]
PUBLISHED = "2010-06-15"
"""A day to resolve weekdays and bare months against, the same for all."""


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


def read_article(name: str, sentences: list[str]) -> Article:
    """Return an article of the sentences, a line and a block each."""
    blocks = []
    start = 0
    for sentence in sentences:
        blocks.append(Block("paragraph", start, start + len(sentence)))
        start += len(sentence) + 1
    outlet = Outlet(name, name, provisional=True)
    return Article(name, outlet, "\n".join(sentences), tuple(blocks), sha256=name, published=PUBLISHED)


def read_sentences(article: Article) -> list[Attribution]:
    """Return each block of the article as a statement without credit."""
    rows = []
    for number, block in enumerate(article.blocks):
        text = article.text[block.start : block.end]
        statement = Statement(article.id, number, "body", block.start, block.end, text, number, number)
        figures = tuple(find_figures(text, start=block.start))
        moments = tuple(find_moments(text, published=article.published, start=block.start))
        rows.append(Attribution(statement, article.outlet, figures=figures, moments=moments))
    return rows
