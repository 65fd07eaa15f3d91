"""What another story says too is found months later, and nothing that only sounds like it."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.matching.repeats import find_repeats, list_keys, list_spoken
from claims.matching.repeats_encoding import decode_gist, encode_gist
from claims.matching.repeats_gates import GATES, find_difference, weigh_shared
from claims.matching.repeats_gists import Gist, read_gists
from claims.model import Article, Block, Claim, Outlet
from claims.pipeline import compare, read_attributions
from claims.registry import Registry

CASES = yaml.safe_load((Path(__file__).parent / "repeats.yaml").read_text(encoding="utf-8"))
EARLY, LATE = "2026-03-10", "2026-10-21"


def make_article(name: str, sentences: list[str], published: str | None) -> Article:
    blocks, start = [], 0
    for sentence in sentences:
        blocks.append(Block("paragraph", start, start + len(sentence)))
        start += len(sentence) + 2
    return Article(
        name,
        Outlet(name, name.title()),
        "\n\n".join(sentences),
        tuple(blocks),
        name,
        published=published,
        language="en",
    )


def compare_two(
    first: list[str], second: list[str], days: tuple[str | None, str | None] = (EARLY, LATE)
) -> list[Claim]:
    articles = [
        make_article(name, told, day) for name, told, day in zip(("north", "south"), (first, second), days, strict=True)
    ]
    return list(compare(articles, Registry()).claims)


def read_gist(sentence: str, published: str | None = EARLY) -> Gist:
    article = make_article("north", [sentence], published)
    (gist,) = read_gists(read_attributions(article, Registry()))
    return gist


@pytest.mark.parametrize("case", CASES["again"], ids=lambda case: case["why"])
def test_what_is_said_again_is_found(case: dict[str, Any]) -> None:
    claims = compare_two(case["first"], case["second"])
    north, south = ([claim for claim in claims if claim.outlets == (name,)] for name in ("North", "South"))
    ((early, repeat),) = [(claim, repeat) for claim in north for repeat in claim.repeats]
    ((late, earlier),) = [(claim, repeat) for claim in south for repeat in claim.repeats]
    assert (repeat.claim, repeat.day, repeat.outlets, repeat.text) == (late.id, LATE, ("South",), late.text)
    assert (earlier.claim, earlier.day, earlier.outlets, earlier.text) == (early.id, EARLY, ("North",), early.text)
    assert repeat.score == earlier.score >= 0.55


@pytest.mark.parametrize("case", CASES["other"], ids=lambda case: case["why"])
def test_what_only_sounds_like_it_is_not(case: dict[str, Any]) -> None:
    assert [claim.repeats for claim in compare_two(case["first"], case["second"]) if claim.repeats] == []


@pytest.mark.parametrize(
    ("gate", "first", "second"),
    [
        ("stance", "Veltron paid Narim.", "Veltron never paid Narim."),
        ("kind", "The Halden blast killed 41 people.", "The Halden blast wounded 41 people."),
        ("figures", "Gravlund Steel employs 2,500 people.", "Gravlund Steel employs 2,520 people."),
        ("names", "Owners of the Marven works met.", "Owners of the Tolvik works met."),
        ("days", "The board of Marven met on 4 March 2026.", "The board of Marven met on 9 April 2026."),
        ("things", "Fans of Tilda Roo met Jonas Field in Harlin.", "Aides of Tilda Roo and Jonas Field left Harlin."),
        ("little", "Police arrested three people in Orrevik.", "Police arrested three people in Orrevik."),
    ],
)
def test_each_gate_has_its_reason(gate: str, first: str, second: str) -> None:
    assert find_difference((read_gist(first), EARLY), (read_gist(second), LATE)) == gate
    assert gate in GATES


def test_one_story_repeats_nothing() -> None:
    told = ["Gravlund Steel employs 2,500 people at its works in Orrevik."]
    claims = compare_two(told, told, (EARLY, EARLY))
    assert [claim.repeats for claim in claims] == [()]


def test_a_claim_of_two_outlets_is_told_once() -> None:
    told = "Gravlund Steel employs 2,500 people at its works in Orrevik."
    articles = [
        make_article("north", [told], EARLY),
        make_article("east", [told], EARLY),
        make_article("south", [told], LATE),
    ]
    for order in permutations(articles):
        early, late = compare(order, Registry()).claims
        assert [(repeat.claim, repeat.outlets) for repeat in late.repeats] == [(early.id, ("East", "North"))]
        assert [(repeat.claim, repeat.score) for repeat in early.repeats] == [(late.id, 1.0)]


def test_a_wording_that_comes_back_all_the_time_costs_no_square() -> None:
    told = ["Gravlund Steel employs 2,500 people at its works in Orrevik."]
    spoken = []
    for number in range(400):
        article = make_article(f"a{number:03}", told, f"20{number // 12:02}-{number % 12 + 1:02}-10")
        spoken += list_spoken(number, [article], [read_attributions(article, Registry())])
    found = find_repeats(spoken)
    assert {abs(each.one - each.two) for each in found} == set(range(1, 101))


def test_an_article_without_a_day_is_compared_too() -> None:
    told = ["Gravlund Steel employs 2,500 people at its works in Orrevik."]
    found = find_repeats(
        [
            each
            for number, day in enumerate((None, LATE))
            for article in (make_article(f"a{number}", told, day),)
            for each in list_spoken(number, [article], [read_attributions(article, Registry())])
        ]
    )
    assert [each.score for each in found] == [1.0]


@given(st.lists(st.text(alphabet="ABab12 ,.%$-'\"\n", max_size=60), max_size=6))
def test_any_text_has_keys_and_is_as_near_to_another_as_that_to_it(sentences: list[str]) -> None:
    article = make_article("north", sentences, EARLY)
    gists = read_gists(read_attributions(article, Registry()))
    for one in gists:
        keys = list_keys(one)
        assert keys == sorted(set(keys))
        assert decode_gist(encode_gist(one)) == one
        for two in gists:
            assert 0 <= weigh_shared(one, two) <= 1 + 1e-9
            assert weigh_shared(one, two) == pytest.approx(weigh_shared(two, one))
            assert find_difference((one, EARLY), (two, LATE)) == find_difference((two, LATE), (one, EARLY))
