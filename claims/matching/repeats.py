"""Far repeats: statements of one story that another story, often months apart, makes too.

A story holds its articles together by days; a figure that comes back a year later is found by keys: pairs of the
rarest words, names and numbers of a statement by the fixed list of frequencies, one of the two a name or a number.
Statements that share a key are compared. No article changes the keys of another, so they can be kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations, groupby, product
from typing import NamedTuple
from zlib import crc32

from claims.matching.measures import Measured
from claims.matching.repeats_gates import weigh_repeat
from claims.matching.repeats_gists import Gist, read_gists, weigh_number
from claims.matching.settings import settings
from claims.model import Article, Attribution

_BITS = 47
"""Of a key: six bytes in a database."""


Order = tuple[str, str]
"""Of an article: when it was published, and its id."""


class Spoken(NamedTuple):
    """A statement that may come back, with the story and the article that make it."""

    story: int
    order: Order
    gist: Gist


class Found(NamedTuple):
    """Two statements that say the same, by their numbers, and how much of what they say."""

    one: int
    two: int
    score: float


def list_spoken(story: int, articles: Sequence[Article], rows: Sequence[Sequence[Attribution]]) -> Iterator[Spoken]:
    """Yield the statements of a story that may come back; ``rows[i]`` are those of ``articles[i]``."""
    for article, of_article in zip(articles, rows, strict=True):
        order = order_of(article)
        yield from (Spoken(story, order, gist) for gist in read_gists(of_article))


def order_of(article: Article) -> Order:
    """Return what orders articles, the latest last."""
    return article.published or "9999", article.id


def list_keys(gist: Gist) -> list[int]:
    """Return the keys under which a statement is found, sorted."""
    anchors = {name: gist.words[name] for name in gist.names}
    anchors |= {_number_key(figure): weigh_number(figure) for figure in gist.figures}
    kept = _take_rarest(anchors, int(settings()["key names"]))
    others = _take_rarest(gist.words | anchors, int(settings()["key words"]))
    pairs = {tuple(sorted(pair)) for pair in combinations({*kept, *others}, 2) if not kept.isdisjoint(pair)}
    return sorted({_number(one, two) for one, two in pairs})


def list_article_keys(rows: Sequence[Attribution]) -> list[int]:
    """Return the keys under which the statements of an article are found, sorted."""
    return sorted({key for gist in read_gists(rows) for key in list_keys(gist)})


def find_repeats(
    spoken: Sequence[Spoken], orders: Mapping[int, Sequence[Order]] | None = None, shown: Collection[int] | None = None
) -> list[Found]:
    """Return the pairs of statements of two stories that say the same.

    Where there are more articles than these, ``orders`` are those of all articles that have a key, in order; with
    ``shown``, one of the two is of these stories.
    """
    shelves: dict[int, list[int]] = defaultdict(list)
    for number in sorted(range(len(spoken)), key=lambda number: (spoken[number].order, spoken[number].gist.place)):
        for key in list_keys(spoken[number].gist):
            shelves[key].append(number)
    near: set[tuple[int, int]] = set()
    for key, shelf in shelves.items():
        if len(shelf) > 1 and (orders is None or key in orders):
            near.update(_pair_up(shelf, spoken, orders[key] if orders else None))
    asked = (pair for pair in sorted(near) if shown is None or any(spoken[each].story in shown for each in pair))
    found = ((one, two, compare_spoken(spoken[one], spoken[two])) for one, two in asked)
    return [Found(one, two, score) for one, two, score in found if score]


def compare_spoken(one: Spoken, two: Spoken) -> float:
    """Return how much of what two statements say both say, 0 where they do not say the same."""
    first, second = sorted((one, two), key=lambda each: (each.order, each.gist.place))
    return weigh_repeat(*((each.gist, _day_of(each)) for each in (first, second)))


def _pair_up(
    shelf: Sequence[int], spoken: Sequence[Spoken], orders: Sequence[Order] | None
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of two stories; of a wording that comes back all the time, of articles near to each other."""
    if len({spoken[number].story for number in shelf}) < 2:
        return
    articles = [(order, list(members)) for order, members in groupby(shelf, key=lambda number: spoken[number].order)]
    here = [order for order, _ in articles]
    everywhere = orders or here
    for place, (order, members) in enumerate(articles):
        first = bisect_left(here, everywhere[articles_near(order, everywhere).start])
        before = chain.from_iterable(ours for _, ours in articles[first:place])
        for one, two in product(before, members):
            if spoken[one].story != spoken[two].story:
                yield (one, two) if one < two else (two, one)


def articles_near(order: Order, orders: Sequence[Order]) -> range:
    """Return the places of the articles among all of one key, in order, that an article is compared with."""
    place, window = bisect_left(orders, order), int(settings()["repeats apart"])
    return range(max(0, place - window), min(len(orders), place + window + 1))


def _day_of(spoken: Spoken) -> str | None:
    day = spoken.order[0][:10]
    return day if len(day) == len("2026-02-04") else None


def _take_rarest(weights: dict[str, float], most: int) -> frozenset[str]:
    return frozenset(sorted(weights, key=lambda token: (-weights[token], token))[:most])


def _number(one: str, two: str) -> int:
    return (_hash(one) << 16 ^ _hash(two)) & ((1 << _BITS) - 1)


@lru_cache(maxsize=65536)
def _hash(token: str) -> int:
    return crc32(token.encode("utf-8", "replace"))


def _number_key(figure: Measured) -> str:
    return f"#{figure.low:g}-{figure.high:g}"
