"""Stories: which articles meet at all."""

from __future__ import annotations

from claims.matching.stories import group_stories
from claims.model import Article
from tests.matching.stories import make_article, make_rows

QUAKE = [
    "An earthquake shook the Sarvan valley early on Monday and 40 people were killed, the interior ministry said.",
    "Rescuers from Belmora searched the ruins of Old Sarvan.",
]
RETOLD = [
    "Forty people have died in the quake in the Sarvan valley.",
    "In Old Sarvan the church fell in; teams came from Belmora.",
]
CUP = ["Rovers won the cup in Tarn after extra time.", "Their captain Ilse Brandt scored twice."]


def group(*articles: Article) -> list[list[int]]:
    return group_stories([make_rows(article) for article in articles], articles)


def test_articles_on_one_happening_meet() -> None:
    articles = (make_article("a", QUAKE), make_article("b", CUP), make_article("c", RETOLD))
    assert group(*articles) == [[0, 2], [1]]


def test_last_years_quake_never_meets_this_years() -> None:
    assert group(make_article("a", QUAKE, "2026-03-10"), make_article("b", QUAKE, "2025-03-10")) == [[0], [1]]


def test_a_story_may_run_on_for_weeks() -> None:
    days = ("2026-03-01", "2026-03-09", "2026-03-17")
    assert group(*(make_article(day, QUAKE, day) for day in days)) == [[0, 1, 2]]


def test_articles_without_a_day_meet_by_their_words() -> None:
    assert group(make_article("a", QUAKE, None), make_article("b", RETOLD, "2026-03-10")) == [[0, 1]]


def test_an_empty_article_is_a_story_of_its_own() -> None:
    assert group(make_article("a", []), make_article("b", QUAKE)) == [[0], [1]]
