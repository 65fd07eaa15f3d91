"""Parquet tables: the columns of other tables, read row by row in a process that is bounded."""

from __future__ import annotations

import datetime
import io

import pytest

from claims.articles import child, parquet
from claims.articles.child import Limits
from claims.model import Article, Unread
from tests.articles.samples import FIRST, SECOND, read, read_one, refusal

arrow = pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
tables = pytest.importorskip("pyarrow.parquet")

ROW = {
    "Title": "Pier burns",
    "text": f"{FIRST}\n\n{SECOND}",
    "publication_date": datetime.datetime(2031, 3, 7, 9, 30, tzinfo=datetime.UTC),
    "source": "Norwire",
    "authors": ["Ilse Aal", "Tom Berg"],
    "pageviews": 12,
}


def write(*rows: dict[str, object]) -> bytes:
    stream = io.BytesIO()
    tables.write_table(arrow.Table.from_pylist(list(rows)), stream, row_group_size=2)
    return stream.getvalue()


def test_a_row():
    article = read_one(write(ROW), "stories.parquet")
    assert (article.headline, article.outlet.id) == ("Pier burns", "norwire")
    assert article.published == "2031-03-07T09:30:00+00:00"
    assert article.bylines == ("Ilse Aal", "Tom Berg")


def test_rows_in_order_and_one_without_text():
    rows = [{**ROW, "Title": f"Pier {number} burns"} for number in range(5)]
    rows[3]["text"] = ""
    found = read(write(*rows), "stories.parquet")
    assert [one.headline if isinstance(one, Article) else one.path for one in found] == [
        "Pier 0 burns",
        "Pier 1 burns",
        "Pier 2 burns",
        "stories.parquet#4",
        "Pier 4 burns",
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (write({"headline": "x", "outlet": "y"}), "no column with the article's text"),
        (write(ROW)[:-40], "damaged: "),
        (write(ROW)[:200] + write(ROW)[260:], "damaged: "),
        (b"PAR1", "damaged: "),
        (b"PAR1" + b"\xff" * 100 + b"\xff\xff\xff\x7fPAR1", "damaged: "),
    ],
)
def test_tables_that_are_none(data, reason):
    assert reason in refusal(data, "stories.parquet")


def test_a_short_text_that_stands_for_many_rows_is_given_up(monkeypatch):
    count = 200_000
    text = arrow.DictionaryArray.from_arrays(arrow.array([0] * count, arrow.int32()), arrow.array([FIRST * 5_000]))
    stream = io.BytesIO()
    tables.write_table(arrow.table({"headline": ["x"] * count, "text": text}), stream)
    assert len(stream.getvalue()) < 100_000
    *members, last = parquet.split(io.BytesIO(stream.getvalue()), parquet.Source("a.parquet", read_one))  # type: ignore[arg-type]
    assert isinstance(last, Unread)
    assert "far too densely" in last.reason
    assert len(members) < 250


def test_time_is_bounded(monkeypatch):
    monkeypatch.setattr(parquet, "_LIMITS", Limits(seconds=0, megabytes=4000))
    assert refusal(write(ROW), "stories.parquet") == "it takes too long to read"


def test_leaving_off_ends_the_process():
    members = parquet.split(io.BytesIO(write(*[ROW] * 500)), parquet.Source("a.parquet", read_one))  # type: ignore[arg-type]
    next(members)
    members.close()  # type: ignore[attr-defined]


def test_without_the_extra(monkeypatch):
    monkeypatch.setattr(child, "_find", lambda name: None)
    assert refusal(write(ROW), "a.parquet") == "reading Parquet files takes the extra 'parquet', which is not installed"
