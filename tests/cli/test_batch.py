"""``factcheck compare --input``: Parquet to Parquet, and options that do not go together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import EVENING, MORNING, SOURCES, Run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with one Parquet file: two articles, and a row that is none."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    texts = [("morning", MORNING), ("evening", EVENING), ("morning", "")]
    rows = []
    for outlet, text in texts:
        headline, _, body = text.partition("\n\n")
        rows.append({"outlet": outlet, "headline": headline, "text": body, "published": "2031-03-03"})
    (tmp_path / "in").mkdir()
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "in" / "articles.parquet")
    (tmp_path / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    return tmp_path / "in"


def test_the_tables_are_written_and_counted(factcheck: Run, articles: Path, tmp_path: Path) -> None:
    found = factcheck("compare", "--input", articles, "--output", tmp_path / "out", "--sources", "sources.yaml")
    assert found.status == 2  # one row was no article
    assert "/unread says which rows" in found.err
    counts = dict(line.split() for line in found.out.splitlines())
    assert counts["articles"] == "2"
    assert counts["unread"] == counts["stories"] == "1"
    assert int(counts["discrepancies"]) >= 2  # nine and eleven, Thursday and Friday
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["_factcheck", "attributions", "claims", "discrepancies", "repeats", "unread"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--input", "in"), "--input needs --output"),
        (("--engine", "dask"), "need --input"),
        (("--input", "in", "--output", "out", "--master", "tcp://x:1"), "has no cluster"),
        (("a.txt", "--input", "in", "--output", "out"), "paths beside --input"),
        (("--input", "nowhere", "--output", "out"), "no Parquet file here"),
        (("--input", "in", "--output", "out", "--json"), "--json: does not go with --input"),
        (("--input", "in", "--output", "out", "--kind", "measure"), "--kind: does not go with --input"),
    ],
)
def test_mistakes(factcheck: Run, tmp_path: Path, arguments: tuple[str, ...], complaint: str) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "in").mkdir()
    found = factcheck("compare", *arguments)
    assert found.status == 2
    assert complaint in found.err
    assert "hint" in found.err
