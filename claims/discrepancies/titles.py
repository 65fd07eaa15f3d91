"""Titles of people: which stand beside a name, whether two can name one office, and which words tell the office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from claims.attribution.compare import source_phrases
from claims.patterns import Gated
from claims.text import normalise
from claims.wordlists import read_pairs, read_words

_LISTS = Path(__file__).parent / "data" / "titles.txt"
_WORD = re.compile(r"[a-z]+")
_BODY = 5
"""Letters that the name of a country and what is of it have in common."""
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


def agree(one: str, two: str) -> bool:
    """Tell whether two titles can name one office: the same rank, and the words of one among the other's."""
    if _modifiers(one) != _modifiers(two):
        return False
    ours, theirs = key_words(one), key_words(two)
    if not ours or not theirs or is_generic(ours) or is_generic(theirs):
        return True
    ours, theirs = ours - title_lists()["generic"], theirs - title_lists()["generic"]
    return ours <= theirs or theirs <= ours


def contradict(one: str, two: str) -> bool:
    """Tell whether one title is deputy, former or acting where the other, of the same office, is not."""
    ours, theirs = key_words(one), key_words(two)
    return (_modifiers(one) != _modifiers(two) and bool(ours & theirs)) or are_other_posts(one, two)


def are_other_posts(one: str, two: str) -> bool:
    """Tell two posts of one ladder in what may be one body: "chief executive", "chairman"; "Inspector", "Sergeant"."""
    ladders = post_ladders()
    ours, theirs = _posts(one), _posts(two)
    if (
        ours & theirs
        or _holds_several(one, two)
        or {ladders[post] for post in ours}.isdisjoint(ladders[post] for post in theirs)
    ):
        return False
    named = {word for post in ours | theirs for word in post.split()} | title_lists()["generic"]
    bodies = [{word[:_BODY] for word in key_words(title) - named} for title in (one, two)]  # "Valdoria's", "Valdorian"
    return not (all(bodies) and bodies[0].isdisjoint(bodies[1]))


def _holds_several(one: str, two: str) -> bool:
    """Tell a minister of two matters from one who is named by one of them: "economy and finance minister"."""
    ours, theirs = key_words(one), key_words(two)
    return "minister" in ours & theirs and (ours <= theirs or theirs <= ours)


def _posts(title: str) -> set[str]:
    """Return the posts in a title, the longest wording of each: "chief inspector" is no inspector."""
    return {match[0] for match in _any_post().finditer(" ".join(title_words(title)))}


def _modifiers(title: str) -> frozenset[str]:
    return frozenset(title_words(title)) & title_lists()["modifiers"]


def key_words(title: str) -> frozenset[str]:
    """Return the words that name the office, without rank, country, party and small words."""
    return frozenset(title_words(title)) - title_lists()["modifiers"] - title_lists()["small"]


def telling_stems(title: str) -> frozenset[str]:
    """Return the beginnings of the words that tell one office from another."""
    return frozenset(word[:_BODY] for word in key_words(title) - title_lists()["generic"])


def is_generic(keys: frozenset[str]) -> bool:
    """Tell words that fit many offices."""
    return keys <= title_lists()["generic"]


def title_words(title: str) -> list[str]:
    """Split a title in words of normal form, abbreviations and spellings made one ("defense", "CEO")."""
    text = normalise(title).replace(".", "")
    spellings = read_pairs(_LISTS)["same"]
    for short, long in spellings.items():
        if short in text:
            text = re.sub(rf"\b{re.escape(short)}\b", long, text)
    return _WORD.findall(text)


@cache
def _any_post() -> Gated:
    posts = sorted(post_ladders(), key=len, reverse=True)
    return Gated(rf"\b(?:{'|'.join(map(re.escape, posts))})\b", *posts)


@cache
def title_lists() -> dict[str, frozenset[str]]:
    """Return the lists of words of titles."""
    return read_words(_LISTS)


def post_ladders() -> dict[str, str]:
    """Return the ladder of each post that nobody holds beside another of it."""
    return read_pairs(_LISTS)["posts"]


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
