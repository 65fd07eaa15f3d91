"""Any bytes give articles or a reason, never another exception; what is read is well formed.

Each reader is given damaged copies of the valid files in ``corpus/``, whose names begin with the reader's name, and
of those that tests make. ``FACTCHECK_FUZZ`` is how many times as many examples are tried.
"""

from __future__ import annotations

import gzip
import importlib.util
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.articles import READERS, Source, read_articles, read_bytes
from claims.articles.reading import COLLECTIONS
from claims.errors import UnreadableError
from claims.model import Article, Unread
from claims.registry import Registry
from claims.statements import split_statements
from tests.articles.pdffile import make_pdf, set_column
from tests.fuzz.mutations import Change, changes, damage

CORPUS = sorted(Path(__file__).with_name("corpus").iterdir())
TIMES = int(os.environ.get("FACTCHECK_FUZZ", "1"))
IN_A_PROCESS = {"pdf", "parquet"}
EXTRAS = {"pdf": "pypdf", "parquet": "pyarrow", "warc": "warcio", "wacz": "warcio"}
TEXT = next(path for path in CORPUS if path.name.startswith("text")).read_text(encoding="utf-8")


def pack(*members: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


def make_parquet() -> bytes:
    import pyarrow
    from pyarrow.parquet import write_table

    stream = io.BytesIO()
    write_table(pyarrow.table({"headline": ["Pier burns"] * 3, "text": [TEXT] * 3}), stream)
    return stream.getvalue()


def list_seeds() -> dict[str, list[tuple[str, bytes]]]:
    """Return the names and bytes of valid files by reader."""
    seeds: dict[str, list[tuple[str, bytes]]] = {name: [] for name in READERS}
    for path in CORPUS:
        seeds[path.name.partition("-")[0].partition(".")[0]].append((path.name, path.read_bytes()))
    (_, records), *_ = seeds["warc"]
    seeds["warc"].append(("a.warc.gz", gzip.compress(records, mtime=0)))
    seeds["zip"].append(("a.zip", pack(("a.txt", TEXT.encode()), ("b.jsonl", seeds["jsonl"][0][1]))))
    seeds["wacz"].append(("a.wacz", pack(("datapackage.json", b"{}"), ("archive/a.warc", records))))
    seeds["pdf"].append(("a.pdf", make_pdf(set_column(50, 700, 10, TEXT.encode("ascii", "replace").decode()))))
    if importlib.util.find_spec("pyarrow"):
        seeds["parquet"].append(("a.parquet", make_parquet()))
    return seeds


SEEDS = list_seeds()


def is_there(name: str) -> bool:
    return name not in EXTRAS or importlib.util.find_spec(EXTRAS[name]) is not None


def check(found: list[Article | Unread]) -> None:
    for one in found:
        if isinstance(one, Unread):
            assert one.path
            assert one.reason
            assert one.hint
            continue
        end = 0
        for block in one.blocks:
            assert end <= block.start < block.end <= len(one.text)
            end = block.end
        for statement in split_statements(one):
            assert one.text[statement.start : statement.end] == statement.text
        json.dumps([one.id, one.headline, one.published, one.url, one.notes]).encode()


def read_or_refuse(
    read: Callable[[bytes, Source], list[Article | Unread]], data: bytes, source: Source
) -> list[Article | Unread]:
    try:
        return read(data, source)
    except UnreadableError as error:
        return [Unread(error.where or "", error.message, error.hint)]


@pytest.mark.parametrize("name", READERS)
def test_valid_files_are_read_by_their_reader(name):
    if not is_there(name):
        pytest.skip(f"the extra for {name} is not installed")
    assert SEEDS[name]
    for file, data in SEEDS[name]:
        found = read_bytes(data, Source(file, Registry(), "2031-01-01"))
        assert any(isinstance(one, Article) for one in found)
        check(found)
        assert READERS[name].matches(data, Source(file, Registry()).suffix)


@pytest.mark.parametrize("name", READERS)
def test_damaged_files(name):
    if not is_there(name):
        pytest.skip(f"the extra for {name} is not installed")

    @settings(
        max_examples=(4 if name in IN_A_PROCESS else 60) * TIMES,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=TIMES == 1,
    )
    @given(seed=st.sampled_from(SEEDS[name]), wanted=changes)
    def run(seed: tuple[str, bytes], wanted: list[Change]) -> None:
        file, data = seed
        source = Source(file, Registry(), "2031-01-01")
        broken = damage(data, wanted)
        for read in (READERS[name].read, read_bytes)[name in IN_A_PROCESS :]:
            check(read_or_refuse(read, broken, source))

    run()


@pytest.mark.parametrize("name", sorted(set(COLLECTIONS) - IN_A_PROCESS))
def test_damaged_collections_as_files(name, tmp_path):
    @settings(max_examples=20 * TIMES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=TIMES == 1)
    @given(seed=st.sampled_from(SEEDS[name]), wanted=changes)
    def run(seed: tuple[str, bytes], wanted: list[Change]) -> None:
        path = tmp_path / seed[0]
        path.write_bytes(damage(seed[1], wanted))
        found = list(read_articles([path], Registry(), processes=1))
        assert found
        check(found)

    run()
