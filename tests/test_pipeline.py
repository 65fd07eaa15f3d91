"""The whole run on the bundled stories: what must hold whatever the rules find."""

from functools import cache
from itertools import permutations
from pathlib import Path

import pytest

from claims.articles import read_articles
from claims.model import Article, Comparison
from claims.pipeline import compare, read_attributions
from claims.registry import Registry, load_registry

SAMPLES = Path(__file__).parents[1] / "samples"
STORIES = sorted(folder for folder in SAMPLES.iterdir() if folder.is_dir())


@cache
def read_story(folder: Path) -> tuple[tuple[Article, ...], Registry]:
    registry = load_registry(folder / "sources.yaml")
    found = tuple(read_articles([folder], registry))
    assert all(isinstance(article, Article) for article in found), found
    return tuple(article for article in found if isinstance(article, Article)), registry


@cache
def compare_story(folder: Path) -> Comparison:
    return compare(*read_story(folder))


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_offsets_cut_the_text_out(folder: Path) -> None:
    comparison = compare_story(folder)
    texts = {article.id: article.text for article in comparison.articles}
    for claim in comparison.claims:
        for attribution in claim.attributions:
            text = texts[attribution.statement.article]
            for span in (attribution.statement, *attribution.figures, *attribution.moments):
                assert text[span.start : span.end] == span.text


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_order_of_articles_changes_nothing(folder: Path) -> None:
    articles, registry = read_story(folder)
    for order in list(permutations(articles))[1::7][:4]:
        assert compare(order, registry) == compare_story(folder)


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_no_two_claims_are_of_the_same_statements(folder: Path) -> None:
    articles, registry = read_story(folder)
    claims = [
        frozenset((row.statement.article, row.statement.index) for row in claim.attributions)
        for claim in compare_story(folder).claims
    ]
    read = {
        (row.statement.article, row.statement.index)
        for article in articles
        for row in read_attributions(article, registry)
    }
    assert not any(one < two or (one == two and i < j) for i, one in enumerate(claims) for j, two in enumerate(claims))
    assert frozenset().union(*claims) == read


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_claims_are_named_apart(folder: Path) -> None:
    names = [claim.id for claim in compare_story(folder).claims]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_an_unrelated_article_leaves_claim_names_alone(folder: Path) -> None:
    articles, registry = read_story(folder)
    other = read_story(STORIES[STORIES.index(folder) - 1])[0][:1]
    before = {claim.id for claim in compare_story(folder).claims if len(claim.outlets) > 1}
    after = {claim.id for claim in compare((*articles, *other), registry).claims if len(claim.outlets) > 1}
    assert before == after


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_suggestions_only_add_claims(folder: Path) -> None:
    articles, registry = read_story(folder)
    more = {claim.id: claim for claim in compare(articles, registry, suggestions=True).claims}
    sure = {claim.id: claim for claim in compare_story(folder).claims if len(claim.attributions) > 1}
    assert sure.items() <= more.items()
    added = [claim for name, claim in more.items() if len(claim.attributions) > 1 and name not in sure]
    assert all(row.match and row.match.level == "suggested" for claim in added for row in claim.attributions)


def test_stories_have_suggestions() -> None:
    claims = [claim for folder in STORIES for claim in compare(*read_story(folder), suggestions=True).claims]
    assert any(row.match and row.match.level == "suggested" for claim in claims for row in claim.attributions)


def test_no_articles_are_no_claims() -> None:
    assert compare((), Registry()) == Comparison((), ())
