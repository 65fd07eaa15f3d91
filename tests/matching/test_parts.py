"""Where a statement falls into parts, and what a part may join."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.matching import list_claimed, match_statements
from claims.matching.joining import join_parts
from claims.matching.parts import split_parts
from claims.matching.profiles import Story
from claims.matching.settings import settings as weights
from tests.matching.stories import make_article, make_credit, make_rows

NORTH = [
    "The league banned goalkeeper Ruben Astley for seven matches and fined him 9,000 euros, officials said.",
    "Supporters of Tarn United had travelled 300 miles by night train.",
]
SOUTH = [
    "Ruben Astley has been banned for seven matches.",
    "The goalkeeper was also fined 9,000 euros.",
    "Tickets for the cup final are sold out.",
]


def split(text: str) -> list[str]:
    (row,) = make_rows(make_article("north", [text]))
    return [part.statement.text for part in split_parts(row)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The committee banned him for a year and fined him 9,000 euros.",
            ["The committee banned him for a year", "and fined him 9,000 euros."],
        ),
        (
            "The lander, which weighed 900 kg at launch, came to rest upright in a crater.",
            ["The lander, which weighed 900 kg at launch", "came to rest upright in a crater."],
        ),
        (
            "Fourteen of the nineteen people in the aircraft died on the way.",
            ["Fourteen", "of the nineteen people in the aircraft died on the way."],
        ),
        ("Between 40 and 60 people were hurt in the crush at the gate.", []),
        ("He fell and rose.", []),
        ('They told us "the dam broke in the night, and nobody came, and it rained".', []),
    ],
)
def test_a_statement_falls_into_its_parts(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_a_mere_credit_is_no_part() -> None:
    article = make_article(
        "north", ["Nine miners died and 40 were hurt at Garrow, the mining ministry of Orland said."]
    )
    (row,) = make_rows(article)
    said = (0, article.text.index(", the mining"))
    credit = replace(make_credit(article, "mining ministry", after="hurt"), words=(said,))
    parts = split_parts(replace(row, credit=credit))
    assert [part.statement.text[:12] for part in parts] == ["Nine miners ", "and 40 were "]


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=300) | st.lists(st.sampled_from(["and", "of the nine", "7 km,", '"', "—", "ash"])).map(" ".join)
)
def test_parts_cut_out_the_text_and_do_not_overlap(text: str) -> None:
    article = make_article("north", [text])
    (row,) = make_rows(article)
    parts = split_parts(row)
    assert all(article.text[p.statement.start : p.statement.end] == p.statement.text for p in parts)
    assert all(one.statement.end <= two.statement.start for one, two in pairwise(parts))
    assert all(figure in row.figures for part in parts for figure in part.figures)
    assert len(parts) != 1


def test_a_part_brings_its_own_figures_to_the_claim() -> None:
    articles = [make_article("north", NORTH), make_article("south", SOUTH)]
    rows = [make_rows(article) for article in articles]
    claims = [claim for claim in list_claimed(rows, match_statements(rows, articles)) if len(claim.rows) > 1]
    told = {claim.rows[1].statement.text: [figure.text for figure in claim.rows[0].figures] for claim in claims}
    assert told[SOUTH[1]] == ["9,000 euros"]
    assert "seven" in "".join(told[SOUTH[0]])
    assert any(
        row.match is not None and row.match.why[0].startswith("part: and fined him")
        for claim in claims
        for row in claim.rows
    )
    assert len({claim.span for claim in claims}) == len(claims)


def test_names_alone_tie_no_parts() -> None:
    north = "It had dismissed its finance director, Sigrun Annelie Palm of Arvo Tarn Dredging, and would help, it said."
    south = "Sigrun Annelie Palm of Arvo Tarn Dredging, once the keeper of its books, went home by tram."
    articles = [make_article("north", [north]), make_article("south", [south])]
    story = Story([make_rows(article) for article in articles], articles)
    _, pieces = join_parts([], {}, story.read_profiles(), story)
    assert pieces.pairs
    assert all(pair.score < weights()["part"] for pair in pieces.pairs.values())
