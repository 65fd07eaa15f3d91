"""Small articles for the tests of matching: sentences in, articles with their attributions out."""

from __future__ import annotations

from collections.abc import Sequence

from claims.dates import find_moments
from claims.figures import find_figures
from claims.matching.neighbours import Pair
from claims.matching.pairing import Lineup
from claims.matching.profiles import Profile, read_profiles
from claims.model import Article, Attribution, Block, Credit, Outlet, Speaker, Statement

DAY = "2026-03-10"


def make_article(
    name: str, sentences: Sequence[str], published: str | None = DAY, headline: str | None = None
) -> Article:
    """Return an article of the sentences, a block each."""
    blocks, start = [], 0
    for sentence in sentences:
        blocks.append(Block("paragraph", start, start + len(sentence)))
        start += len(sentence) + 1
    text = "\n".join(sentences)
    return Article(name, Outlet(name, name), text, tuple(blocks), name, published=published)


def make_rows(article: Article, credited: dict[int, Credit] | None = None) -> list[Attribution]:
    """Return a statement for each block, all of one paragraph, with figures and dates."""
    rows = []
    for number, block in enumerate(article.blocks):
        text = article.text[block.start : block.end]
        statement = Statement(article.id, number, "body", block.start, block.end, text, number, 0)
        figures = tuple(find_figures(text, start=block.start))
        moments = tuple(find_moments(text, published=article.published, start=block.start))
        credit = (credited or {}).get(number, Credit())
        rows.append(Attribution(statement, article.outlet, credit, figures=figures, moments=moments))
    return rows


def make_quote(name: str) -> Credit:
    """Return the credit of a direct quotation."""
    return Credit(Speaker(name.lower(), name, name), "said", "direct")


def make_credit(article: Article, name: str, after: str) -> Credit:
    """Return the credit of a paraphrase: what stands behind a phrase of the article, to the end, is credited."""
    start = article.text.index(after) + len(after)
    return Credit(Speaker(name.lower(), name, name), "said", "indirect", words=((start, len(article.text)),))


def make_pair(a: str, b: str, published: str = DAY, *, direct: bool = False) -> tuple[Profile, Profile]:
    """Return the profiles of two sentences of two articles."""
    articles = [make_article("north", [a], published), make_article("south", [b], published)]
    credited = {0: make_quote("Ada Lind")} if direct else {}
    one, two = read_profiles([make_rows(article, credited) for article in articles], articles)
    return one, two


def score_pair(a: Profile, b: Profile) -> Pair:
    """Return what two statements come to that stand alone."""
    return Lineup((a, b)).score(0, 1)
