"""Kept readings, stories and claims: whole after a kill, in step with a second process, refused where damaged."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claims.errors import StoreError
from claims.pipeline import Alone, compare_story
from claims.registry import Registry
from claims.store import Store
from claims.store.claims import decode_claims, encode_claims
from claims.store.comparing import Scope, compare_stored, read_new
from claims.store.listing import list_stories
from claims.store.schema import APPLICATION_ID, LATEST, MIGRATIONS
from tests.matching.stories import make_article, make_rows
from tests.matching.test_parts import NORTH, SOUTH
from tests.store.test_comparing import full_run, make_articles, render

REPOSITORY = Path(__file__).parents[2]
ALONE = Alone(Registry())


def _filled(path: Path, count: int = 14) -> Path:
    with Store.open(path) as store:
        for article in make_articles()[:count]:
            store.add(article)
    return path


def _check(path: Path) -> None:
    other = sqlite3.connect(path)
    assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    other.close()


@pytest.mark.parametrize("version", [1, 2])
def test_a_store_of_an_older_schema_is_upgraded_in_place(version: int, tmp_path: Path) -> None:
    ready, path = _filled(tmp_path / "ready.db"), tmp_path / "articles.db"
    old = sqlite3.connect(path)
    for statements in MIGRATIONS[:version]:
        for statement in statements:
            old.execute(statement)
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.execute(f"PRAGMA user_version = {version}")
    old.execute("ATTACH ? AS ready", (str(ready),))
    old.execute("INSERT INTO main.article SELECT * FROM ready.article")
    old.commit()
    old.close()
    with Store.open(path) as store:
        assert sorted(store.articles(), key=lambda each: each.id) == sorted(make_articles(), key=lambda each: each.id)
        assert render(compare_stored(store, ALONE)) == full_run(*range(14))
        assert store._connection.execute("PRAGMA user_version").fetchone() == (LATEST,)


def test_an_article_that_tells_another_story_now_has_all_stories_formed_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(_filled(tmp_path / "articles.db")) as store:
        with monkeypatch.context() as patch:
            patch.setattr("claims.matching.stories.settings", lambda: _with(**{"story words": 3.0}))
            compare_stored(store, ALONE)
        monkeypatch.setattr("claims.store.attributions.telling_version", lambda: "newer")
        assert render(compare_stored(store, ALONE)) == full_run(*range(14))


def _with(**changes: float) -> dict[str, float]:
    from claims.matching.settings import settings

    return settings() | changes


@pytest.mark.parametrize(
    ("table", "column"),
    [("reading", "attributions"), ("reading", "features"), ("claims", "claims")],
)
@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe"])
def test_damage_is_reported(table: str, column: str, content: bytes, tmp_path: Path) -> None:
    path = _filled(tmp_path / "articles.db", 5)
    with Store.open(path) as store:
        read_new(store, ALONE.registry, ALONE)
        if table == "claims":
            compare_stored(store, ALONE)
        store._connection.execute(f"UPDATE {table} SET {column} = ?", (content,))
        with pytest.raises(StoreError, match="damaged"):
            compare_stored(store, ALONE)


def test_two_processes_form_stories_of_the_same_articles(tmp_path: Path) -> None:
    path = _filled(tmp_path / "articles.db")
    with Store.open(path) as one, Store.open(path) as two:
        read_new(one, ALONE.registry, ALONE)
        assert two.attributions.list_unread() == []
        one.stories.form()
        two._connection.execute("UPDATE reading SET formed = 0 WHERE article = 3")
        one.stories.form()
        two.stories.form()
        assert render(compare_stored(two, ALONE)) == render(compare_stored(one, ALONE)) == full_run(*range(14))


def test_a_full_disk_loses_only_what_was_being_kept(tmp_path: Path) -> None:
    path = _filled(tmp_path / "articles.db")
    with Store.open(path) as store:
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="the disk is full"):
            compare_stored(store, ALONE)
        assert store.count() == 14
        store._connection.execute("PRAGMA max_page_count = 1000000")
        assert render(compare_stored(store, ALONE)) == full_run(*range(14))


def test_stories_are_found_by_id_and_by_words(tmp_path: Path) -> None:
    with Store.open(_filled(tmp_path / "articles.db")) as store:
        compare_stored(store, ALONE)
        listed = list(list_stories(store))
        assert sum(story.articles for story in listed) == 14
        assert [story.last for story in listed if story.last] == sorted(
            (story.last for story in listed if story.last), reverse=True
        )
        for story in listed:
            assert [store.stories.name(number) for number in store.stories.find(story.id)] == [story.id]
        assert len(store.stories.find("s-")) == len(listed) == store.stories.count()
        found = store.stories.find("crane in Kalbeck")
        told = compare_stored(store, ALONE, scope=Scope(stories=found)).articles
        assert told
        assert all("Kalbeck" in article.text for article in told)
        assert store.stories.find("zeppelin") == store.stories.find("") == store.stories.find("s-ffffffffff") == []


_WORKER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from claims.store import Store
from claims.store.claims import decode_claims, encode_claims
from claims.store.comparing import compare_stored
from tests.store.test_kept import ALONE, make_articles
with Store.open(Path(sys.argv[1])) as store:
    print("open", flush=True)
    for article in make_articles():
        store.add(article)
        compare_stored(store, ALONE)
        print(article.id, flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("delay", [0, 0.1, 0.2, 0.35])
def test_killed_at_any_moment_the_store_is_whole_and_goes_on(delay: float, tmp_path: Path) -> None:
    path = tmp_path / "articles.db"
    command = [sys.executable, "-c", _WORKER, str(path), str(REPOSITORY)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        worker.stdout.readline()
        time.sleep(delay)
        worker.send_signal(signal.SIGKILL)
        reported = [line.strip() for line in worker.stdout if line.endswith("\n")]
    _check(path)
    with Store.open(path) as store:
        assert {article.id for article in store.articles()} >= set(reported)
        for article in make_articles():
            store.add(article)
        assert render(compare_stored(store, ALONE)) == full_run(*range(14))


def test_the_figures_of_a_part_are_kept() -> None:
    articles = [make_article("north", NORTH), make_article("south", SOUTH)]
    rows = [make_rows(article) for article in articles]
    claims = compare_story(articles, rows, Registry())
    assert any(len(row.figures) < len(rows[0][0].figures) for claim in claims for row in claim.attributions[:1])
    assert decode_claims(encode_claims(claims, articles), rows) == claims
