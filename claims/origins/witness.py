"""Whether an outlet is its own source: its reporters saw it, or it counted for itself."""

from __future__ import annotations

import re
from functools import cache
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
    if attribution.outlet.speaks_for:
        return False
    speaker = attribution.credit.speaker
    if speaker is not None:
        return not speaker.named and _is_of_outlet(attribution, f" {normalise(speaker.mention)} ")
    text = f" {normalise(attribution.statement.text)} "
    return source_name(attribution) is None and (_is_witness(text) or _sees_itself(attribution, text))


def _is_witness(text: str) -> bool:
    phrases = read_words(LISTS)["own witness"]
    return any(map(text.__contains__, phrases)) and _own_witness().search(text) is not None


def _sees_itself(attribution: Attribution, text: str) -> bool:
    return _is_of_outlet(attribution, text) and _own_acts().search(text) is not None


def _is_of_outlet(attribution: Attribution, text: str) -> bool:
    """Tell "a Northern Wire reporter", "reporters from Northern Wire" in words of normal form."""
    people = "|".join(sorted(read_words(LISTS)["own people"]))
    for name in (attribution.outlet.name, *attribution.outlet.aliases):
        own = re.escape(normalise(name))
        if own in text and re.search(rf"\b{own}(?:'s)? (?:{people})\b|\b(?:{people}) (?:of|for|from|by) {own}\b", text):
            return True
    return False


@cache
def _own_witness() -> re.Pattern[str]:
    phrases = "|".join(sorted(map(re.escape, read_words(LISTS)["own witness"]), key=len, reverse=True))
    return re.compile(rf"(?<!told )\b(?:{phrases})\b")


@cache
def _own_acts() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(read_words(LISTS)['own acts'], key=len, reverse=True))})\b")
