"""The made week: stories of their own names, figures and days, the same at every run, read back as articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.week import MONDAY, write_week
from claims.articles import read_articles
from claims.model import Article
from claims.registry import load_registry

ARTICLES = 20


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "week"
    write_week(folder, ARTICLES)
    return folder


def read_texts(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in folder.rglob("*.txt")}


def test_every_article_is_read_with_its_outlet_and_day(week: Path) -> None:
    registry = load_registry(week / "sources.yaml")
    found = [article for article in read_articles([week], registry) if isinstance(article, Article)]
    assert len(found) == ARTICLES
    assert not any(article.outlet.provisional for article in found)
    days = {(article.published or "")[:10] for article in found}
    assert min(days) == MONDAY.isoformat()
    assert len(days) > 3


def test_stories_of_one_sample_differ_and_outlets_of_a_story_agree(week: Path) -> None:
    texts = read_texts(week)
    one, other = (
        {name.rpartition("/")[2]: text for name, text in texts.items() if name.startswith(story)}
        for story in ("story-000", "story-003")
    )
    assert set(one) == set(other)
    assert not set(one.values()) & set(other.values())
    assert all("Kimweri" not in text and "Tumaini" not in text for text in texts.values())
    ships = {text.partition("MV ")[2].split()[0] for name, text in one.items() if "MV " in text}
    assert len(ships) == 1


def test_the_same_number_gives_the_same_texts(week: Path, tmp_path: Path) -> None:
    write_week(tmp_path / "again", ARTICLES)
    assert read_texts(tmp_path / "again") == read_texts(week)
