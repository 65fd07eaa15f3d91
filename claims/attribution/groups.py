"""Sources told of before: "one of them", "the people", "the same source", "the institution"."""

from __future__ import annotations

from collections.abc import Callable

from claims.attribution.bodynames import is_body, is_company, reference_words
from claims.attribution.forms import ONE_OF
from claims.attribution.stories import FOCUS, Referent, Story

_SAME = "same "
_RECENT = 20


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
    for before in story.cast.bodies_before(place):
        if place - before.start > FOCUS:
            break
        if _is_known(story, before.name):
            return find_full(before.name)
    return None


def _is_known(story: Story, name: str) -> bool:
    """Tell a body or company from other capitals behind an article: "the Irishman Ode"."""
    return story.registry.find_institution(name) is not None or is_body(name) or is_company(name.split())
