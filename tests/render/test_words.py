"""Cleaning, and the plain words for values."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Figure
from claims.render.clean import clean
from claims.render.rows import (
    Row,
    fold_copies,
    list_findings,
    list_rows,
    name_articles,
    phrase_outlets,
    phrase_pairs,
    point_to_shown,
)
from claims.render.words import phrase_day, phrase_figure
from tests.render.story import make_comparison


@given(st.text())
def test_clean_text_has_no_controls(text: str) -> None:
    cleaned = clean(text)
    assert not any(unicodedata.category(char) == "Cc" for char in cleaned)
    assert "  " not in cleaned
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[sic] [the Ukrainians] [bold]", "[sic] [the Ukrainians] [bold]"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]8;;https://x.example\x07link\x1b]8;;\x07", "link"),
        ("a \x1b]0;never closed, the rest must stay", "a ]0;never closed, the rest must stay"),
        ("over\x08\x08written", "overwritten"),
        ("left\u202etfel\u2066", "lefttfel"),
        ("hard\r\nwrapped\u00a0 line", "hard wrapped line"),
        ("می‌خواهم", "می‌خواهم"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_clean_is_quick_on_hostile_text() -> None:
    hostile = "\x1b]" * 200_000 + "\x1b[" * 200_000 + " " * 200_000
    assert len(clean(hostile)) < len(hostile)


@pytest.mark.parametrize("day", ["", "2031", "2031-13", "yesterday", "2031-03-03T07:15Z"])
def test_phrase_day_takes_anything(day: str) -> None:
    assert bool(phrase_day(day)) == bool(day)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure("55,000", 0, 6, 55000, 55000, "approx", measure="soldiers killed"), "about 55,000 soldiers killed"),
        (Figure("about 55,000", 0, 12, 55000, 55000, "approx"), "about 55,000"),
        (Figure("18", 0, 2, 18, 18, "min", noun="people"), "at least 18 people"),
        (Figure("5%", 0, 2, 5, 5, "exact"), "5%"),
    ],
)
def test_phrase_figure(figure: Figure, expected: str) -> None:
    assert phrase_figure(figure) == expected


def test_repeated_findings_are_told_once() -> None:
    findings = list_findings(make_comparison().claims[0])
    assert [finding.severity for finding in findings] == ["conflict", "conflict", "differs", "differs", "note"]
    unnamed = next(finding for finding in findings if finding.kind == "speaker-unnamed")
    assert phrase_pairs(unnamed) == "1 and 2; 2 and 3"


def test_articles_of_one_outlet_are_told_apart() -> None:
    comparison = make_comparison()
    assert set(name_articles(comparison).values()) == {""}
    twice = comparison.articles + comparison.articles[:1]
    places = name_articles(type(comparison)(twice, comparison.claims))
    assert list_rows(comparison.claims[0], places)[0].place == "coast-wire.txt"
    assert list_rows(comparison.claims[5], {})[0].place == "headline"


def test_rows_that_read_the_same_are_shown_as_one() -> None:
    first, second, third = list_rows(make_comparison().claims[0], {})[:3]
    copies = [first._replace(number=number, outlet=f"Post {number}", article="x") for number in (4, 5)]
    rows = fold_copies([first, second, third, *copies])
    assert [row.number for row in rows] == [1, 2, 3]
    assert phrase_outlets(rows[0]) == ["Coast Wire", "Post 4", "Post 5"]
    assert [phrase_outlets(row) for row in rows[1:]] == [[second.outlet], [third.outlet]]
    two = [first, second, third, copies[0]]
    assert fold_copies(two) == two


def test_a_headline_is_no_copy_of_a_body() -> None:
    row = list_rows(make_comparison().claims[0], {})[0]
    rows: list[Row] = [row, row._replace(number=2), row._replace(number=3, part="headline")]
    assert fold_copies(rows) == rows


def test_findings_of_copies_stand_at_the_row_that_is_shown() -> None:
    claim = make_comparison().claims[0]
    rows = list_rows(claim, {})
    findings = list_findings(claim)
    assert point_to_shown(findings, rows) == findings
    one = rows[0]._replace(copies=(rows[1],))
    moved = point_to_shown([findings[0]._replace(pairs=((0, 1), (0, 2), (1, 2)))], [one, rows[2]])
    assert moved[0].pairs == ((0, 0), (0, 2))
