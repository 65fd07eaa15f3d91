"""Offices: who holds the title that an article uses instead of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache
from pathlib import Path

from claims.attribution.lexicon import TITLES
from claims.attribution.mentions import Named
from claims.attribution.offices import title_words
from claims.attribution.stories import Story
from claims.model import Person
from claims.wordlists import read_pairs

_LONGEST_TITLE = 4
_MOST = 400
_RANKS = frozenset(("vice", "deputy", "assistant"))


@cache
def same_titles() -> dict[str, tuple[str, ...]]:
    """Return titles with the words that another form of each has: "chief executive" is the CEO."""
    pairs = read_pairs(Path(__file__).parent / "data" / "references.txt")["same titles"]
    return {title: tuple(words.split(", ")) for title, words in pairs.items()}


def find_titled_person(story: Story, head: str, plain: str, place: int) -> str | None:
    """Return the name to which the article gives the title ``plain`` with its noun ``head``, last before ``place``."""
    if not _is_title(head, plain):
        return None
    heads = {head, *same_titles().get(plain.lower(), ())}
    titles = ((one, set(re.findall(r"[\w-]+", title_words(one)))) for one in story.cast.people)
    return _nearest([one for one, words in titles if heads & words and agree_in_rank(plain, words)], place)


def find_holder(story: Story, head: str, plain: str) -> str | None:
    """Return the one person of the registry who has the title on the day of the article."""
    if not _is_title(head, plain):
        return None
    holders = [one for one in story.registry.people if _holds(story, one, head, plain)]
    return holders[0].name if len(holders) == 1 else None


def find_with_initials(story: Story, initials: str, place: int) -> str | None:
    """Return the person whose title before the name has these initials: the cabinet secretary for "cs"."""
    if not 1 < len(initials) <= _LONGEST_TITLE:
        return None
    return _nearest([one for one in story.cast.people[:_MOST] if _has_initials(one, initials)], place)


def _nearest(people: Sequence[Named], place: int) -> str | None:
    """Return the name of the last before ``place``, else of the first."""
    before = [one for one in people if one.start <= place]
    return (before[-1] if before else people[0]).name if people else None


def _is_title(head: str, plain: str) -> bool:
    return head in TITLES and not head.endswith("s") and len(plain.split()) <= _LONGEST_TITLE


def _has_initials(named: Named, initials: str) -> bool:
    """Tell whether the title right before a name has these initials: "Education Cabinet Secretary Ode" and "cs"."""
    title = re.findall(r"[a-z-]+", named.context.partition(named.name.lower())[0])[-len(initials) :]
    return "".join(word[0] for word in title) == initials and title[-1] in TITLES


def agree_in_rank(plain: str, title: Set[str]) -> bool:
    """Tell whether a mention may stand for a title: "the minister" for a deputy, "the president" for no vice."""
    told = set(plain.lower().split())
    return told & _RANKS <= title and not ("vice" in title and "vice" not in told)


def _holds(story: Story, person: Person, head: str, plain: str) -> bool:
    """Tell whether the registry gives the person that title on the day, in a country the article speaks of."""
    roles = story.registry.roles_on(person, story.day) if story.day else person.roles
    for role in roles:
        words = re.findall(r"[\w-]+", role.title)
        opening = {word.lower() for word in words[:3]}
        if head in opening and agree_in_rank(plain, opening):
            names = [word for word in words[1:] if word[:1].isupper() and word.lower() not in TITLES]
            if story.country and story.country in role.title:
                return True
            if person.name.split()[-1] in story.text or any(word in story.text for word in names):
                return True
    return False
