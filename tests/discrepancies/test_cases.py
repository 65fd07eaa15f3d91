"""The cases of each rule: two outlets' sentences, and whether an editor wants the difference shown."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.discrepancies import RULES, Setting
from claims.discrepancies.rivals import find_rivals
from claims.model import Article, Attribution, Block, Institution, Outlet, Person, Role
from claims.pipeline import read_attributions
from claims.registry import Registry

CASES = Path(__file__).parent / "cases"

OUTLETS = {
    "a": Outlet(id="northern-wire", name="Northern Wire", kind="agency"),
    "b": Outlet(id="harbour-post", name="Harbour Post", kind="newspaper"),
}
REGISTRY = Registry(
    outlets=(*OUTLETS.values(), Outlet(id="valdoria-television", name="Valdoria Television", kind="broadcaster")),
    people=(
        Person(
            name="Mara Oldenberg",
            aliases=("Oldenberg",),
            roles=(
                Role(title="Deputy Transport Minister of Valdoria", start="2023-05-01", end="2025-12-31"),
                Role(title="Transport Minister of Valdoria", start="2026-01-01"),
            ),
        ),
        Person(name="Tobias Renn", aliases=("Renn",), roles=(Role(title="Mayor of Ostwick", start="2021-06-01"),)),
    ),
    institutions=(Institution(name="Valdorian Health Authority", aliases=("the Health Authority",)),),
)


def load_cases() -> list[Any]:
    cases = []
    for path in sorted(CASES.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            cases.append(pytest.param(path.stem, case, id=f"{path.stem}-{number}-{case['why'][:50]}"))
    return cases


def attribute_sentence(side: str, case: dict[str, Any]) -> tuple[Article, Attribution]:
    """Read one side of a case as an article and return the statement that the case is about."""
    told = case[side]
    told = {"text": told} if isinstance(told, str) else told
    text = told["text"]
    outlet = OUTLETS[side]
    if "speaks_for" in told:
        outlet = Outlet(id="press-office", name="Press office", kind="press release", speaks_for=told["speaks_for"])
    if "outlet" in told:
        outlet = REGISTRY.find_outlet(told["outlet"]) or outlet
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 2
    article = Article(
        id=f"{outlet.id}-{side}",
        outlet=outlet,
        text=text,
        blocks=tuple(blocks),
        sha256=side * 64,
        published=str(told.get("published", case.get("published", "2026-05-14"))),
        language="en",
    )
    found = read_attributions(article, REGISTRY)
    return article, found[told.get("statement", 0)]


@pytest.mark.parametrize(("kind", "case"), load_cases())
def test_case(kind: str, case: dict[str, Any]) -> None:
    (first, a), (second, b) = attribute_sentence("a", case), attribute_sentence("b", case)
    setting = Setting({first.id: first, second.id: second}, REGISTRY)
    if case.get("claim"):
        rows = [*read_attributions(first, REGISTRY), *read_attributions(second, REGISTRY)]
        setting = replace(setting, rivals=find_rivals(rows, setting))
    found = list(RULES[kind](a, b, setting))
    assert bool(found) == case["shown"], found
    mirrored = list(RULES[kind](b, a, setting))
    assert bool(mirrored) == case["shown"], "the order of the two matters"
    told = " ".join(value for difference in found for value in difference.values)
    assert all(value in told for value in case.get("values", []))
    assert all(difference.message.endswith((".", "”", "!", "?")) for difference in found)
    assert len(found) == case.get("differences", len(found)) == len(mirrored)


def test_every_rule_has_cases() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == set(RULES)
