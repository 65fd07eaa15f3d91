"""Who "the new boy" and "the striker" are: people of sport whom an article has named, or its headline calls."""

from __future__ import annotations

import re

from claims.attribution.people import People
from claims.attribution.stories import Referent, Story

_LEAST = 3
"""Mentions by surname that make somebody the one an article is about."""


def find_player(people: People, story: Story, place: int) -> Referent | None:
    """Return whom the headline, else the article, is about: nobody who holds an office, as the coach does."""
    found = _find_in_headline(people, story) or _find_most_named(people, story) or people.find_pronoun("he", place)
    return None if found is None or found.name in people.holders.values() else found


def _find_in_headline(people: People, story: Story) -> Referent | None:
    """Return the person whom the headline names, by surname or, as tabloids do, by given name."""
    words = re.findall(r"[\w-]+", story.headline)
    named = next((one.name for one in story.cast.people if one.name.split()[-1] in words), None)
    by_given_name = story.cast.by_given_name
    named = named or next((name for word in words if word[:1].isupper() and (name := by_given_name(word))), None)
    return None if named is None else people.find_full(named)


def _find_most_named(people: People, story: Story) -> Referent | None:
    """Return the person without a title or office whose surname the article prints most."""
    for surname, count in story.cast.most_printed:
        found = people.find_full(surname) if count >= _LEAST else None
        if found is not None and found.role is None and found.name not in people.holders.values():
            return found
    return None
