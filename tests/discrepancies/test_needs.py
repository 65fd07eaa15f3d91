"""Needs: a rule finds nothing in a pair that its needs sort out."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.discrepancies import NEEDS, RULES, Setting
from claims.discrepancies.needs import Sieve
from claims.discrepancies.rule import has_figures, has_speaker
from tests.discrepancies.test_cases import CASES, REGISTRY, attribute_sentence

SIEVE = Sieve(NEEDS)
PATHS = sorted(CASES.glob("*.yaml"))


def load_cases(path: Path) -> list[Any]:
    cases: list[Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return cases[::2] if len(cases) > 100 else cases


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_what_is_sorted_out_has_nothing(path: Path) -> None:
    for case in load_cases(path):
        (first, a), (second, b) = attribute_sentence("a", case), attribute_sentence("b", case)
        setting = Setting({first.id: first, second.id: second}, REGISTRY)
        chosen = SIEVE.choose(SIEVE.read(a, setting), SIEVE.read(b, setting))
        for kind in RULES.keys() - set(chosen):
            assert not list(RULES[kind](a, b, setting)), (kind, case)
            assert not list(RULES[kind](b, a, setting)), (kind, case)


def test_every_rule_has_needs() -> None:
    assert NEEDS.keys() == RULES.keys()
    assert all(1 <= len(way) <= 2 for ways in NEEDS.values() for way in ways)


def test_ways() -> None:
    sieve = Sieve(
        {"both": ((has_figures, has_figures),), "either": ((has_speaker,),), "one each": ((has_figures, has_speaker),)}
    )
    figures, speaker = 1, 2
    met = {(ours, theirs): set(sieve.choose(ours, theirs)) for ours, theirs in product(range(4), repeat=2)}
    assert met[0, 0] == met[figures, 0] == set()
    assert met[figures, figures] == {"both"}
    assert met[speaker, 0] == met[0, speaker] == met[speaker, speaker] == {"either"}
    assert met[figures, speaker] == met[speaker, figures] == {"either", "one each"}
    assert met[figures | speaker, figures | speaker] == {"both", "either", "one each"}
