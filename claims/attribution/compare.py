"""Whether two attributions credit the same person or body."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from claims.model import Attribution, Speaker
from claims.names import same_institution, same_person
from claims.patterns import Gated
from claims.wordlists import read_words

_NOBODY = frozenset({"person", "people", "persons", "individual", "individuals"})
_HOW_MANY = frozenset({"a", "one", "two", "three", "four", "five", "several", "some", "other", "another"})
_SPOKESPERSON = Gated(r"\bspokes(?:man|woman|person)\b", "spokes", flags=re.IGNORECASE)


def same_speaker(a: Attribution, b: Attribution) -> bool:
    """Tell whether both credit the same speaker; an outlet that speaks for a body credits that body."""
    one, two = source_name(a), source_name(b)
    if one is None or two is None:
        return False
    return same_source(one, two) or _is_mentioned(one, b) or _is_mentioned(two, a)


def _is_mentioned(name: str, attribution: Attribution) -> bool:
    """Tell whether the other's mention holds the name: "Inspector Carla Boyce of Wexcombe CID" is Carla Boyce."""
    speaker = attribution.credit.speaker
    return speaker is not None and " " in name and name in speaker.mention


@lru_cache(maxsize=4096)
def same_source(one: str, two: str) -> bool:
    """Tell whether two names stand for one person or body, or for a body and its own arm."""
    if one.casefold() == two.casefold() or is_arm(one, two):
        return True
    return bool(same_person(one, two)) or bool(same_institution(one, two))


def other_speaker(a: Attribution, b: Attribution) -> bool:
    """Tell whether the two credit surely different named speakers."""
    one, two = a.credit.speaker, b.credit.speaker
    if one is None or two is None or same_speaker(a, b):
        return False
    return all(is_named(speaker) or is_spokesperson(speaker) for speaker in (one, two))


def is_named(speaker: Speaker) -> bool:
    """Tell a name from a description that only begins with one ("Ukraine's chief negotiator")."""
    return speaker.named and speaker.name.split()[-1][:1].isupper()


def is_spokesperson(speaker: Speaker) -> bool:
    """Tell whether the speaker is credited as somebody's spokesperson."""
    return bool(_SPOKESPERSON.search(speaker.mention) or _SPOKESPERSON.search(speaker.name))


def is_anonymous(speaker: Speaker) -> bool:
    """Tell sources who hide ("two people familiar with the matter") from plain bodies ("police", "officials")."""
    return _hides_name(speaker.mention) or _is_faceless(speaker)


@lru_cache(maxsize=4096)
def _hides_name(mention: str) -> bool:
    words = f" {mention.casefold()} "
    return any(f" {phrase} " in words for phrase in source_phrases("anonymous"))


def _is_faceless(speaker: Speaker) -> bool:
    """Tell "a person", "two people", of whom nothing is told."""
    words = mention_words(speaker)
    return not speaker.named and not words.isdisjoint(_NOBODY) and words <= _NOBODY | _HOW_MANY


def is_indefinite(speaker: Speaker) -> bool:
    """Tell a description that could be anybody's: "a rescue charity"."""
    return speaker.mention.casefold().startswith(("a ", "an ", "some ", "one "))


def is_document(speaker: Speaker) -> bool:
    """Tell a document ("a preliminary report") from people and bodies."""
    return bool(mention_words(speaker) & source_phrases("documents"))


def is_somebody(speaker: Speaker) -> bool:
    """Tell a person or people without a name ("a regional official") from a body ("the fire service")."""
    return bool(mention_words(speaker) & source_phrases("people"))


def mention_words(speaker: Speaker) -> frozenset[str]:
    """Return the words of the mention in lower case, without possessive endings."""
    return _words_of(speaker.mention)


@lru_cache(maxsize=4096)
def _words_of(mention: str) -> frozenset[str]:
    return frozenset(word.strip(".,’'").removesuffix("'s").removesuffix("’s") for word in mention.casefold().split())


@cache
def source_phrases(section: str) -> frozenset[str]:
    """Return a section of the list of words for sources."""
    return read_words(Path(__file__).parent / "data" / "sources.txt")[section]


def is_arm(one: str, two: str) -> bool:
    """Tell a body from its own arm or short form: "Drezhna" / "Drezhnan Defence Ministry"."""
    short, long = sorted((_keys(one), _keys(two)), key=len)
    return bool(short) and short <= long


def source_name(attribution: Attribution) -> str | None:
    """Return who is credited; a press office credits the body it speaks for; None where nobody is."""
    speaker = attribution.credit.speaker
    return speaker.name if speaker else attribution.outlet.speaks_for


def _keys(name: str) -> set[str]:
    return {word.casefold()[:6] for word in name.split() if len(word) > 3}
