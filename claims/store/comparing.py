"""Compare what the store holds: kept readings, stories and claims are used, and only what is new is worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from claims.articles import link_versions
from claims.matching import Features, read_features
from claims.model import Article, Attribution, Claim, Comparison
from claims.pipeline import Alone, Progress, Story, Work, ignore_progress, is_compared, order_articles, order_claims
from claims.registry import Registry
from claims.statements import split_statements
from claims.store.attributions import encode_reading
from claims.store.claims import make_key
from claims.store.digests import comparing_version, reading_version
from claims.store.outlets import take_up
from claims.store.store import Store

_ARTICLES_AT_ONCE = 256
"""Read, and kept in one transaction; no more texts of them are held."""
_STORIES_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Scope:
    """Which articles are compared: those of a story or some, of a period; everything without either."""

    since: str | None = None
    until: str | None = None
    stories: Sequence[int] | None = None
    """Numbers of stories as `Stories.find` gives them."""


def read_new(store: Store, registry: Registry, work: Work, progress: Progress = ignore_progress) -> None:
    """Read the articles that were never read, and keep that; what was read stays when it is stopped."""
    numbers = store.attributions.list_unread()
    for done in range(0, len(numbers), _ARTICLES_AT_ONCE):
        chunk = numbers[done : done + _ARTICLES_AT_ONCE]
        _read(chunk, store, registry, work, _tell_from(done, len(numbers), progress))


def _tell_from(first: int, total: int, progress: Progress) -> Callable[[int], None]:
    return lambda read: progress("attributing", first + read, total)


def form_stories(store: Store, registry: Registry, work: Work, progress: Progress = ignore_progress) -> None:
    """Read what was not read yet and put all articles into stories."""
    read_new(store, registry, work, progress)
    numbers = store.attributions.list_stale()
    for done in range(0, len(numbers), _ARTICLES_AT_ONCE):
        progress("telling stories", done, len(numbers))
        chunk = numbers[done : done + _ARTICLES_AT_ONCE]
        articles = [store.load(number) for number in chunk]
        told = [_tell(article) for article in articles]
        with store.transaction():
            store.attributions.forget_keys(chunk)
            for number, article, features in zip(chunk, articles, told, strict=True):
                store.attributions.tell(number, article, features)
    store.stories.form(progress)


def _tell(article: Article) -> Features:
    statements = split_statements(article) if is_compared(article) else ()
    return read_features([Attribution(statement, article.outlet) for statement in statements], article)


def _read(
    numbers: Sequence[int], store: Store, registry: Registry, work: Work, tell: Callable[[int], None] = lambda _: None
) -> Iterator[Sequence[Attribution]]:
    """Read the articles of these numbers and keep what was read; return it. ``tell`` is given how many are read."""
    version = reading_version(registry)
    articles = [take_up(store.load(number), registry) for number in numbers]
    found: list[Sequence[Attribution]] = []
    for rows in work.read(articles):
        tell(len(found))
        found.append(rows)
    readings = [encode_reading(rows, article, version) for article, rows in zip(articles, found, strict=True)]
    with store.transaction():
        for number, reading in zip(numbers, readings, strict=True):
            store.attributions.keep(number, reading)
    return iter(found)


def compare_stored(
    store: Store,
    alone: Alone,
    *,
    work: Work | None = None,
    scope: Scope = Scope(),
    progress: Progress = ignore_progress,
) -> Comparison:
    """Return the claims of the stories in ``scope``, the same as all of the store compared at once would give.

    A story is compared by those of its articles that were published in the period. ``work`` does what takes long.
    """
    work = work or alone
    form_stories(store, alone.registry, work, progress)
    comparer = Comparer(store, alone, work)
    shown: dict[int, Compared] = {}
    members = iter(store.list_members(since=scope.since, until=scope.until, stories=scope.stories))
    total = store.stories.count()
    while chunk := list(islice(members, _STORIES_AT_ONCE)):
        for (number, _), compared in zip(chunk, comparer.compare(chunk), strict=True):
            shown[number] = compared
            progress("comparing", len(shown), total)
    claims: Iterable[Claim] = (claim for compared in shown.values() for claim in compared.claims)
    if total > 1:
        from claims.store.repeats import add_repeats

        progress("looking for repeats", 0, total)
        claims = add_repeats(shown, store, comparer, everything=scope == Scope())
    ordered = order_articles(article for compared in shown.values() for article in compared.story[0])
    return Comparison(tuple(ordered), tuple(order_claims(claims, ordered)))


class Compared(NamedTuple):
    """A story with its claims."""

    story: Story
    claims: Sequence[Claim]


class Comparer:
    """Compares stories, some at a time."""

    def __init__(self, store: Store, alone: Alone, work: Work) -> None:
        self._store = store
        self._work = work
        self._registry = alone.registry
        self._version = reading_version(alone.registry)
        self._settings = comparing_version(), self._version, alone.suggestions
        self._keeps = alone.liken is None

    def compare(self, stories: Sequence[tuple[int, Sequence[int]]]) -> Iterator[Compared]:
        """Yield stories with their claims, each given by its number and those of its articles."""
        loaded = self.load(stories)
        keys = [self._make_key(members) for _, members in stories]
        known = [self._find(key, story) for key, story in zip(keys, loaded, strict=True)]
        missing = [place for place, claims in enumerate(known) if claims is None]
        fresh = dict(zip(missing, self._work.compare([loaded[place] for place in missing]), strict=True))
        self._keep((keys[place], stories[place][0], claims, loaded[place][0]) for place, claims in fresh.items())
        for place, story in enumerate(loaded):
            yield Compared(story, known[place] or fresh.get(place, ()))

    def _make_key(self, members: Sequence[int]) -> str:
        return make_key([self._store.stories.key(member) for member in members], *self._settings)

    def _find(self, key: str, story: Story) -> Sequence[Claim] | None:
        return self._store.claims.find(key, story[1]) if self._keeps else None

    def load(self, stories: Sequence[tuple[int, Sequence[int]]]) -> list[Story]:
        """Return stories with what was read in their articles, each given by its number and those of its articles."""
        numbers = [member for _, members in stories for member in members]
        articles = {number: take_up(self._store.load(number), self._registry) for number in numbers}
        rows = self._read(articles)
        loaded: list[Story] = []
        for _, members in stories:
            of_article = {id(articles[number]): rows[number] for number in members}
            ordered = order_articles(articles[number] for number in members)
            loaded.append((link_versions(ordered), [of_article[id(article)] for article in ordered]))
        return loaded

    def _read(self, articles: dict[int, Article]) -> dict[int, Sequence[Attribution]]:
        """Return the attributions of the articles; those read with another registry are read and kept anew."""
        found = {
            number: self._store.attributions.find(number, article, self._version)
            for number, article in articles.items()
        }
        stale = [number for number, rows in found.items() if rows is None]
        again = dict(zip(stale, _read(stale, self._store, self._registry, self._work), strict=True)) if stale else {}
        return {number: again.get(number, ()) if rows is None else rows for number, rows in found.items()}

    def _keep(self, answers: Iterable[tuple[str, int, Sequence[Claim], Sequence[Article]]]) -> None:
        ready = list(answers)
        if ready and self._keeps:
            with self._store.transaction():
                for answer in ready:
                    self._store.claims.keep(*answer)
