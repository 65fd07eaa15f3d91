"""Rules that read words around a place take long lines in their stride."""

import time

import pytest

from claims.discrepancies.opposites import find_opposites
from claims.discrepancies.rule import Setting
from claims.discrepancies.titles import read_titles
from tests.discrepancies.test_cases import REGISTRY, attribute_sentence

LONGEST = 2.0
"""Seconds of processor time; work that grows with the square of the length takes minutes."""


@pytest.mark.parametrize("piece", ["a-", "Minister Ingrid Falk ", "Ingrid Falk, minister ", "A", "Aa "])
def test_titles_are_read_in_linear_time(piece: str) -> None:
    start = time.process_time()
    read_titles(piece * (300_000 // len(piece)))
    assert time.process_time() - start < LONGEST


def test_many_states_are_no_burden() -> None:
    case = {"a": "The mill is closed. " + "the mill is closed " * 2000, "b": "The mill will reopen on Friday."}
    (first, a), (second, b) = attribute_sentence("a", case), attribute_sentence("b", case)
    start = time.process_time()
    assert find_opposites(a, b, Setting({first.id: first, second.id: second}, REGISTRY)) is None
    assert time.process_time() - start < LONGEST


def test_title_before_and_behind_a_name() -> None:
    assert read_titles("Finance Minister Ingrid Falk met Nils Berg, the deputy mayor of Horn, in Lund.") == {
        "Ingrid Falk": "Finance Minister",
        "Nils Berg": "deputy mayor of Horn",
    }
