"""What the examples in docstrings may call: two outlets' sentences, and what a rule says of them."""

from collections.abc import Callable
from typing import Any

import pytest


def compare_sentences(kind: str, a: str | dict[str, Any], b: str | dict[str, Any]) -> None:
    """Print what the rule of this kind reports of a sentence of Northern Wire and one of Harbour Post."""
    from claims.discrepancies import RULES, Setting
    from tests.discrepancies.test_cases import REGISTRY, attribute_sentence

    (first, one), (second, two) = (attribute_sentence(side, {"a": a, "b": b}) for side in "ab")
    found = RULES[kind](one, two, Setting({first.id: first, second.id: second}, REGISTRY))
    print("\n".join(difference.message for difference in found) or "nothing")


@pytest.fixture(autouse=True)
def _examples(doctest_namespace: dict[str, Callable[..., None]]) -> None:
    doctest_namespace["compare_sentences"] = compare_sentences
