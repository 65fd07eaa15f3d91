"""Stories: which articles meet at all."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

from bench.week import read_samples, write_week
from claims.articles import read_articles
from claims.matching import link_articles, read_features
from claims.matching.linkage import APART
from claims.matching.stories import group_stories
from claims.model import Article
from claims.pipeline import read_attributions
from claims.registry import load_registry
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


def retell(sentences: list[str], names: dict[str, str]) -> list[str]:
    return [re.sub("|".join(names), lambda match: names[match[0]], sentence) for sentence in sentences]


FLOOD = [
    "Three days of rain flooded the town of Norvik and 400 families left their homes, mayor Ilka Brenn said.",
    "The river Orna burst its banks at Tolsund and carried a bridge away before dawn.",
    "Brenn asked the government in Marstad for tents, blankets and drinking water.",
    "In Norvik the water stood a metre high in the market hall, and boats brought out the patients of a clinic.",
]
NAMES = {"Norvik": "Pelham", "Ilka": "Joan", "Brenn": "Askew", "Orna": "Wend", "Tolsund": "Carrow", "Marstad": "Loxton"}


def test_the_same_wording_about_other_places_and_people_is_another_story() -> None:
    other = make_article("b", retell(FLOOD, NAMES))
    articles = (
        make_article("a", FLOOD),
        other,
        make_article("c", FLOOD[:3]),
        make_article("d", retell(FLOOD[1:], NAMES)),
    )
    assert group(*articles) == [[0, 2], [1, 3]]


def test_nearly_the_same_wording_about_others_keeps_apart() -> None:
    articles = (make_article("a", FLOOD), make_article("b", retell(FLOOD, NAMES)))
    features = [read_features(make_rows(article), article) for article in articles]
    assert link_articles(features) == [(0, 1, APART)]


def test_spellings_of_a_name_are_one_name() -> None:
    spelled = make_article("b", retell(FLOOD, {"Tolsund": "Tolsundet", "Marstad": "Marstadt"}))
    assert group(make_article("a", FLOOD), spelled) == [[0, 1]]


def test_features_are_plain_values() -> None:
    article = make_article("a", FLOOD, headline="Flood in Norvik")
    features = read_features(make_rows(article), article)
    assert json.loads(json.dumps(asdict(features))) == asdict(features)
    assert {"norvik", "orna", "tolsun"} <= features.names.keys()
    assert sum(weight**2 for weight in features.weights.values()) > 0.99


def test_words_that_also_stand_in_lower_case_are_no_names() -> None:
    article = make_article("a", [*FLOOD, "The Clinic and the River Orna were named after a saint."])
    assert not {"clinic", "river"} & read_features(make_rows(article), article).names.keys()


def test_each_happening_of_a_week_is_a_story_of_its_own(tmp_path: Path) -> None:
    count = 4 * sum(map(len, read_samples()))
    write_week(tmp_path, count)
    registry = load_registry(tmp_path / "sources.yaml")
    articles = [found for found in read_articles([tmp_path], registry) if isinstance(found, Article)]
    stories = group_stories([read_attributions(article, registry) for article in articles], articles)
    told = [{Path(articles[number].path or "").parent.name for number in story} for story in stories]
    assert len(articles) == count
    assert sorted(map(sorted, told)) == sorted([name] for name in {name for names in told for name in names})
