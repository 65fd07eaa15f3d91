"""Filters and order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Comparison
from claims.render.select import (
    Selection,
    drop_single_outlet,
    keep_published,
    limit_claims,
    list_unknown_outlets,
    select_claims,
    sort_claims,
)
from tests.render.story import make_comparison


def ids(comparison: Comparison) -> list[str]:
    return [claim.id for claim in comparison.claims]


def test_gravest_first_then_most_outlets() -> None:
    assert ids(sort_claims(make_comparison())) == ["c-toll", "c-start", "c-count", "c-port", "c-crane", "c-alone"]


def test_single_outlet_claims_stay_where_they_hold_a_discrepancy() -> None:
    assert "c-alone" not in ids(drop_single_outlet(make_comparison()))
    assert "c-count" in ids(drop_single_outlet(make_comparison()))


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), ["c-toll", "c-start", "c-count", "c-port", "c-crane", "c-alone"]),
        (Selection(kinds=frozenset({"certainty"})), ["c-toll", "c-port"]),
        (Selection(min_severity="conflict"), ["c-toll", "c-start", "c-count"]),
        (Selection(min_severity="note"), ["c-toll", "c-start", "c-count", "c-port"]),
        (Selection(kinds=frozenset({"certainty"}), min_severity="conflict"), []),
        (Selection(outlets=frozenset({"radio-delta"})), ["c-toll", "c-port"]),
        (Selection(outlets=frozenset({"the maren post"})), ["c-toll", "c-start", "c-count", "c-crane", "c-alone"]),
        (Selection(outlets=frozenset({"CW"})), ["c-toll", "c-start", "c-port", "c-crane"]),
    ],
)
def test_selection(selection: Selection, expected: list[str]) -> None:
    assert ids(select_claims(make_comparison(), selection)) == expected


def test_only_the_discrepancies_asked_for_stay() -> None:
    found = select_claims(make_comparison(), Selection(kinds=frozenset({"certainty"}))).claims
    assert {discrepancy.kind for claim in found for discrepancy in claim.discrepancies} == {"certainty"}
    assert len(found[0].attributions) == 3


def test_limit() -> None:
    comparison = make_comparison()
    assert ids(limit_claims(comparison, 2)) == ["c-toll", "c-start"]
    assert limit_claims(comparison, 0) == limit_claims(comparison, None) == comparison


def test_unknown_outlets() -> None:
    assert list_unknown_outlets(make_comparison(), frozenset({"CW", "Radio Delta 港", "nobody"})) == ["nobody"]


@pytest.mark.parametrize(
    ("published", "since", "until", "kept"),
    [
        ("2031-03-03", None, None, True),
        (None, None, None, True),
        (None, "2031-01-01", None, False),
        ("2031-03-03T07:15:00+01:00", "2031-03-03", "2031-03-03", True),
        ("2031-03-03", "2031-03-04", None, False),
        ("2031-03-03", None, "2031-03-02", False),
        ("2031-03-03", "2031-03", "2031-03", True),
        ("2031-03-03", None, "2031-02", False),
        ("2031-03", "2031-03-15", None, True),
        ("2030", "2031-03-15", None, False),
    ],
)
def test_published(published: str | None, since: str | None, until: str | None, kept: bool) -> None:
    article = replace(make_comparison().articles[0], published=published)
    assert bool(list(keep_published([article], since, until))) is kept
