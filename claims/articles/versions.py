"""Which articles are versions of one story by one outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from claims.articles.marks import marks
from claims.articles.outlets import strip_version
from claims.model import Article
from claims.patterns import lazy

_WORD = re.compile(r"[^\W_]{4,}")
_NAME_OR_NUMBER = re.compile(r"[^\W\d_a-z][^\W_]{3,}|\d[\d.,]*\d|\d{2,}")
_NUMBER = re.compile(r"(\d{1,2})\D*$")
_MARK_NUMBER = lazy(r"^\D{2,20}?(\d{1,2})")
_AFTER_MARK = lazy(r"(?: ?\d{1,2})?\s?[-–—:(]")
_MOST_CHARACTERS = 20_000
_MOST_UNDER_KEY = 50
_PARAGRAPH_START = 50
_NEAR_COPY = 0.75
"""Share of the shorter text's words that the other has: one is a copy of the other with changes."""
_SAME_STORY = 0.3
"""Share of its names and numbers, where a file name, mark or headline points the same way; other stories of one
outlet stay below 0.2 as a rule, versions above 0.4."""
_ALIKE_HEADLINES = 0.6


class _Reading(NamedTuple):
    """What is compared of an article."""

    article: Article
    words: frozenset[str]
    names: frozenset[str]
    """Names and numbers."""


def link_versions(articles: Sequence[Article]) -> list[Article]:
    """Return the articles in their order, with ``version_of`` set on later versions: the id of the first one.

    Versions are articles of one outlet with one address, or with nearly the same words, or with the same names and
    numbers where file names (x-1, x-2), a mark in the headline (UPDATE 2-, CORRECTED-) or the headlines say so too.
    """
    order = sorted(range(len(articles)), key=lambda index: (_age(articles[index]), index))
    firsts: dict[tuple[str, str], list[_Reading]] = {}
    linked = list(articles)
    for index in order:
        reading = _read(articles[index])
        keys = _keys(reading.article)
        known = (other for key in keys for other in firsts.get(key, ()))
        first = next((other for other in known if _are_versions(other, reading)), None)
        if first is None:
            _remember(reading, keys, firsts)
        elif first.article.id != reading.article.id and reading.article.version_of is None:
            linked[index] = replace(reading.article, version_of=first.article.id)
    return linked


def _remember(reading: _Reading, keys: list[tuple[str, str]], firsts: dict[tuple[str, str], list[_Reading]]) -> None:
    """File the article under its keys, but for keys that so many share that they tell nothing."""
    for key in keys:
        filed = firsts.setdefault(key, [])
        if len(filed) < _MOST_UNDER_KEY:
            filed.append(reading)


def _keys(article: Article) -> list[tuple[str, str]]:
    """Return what a version shares with the first: address, file name, a headline word, a paragraph's start."""
    outlet = article.outlet.id
    paragraphs = [article.text[block.start : block.end] for block in article.blocks if block.label == "paragraph"]
    shared = [article.url or ""]
    if article.path:
        path = PurePosixPath(article.path)
        shared.append(str(path.parent / strip_version(path.stem)))
    shared += sorted(_WORD.findall((article.headline or "").casefold()))
    shared += [paragraph[:_PARAGRAPH_START].casefold() for paragraph in paragraphs]
    return [(outlet, key) for key in dict.fromkeys(shared) if key]


def _read(article: Article) -> _Reading:
    wanted = [block for block in article.blocks if block.label in ("headline", "paragraph")]
    text = " ".join(article.text[block.start : block.end] for block in wanted)[:_MOST_CHARACTERS]
    return _Reading(
        article, frozenset(_WORD.findall(text.casefold())), frozenset(map(str.casefold, _NAME_OR_NUMBER.findall(text)))
    )


def _are_versions(first: _Reading, later: _Reading) -> bool:
    one, other = first.article, later.article
    if one.url is not None and one.url == other.url:
        return True
    if _overlap(first.words, later.words) >= _NEAR_COPY:
        return True
    pointed = _share_stem(one, other) or has_version_mark(other) or _alike_headlines(one, other)
    return pointed and _overlap(first.names, later.names) >= _SAME_STORY


def has_version_mark(article: Article) -> bool:
    """Tell whether the headline says that an earlier version exists: UPDATE 2-, CORRECTED-."""
    headline = article.headline or ""
    return any(
        _AFTER_MARK.match(headline, len(mark)) is not None
        for mark in marks("version marks")
        if headline.startswith(mark)
    )


def _share_stem(one: Article, other: Article) -> bool:
    """Tell whether the files are numbered alike: meridian-1.txt and meridian-2.txt in one folder."""
    if not one.path or not other.path:
        return False
    first, second = PurePosixPath(one.path), PurePosixPath(other.path)
    numbered = first.stem != second.stem and strip_version(first.stem) == strip_version(second.stem)
    return numbered and first.parent == second.parent


def _alike_headlines(one: Article, other: Article) -> bool:
    first, second = (frozenset(_WORD.findall((article.headline or "").casefold())) for article in (one, other))
    return min(len(first), len(second)) >= 3 and _overlap(first, second) >= _ALIKE_HEADLINES


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    fewest = min(len(first), len(second))
    return len(first & second) / fewest if fewest else 0.0


def _age(article: Article) -> tuple[str, int, int]:
    """Return what orders versions: time, number in the headline's mark, number at the end of the file name."""
    marked = _MARK_NUMBER.match(article.headline or "") if has_version_mark(article) else None
    number = _NUMBER.search(PurePosixPath(article.path).stem) if article.path else None
    mark = int(marked.group(1)) if marked else int(has_version_mark(article))
    return article.updated or article.published or "", mark, int(number.group(1)) if number else 0
