"""The table: golden files at three widths, and what must hold at any width with any text."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from claims.model import Comparison
from claims.render.clean import clean
from claims.render.select import drop_single_outlet, sort_claims
from cli.table import print_table
from cli.terminal import ColorChoice, open_console
from tests.conftest import CheckGolden
from tests.render.story import make_comparison

GOLDEN = Path(__file__).parent / "golden"
ANSI = re.compile(r"\x1b\[[\d;]*m")


def draw(comparison: Comparison, width: int, color: ColorChoice = "never", *, limit: int = 0, left_out: int = 0) -> str:
    out = io.StringIO()
    print_table(open_console(out, {"COLUMNS": str(width)}, color), comparison, limit=limit, left_out=left_out)
    return out.getvalue()


def shared() -> Comparison:
    return drop_single_outlet(sort_claims(make_comparison()))


def with_texts(text: str) -> Comparison:
    """Return a comparison of one claim whose every text is ``text``."""
    comparison = make_comparison()
    claim = comparison.claims[0]
    rows = tuple(
        replace(
            row,
            outlet=replace(row.outlet, name=text),
            statement=replace(row.statement, text=text),
            credit=replace(row.credit, via=(text,), addressee=text),
            figures=tuple(replace(figure, text=text) for figure in row.figures),
        )
        for row in claim.attributions
    )
    found = tuple(replace(one, message=text, values=(text, text[:3])) for one in claim.discrepancies)
    return replace(comparison, claims=(replace(claim, text=text, attributions=rows, discrepancies=found),))


@pytest.mark.parametrize("width", [80, 120, 200])
def test_golden(width: int, check_golden: CheckGolden) -> None:
    check_golden(GOLDEN / f"table-{width}.txt", draw(shared(), width, left_out=1))


def test_golden_in_color(check_golden: CheckGolden) -> None:
    check_golden(GOLDEN / "table-120-color.txt", draw(shared(), 120, "always", left_out=1))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 160, 200])
def test_color_changes_no_word(width: int) -> None:
    assert ANSI.sub("", draw(shared(), width, "always")) == draw(shared(), width)


@pytest.mark.parametrize("width", [40, 72, 80, 100, 120, 160, 200])
def test_nothing_is_cut_off(width: int) -> None:
    comparison = make_comparison()
    drawn = draw(comparison, width)
    assert "…" not in drawn
    letters = re.sub(r"\W", "", drawn)
    for claim in comparison.claims:
        assert re.sub(r"\W", "", clean(claim.text)) in letters
        for row in claim.attributions:
            for word in clean(row.statement.text).split():
                if len(word) < 20:
                    assert word in drawn


def test_brackets_and_escapes_in_article_text() -> None:
    drawn = draw(make_comparison(), 120)
    assert "[sic]" in drawn
    assert "\x1b" not in drawn
    assert "\x1b[31m" not in draw(make_comparison(), 120, "always")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.integers(40, 220))
def test_any_text_fits_any_width(text: str, width: int) -> None:
    for line in draw(with_texts(text), width).splitlines():
        assert cell_len(line) <= width


def test_limit_says_how_many_more() -> None:
    drawn = draw(shared(), 120, limit=2)
    assert "c-toll" in drawn
    assert "c-port" not in drawn
    assert "3 claims more than shown here: --limit 0 shows all." in drawn
    assert "3 conflict, 1 differs, 1 agrees" in drawn


def test_nothing_to_show() -> None:
    assert "Claims         none" in draw(Comparison((), ()), 80)


def test_no_trailing_blanks() -> None:
    assert not re.search(r" $", draw(make_comparison(), 120), re.MULTILINE)


def test_no_line_drawing_where_the_encoding_lacks_it() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", errors="backslashreplace")
    print_table(open_console(out, {"COLUMNS": "80"}, "never"), shared())
    out.flush()
    assert b"-- CONFLICT" in raw.getvalue()
    assert b"Radio Delta \\u6e2f" in raw.getvalue()
