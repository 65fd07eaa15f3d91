"""Whether two attributions credit the same person or body."""

from __future__ import annotations

import re

from claims.model import Attribution, Speaker
from claims.names import same_institution, same_person

_SPOKESPERSON = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)


def same_speaker(a: Attribution, b: Attribution) -> bool:
    """Tell whether both credit the same speaker; an outlet that speaks for a body credits that body."""
    one, two = source_name(a), source_name(b)
    return one is not None and two is not None and same_source(one, two)


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
    return (one.named or is_spokesperson(one)) and (two.named or is_spokesperson(two))


def is_spokesperson(speaker: Speaker) -> bool:
    """Tell whether the speaker is credited as somebody's spokesperson."""
    return bool(_SPOKESPERSON.search(speaker.mention) or _SPOKESPERSON.search(speaker.name))


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
