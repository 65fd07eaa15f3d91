"""Nameless people told of before: "one of them", "the people"."""

from __future__ import annotations

from claims.attribution.bodynames import reference_words
from claims.attribution.forms import ONE_OF
from claims.attribution.stories import Referent, Story


def find_group(story: Story, plain: str) -> Referent | None:
    """Resolve "one of them" and "the people" to the nameless speakers told of before."""
    match = ONE_OF.match(plain)
    noun = match[1].lower() if match else plain.lower()
    if noun not in reference_words("group words"):
        return None
    for _, one in reversed(story.spoken):
        if not one.named and (noun in ("them", "those") or noun in one.name.lower().split()):
            return one
    return None
