"""Stories: which articles are about one happening, so that last year's quake never meets this year's.

Two articles are near when their words, above all the names, agree and they appeared within a few days of each
other; a story is what near articles link.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from claims.matching.frequencies import background
from claims.matching.occasions import days_between
from claims.matching.settings import settings
from claims.matching.words import content_words
from claims.model import Article, Attribution

Link = tuple[int, int, float]
"""Two articles by their numbers, the smaller first, and how alike they are."""


@dataclass(frozen=True, slots=True)
class Features:
    """What tells an article's story: small, plain values; they depend on nothing but the article itself."""

    published: str | None
    weights: Mapping[str, float]
    """Of its stems, by their frequency in news at large; of length 1."""
    names: tuple[str, ...]
    """The stems that stand in names, sorted."""


def group_stories(rows: Sequence[Sequence[Attribution]], articles: Sequence[Article]) -> list[list[int]]:
    """Return the numbers of the articles of each story, each list ascending, stories by their first article."""
    features = [read_features(found, article) for found, article in zip(rows, articles, strict=True)]
    return form_stories([name_article(article) for article in articles], link_articles(features))


def name_article(article: Article) -> str:
    """Return the key that orders articles, whatever order they were given in."""
    return f"{article.id} {article.sha256}"


def read_features(rows: Sequence[Attribution], article: Article) -> Features:
    """Return the features of an article: its words weighed, names above the others, with those of its headline."""
    terms = [word for row in rows for word in content_words(row.statement.text)]
    terms += content_words(article.headline or "")
    names = {word.stem for word in terms if word.name}
    common, unknown = background(), settings()["unknown share"]
    raw = {
        stem: -log(common.get(stem, unknown)) * sqrt(count) * (settings()["name in story"] if stem in names else 1.0)
        for stem, count in Counter(word.stem for word in terms).items()
    }
    norm = sqrt(sum(value * value for value in raw.values())) or 1.0
    weights = {stem: value / norm for stem, value in raw.items()}
    return Features(article.published, weights, tuple(sorted(names)))


def link_articles(features: Sequence[Features]) -> list[Link]:
    """Return the pairs of articles that may be of one story, in order of their numbers."""
    return sorted(
        (one, two, likeness)
        for one, two, likeness in _near_pairs(features)
        if likeness >= settings()["same story"] and _appeared_together(features[one], features[two])
    )


def form_stories(keys: Sequence[str], links: Iterable[Link]) -> list[list[int]]:
    """Return the numbers of the articles of each story, each list ascending, stories by their first article.

    ``keys`` name the articles: what is linked to what, and not the order given, decides.
    """
    home = list(range(len(keys)))
    for one, two, _ in links:
        _join(home, one, two)
    stories: dict[int, list[int]] = defaultdict(list)
    for number in range(len(keys)):
        stories[_root(home, number)].append(number)
    return sorted(stories.values())


def _near_pairs(features: Sequence[Features]) -> Iterator[Link]:
    """Yield the pairs that share a word, with their cosine."""
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, each in enumerate(features):
        likeness: dict[int, float] = defaultdict(float)
        for stem, value in each.weights.items():
            for other, there in index[stem]:
                likeness[other] += value * there
            index[stem].append((number, value))
        for other in sorted(likeness):
            yield other, number, likeness[other]


def _appeared_together(one: Features, two: Features) -> bool:
    if not one.published or not two.published:
        return True
    return abs(days_between(one.published, two.published)) <= settings()["days apart"]


def _join(home: list[int], one: int, two: int) -> None:
    a, b = _root(home, one), _root(home, two)
    home[max(a, b)] = min(a, b)


def _root(home: list[int], number: int) -> int:
    while home[number] != number:
        home[number] = home[home[number]]
        number = home[number]
    return number
