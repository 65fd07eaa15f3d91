"""The verdict on a pair of statements: the score, what agreed, and the gate that forbids it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.matching.candidates import find_likely
from claims.matching.gates import find_bar
from claims.matching.neighbours import Pair, Pairs, weigh_beside
from claims.matching.profiles import Profile
from claims.matching.roles import Evidence, weigh_roles
from claims.matching.score import compare_wording, weigh_overlap
from claims.matching.settings import settings
from claims.matching.values import shared_values

_NOTHING = Pair(0.0, ())


def compare_profiles(a: Profile, b: Profile) -> Pair:
    """Score two statements by their words and their roles; a gate that is not passed bars the pair."""
    extra = sum(shared_values(a.values, b.values)) if a.values and b.values else 0.0
    evidence = weigh_roles(a, b)
    roles = sum([each.weight for each in evidence])
    apart = settings()["same article"] if a.spot.article == b.spot.article else 0.0
    overlap = compare_wording(a.wording, b.wording, extra)
    solid = sum([each.weight for each in evidence if each.solid and each.weight > 0])
    length = _weigh_length(a, b, evidence)
    score = weigh_overlap(overlap) + roles - apart - length
    if not overlap.shared and not solid:
        return _NOTHING
    if score < settings()["noise"]:
        return Pair(score, ())
    words = ", ".join(one if one == two else f"{one} = {two}" for one, two in overlap.shared)
    bar = find_bar(a, b)
    long = f"words alone in a long statement: {-length:.2f}" if length else None
    why = (words and f"words: {words}", *(each.explain() for each in evidence), long, bar)
    telling = sum([each.weight * each.own for each in evidence if each.solid and each.weight > 0])
    own = min(1.0, overlap.own / settings()["own words"] + telling / settings()["own evidence"])
    return Pair(score, tuple(filter(None, why)), bar is not None, own)


def _weigh_length(a: Profile, b: Profile, evidence: Iterable[Evidence]) -> float:
    """Return what a pair loses where words alone agree and one is long: that one says much else."""
    excess = max(a.wording.total, b.wording.total) - settings()["long statement"]
    if excess <= 0 or any(each.weight > settings()["backing"] for each in evidence):
        return 0.0
    return settings()["long loss"] * excess


def compare_all(profiles: Sequence[Profile]) -> Pairs:
    """Return what each pair of statements of a story came to, where it came to anything."""
    found: Pairs = {}
    noise = settings()["noise"]
    for i, j in find_likely(profiles, noise):
        pair = compare_profiles(profiles[i], profiles[j])
        if pair.score >= noise:
            found[i, j] = pair
    return weigh_beside(found, profiles)
