"""What generated corpora are made of: sentences of our own articles, and words as common as English has them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

from bench.week import MONTHS, ROOT, WEEKDAYS
from claims.articles import read_articles
from claims.matching.frequencies import background
from claims.matching.words import content_words
from claims.model import Article
from claims.registry import load_registry
from claims.statements import split_paragraph
from claims.wordlists import read_words

_STORIES = Path(__file__).with_name("stories.txt")
TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*\d|\d|[^\w\s]")
SHORTEST, LONGEST = 6, 45
"""Words that a template sentence has at least and at most."""
_SUFFIXES = ("ing", "ed", "tion", "ly", "ment", "s")
_INVENTED_SHARE = 0.15
"""Of the words drawn, those that no list has: a real week's vocabulary is never closed."""
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
_ONSETS = "b br c ch d dr f g gr h k kr l m n p r s sh st t tr v w z".split()
_NUCLEI = "a e i o u ai ei ia ou".split()
_CODAS = ("", "d", "l", "m", "n", "r", "s", "t", "nd", "rk", "st")


@cache
def read_templates() -> tuple[tuple[str, ...], ...]:
    """Return the sentences of each of our own articles, short fragments and very long sentences left out."""
    articles = []
    for name in sorted(read_words(_STORIES)[""]):
        path = ROOT / name
        found = read_articles([path], load_registry(path / "sources.yaml"))
        articles += [_sentences(article) for article in found if isinstance(article, Article)]
    return tuple(article for article in articles if len(article) > 2)


def _sentences(article: Article) -> tuple[str, ...]:
    found = []
    for block in article.blocks:
        if block.label == "paragraph":
            spans = split_paragraph(article.text, block.start, block.end)
            found += [" ".join(article.text[start:end].split()) for start, end in spans]
    return tuple(one for one in found if SHORTEST <= len(one.split()) <= LONGEST and one[-1] in ".!?\"”'’")


class Vocabulary:
    """Content words, drawn about as often as English has them: common stems with an ending, or inventions."""

    def __init__(self) -> None:
        shares = sorted(background().items(), key=lambda row: (-row[1], row[0]))
        self._stems = [stem for stem, _ in shares]
        self._sums = list(accumulate(share for _, share in shares))

    def draw(self, random: Random, shape: str) -> str:
        """Return a word with this ending."""
        ending = "" if shape == "other" else shape
        if random.random() < _INVENTED_SHARE:
            return invent(random) + ending
        return self._stems[bisect_left(self._sums, random.random() * self._sums[-1])] + ending

    def stand_in(self, word: str) -> str:
        """Return the word that a heavy paraphrase puts for this one, always the same."""
        return self.draw(Random(f"stand-in {word}"), shape_of(word))


def shape_of(word: str) -> str:
    """Return the ending that tells a word's form, ``other`` where it has none."""
    return next((end for end in _SUFFIXES if word.endswith(end) and len(word) > len(end) + 2), "other")


def invent(random: Random) -> str:
    """Return a word that means nothing, of two or three syllables."""
    return "".join(
        random.choice(_ONSETS) + random.choice(_NUCLEI) for _ in range(random.choice((2, 2, 3)))
    ) + random.choice(_CODAS)


def is_content(token: str) -> bool:
    """Tell a word that carries what is said; months and weekdays move with the story's day, not with its words."""
    return token[0].isalpha() and token not in _CALENDAR and bool(content_words(token))
