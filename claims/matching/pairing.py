"""The verdict on one pair of statements: the score, what agreed, and the gate that forbids it."""

from __future__ import annotations

from typing import NamedTuple

from claims.matching.gates import find_bar
from claims.matching.profiles import Profile
from claims.matching.roles import weigh_roles
from claims.matching.score import compare_wording
from claims.matching.settings import settings


class Pair(NamedTuple):
    """What the comparison of two statements came to."""

    score: float
    why: tuple[str, ...]
    barred: bool = False


def compare_profiles(a: Profile, b: Profile) -> Pair:
    """Score two statements by their words and their roles; a gate that is not passed bars the pair."""
    overlap = compare_wording(a.wording, b.wording, denial=a.denies != b.denies)
    evidence = weigh_roles(a, b)
    score = overlap.score + sum(each.weight for each in evidence)
    if a.spot.article == b.spot.article:
        score -= settings()["same article"]
    words = ", ".join(one if one == two else f"{one} = {two}" for one, two in overlap.shared)
    bar = find_bar(a, b)
    why = (*((f"words: {words}",) if words else ()), *(each.why for each in evidence), *((bar,) if bar else ()))
    return Pair(score, why, bar is not None)
