"""Bodies known by their officers: "the union" in a story whose printed names include the union's secretary."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.printednames import surname_of
from claims.attribution.stories import Story
from claims.model import Institution


def find_by_officer(story: Story, kinds: Sequence[str]) -> list[str]:
    """Return the one body of a kind that somebody of the article has an office in, by the registry; else none."""
    titles = [
        role.title
        for person in story.registry.people
        if story.cast.with_surname(surname_of(person.name))
        for role in (story.registry.roles_on(person, story.day) if story.day else person.roles)
    ]
    found = [one.name for one in story.registry.institutions if _is_of_kind(one, kinds) and _is_in(one, titles)]
    return found if len(found) == 1 else []


def _is_of_kind(institution: Institution, kinds: Sequence[str]) -> bool:
    return (institution.kind or "").lower() in kinds or kinds[0] in institution.name.lower().split()


def _is_in(institution: Institution, titles: Sequence[str]) -> bool:
    return any(institution.name in title for title in titles)
