"""Stories: which articles are about one happening, so that last year's quake never meets this year's.

Two articles are near when their words, above all the names, agree and they appeared within a few days of each
other; a story is what near articles link.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log, sqrt

from claims.matching.frequencies import background
from claims.matching.occasions import days_between
from claims.matching.settings import settings
from claims.matching.words import content_words
from claims.model import Article, Attribution

Vector = dict[str, float]


def group_stories(rows: Sequence[Sequence[Attribution]], articles: Sequence[Article]) -> list[list[int]]:
    """Return the numbers of the articles of each story, each list ascending, stories by their first article."""
    vectors = [_vector(found, article) for found, article in zip(rows, articles, strict=True)]
    home = list(range(len(articles)))
    for one, two, likeness in _near_pairs(vectors):
        if likeness >= settings()["same story"] and _appeared_together(articles[one], articles[two]):
            _join(home, one, two)
    stories: dict[int, list[int]] = defaultdict(list)
    for number in range(len(articles)):
        stories[_root(home, number)].append(number)
    return sorted(stories.values())


def _vector(rows: Sequence[Attribution], article: Article) -> Vector:
    """Return the weights of an article's words, names above the others, the headline's twice; length 1."""
    terms = [word for row in rows for word in content_words(row.statement.text)]
    terms += content_words(article.headline or "")
    names = {word.stem for word in terms if word.name}
    common, unknown = background(), settings()["unknown share"]
    raw = {
        stem: -log(common.get(stem, unknown)) * sqrt(count) * (settings()["name in story"] if stem in names else 1.0)
        for stem, count in Counter(word.stem for word in terms).items()
    }
    norm = sqrt(sum(value * value for value in raw.values())) or 1.0
    return {stem: value / norm for stem, value in raw.items()}


def _near_pairs(vectors: Sequence[Vector]) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs that share a word, with their cosine."""
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        likeness: dict[int, float] = defaultdict(float)
        for stem, value in vector.items():
            for other, there in index[stem]:
                likeness[other] += value * there
            index[stem].append((number, value))
        for other in sorted(likeness):
            yield other, number, likeness[other]


def _appeared_together(one: Article, two: Article) -> bool:
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
