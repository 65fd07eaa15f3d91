"""The verdict on one pair of statements: the score, what agreed, and the gate that forbids it."""

from __future__ import annotations

from typing import NamedTuple

from claims.matching.gates import find_bar
from claims.matching.profiles import Profile
from claims.matching.roles import Evidence, weigh_figures, weigh_quotes
from claims.matching.score import compare_wording
from claims.matching.settings import settings


class Pair(NamedTuple):
    """What the comparison of two statements came to."""

    score: float
    why: tuple[str, ...]
    barred: bool = False


def compare_profiles(a: Profile, b: Profile) -> Pair | None:
    """Return the pair, or None where the two have nothing to do with each other."""
    overlap = compare_wording(a.wording, b.wording)
    found = [weigh_figures(a, b), weigh_quotes(a, b)]
    evidence: list[Evidence] = [each for each in found if each is not None]
    score = overlap.score + sum(each.weight for each in evidence)
    if a.spot.article == b.spot.article:
        score -= settings()["same article"]
    if score < settings()["noise"]:
        return None
    words = "words " + ", ".join(one if one == two else f"{one}={two}" for one, two in overlap.shared)
    bar = find_bar(a, b)
    why = (words, *(each.why for each in evidence if each.weight), *((bar,) if bar else ()))
    return Pair(0.0 if bar else score, why, bar is not None)
