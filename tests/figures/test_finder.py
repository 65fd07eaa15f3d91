"""Figures of sentences: each case of cases/sentences.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.figures import find_figures
from claims.model import Figure

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "sentences.yaml").read_text(encoding="utf-8"))
PLAIN = ("text", "bound", "unit", "noun", "event", "measure", "scope", "change", "previous")


def check(figure: Figure, wanted: dict[str, Any]) -> None:
    if "low" in wanted:
        assert (figure.low, figure.high) == pytest.approx((wanted["low"], wanted["high"]))
    elif "value" in wanted:
        assert figure.value == pytest.approx(wanted["value"])
    for name in PLAIN:
        if name in wanted:
            assert getattr(figure, name) == wanted[name], name


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_sentence(case: dict[str, Any]) -> None:
    found = find_figures(case["text"])
    assert len(found) == len(case["figures"]), [figure.text for figure in found]
    for figure, wanted in zip(found, case["figures"], strict=True):
        check(figure, wanted)


def test_offsets_are_shifted() -> None:
    text = "Nine barges sank."
    (figure,) = find_figures(text, start=100)
    assert (figure.start, figure.end) == (100, 104)


def test_one_sign_between_two_numbers_belongs_to_the_first() -> None:
    first, second = find_figures("14 $ one")
    assert (first.text, first.unit) == ("14 $", "dollar")
    assert (second.text, second.unit) == ("one", None)


def test_a_range_has_no_single_value() -> None:
    (figure,) = find_figures("Between 4 and 6 barges sank.")
    assert figure.value is None
    assert figure.text == "4 and 6"
