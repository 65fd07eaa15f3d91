"""The store keeps each article once, gives it back unchanged, and in an order of its own."""

import sqlite3
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import StoreError
from claims.model import Article, Outlet
from claims.store import Store, default_store
from tests.store.samples import articles, make_article


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "articles.db") as opened:
        yield opened


def test_gives_back_what_went_in(store: Store) -> None:
    article = make_article()
    assert [one.name for one in fields(Article) if not getattr(article, one.name)] == []
    assert store.add(article) == "new"
    assert list(store.articles()) == [article]
    assert store.article(article.id) == article
    assert store.article("star-absent") is None


def test_keeps_the_same_bytes_of_an_outlet_once(store: Store) -> None:
    article = make_article()
    assert store.add(article) == "new"
    assert store.add(replace(article, path="copy.txt")) == "unchanged"
    assert list(store.articles()) == [article]
    assert store.add(replace(article, outlet=Outlet("other", "Other"))) == "new"
    assert store.count() == 2


def test_stays_when_closed(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folders" / "über uns?#%20.db"
    with Store.open(path) as store:
        store.add(make_article())
    with Store.open(path) as store:
        assert list(store.articles()) == [make_article()]
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_orders_by_moment_then_outlet_then_hash(store: Store) -> None:
    wanted = [
        make_article(1, published="2026-02"),
        make_article(2, published="2026-02-05T23:30:00+09:00"),
        make_article(3, published="2026-02-05T15:00:00Z", outlet=Outlet("a", "A")),
        make_article(4, published="2026-02-05T15:00:00+00:00", outlet=Outlet("b", "B")),
        make_article(5, published="2026-02-05T11:00:00-05:00"),
        make_article(6, published=None),
    ]
    for article in reversed(wanted):
        store.add(article)
    assert list(store.articles()) == wanted


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, "abcde"),
        ("2026-02-05", None, "bcd"),
        (None, "2026-02-05", "abc"),
        ("2026-02-05", "2026-02-05", "bc"),
        ("2026-02", "2026-02", "bcd"),
        ("2026-02-05T12:00:00+01:00", None, "bcd"),
        ("2025", "2025", ""),
        ("2027", None, ""),
    ],
)
def test_selects_by_day_as_printed(store: Store, since: str | None, until: str | None, expected: str) -> None:
    published = {
        "a": "2026-01-31",
        "b": "2026-02",
        "c": "2026-02-05T23:59:00-10:00",
        "d": "2026-02-06T00:01:00+14:00",
        "e": None,
    }
    for number, (name, day) in enumerate(published.items()):
        store.add(make_article(number, id=name, published=day))
    found = store.articles(since=since, until=until)
    assert sorted(article.id for article in found) == sorted(expected)


def test_refuses_a_day_that_is_none(store: Store) -> None:
    with pytest.raises(StoreError, match="'yesterday' is no day") as caught:
        list(store.articles(since="yesterday"))
    assert caught.value.hint


def test_selects_by_id_or_name_of_the_outlet(store: Store) -> None:
    store.add(make_article(1))
    store.add(make_article(2, outlet=Outlet("kp", "Kyiv Post")))
    store.add(make_article(3, outlet=Outlet("—", "—")))
    for outlets, expected in [(("star",), 1), (("the kyiv post",), 1), (("kp", "STAR"), 2), (("—",), 1), (("x",), 0)]:
        assert len(list(store.articles(outlets=outlets))) == expected


def test_adding_while_reading_changes_nothing(store: Store) -> None:
    for number in range(3):
        store.add(make_article(number))
    seen = 0
    for article in store.articles():
        store.add(replace(article, sha256=article.sha256 + "x", published="2030-01-01"))
        seen += 1
    assert (seen, store.count()) == (3, 6)


def test_two_writers_and_a_reader_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "articles.db"
    with Store.open(path) as one, Store.open(path) as two:
        for number in range(0, 20, 2):
            one.add(make_article(number))
            reading = one.articles()
            two.add(make_article(number + 1))
            assert next(reading)
        assert one.count() == two.count() == 20


def test_a_transaction_an_article(store: Store) -> None:
    store.add(make_article())
    other = sqlite3.connect(store.path)
    assert other.execute("SELECT count(*) FROM article").fetchone() == (1,)
    assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    other.close()


def test_default_store_is_in_the_users_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path)
    assert default_store() == tmp_path / "articles.db"


@settings(max_examples=20)
@given(st.lists(articles, max_size=5), st.randoms())
def test_twice_is_once_and_order_changes_nothing(found: list[Article], random) -> None:
    unique = list({(article.outlet.id, article.sha256): article for article in found}.values())
    shuffled = unique.copy()
    random.shuffle(shuffled)
    with (
        TemporaryDirectory() as folder,
        Store.open(Path(folder) / "one.db") as one,
        Store.open(Path(folder) / "two.db") as two,
    ):
        assert [one.add(article) for article in unique] == ["new"] * len(unique)
        assert [one.add(article) for article in unique] == ["unchanged"] * len(unique)
        for article in shuffled:
            two.add(article)
        kept = list(one.articles())
        assert kept == list(two.articles())
        assert len(kept) == len(unique) == one.count()
        assert all(article in kept for article in unique)
        assert all(one.article(article.id) is not None for article in unique)
