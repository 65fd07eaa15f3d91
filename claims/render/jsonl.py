"""One claim a line, each with the articles it needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from claims.model import Article, Claim, Comparison
from claims.render.document import Document, build_article, build_claim, build_preamble
from claims.render.json import write_value


def render_jsonl(comparison: Comparison, out: TextIO) -> None:
    """Write every claim as one line that can be read without the others."""
    articles = {article.id: article for article in comparison.articles}
    out.writelines(write_value(build_line(claim, articles), out) + "\n" for claim in comparison.claims)


def build_line(claim: Claim, articles: Mapping[str, Article]) -> Document:
    """Return a claim with the articles it needs, by id among ``articles``."""
    needed = dict.fromkeys(attribution.statement.article for attribution in claim.attributions)
    return {**build_preamble(), **build_claim(claim), "articles": [build_article(articles[id_]) for id_ in needed]}
