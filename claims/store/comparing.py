"""Compare what the store holds: kept readings, stories and claims are used, and only what is new is worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from claims.articles import link_versions
from claims.model import Article, Attribution, Claim, Comparison
from claims.pipeline import Alone, Progress, Story, Work, ignore_progress, order_articles, order_claims
from claims.store.attributions import encode_reading
from claims.store.claims import make_key
from claims.store.digests import comparing_version, registry_version
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


def bring_up_to_date(store: Store, alone: Alone, work: Work, progress: Progress = ignore_progress) -> None:
    """Read what this factcheck has not read yet, and put new articles into stories."""
    numbers = store.attributions.list_unread()
    registry = registry_version(alone.registry)
    for done in range(0, len(numbers), _ARTICLES_AT_ONCE):
        progress("attributing", done, len(numbers))
        chunk = numbers[done : done + _ARTICLES_AT_ONCE]
        articles = [store.load(number) for number in chunk]
        readings = [
            encode_reading(rows, article, registry) for article, rows in zip(articles, work.read(articles), strict=True)
        ]
        with store.transaction():
            for number, reading in zip(chunk, readings, strict=True):
                store.attributions.keep(number, reading)
    store.stories.form(progress)


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
    bring_up_to_date(store, alone, work, progress)
    comparer = _Comparer(store, alone, work)
    articles: list[Article] = []
    claims: list[Claim] = []
    stories = iter(store.list_members(since=scope.since, until=scope.until, stories=scope.stories))
    done = 0
    while chunk := list(islice(stories, _STORIES_AT_ONCE)):
        for found, of_story in comparer.compare(chunk):
            progress("comparing", done := done + 1, store.stories.count())
            articles += found
            claims += of_story
    ordered = order_articles(articles)
    return Comparison(tuple(ordered), tuple(order_claims(claims, ordered)))


class _Comparer:
    """Compares stories, some at a time."""

    def __init__(self, store: Store, alone: Alone, work: Work) -> None:
        self._store = store
        self._work = work
        self._registry = registry_version(alone.registry)
        self._settings = comparing_version(), self._registry, alone.suggestions
        self._keeps = alone.liken is None

    def compare(
        self, stories: Sequence[tuple[int, Sequence[int]]]
    ) -> Iterator[tuple[Sequence[Article], Sequence[Claim]]]:
        """Yield the articles and claims of stories, each given by its number and those of its articles."""
        loaded = self._load(stories)
        keys = [self._make_key(members) for _, members in stories]
        known = [self._find(key, story) for key, story in zip(keys, loaded, strict=True)]
        missing = [place for place, claims in enumerate(known) if claims is None]
        fresh = dict(zip(missing, self._work.compare([loaded[place] for place in missing]), strict=True))
        self._keep((keys[place], stories[place][0], claims, loaded[place][0]) for place, claims in fresh.items())
        for place, (articles, _) in enumerate(loaded):
            yield articles, known[place] or fresh.get(place, ())

    def _make_key(self, members: Sequence[int]) -> str:
        return make_key([self._store.stories.key(member) for member in members], *self._settings)

    def _find(self, key: str, story: Story) -> Sequence[Claim] | None:
        return self._store.claims.find(key, story[1]) if self._keeps else None

    def _load(self, stories: Sequence[tuple[int, Sequence[int]]]) -> list[Story]:
        numbers = [member for _, members in stories for member in members]
        articles = {number: self._store.load(number) for number in numbers}
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
            number: self._store.attributions.find(number, article, self._registry)
            for number, article in articles.items()
        }
        stale = [number for number, rows in found.items() if rows is None]
        again = dict(zip(stale, self._work.read([articles[number] for number in stale]), strict=True))
        if stale:
            with self._store.transaction():
                for number, rows in again.items():
                    self._store.attributions.keep(number, encode_reading(rows, articles[number], self._registry))
        return {number: again.get(number, ()) if rows is None else rows for number, rows in found.items()}

    def _keep(self, answers: Iterable[tuple[str, int, Sequence[Claim], Sequence[Article]]]) -> None:
        ready = list(answers)
        if ready and self._keeps:
            with self._store.transaction():
                for answer in ready:
                    self._store.claims.keep(*answer)
