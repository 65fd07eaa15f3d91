"""Parquet in, Parquet out: every engine gives what the pipeline gives, and leaves nothing behind."""

import json
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from itertools import islice
from pathlib import Path

import pytest

from bench.scale.corpus import generate
from claims.articles import Source, read_articles, read_rows
from claims.errors import FactcheckError
from claims.model import Article
from claims.pipeline import compare
from claims.registry import load_registry
from claims.render.jsonl import render_jsonl

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

from claims.engines import ENGINES, start_workers  # noqa: E402
from claims.engines import plan as plan_module  # noqa: E402
from claims.engines.plan import compare_files  # noqa: E402

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"


REPEATED = [
    {
        "headline": headline,
        "text": f"{opening}\n\nGravlund Steel employs 2,500 people at its works in Orrevik.",
        "outlet": outlet,
        "published": published,
    }
    for headline, opening, outlet, published in (
        ("A furnace for Orrevik", "The mayor met the owners of the works.", "North Post", "2025-03-10"),
        ("Rails go abroad", "A ship with rails left the harbour.", "South Post", "2025-08-21"),
        ("School reopens", "Pupils were back in class.", "East Post", "2026-06-02"),
    )
]
"""Articles of three stories, months apart, that say one thing."""


class Here:
    """Workers that are this process."""

    def run(self, function, tasks):
        return map(function, tasks)

    def close(self):
        pass


def sample_rows():
    """Return the sample articles as rows of a table, and the registry of the first sample."""
    rows = []
    for folder in sorted(path for path in SAMPLES.iterdir() if path.is_dir()):
        for article in read_articles([folder], load_registry(folder / "sources.yaml")):
            if isinstance(article, Article):
                body = "\n\n".join(article.text[b.start : b.end] for b in article.blocks if b.label != "headline")
                rows.append(
                    {
                        "headline": article.headline,
                        "text": body,
                        "outlet": article.outlet.name,
                        "published": article.published,
                    }
                )
    return rows


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    """A folder of two Parquet files, five articles a row group, one row that is no article."""
    folder = tmp_path_factory.mktemp("articles")
    rows = [
        *sample_rows(),
        *REPEATED,
        {"headline": "Nothing in it", "text": "", "outlet": "Empty Post", "published": None},
    ]
    for number, part in enumerate((rows[::2], rows[1::2])):
        parquet.write_table(pa.Table.from_pylist(part), folder / f"{number}.parquet", row_group_size=5)
    return folder


@pytest.fixture(scope="module")
def registry():
    return load_registry(SAMPLES / "zelenskyy-interview" / "sources.yaml")


@pytest.fixture(scope="module")
def expected(articles, registry):
    """The claims that the pipeline finds in the same rows, by id."""
    rows = [row for path in sorted(articles.iterdir()) for row in parquet.read_table(path).to_pylist()]
    found = read_rows(rows, Source("rows", registry))
    out = StringIO()
    render_jsonl(compare([article for article in found if isinstance(article, Article)], registry), out)
    return {claim["id"]: strip(claim) for claim in map(json.loads, out.getvalue().splitlines())}


def strip(claim):
    """Return the claim without what tells the file an article came from."""
    for article in claim["articles"]:
        article["path"] = None
    return claim


def read(folder, name):
    return [row for path in sorted((folder / name).iterdir()) for row in parquet.read_table(path).to_pylist()]


@pytest.mark.parametrize(("rows_a_task", "articles_a_bucket"), [(3, 2), (3, 2000), (2000, 2)])
def test_claims_are_those_of_the_pipeline_however_the_work_is_cut(
    articles, registry, expected, tmp_path, rows_a_task, articles_a_bucket
):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan_module, "ROWS_A_TASK", rows_a_task)
        patch.setattr(plan_module, "ARTICLES_A_BUCKET", articles_a_bucket)
        totals = compare_files(str(articles), str(tmp_path / "out"), registry, Here())
    claims = read(tmp_path / "out", "claims")
    assert {row["id"]: strip(json.loads(row["json"])) for row in claims} == expected
    assert totals.claims == len(claims) == len(expected)
    assert totals.unread == 1
    assert len(read(tmp_path / "out", "attributions")) == sum(len(claim["attributions"]) for claim in expected.values())
    assert len(read(tmp_path / "out", "discrepancies")) == sum(
        len(claim["discrepancies"]) for claim in expected.values()
    )
    assert [row["reason"] for row in read(tmp_path / "out", "unread")]
    repeats = {(claim["id"], each["claim"], each["day"]) for claim in expected.values() for each in claim["repeats"]}
    assert {(row["claim"], row["repeat"], row["day"]) for row in read(tmp_path / "out", "repeats")} == repeats
    assert totals.repeats == len(repeats) >= 6
    assert not (tmp_path / "out" / "_work").exists()


def test_generated_stories_come_out_the_same_in_threads_and_alone(tmp_path, registry):
    texts: dict[int, dict[str, str]] = {}
    for row in islice(generate(), 250):
        article = texts.setdefault(
            row.article, {"outlet": f"Outlet {row.outlet}", "published": f"2026-11-{1 + row.day:02}"}
        )
        article["text"] = article.get("text", "") + "\n\n" + row.text
        article.setdefault("headline", row.text[:60])
    (tmp_path / "in").mkdir()
    parquet.write_table(pa.Table.from_pylist(list(texts.values())), tmp_path / "in" / "a.parquet", row_group_size=7)

    class Threads(Here):
        def run(self, function, tasks):
            with ThreadPoolExecutor(3) as pool:
                yield from pool.map(function, tasks)

    for name, workers in (("alone", Here()), ("threads", Threads())):
        compare_files(str(tmp_path / "in"), str(tmp_path / name), registry, workers)
    assert read(tmp_path / "alone", "claims") == read(tmp_path / "threads", "claims")


@pytest.mark.slow
@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_a_real_cluster_of_two_workers_gives_the_same_claims(
    engine, articles, registry, expected, tmp_path, monkeypatch
):
    master = None
    if engine == "spark":
        pytest.importorskip("pyspark", reason="the extra factcheck-cli[spark] is not installed (make test-spark)")
        if shutil.which("java") is None:
            pytest.skip("Spark needs Java")
        monkeypatch.setenv("SPARK_WORKER_DIR", str(tmp_path / "work"))
        monkeypatch.delenv("PYSPARK_PYTHON", raising=False)
        master = "local-cluster[2,1,1024]"
    elif engine == "dask":
        pytest.importorskip("distributed", reason="the extra factcheck-cli[dask] is not installed")
    workers = start_workers(engine, master, 2)
    try:
        compare_files(str(articles), str(tmp_path / "out"), registry, workers)
    finally:
        workers.close()
    claims = read(tmp_path / "out", "claims")
    assert {row["id"]: strip(json.loads(row["json"])) for row in claims} == expected


def test_an_earlier_answer_is_replaced_but_other_files_are_not(articles, registry, tmp_path):
    compare_files(str(articles), str(tmp_path), registry, Here())
    (tmp_path / "claims" / "stale.parquet").write_bytes(b"")
    compare_files(str(articles), str(tmp_path), registry, Here())
    assert not (tmp_path / "claims" / "stale.parquet").exists()
    other = tmp_path / "other"
    (other / "claims").mkdir(parents=True)
    (other / "claims" / "mine.py").write_text("x = 1")
    with pytest.raises(FactcheckError, match="holds other files"):
        compare_files(str(articles), str(other), registry, Here())
    assert (other / "claims" / "mine.py").exists()


def test_what_a_kill_left_behind_is_removed_by_the_next_run(articles, registry, tmp_path):
    compare_files(str(articles), str(tmp_path), registry, Here())
    before = read(tmp_path, "claims")
    (tmp_path / "_work" / "stories" / "0").mkdir(parents=True)
    (tmp_path / "_work" / "stories" / "0" / "stale.parquet").write_bytes(b"")
    compare_files(str(articles), str(tmp_path), registry, Here())
    assert read(tmp_path, "claims") == before
    assert not (tmp_path / "_work").exists()


def test_a_file_that_is_no_parquet_is_told(registry, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.parquet").write_text("no such thing")
    with pytest.raises(FactcheckError, match="cannot be read"):
        compare_files(str(tmp_path / "in"), str(tmp_path / "out"), registry, Here())


def test_nothing_is_left_of_the_work_when_a_task_fails(articles, registry, tmp_path):
    class Failing(Here):
        def run(self, function, tasks):
            if function is plan_module.link_window:
                raise KeyboardInterrupt
            return map(function, tasks)

    with pytest.raises(KeyboardInterrupt):
        compare_files(str(articles), str(tmp_path / "out"), registry, Failing())
    assert not (tmp_path / "out" / "_work").exists()


def test_a_missing_library_is_told_with_the_extra_that_brings_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "claims.engines.dask", raising=False)
    with pytest.raises(FactcheckError) as error:
        start_workers("dask")
    assert error.value.hint is not None
    assert "factcheck-cli[dask]" in error.value.hint
