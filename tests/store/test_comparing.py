"""The store compares as if all were compared at once, whatever came when, and works out only what is new."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Article, Attribution, Block, Claim, Comparison, Outlet
from claims.pipeline import Alone, Story, compare
from claims.registry import Registry
from claims.render import RENDERERS
from claims.store import Store
from claims.store.comparing import Scope, compare_stored

PLACES = ("Velmar", "Ostrin", "Kalbeck")
EVENTS = (
    "{n} dockers were killed when a crane fell in the port of {p} on Monday, Harbour Minister Ilse {s} said.",
    "The port of {p} will reopen on Thursday, {s} told reporters.",
    "The crane in {p} had been inspected in {m}, according to the harbour office.",
    "Witnesses in {p} said that the wind had risen before the crane fell.",
    "{s} said that {n} families would get {n}00,000 dollars each.",
)


@cache
def make_articles() -> tuple[Article, ...]:
    """Make articles of three happenings of one kind, some told twice by one outlet, one without a date."""
    rng = random.Random(11)
    found = []
    for number in range(14):
        place = PLACES[number % 3]
        sentences = [
            event.format(n=7 + number % 4, p=place, s=f"{place[:4]}ova", m=rng.choice(["May", "June"]))
            for event in EVENTS
            if rng.random() < 0.8
        ] or [f"Nothing is known about {place}."]
        text = "\n\n".join(sentences)
        blocks, start = [], 0
        for sentence in sentences:
            blocks.append(Block("paragraph", start, start + len(sentence)))
            start += len(sentence) + 2
        outlet = Outlet(f"o{number % 5}", f"Outlet {number % 5}")
        published = None if number == 9 else f"2031-03-{3 + number % 4:02}"
        digest = f"{number:064}"
        found.append(
            Article(f"{outlet.id}-{number:02}", outlet, text, tuple(blocks), digest, published=published, language="en")
        )
    return tuple(found)


def render(comparison: Comparison) -> str:
    out = StringIO()
    RENDERERS["json"](comparison, out)
    return out.getvalue()


@cache
def full_run(*numbers: int, suggestions: bool = False) -> str:
    return render(compare([make_articles()[number] for number in numbers], Registry(), suggestions=suggestions))


@dataclass
class Counting:
    """Does the work alone, and counts it."""

    alone: Alone = field(default_factory=lambda: Alone(Registry()))
    read_: int = 0
    compared: int = 0

    def read(self, articles: Sequence[Article]) -> Iterator[Sequence[Attribution]]:
        self.read_ += len(articles)
        return self.alone.read(articles)

    def compare(self, stories: Sequence[Story]) -> Iterator[Sequence[Claim]]:
        self.compared += len(stories)
        return self.alone.compare(stories)

    def counts(self) -> tuple[int, int]:
        counts = self.read_, self.compared
        self.read_ = self.compared = 0
        return counts


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "articles.db") as opened:
        yield opened


def _fill(store: Store, numbers: Sequence[int]) -> None:
    for number in numbers:
        store.add(make_articles()[number])


@settings(max_examples=5)
@given(st.permutations(range(14)), st.lists(st.integers(0, 14), max_size=1), st.booleans())
def test_any_order_and_split_of_ingestion_gives_the_answer_of_one_run(
    order: list[int], stops: list[int], suggestions: bool
) -> None:
    alone = Alone(Registry(), suggestions)
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "articles.db") as store:
        done = 0
        for stop in [*sorted(stops), len(order)]:
            _fill(store, order[done:stop])
            done = stop
            found = render(compare_stored(store, alone))
            assert found == full_run(*sorted(order[:stop]), suggestions=suggestions)
        assert render(compare_stored(store, alone)) == found
        assert json.loads(found)["claims"]


def test_only_what_is_new_is_worked_out(store: Store) -> None:
    work = Counting()
    _fill(store, range(13))
    first = compare_stored(store, work.alone, work=work)
    read, compared = work.counts()
    assert (read, compared) == (13, store.stories.count())
    assert compare_stored(store, work.alone, work=work) == first
    assert work.counts() == (0, 0)
    _fill(store, [13])
    compare_stored(store, work.alone, work=work)
    assert work.counts() == (1, 1)


def test_another_registry_reads_anew_and_keeps_that(store: Store) -> None:
    work = Counting(Alone(Registry(outlets=(Outlet("wire", "Harbour Wire"),))))
    _fill(store, range(5))
    compare_stored(store, Alone(Registry()))
    compare_stored(store, work.alone, work=work)
    assert work.counts() == (5, store.stories.count())
    compare_stored(store, work.alone, work=work)
    assert work.counts() == (0, 0)


def test_a_newer_factcheck_reads_what_it_shows_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    work = Counting()
    _fill(store, range(10))
    before = compare_stored(store, work.alone, work=work)
    work.counts()
    monkeypatch.setattr("claims.store.digests._reading_version", lambda: "newer")
    number, members = next(iter(store.list_members()))
    compare_stored(store, work.alone, work=work, scope=Scope(stories=[number]))
    met = 6  # articles of other stories that may say the same
    assert work.counts() == (len(members) + met, 1)
    assert compare_stored(store, work.alone, work=work) == before
    assert work.counts() == (10 - len(members) - met, store.stories.count() - 1)
    assert compare_stored(store, work.alone, work=work) == before
    assert work.counts() == (0, 0)


def test_stories_told_anew_alike_stay(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    work = Counting()
    _fill(store, range(10))
    before = compare_stored(store, work.alone, work=work)
    work.counts()
    monkeypatch.setattr("claims.store.attributions.telling_version", lambda: "newer")
    assert len(store.attributions.list_stale()) == 10
    assert compare_stored(store, work.alone, work=work) == before
    assert work.counts() == (0, 0)
    assert store.attributions.list_stale() == []


def test_a_period_leaves_articles_out_and_no_story_is_loaded_that_has_none(store: Store) -> None:
    work = Counting()
    _fill(store, range(14))
    whole = compare_stored(store, work.alone, work=work)
    late = compare_stored(store, work.alone, work=work, scope=Scope(since="2031-03-05"))
    assert {article.id for article in late.articles} == {
        article.id for article in whole.articles if (article.published or "") >= "2031-03-05"
    }
    assert compare_stored(store, work.alone, scope=Scope(since="2032")).articles == ()


def test_one_story(store: Store) -> None:
    _fill(store, range(14))
    whole = compare_stored(store, Alone(Registry()))
    for number, members in list(store.list_members()):
        one = compare_stored(store, Alone(Registry()), scope=Scope(stories=[number]))
        ids = {article.id for article in one.articles}
        assert len(ids) == len(members)
        assert one.claims == tuple(claim for claim in whole.claims if claim.attributions[0].statement.article in ids)


def test_one_story_tells_what_any_other_story_says_too(store: Store) -> None:
    whole, numbers = _fill_with_repeats(store)
    assert sum(len(claim.repeats) for claim in whole.claims) == 2 * 3
    for number in numbers:
        one = compare_stored(store, Alone(Registry()), scope=Scope(stories=[number]))
        ids = {article.id for article in one.articles}
        assert one.claims == tuple(claim for claim in whole.claims if claim.attributions[0].statement.article in ids)
        assert all(claim.repeats for claim in one.claims if "Gravlund" in claim.text)


def test_a_period_tells_what_was_said_before_it(store: Store) -> None:
    whole, _ = _fill_with_repeats(store)
    late = compare_stored(store, Alone(Registry()), scope=Scope(since="2031-12"))
    assert {article.published for article in late.articles} == {"2032-01-20"}
    assert [repeat.day for claim in late.claims for repeat in claim.repeats] == ["2031-03-10", "2031-08-15"]
    assert late.claims == tuple(claim for claim in whole.claims if claim.attributions[0].outlet.id == "o2")


def test_only_articles_that_share_a_key_are_read(store: Store) -> None:
    _fill_with_repeats(store)
    _fill(store, range(14))
    work = Counting()
    compare_stored(store, work.alone, work=work)
    loaded: list[int] = []
    load = store.load
    store.load = lambda number: loaded.append(number) or load(number)  # type: ignore[method-assign,func-returns-value]
    one = compare_stored(store, work.alone, work=work, scope=Scope(since="2031-12"))
    assert len(one.articles) == 1
    assert len(set(loaded)) == 3


def _fill_with_repeats(store: Store) -> tuple[Comparison, list[int]]:
    """Fill the store with three stories, months apart, that say one thing; return the answer, and their numbers."""
    told = (
        ("2031-03-10", "The owners met the mayor of Orrevik.", "Gravlund Steel employs 2,500 people in Orrevik."),
        ("2031-08-15", "Gravlund Steel, which employs 2,500 people in Orrevik, makes rails.", "A ship was late."),
        ("2032-01-20", "A bridge opened.", "In Orrevik, 2,500 people are employed by Gravlund Steel."),
    )
    for number, (day, *sentences) in enumerate(told):
        text = "\n\n".join(sentences)
        cut = len(sentences[0])
        blocks = (Block("paragraph", 0, cut), Block("paragraph", cut + 2, len(text)))
        outlet = Outlet(f"o{number}", f"Outlet {number}")
        store.add(Article(f"far-{number}", outlet, text, blocks, f"{number:064x}a", published=day, language="en"))
    whole = compare_stored(store, Alone(Registry()))
    return whole, [number for number, _ in store.list_members()]


def test_many_at_once_are_formed_as_one_by_one_would_be(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.store.stories.MANY", 3)
    _fill(store, range(14))
    assert render(compare_stored(store, Alone(Registry()))) == full_run(*range(14))
    monkeypatch.undo()
    assert render(compare_stored(store, Alone(Registry()))) == full_run(*range(14))
