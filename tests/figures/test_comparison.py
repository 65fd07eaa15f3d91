"""Verdicts on two figures: each case of cases/comparisons.yaml, and what same_measure says."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.figures import Setting, compare_figures, find_figures, same_measure, word_figure

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "comparisons.yaml").read_text(encoding="utf-8"))
MIRRORED = ("speakers", "said_on", "published")


def settle(case: dict[str, Any], *, swap: bool = False) -> Setting:
    pairs = {name: tuple(case[name][::-1] if swap else case[name]) for name in MIRRORED if name in case}
    return Setting(revised=case.get("revised", False), versions=case.get("versions", False), **pairs)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['verdict']}: {case['a']} / {case['b']}" for case in CASES])
def test_verdict_both_ways(case: dict[str, Any]) -> None:
    a, b = find_figures(case["a"])[0], find_figures(case["b"])[0]
    verdict = compare_figures(a, b, settle(case))
    assert verdict.kind == case["verdict"], verdict.reason
    assert compare_figures(b, a, settle(case, swap=True)).kind == case["verdict"]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Seven clerks were killed.", "Nine clerks were killed.", True),
        ("Seven clerks were killed.", "Seven clerks were wounded.", False),
        ("Seven soldiers were killed.", "Nine servicemen died.", True),
        ("Seven soldiers were killed.", "Nine civilians were killed.", False),
        ("Seven soldiers were killed.", "Nine people were killed.", None),
        ("About 200 passengers were hurt.", "214 people were hurt.", None),
        ("1,200 jobs will go.", "1,200 positions will go.", True),
        ("Police put the figure at 900.", "Nine clerks were killed.", None),
        ("Turnout was 4%.", "Inflation was 4%.", False),
        ("Turnout was 4%.", "Turnout was 40 percent.", True),
        ("The pier cost 4 million euros.", "The pier cost 4 million pounds.", False),
        ("The fee is 4 million euros.", "They add four million in bonuses.", None),
        ("Nine clerks died in the raid.", "900 clerks died in the war.", False),
        ("Nine clerks died.", "900 clerks died in the war.", None),
        ("In May 2030 a raid killed nine clerks.", "In June 2031 a raid killed nine clerks.", False),
    ],
)
def test_same_measure(a: str, b: str, same: bool | None) -> None:
    first, second = find_figures(a)[0], find_figures(b)[0]
    assert same_measure(first, second) is same
    assert same_measure(second, first) is same


def test_the_earlier_value_is_an_update() -> None:
    new, old = find_figures("The death toll rose to 17 from 14.")
    verdict = compare_figures(new, old)
    assert verdict.kind == "updated"
    assert "earlier value" in verdict.reason


def test_a_later_version_is_named_as_the_reason() -> None:
    (old,), (new,) = find_figures("The fine is 40 crowns."), find_figures("The fine is 60 crowns.")
    assert "later version" in compare_figures(old, new, Setting(versions=True)).reason


def test_a_lower_count_with_its_hour_was_replaced() -> None:
    early = replace(find_figures("The fire burned 9,000 acres.")[0], as_of="2031-05-01T05:00")
    late = find_figures("The fire burned 12,000 acres.")[0]
    assert compare_figures(early, late).kind == "updated"
    assert compare_figures(replace(early, as_of="2031-05-01"), late).kind == "conflict"


def test_reasons_name_both_values() -> None:
    a, b = find_figures("About 1.2 million eggs were sold.")[0], find_figures("1,350,000 eggs were sold.")[0]
    assert compare_figures(a, b).reason == "two values of one thing: about 1.2 million eggs and 1.35 million eggs"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("More than 46,000 eggs were sold.", "at least 46,000 eggs"),
        ("Between 25,000 and 30,000 eggs were sold.", "25,000 to 30,000 eggs"),
        ("About 34 per cent were sold.", "about 34 percent"),
        ("It cost $1.5bn.", "1.5 billion dollars"),
        ("One in five was sold.", "one in five"),
        ("It rose 1 percentage point.", "1 percentage point"),
        ("The mast is 40 feet tall.", "40 feet"),
    ],
)
def test_word_figure(text: str, words: str) -> None:
    assert word_figure(find_figures(text)[0]) == words
