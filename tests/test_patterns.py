"""Patterns that wait: compiled when first used, run only where one of their words stands."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claims
import cli
from claims.patterns import Gated, Phrases, lazy

parser: Any = importlib.import_module("re._parser")
GAP = "\0"
"""Stands for whatever is not fixed."""
MOST_FORMS = 20_000
FEW = 6
"""Letters of a class up to which each is tried."""


def list_gated() -> Iterator[tuple[str, Gated]]:
    for package in (claims, cli):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Gated):
                    yield f"{module.name}.{name}", value


def spell(items: Iterable[tuple[Any, Any]]) -> set[str]:
    """Return what a match must hold, in all its forms, with gaps where anything may stand."""
    forms = {""}
    for item in items:
        joined = {one + two for one, two in product(forms, _spell_item(*item))}
        forms = joined if len(joined) <= MOST_FORMS else {form[-40:] + GAP for form in forms}
    return forms


def _spell_item(kind: Any, value: Any) -> set[str]:
    name = str(kind)
    if name == "LITERAL":
        return {chr(value)}
    if name == "IN" and len(value) <= FEW and all(str(one) == "LITERAL" for one, _ in value):
        return {chr(letter) for _, letter in value}
    if name == "BRANCH":
        return set().union(*map(spell, value[1]))
    if name == "SUBPATTERN":
        return spell(value[3])
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        least, most, repeated = value
        once = spell(repeated)
        return (once if least == most == 1 else {form + GAP for form in once}) | ({GAP} if not least else set())
    return {GAP} if name not in {"AT", "ASSERT", "ASSERT_NOT"} else {""}


@pytest.mark.parametrize(("name", "gated"), [pytest.param(*pair, id=pair[0]) for pair in list_gated()])
def test_every_match_of_a_gated_pattern_holds_one_of_its_words(name: str, gated: Gated) -> None:
    forms = spell(parser.parse(gated.pattern, gated.flags))
    folded = {form.casefold() for form in forms} if gated.flags & re.IGNORECASE else forms
    assert [form for form in folded if not any(word in form for word in gated.words)] == []


def test_a_gated_pattern_finds_what_the_pattern_finds() -> None:
    gated = Gated(r"\b(?:port|harbour)\b", "port", "harbour", flags=re.IGNORECASE)
    text = "The Port and the harbour"
    assert [match.group() for match in gated.finditer(text)] == ["Port", "harbour"]
    assert gated.sub("x", text) == "The x and the x"
    found = gated.search(text, 8)
    assert found is not None
    assert found.span() == (17, 24)
    assert gated.search(text, 8, 20) is None
    assert gated.match(text) is None
    assert gated.match(text, 4) is not None


def test_a_gated_pattern_is_not_compiled_for_a_text_without_its_words() -> None:
    faulty = Gated("port(", "port")
    assert faulty.search("the airfield") is None
    assert list(faulty.finditer("the airfield")) == []
    assert faulty.sub("", "the airfield") == "the airfield"
    with pytest.raises(re.error):
        faulty.search("the port")


def test_a_lazy_pattern_is_compiled_when_first_used() -> None:
    faulty = lazy("(")
    with pytest.raises(re.error):
        faulty.search("")


def test_a_lazy_pattern_does_what_a_compiled_one_does() -> None:
    words = lazy("[a-z]+", re.IGNORECASE)
    assert words.findall("One two") == ["One", "two"]
    assert words.split("1a2") == ["1", "2"]
    assert words.pattern == "[a-z]+"


WORDS = st.text("ab -'é", min_size=1, max_size=4).filter(lambda word: word.strip() == word)


@given(st.lists(WORDS, min_size=1, max_size=5), st.text("ab -'é_.", max_size=30))
def test_phrases_are_found_as_an_alternation_finds_them(phrases: list[str], text: str) -> None:
    either = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![\w'-])(?:{either})(?![\w'-])")
    assert Phrases(phrases).find(text) == [match.span() for match in pattern.finditer(text)]
