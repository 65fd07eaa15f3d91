"""Whatever is wrong with the file, the error says where and what to do, and nothing is destroyed."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from claims.errors import StoreError
from claims.store import Store, database
from claims.store.schema import LATEST, MIGRATIONS
from tests.store.samples import make_article

REPOSITORY = Path(__file__).parents[2]


def _refused(path: Path) -> StoreError:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError) as caught:
        _use(path)
    assert caught.value.where == str(path)
    assert "--db" in (caught.value.hint or "")
    assert before is None or path.read_bytes() == before
    return caught.value


def _use(path: Path) -> None:
    with Store.open(path, timeout=0.05) as store:
        store.add(make_article())
        list(store.articles())


def _filled(path: Path, count: int = 30) -> Path:
    with Store.open(path) as store:
        for number in range(count):
            store.add(make_article(number))
    return path


@pytest.mark.parametrize("content", [b"x", b"Mayor opens bridge\n" * 200, b"\0" * 5000, b"PK\x03\x04" * 40])
def test_a_file_that_is_no_database(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    assert "not a store of factcheck" in _refused(path).message


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE article (id)")
    other.close()
    assert _refused(path).message == "not a store of factcheck: another program's database"


def test_a_newer_store(tmp_path: Path) -> None:
    path = _filled(tmp_path / "articles.db", 1)
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA user_version = {LATEST + 1}")
    other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    error = _refused(path)
    assert error.message == f"written by a newer factcheck (schema {LATEST + 1}; this one knows {LATEST})"
    assert "update factcheck" in (error.hint or "")


def test_an_older_store_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _filled(tmp_path / "articles.db", 3)
    monkeypatch.setattr("claims.store.schema.MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE later (id)",)))
    monkeypatch.setattr("claims.store.schema.LATEST", LATEST + 1)
    with Store.open(path) as store:
        assert store.count() == 3
    other = sqlite3.connect(path)
    assert other.execute("SELECT count(*) FROM later").fetchone() == (0,)
    assert other.execute("PRAGMA user_version").fetchone() == (LATEST + 1,)
    other.close()


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _filled(tmp_path / "articles.db", 3)
    with monkeypatch.context() as patch:
        patch.setattr("claims.store.schema.MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE later (id)", "NONSENSE")))
        patch.setattr("claims.store.schema.LATEST", LATEST + 1)
        with pytest.raises(sqlite3.OperationalError, match="syntax error"):
            Store.open(path)
    with Store.open(path) as store:
        assert store.count() == 3


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "articles.db"
    path.touch()
    with Store.open(path) as store:
        assert store.add(make_article()) == "new"


def test_a_damaged_store(tmp_path: Path) -> None:
    path = _filled(tmp_path / "articles.db", 200)
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\xa5" * (len(raw) - 4096)
    path.write_bytes(raw)
    assert _refused(path).message == "the store is damaged"


def test_a_store_cut_short(tmp_path: Path) -> None:
    path = _filled(tmp_path / "articles.db", 200)
    os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(StoreError, match="the store is damaged"), Store.open(path) as store:
        list(store.articles())


@pytest.mark.parametrize("record", [b"{", b"[]", b"{}", b'{"id": 1, "blocks": 3}', b"\xff", b"null"])
def test_a_damaged_record(record: bytes, tmp_path: Path) -> None:
    path = _filled(tmp_path / "articles.db", 1)
    other = sqlite3.connect(path)
    other.execute("UPDATE article SET record = ?", (record,))
    other.commit()
    other.close()
    with Store.open(path) as store, pytest.raises(StoreError, match="damaged"):
        list(store.articles())


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "notes").touch()
    assert "cannot be opened for writing" in _refused(tmp_path / "notes" / "articles.db").message


def test_a_path_that_is_a_folder(tmp_path: Path) -> None:
    assert "cannot be opened for writing" in _refused(tmp_path).message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "cannot be opened for writing" in _refused(tmp_path / "articles.db").message


def test_a_lock_that_stays(tmp_path: Path) -> None:
    path = _filled(tmp_path / "articles.db", 1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(path, timeout=0.05) as store:
        assert store.count() == 1
        with pytest.raises(StoreError, match="another process is writing") as caught:
            store.add(make_article(7))
        assert caught.value.hint
        other.execute("ROLLBACK")
        assert store.add(make_article(7)) == "new"
    other.close()


def test_a_full_disk(tmp_path: Path) -> None:
    path = _filled(tmp_path / "articles.db", 1)
    with Store.open(path) as store:
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="the disk is full"):
            store.add(make_article(1, text="x" * 1_000_000))
        assert list(store.articles()) == [make_article()]


def test_a_full_disk_while_making_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("claims.store.database._move_into_place", fail)
    with pytest.raises(StoreError, match="the disk is full"):
        Store.open(tmp_path / "articles.db")
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_another_process_made_first_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready, path = _filled(tmp_path / "ready.db", 2), tmp_path / "articles.db"
    move = database._move_into_place

    def lose_the_race(draft: Path, place: Path) -> None:
        shutil.copy(ready, place)
        move(draft, place)

    monkeypatch.setattr(database, "_move_into_place", lose_the_race)
    with Store.open(path) as store:
        assert store.count() == 2


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)
    assert _filled(tmp_path / "articles.db", 2).stat().st_size > 0
    assert [path.name for path in tmp_path.iterdir()] == ["articles.db"]


_WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from claims.store import Store, database
from tests.store.samples import make_article
with Store.open(Path(sys.argv[1])) as store:
    number = 0
    while True:
        store.add(make_article(number, text=f"{number} " * 50_000, path=None))
        print(number, flush=True)
        number += 1
"""


@pytest.mark.slow
@pytest.mark.parametrize("after", [0, 1, 12])
def test_killed_while_writing_nothing_is_lost_or_half_written(after: int, tmp_path: Path) -> None:
    path = tmp_path / "articles.db"
    command = [sys.executable, "-c", _WRITER, str(path), str(REPOSITORY)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        reported = [int(writer.stdout.readline()) for _ in range(after)]
        writer.send_signal(signal.SIGKILL)
        reported += [int(line) for line in writer.stdout if line.endswith("\n")]
    with Store.open(path) as store:
        kept = list(store.articles())
        assert store._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    numbers = {int(article.text.partition(" ")[0]) for article in kept}
    assert numbers >= set(reported)
    assert len(kept) - len(reported) in {0, 1}
    assert all(
        article == make_article(n, text=f"{n} " * 50_000, path=None) for article in kept for n in _number(article)
    )


def _number(article) -> list[int]:
    return [int(article.text.partition(" ")[0])]
