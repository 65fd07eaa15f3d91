"""The data formats and Markdown: golden files, the schema, and what must hold whatever the text."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import claims.render
from claims.model import Claim, Comparison, Figure
from claims.render import RENDERERS
from claims.render.csv import COLUMNS, guard_cell
from claims.render.document import build_document
from claims.render.schema import KINDS, build_schema
from tests.conftest import CheckGolden
from tests.render.story import make_comparison

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {"json": "json", "jsonl": "jsonl", "csv": "csv", "markdown": "md"}


@pytest.fixture(autouse=True)
def _fixed_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.render.document.__version__", "0.0.0")


def render(name: str, comparison: Comparison | None = None) -> str:
    out = io.StringIO()
    RENDERERS[name](make_comparison() if comparison is None else comparison, out)
    return out.getvalue()


def with_texts(text: str) -> Comparison:
    """Return a comparison of one claim whose every word is ``text``."""
    comparison = make_comparison()
    claim = comparison.claims[0]
    rows = tuple(replace(row, statement=replace(row.statement, text=text)) for row in claim.attributions)
    found = tuple(replace(one, message=text, values=(text, text)) for one in claim.discrepancies)
    return replace(comparison, claims=(replace(claim, text=text, attributions=rows, discrepancies=found),))


@pytest.mark.parametrize("name", RENDERERS)
def test_golden(name: str, check_golden: CheckGolden) -> None:
    check_golden(GOLDEN / f"story.{SUFFIXES[name]}", render(name))


def test_every_renderer_is_a_module_and_listed() -> None:
    folder = Path(claims.render.__file__).parent
    modules = {path.stem for path in folder.glob("*.py") if f"def render_{path.stem}(" in path.read_text("utf-8")}
    assert set(RENDERERS) == modules


def test_schema_is_valid_and_fits() -> None:
    schema = build_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(render("json")))


def test_schema_refuses_what_is_not_ours() -> None:
    validator = Draft202012Validator(build_schema())
    broken = build_document(make_comparison())
    broken["claims"][0]["discrepancies"][0]["kind"] = "mood"
    del broken["claims"][0]["attributions"][0]["figures"][0]["value"]
    assert {error.json_path.split(".")[-1] for error in validator.iter_errors(broken)} == {"kind", "figures[0]"}


def test_schema_knows_every_rule() -> None:
    from claims.discrepancies import RULES

    assert set(RULES) <= set(KINDS)


def test_jsonl_lines_stand_alone() -> None:
    schema = build_schema()
    claim = Draft202012Validator({**schema, "required": [], "$ref": "#/$defs/claim", "properties": {}})
    for line in render("jsonl").splitlines():
        document = json.loads(line)
        claim.validate(document)
        ids = {article["id"] for article in document["articles"]}
        assert {row["article"] for row in document["attributions"]} == ids


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_is_json_in_any_encoding(name: str) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", errors="backslashreplace")
    RENDERERS[name](make_comparison(), out)
    out.flush()
    written = [json.loads(line) for line in raw.getvalue().decode("ascii").splitlines()] if name == "jsonl" else None
    expected = [json.loads(line) for line in render(name).splitlines()] if name == "jsonl" else None
    assert written == expected
    if name == "json":
        assert json.loads(raw.getvalue()) == json.loads(render("json"))


def test_whole_numbers_are_written_whole() -> None:
    row = build_document(make_comparison())["claims"][4]["attributions"][0]
    assert (row["figures"][0]["low"], row["figures"][0]["high"]) == (70.5, 71)
    assert isinstance(row["figures"][0]["high"], int)


def test_infinite_figures_are_left_to_the_words() -> None:
    comparison = make_comparison()
    claim = comparison.claims[0]
    endless = Figure("9" * 400, 0, 400, float("inf"), float("inf"))
    row = replace(claim.attributions[0], figures=(endless,))
    document = json.loads(render("json", replace(comparison, claims=(replace(claim, attributions=(row,)),))))
    assert document["claims"][0]["attributions"][0]["figures"] == []


def test_csv_gives_the_text_back() -> None:
    text = 'He said; "no",\nand\tleft | *now*'
    rows = list(csv.DictReader(io.StringIO(render("csv", with_texts(text)), newline="")))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["text"] for row in rows] == [text] * 3
    assert rows[0]["row"] == "0"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_csv_holds_no_formula(cell: str) -> None:
    assert guard_cell(cell) == "'" + cell


def test_markdown_shows_text_as_printed() -> None:
    markdown = render("markdown", with_texts("a | b *c* [sic] <img src=x> `d` # \x1b[31me"))
    rows = [line for line in markdown.splitlines() if line.startswith("|")]
    assert {len(row.replace("\\|", "").split("|")) for row in rows} == {len(rows[0].split("|"))}
    assert "a \\| b \\*c\\* \\[sic\\] \\<img src=x\\> \\`d\\` \\# e" in rows[-1]


def test_empty_comparison() -> None:
    empty = Comparison((), ())
    assert json.loads(render("json", empty))["claims"] == []
    assert render("jsonl", empty) == ""
    assert render("csv", empty).splitlines() == [",".join(COLUMNS)]
    assert "Claims: none" in render("markdown", empty)


def test_claims_keep_their_order() -> None:
    comparison = make_comparison()
    ids = [claim["id"] for claim in json.loads(render("json"))["claims"]]
    assert ids == [claim.id for claim in comparison.claims]
    assert all(isinstance(claim, Claim) for claim in comparison.claims)
