"""Sources that are told of again by a word for any of them: "the same source", "the institution"."""

from __future__ import annotations

from collections.abc import Callable

from claims.attribution.bodynames import reference_words
from claims.attribution.stories import FOCUS, Referent, Story

_SAME = "same "
_RECENT = 20


def find_repeated(
    story: Story, plain: str, mention: str, place: int, find_full: Callable[[str], Referent]
) -> Referent | None:
    """Return whom "the same source" and "the institution" stand for: the body that spoke last, or was named last."""
    noun = plain.removeprefix(_SAME)
    if noun not in reference_words("any source") or not mention.lower().startswith("the "):
        return None
    same = plain != noun
    if not same and noun not in reference_words("any body"):
        return None
    spoken = [one for at, one in reversed(story.spoken[-_RECENT:]) if place - at <= FOCUS]
    found = next((one for one in spoken if not one.person or (same and not one.named)), None)
    if found is not None or (same and spoken):
        return found or spoken[0]
    before = next(story.cast.bodies_before(place), None)
    return None if before is None or place - before.start > FOCUS else find_full(before.name)
