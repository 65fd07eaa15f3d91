"""Whether an outlet is its own source: its reporters saw it, or it counted for itself."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from claims.attribution.compare import source_name
from claims.model import Attribution
from claims.text import normalise
from claims.wordlists import read_words

LISTS = Path(__file__).parent / "data" / "roots.txt"


def is_own_witness(attribution: Attribution) -> bool:
    """Tell whether the outlet itself saw or counted it: "as reporters of this newspaper saw", "a Wire witness said".

    Being told is not seeing: "told our reporter" has a speaker.
    """
    outlet, speaker = attribution.outlet, attribution.credit.speaker
    if outlet.speaks_for:
        return False
    names = (outlet.name, *outlet.aliases)
    if speaker is not None:
        return not speaker.named and _credits_own(speaker.mention, names)
    return source_name(attribution) is None and _tells_own(attribution.statement.text, names)


@lru_cache(maxsize=4096)
def _credits_own(mention: str, names: tuple[str, ...]) -> bool:
    return _is_of_outlet(f" {normalise(mention)} ", names)


@lru_cache(maxsize=4096)
def _tells_own(statement: str, names: tuple[str, ...]) -> bool:
    text = f" {normalise(statement)} "
    return _is_witness(text) or (_is_of_outlet(text, names) and _own_acts().search(text) is not None)


def _is_witness(text: str) -> bool:
    phrases = read_words(LISTS)["own witness"]
    return any(map(text.__contains__, phrases)) and _own_witness().search(text) is not None


def _is_of_outlet(text: str, names: tuple[str, ...]) -> bool:
    """Tell "a Northern Wire reporter", "reporters from Northern Wire" in words of normal form."""
    people = read_words(LISTS)["own people"]
    if not any(map(text.__contains__, people)):
        return False
    either = "|".join(sorted(people))
    for name in names:
        own = re.escape(normalise(name))
        if own in text and re.search(rf"\b{own}(?:'s)? (?:{either})\b|\b(?:{either}) (?:of|for|from|by) {own}\b", text):
            return True
    return False


@cache
def _own_witness() -> re.Pattern[str]:
    phrases = "|".join(sorted(map(re.escape, read_words(LISTS)["own witness"]), key=len, reverse=True))
    return re.compile(rf"(?<!told )\b(?:{phrases})\b")


@cache
def _own_acts() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(read_words(LISTS)['own acts'], key=len, reverse=True))})\b")
