"""Which outlet a statement takes its news from: the media it is credited through, and those its own words name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claims.attribution.compare import source_phrases
from claims.model import Attribution, Outlet
from claims.registry import Registry


def find_media(attribution: Attribution, registry: Registry) -> tuple[str, ...]:
    """Return the media that a statement is credited to, nearest first; an agency credited as a speaker is one."""
    speaker = attribution.credit.speaker
    found = registry.find_outlet(speaker.name) if speaker and not attribution.credit.via else None
    if found is not None and found.id != attribution.outlet.id and found.speaks_for is None:
        return (found.name,)
    return attribution.credit.via


def is_outlet(media: str, outlet: Outlet, registry: Registry) -> bool:
    """Tell whether the media's name is the outlet's."""
    found = registry.find_outlet(media)
    return found.id == outlet.id if found is not None else outlet.name.casefold() == media.casefold()


def cites_report(attribution: Attribution, outlet: Outlet) -> bool:
    """Tell "as the Wire revealed", "in response to a Wire report": the words name who had it first."""
    text = attribution.statement.text
    if attribution.outlet.id == outlet.id or not may_cite(text):
        return False
    return any(_reported_by(name).search(text) for name in (outlet.name, *outlet.aliases) if name in text)


@lru_cache(maxsize=4096)
def may_cite(text: str) -> bool:
    """Tell whether a text has a word for what others report: without one it cites no report.

    >>> may_cite("As the Wire revealed, the mill will close."), may_cite("The mill will close, the Wire says.")
    (True, False)
    """
    return any(map(text.__contains__, source_phrases("revealed") | source_phrases("reports")))


@cache
def _reported_by(name: str) -> re.Pattern[str]:
    verbs, nouns = ("|".join(sorted(source_phrases(section))) for section in ("revealed", "reports"))
    own = re.escape(name)
    after = rf"(?:['’]s?)? (?:(?:has|had|first|itself) )*(?:{verbs}|{nouns})\b"
    return re.compile(rf"\b{own}{after}|\b(?:{nouns}) (?:by|in|of) (?:the )?{own}\b")
