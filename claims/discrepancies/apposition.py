"""Titles beside a name: "Environment Minister Dora Lenk", "Petr Odan, the deputy minister,", "the mayor, Mr Lund"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from claims.attribution.compare import source_phrases
from claims.discrepancies.titles import post_ladders, title_lists
from claims.patterns import Gated

_NAME = r"[A-Z][a-zß-öø-ÿ’'-]{1,30} [A-Z][a-zß-öø-ÿ][\w-]{0,30}"
_AFTER = Gated(rf"\b(?P<name>{_NAME}), (?:the |a |an |its |his |her |their )?(?P<title>[^,.;:]{{3,70}})[,.;]", ", ")
_HONORED = Gated(
    r"\b[Tt]he (?P<title>[\w’'-]{1,30}(?: (?!the\b)[\w’'-]{1,30}){0,5}), "
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof)\.? (?P<name>[A-Z][a-zß-öø-ÿ][\w’'-]{0,30})\b",
    "Mr",
    "Ms",
    "Miss",
    "Dr",
    "Sir",
    "Dame",
    "Prof",
)
_FIRST_WORD = re.compile(r"[^\W_]+")
_RELATIVE = ("who ", "which ", "said ", "whose ")


@lru_cache(maxsize=4096)
def read_titles(text: str) -> dict[str, str]:
    """Return the title beside each full name, or surname with Mr or Dr, of those that have one alone.

    >>> read_titles("Finance Minister Dora Lenk welcomed the vote.")
    {'Dora Lenk': 'Finance Minister'}
    """
    found: dict[str, set[str]] = {}
    for name, title in _find_titles(text):
        if not {word.lower() for word in name.split()} & _office_words():
            found.setdefault(name, set()).add(title)
    return {name: titles.pop() for name, titles in found.items() if len(titles) == 1}


def _find_titles(text: str) -> Iterator[tuple[str, str]]:
    offices = _offices_in(text)
    for match in _before(offices).finditer(text) if offices else ():
        words = match["title"].split()
        start = len(words) - 1
        while start and _belongs(words[start - 1]):
            start -= 1
        yield match["name"], " ".join(words[start:])
    for match in _HONORED.finditer(text):
        if not _office_words().isdisjoint(re.findall(r"[a-z]+", match["title"].lower())):
            yield match["name"], match["title"]
    for match in _AFTER.finditer(text):
        words = match["title"].lower().split()
        if not match["title"].startswith(_RELATIVE) and not _office_words().isdisjoint(words):
            yield match["name"], match["title"]


def _belongs(word: str) -> bool:
    """Tell whether a word before an office is part of the title."""
    return word[:1].isupper() or word in _office_words() or word in title_lists()["modifiers"]


def _offices_in(text: str) -> tuple[str, ...]:
    """Return the offices that a text may name, by their first words, the longest first."""
    words = _by_first_word().keys() & _FIRST_WORD.findall(text.casefold())
    return tuple(sorted((office for word in words for office in _by_first_word()[word]), key=lambda x: (-len(x), x)))


@cache
def _by_first_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for office in _office_words():
        found.setdefault(_FIRST_WORD.findall(office)[0], []).append(office)
    return found


@lru_cache(maxsize=1024)
def _before(offices: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of up to five words that end in one of the offices, and the name behind them.

    A pattern of all offices takes as long to compile as thirty of the few that a text names.
    """
    office = rf"(?i:{'|'.join(map(re.escape, offices))})"
    return re.compile(rf"(?<![\w-])(?P<title>(?:[\w’'-]{{1,30}} ){{0,4}}?{office}) (?!{office}\b)(?P<name>{_NAME})")


@cache
def _office_words() -> frozenset[str]:
    lists = title_lists()
    posts = {word for post in post_ladders() for word in post.split()}
    return lists["offices"] | source_phrases("people") | source_phrases("unique") | posts
