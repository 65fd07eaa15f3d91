"""Figures: one measure or two, one value or two."""

from __future__ import annotations

import pytest

from claims.figures import find_figures
from claims.matching.measures import Relation, relate_figures


def relate(one: str, two: str) -> Relation:
    return relate_figures(find_figures(one)[0], find_figures(two)[0])


@pytest.mark.parametrize(
    ("one", "two", "same_measure", "same_value"),
    [
        ("At least 17 people were killed.", "The death toll stood at 19.", True, True),
        ("Nine people were killed.", "Nine people were injured.", False, True),
        ("Some 400 soldiers were killed.", "A total of 650 servicemen died.", True, False),
        ("The fire burned 1,000 acres.", "The fire burned 405 hectares.", None, True),
        ("The fee was $20 million.", "The fee was 20 million euros.", False, False),
        ("The fee was $20 million.", "The fee was 17 million euros.", None, False),
        ("Inflation was 4 percent.", "Turnout was 4 percent.", False, True),
        ("The strike killed 17 soldiers.", "Since the war began 18,000 soldiers have been killed.", False, False),
        ("The ballot covered 214,300 teachers.", "The union asked 214,300 members to vote.", None, True),
        ("The well has 9,860 tons left.", "The well has 9,860 tonnes left.", None, True),
        ("The owner spoke of 3,200.", "The spill is put at 3,200 tonnes.", None, True),
        ("Inflation was 0.2 percent.", "Inflation was 3.4 percent.", False, False),
        ("They were offered 3.2, no more.", "The firm has tabled 3.2 percent.", None, True),
        ("Thousands of children are ill.", "The study followed 48,212 children.", False, False),
        ("Hundreds of homes burned.", "Some 400 homes burned down.", True, False),
        ("Some 140 men were in the hall.", "Some 140 fans were there.", None, True),
        ("Shelters hold 22,000 people.", "Shelters hold 22,000 nationals.", None, True),
        ("Thirty trains were cancelled.", "Thirty families lost their homes.", False, True),
    ],
)
def test_relation(one: str, two: str, same_measure: bool | None, same_value: bool) -> None:
    for relation in (relate(one, two), relate(two, one)):
        assert (relation.same_measure, relation.same_value) == (same_measure, same_value)
