"""Stories: which articles are about one happening, so that last year's quake never meets this year's.

Two articles are near when their words, above all the names, agree and they appeared within a few days of each
other. The same wording about other names and with other figures is another happening of the same kind, and keeps two
stories apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log, sqrt
from typing import NamedTuple

from claims.matching.frequencies import background
from claims.matching.linkage import APART, Link, form_stories
from claims.matching.measures import count_digits
from claims.matching.occasions import days_between
from claims.matching.settings import settings
from claims.matching.values import value_key
from claims.matching.words import Word, content_words
from claims.model import Article, Attribution
from claims.text import stem

Vector = Mapping[str, float]

_LOWER = re.compile(r"(?<![^\W_])[a-z][^\W\d_]+")
GRAIN = 4096
"""Weights are multiples of its inverse, so that sums of products are exact in whatever order they are added."""
MANY = 1_000
"""Articles from which NumPy and SciPy are worth their loading."""
_NAME = 6
"""Letters by which names are told apart: Zelenskyy and Zelenskiy are one, a country and its people too."""


@dataclass(frozen=True, slots=True)
class Features:
    """What tells an article's story: small, plain values; they depend on nothing but the article itself."""

    published: str | None
    weights: Vector
    """Of its most telling stems, by their frequency in news at large; of length 1."""
    names: Vector
    """Of the first letters of its names, of those words that it never writes in lower case; of length 1."""
    figures: Vector = field(default_factory=dict)
    """Of its figures of two telling digits and more, where it has enough of them; of length 1."""


def group_stories(rows: Sequence[Sequence[Attribution]], articles: Sequence[Article]) -> list[list[int]]:
    """Return the numbers of the articles of each story, each list ascending, stories by their first article."""
    features = [read_features(found, article) for found, article in zip(rows, articles, strict=True)]
    return form_stories([name_article(article) for article in articles], link_articles(features))


def name_article(article: Article) -> str:
    """Return the key that orders articles, whatever order they were given in."""
    return f"{article.id} {article.sha256}"


def read_features(rows: Sequence[Attribution], article: Article) -> Features:
    """Return the features of an article: its words weighed, names above the others, with those of its headline."""
    body = [word for row in rows if row.statement.part == "body" for word in content_words(row.statement.text)]
    others = [word for row in rows if row.statement.part != "body" for word in content_words(row.statement.text)]
    words = [*body, *others, *content_words(article.headline or "")]
    counts = Counter(word.stem for word in words)
    capitals = {word.stem for word in words if word.name}
    names = _weigh_names(counts, _find_names(body or words, article))
    return Features(article.published, _weigh_words(counts, capitals), names, _weigh_figures(rows))


def _weigh_words(counts: Mapping[str, int], capitals: set[str]) -> Vector:
    emphasis = settings()["name in story"]
    raw = {
        stem: _rarity(stem) * sqrt(count) * (emphasis if stem in capitals else 1.0) for stem, count in counts.items()
    }
    most = int(settings()["story words"])
    return _scale(dict(sorted(raw.items(), key=lambda entry: (-entry[1], entry[0]))[:most]))


def _find_names(words: Sequence[Word], article: Article) -> set[str]:
    """Return the stems of the names: the ministry, the lake and the court are none where they stand in lower case."""
    names = {word.stem for word in words if word.name}
    return names - {stem(word) for word in set(_LOWER.findall(article.text))}


def _weigh_names(counts: Mapping[str, int], names: set[str]) -> Vector:
    """Weigh names by what they tell: a name that news is full of tells much less than one it does not know."""
    met: Counter[str] = Counter()
    rarity: dict[str, float] = defaultdict(float)
    for name in sorted(names):
        key = name[:_NAME]
        met[key] += counts[name]
        rarity[key] = max(rarity[key], _rarity(name) ** 2)
    return _scale({key: rarity[key] * sqrt(met[key]) for key in met})


def _weigh_figures(rows: Sequence[Attribution]) -> Vector:
    """Weigh numbers by their digits: 34 may be anything's, hardly two happenings have 8,814 of something."""
    figures = (figure for row in rows for figure in row.figures)
    digits = {value_key(figure): count_digits(figure) for figure in figures}
    telling = {key: count for key, count in digits.items() if count > 1}
    return _scale(telling) if len(telling) >= settings()["figures that tell"] else {}


def _rarity(stem: str) -> float:
    return -log(background().get(stem, settings()["unknown share"]))


def _scale(raw: Vector) -> Vector:
    """Return the vector at length 1, in whole grains."""
    norm = sqrt(sum(value * value for value in raw.values())) or 1.0
    return {key: grains / GRAIN for key, value in raw.items() if (grains := round(value / norm * GRAIN))}


class Side(NamedTuple):
    """One side of a comparison: the features, and what is derived from them once."""

    features: Features
    words: Vector
    """The weights of the words that are no names."""
    norm: float
    """The length of ``words``."""
    tells: bool
    """Whether it has enough names for them to tell anything."""


def link_articles(features: Sequence[Features]) -> list[Link]:
    """Return the pairs of articles that may be of one story, and those that are surely of two, by their numbers."""
    sides = [take_side(each) for each in features]
    if len(sides) >= MANY:
        from claims.matching.manystories import link_many

        return link_many(sides)
    return link_few(sides)


def link_few(sides: Sequence[Side]) -> list[Link]:
    """Return the links, found one by one."""
    links = (
        (one, two, likeness)
        for one, two, cosine in _near_pairs([side.features for side in sides])
        if (likeness := _compare_sides(sides[one], sides[two], cosine)) is not None
    )
    return sorted(links)


def link_article(features: Features, others: Sequence[Features]) -> list[tuple[int, float]]:
    """Return those of the others, by their numbers, that `link_articles` links with these features, and how alike."""
    side = take_side(features)
    near = (
        (number, other, cosine)
        for number, other in enumerate(others)
        if (cosine := multiply(features.weights, other.weights)) >= settings()["faint story"]
        and _appeared_together(features, other)
    )
    links = ((number, _compare_sides(side, take_side(other), cosine)) for number, other, cosine in near)
    return [(number, likeness) for number, likeness in links if likeness is not None]


def take_side(features: Features) -> Side:
    """Return what a comparison needs of an article's features."""
    words = {key: value for key, value in features.weights.items() if key[:_NAME] not in features.names}
    return Side(features, words, sqrt(multiply(words, words)), len(features.names) >= settings()["names that tell"])


def _near_pairs(features: Sequence[Features]) -> Iterator[Link]:
    """Yield the pairs whose words are alike at all and that appeared together, with the cosine."""
    least = settings()["faint story"]
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, each in enumerate(features):
        likeness: dict[int, float] = defaultdict(float)
        for key, value in each.weights.items():
            shelf = index[key]
            for other, there in shelf:
                likeness[other] += value * there
            shelf.append((number, value))
        for other, cosine in likeness.items():
            if cosine >= least and _appeared_together(features[other], each):
                yield other, number, cosine


def _compare_sides(one: Side, two: Side, cosine: float) -> float | None:
    """Return how alike two articles are whose words have this cosine: APART for two stories, None for nothing.

    Where both name enough, names and figures that agree less than the other words take from the likeness; nearly the
    same wording about other names, with other figures, is another happening.
    """
    if one.tells and two.tells and one.norm and two.norm:
        words = multiply(one.words, two.words) / (one.norm * two.norm)
        if words > settings()["unnamed"]:
            names = multiply(one.features.names, two.features.names)
            told = max(names, multiply(one.features.figures, two.features.figures))
            if words >= settings()["same wording"] and told < settings()["other names"] * words:
                return APART
            cosine *= min(1.0, (told + settings()["unnamed"]) / words)
    return cosine if cosine >= settings()["faint story"] else None


def multiply(a: Vector, b: Vector) -> float:
    """Return the sum of the products of two sparse vectors."""
    if len(b) < len(a):
        a, b = b, a
    return sum([value * b[key] for key, value in a.items() if key in b])


def _appeared_together(one: Features, two: Features) -> bool:
    if not one.published or not two.published:
        return True
    return abs(days_between(one.published, two.published)) <= settings()["days apart"]
