"""Small stories: what must be one claim is one, and nothing else is."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.matching import match_statements
from tests.matching.stories import make_article, make_credit, make_rows

CASES = yaml.safe_load((Path(__file__).parent / "claims.yaml").read_text(encoding="utf-8"))
Links = set[tuple[str, str]]


def link(groups: list[list[str]]) -> Links:
    pairs = (tuple(sorted(pair)) for group in groups for pair in combinations(group, 2))
    return {(one, two) for one, two in pairs if one.split()[0] != two.split()[0]}


def find_groups(articles: dict[str, list[str]], level: str = "confirmed") -> list[list[str]]:
    made = [make_article(name, sentences) for name, sentences in articles.items()]
    groups = match_statements([make_rows(article) for article in made], made)
    return [
        [f"{made[m.article].id} {m.attribution}" for m in group.members] for group in groups if group.level == level
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["story"])
def test_story(case: dict[str, Any]) -> None:
    assert link(find_groups(case["articles"])) == link(case["together"])


def test_short_statements_are_only_suggested() -> None:
    articles = {"north": ["The road was closed."], "south": ["Crews cleared the old road."]}
    names = {name: [*sentences, "Heavy snow fell on Mount Arden overnight."] for name, sentences in articles.items()}
    assert ["north 0", "south 0"] not in find_groups(names)
    assert ["north 0", "south 0"] in find_groups(names, "suggested")


def test_short_statements_that_are_nearly_equal_make_a_claim() -> None:
    articles = {"north": ["The road was closed."], "south": ["The road is closed."]}
    names = {name: [*sentences, "Heavy snow fell on Mount Arden overnight."] for name, sentences in articles.items()}
    assert ["north 0", "south 0"] in find_groups(names)


def test_one_speaker_makes_no_claim() -> None:
    north = [
        "A fire at the Orvell paper mill stopped all production on Monday.",
        "Mill manager Tomas Brink said the plant would run again by Thursday.",
    ]
    south = [
        "Production at the Orvell paper mill stopped after a fire on Monday.",
        "The mill's manager, Tomas Brink, said he would never sell the forest.",
    ]
    made = [make_article("north", north), make_article("south", south)]
    rows = [make_rows(article, {1: make_credit(article, "Tomas Brink", after="said ")}) for article in made]
    groups = [group for group in match_statements(rows, made) if group.level == "confirmed"]
    assert [[(m.article, m.attribution) for m in group.members] for group in groups] == [[(0, 0), (1, 0)]]
