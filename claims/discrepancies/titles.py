"""Titles of people: whether two can name one office, and which words of a title tell the office."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from claims.patterns import Gated
from claims.text import normalise
from claims.wordlists import read_pairs, read_words

_LISTS = Path(__file__).parent / "data" / "titles.txt"
_WORD = re.compile(r"[a-z]+")
_BODY = 5
"""Letters that the name of a country and what is of it have in common."""


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
