"""Each distortion and each clean rewrite does what its name says, and leaves alone what it must."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bench.distortions.kinds import DISTORTIONS, REWRITES, accepted_kinds, distort, rewrite, rewrite_lightly
from bench.distortions.passage import Edit, Edits, Passage, apply_edits, list_words, split_passages
from claims.render.schema import KINDS
from tests.bench.stories import make_article

HERE = Path(__file__).parent
KINDS_OF_MODEL = frozenset(KINDS)
NEWS = st.lists(
    st.sampled_from(
        [*"“”‘’\"',.:;()-% 0123456789", " not ", "said ", "Ada Lind ", " of ", "on Friday", "37 dead", "may ", "A", "é"]
    )
    | st.text(max_size=8),
    max_size=40,
).map("".join)


def read_cases(name: str) -> Iterator[Any]:
    for kind, cases in yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8")).items():
        for case in cases:
            sentence, expected = (case["leaves"], None) if isinstance(case, dict) else case
            yield pytest.param(kind, sentence, expected, id=f"{kind}: {sentence}")


def only_passage(sentence: str) -> Passage:
    (passage,) = split_passages(make_article(sentence))
    return passage


@pytest.mark.parametrize(("kind", "sentence", "expected"), list(read_cases("rewrites")))
def test_rewrite(kind: str, sentence: str, expected: str | None) -> None:
    edits = rewrite(kind, only_passage(sentence))
    assert apply_edits(sentence, edits) == (expected or sentence)


@pytest.mark.parametrize(("kind", "sentence", "expected"), list(read_cases("distortions")))
def test_distort(kind: str, sentence: str, expected: list[str] | None) -> None:
    made = {apply_edits(sentence, distort(kind, only_passage(sentence), key)) for key in "abcdefgh"}
    assert made == set(expected or [sentence])


@pytest.mark.parametrize(
    ("kind", "sentence", "credit"),
    [
        (
            "speaker of quotation",
            "“It came at night,” said Ada Lind, the mayor.",
            "“It came at night,” said {}, the mayor.",
        ),
        ("speaker of paraphrase", "It came at night, Ada Lind said.", "It came at night, {} said."),
    ],
)
def test_swap_speaker(kind: str, sentence: str, credit: str) -> None:
    changed = apply_edits(sentence, distort(kind, only_passage(sentence), "a"))
    assert changed in {credit.format(person) for person in list_words("quotes", "people")}


def test_surname_becomes_surname_of_another_person_of_the_article() -> None:
    article = make_article(
        "“It came at night,” said Ada Lind.", "Mayor Otto Brask came.", "The road was open, Lind said."
    )
    last = split_passages(article)[-1]
    assert apply_edits(article.text, distort("speaker of paraphrase", last, "a")).endswith(
        "The road was open, Brask said."
    )


@pytest.mark.parametrize("kind", DISTORTIONS)
def test_kinds_accepted_are_kinds_of_the_model(kind: str) -> None:
    passage = only_passage("“It came at night,” she said.")
    outside = accepted_kinds(kind, passage, (Edit(30, 30, ""),))
    assert outside
    assert outside <= KINDS_OF_MODEL
    assert accepted_kinds(kind, passage, (Edit(4, 5, ""),)) == outside | {"quote-altered"}


def test_same_key_makes_the_same_distortion() -> None:
    passage = only_passage("The slide buried 37 cars, 12 huts and 4,125 sheep.")
    assert len({distort("digits", passage, "a") for _ in range(5)}) == 1
    assert len({distort("digits", passage, key) for key in "abcdefgh"}) > 1


def test_light_rewrite_leaves_the_distortion_alone() -> None:
    passage = only_passage("The road was closed, the mayor said.")
    assert rewrite_lightly(passage, "a")
    assert rewrite_lightly(passage, "a", keep=(Edit(0, len(passage.text), ""),)) == ()


@given(NEWS)
def test_every_kind_edits_inside_the_sentence(text: str) -> None:
    article = make_article(text)
    for passage in split_passages(article):
        made: list[Edits] = [distort(kind, passage, "a") for kind in DISTORTIONS]
        made += [rewrite(kind, passage) for kind in REWRITES]
        for edits in made:
            apply_edits(article.text, edits)
            assert all(passage.start <= edit.start <= edit.end <= passage.end for edit in edits)
