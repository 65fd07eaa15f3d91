"""What other stories of the store say, too: looked up by kept keys, so that only what may be a repeat is loaded."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claims.matching.repeats import Order, Spoken, articles_near, find_repeats, list_keys, list_spoken
from claims.matching.repeats_claims import Pair, Place, link_claims, list_homes, put_repeats
from claims.model import Claim, Repeat
from claims.store.problems import report_problems

if TYPE_CHECKING:
    from claims.store.comparing import Compared, Comparer
    from claims.store.store import Store

_NEAR = """
    SELECT key, coalesce(reading.published, '9999'), article.id, repeat_key.article FROM repeat_key
    JOIN reading USING (article) JOIN article ON seq = repeat_key.article
    WHERE key IN (SELECT value FROM json_each(?)) ORDER BY 1, 2, 3, 4"""
_STORIES = "SELECT article, story FROM member WHERE article IN (SELECT value FROM json_each(?))"

Shelf = list[tuple[Order, int]]
"""The articles that have a key, in order of publication, with their numbers."""


class RepeatKeys:
    """The table of keys of statements."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def find(self, keys: Iterable[int]) -> dict[int, Shelf]:
        """Return the articles of each key."""
        shelves: dict[int, Shelf] = defaultdict(list)
        with report_problems(self._path):
            for key, published, name, article in self._connection.execute(_NEAR, (json.dumps(sorted(keys)),)):
                shelves[key].append(((published, name), article))
        return shelves

    def find_stories(self, articles: Iterable[int]) -> dict[int, int]:
        """Return the story of each article."""
        with report_problems(self._path):
            return dict(self._connection.execute(_STORIES, (json.dumps(sorted(articles)),)))


def add_repeats(shown: Mapping[int, Compared], store: Store, comparer: Comparer, *, everything: bool) -> list[Claim]:
    """Return the claims of the stories that are shown, by their numbers, each with those of others that it repeats.

    ``everything`` tells that no story and no article is left out: then nothing is looked up.
    """
    spoken = [each for number, compared in shown.items() for each in list_spoken(number, *compared.story)]
    orders = None
    if not everything:
        shelves = store.repeat_keys.find({key for each in spoken for key in list_keys(each.gist)})
        spoken += _load_near(shelves, spoken, store, comparer, shown.keys())
        orders = {key: [order for order, _ in shelf] for key, shelf in shelves.items()}
    found = find_repeats(spoken, orders, {*shown} if orders else None)
    places = [(each.order[1], each.gist.place) for each in spoken]
    pairs: list[Pair] = [(places[one], places[two], score) for one, two, score in found]
    hidden = {spoken[number].story for pair in found for number in pair[:2]} - shown.keys()
    homes = _list_homes((*shown.values(), *_compare_whole(hidden, store, comparer)), pairs)
    told = link_claims(pairs, homes)
    return put_repeats((claim for compared in shown.values() for claim in compared.claims), told)


def _load_near(
    shelves: Mapping[int, Shelf], spoken: Sequence[Spoken], store: Store, comparer: Comparer, shown: Collection[int]
) -> list[Spoken]:
    """Return the statements of the articles of other stories that have a key of those that are shown."""
    asked = {each.order for each in spoken}
    near: set[int] = set()
    for shelf in shelves.values():
        orders = [order for order, _ in shelf]
        for order in asked.intersection(orders):
            near.update(shelf[place][1] for place in articles_near(order, orders))
    stories = store.repeat_keys.find_stories(near)
    others = sorted(number for number in near if number in stories and stories[number] not in shown)
    loaded = comparer.load([(number, [number]) for number in others])
    found = (list_spoken(stories[number], *story) for number, story in zip(others, loaded, strict=True))
    return [each for of_article in found for each in of_article if not shelves.keys().isdisjoint(list_keys(each.gist))]


def _compare_whole(stories: Collection[int], store: Store, comparer: Comparer) -> list[Compared]:
    """Return stories that are not shown with all of their articles: claims that are kept are not worked out anew."""
    return list(comparer.compare(list(store.list_members(stories=sorted(stories))))) if stories else []


def _list_homes(stories: Iterable[Compared], pairs: Iterable[Pair]) -> dict[Place, Sequence[Repeat]]:
    wanted = {place for one, two, _ in pairs for place in (one, two)}
    homes: dict[Place, Sequence[Repeat]] = {}
    for (articles, _), claims in stories:
        homes |= list_homes(claims, articles, wanted)
    return homes
