"""The verdict on a pair of statements: the score, and what agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.matching.candidates import find_likely
from claims.matching.lineup import Lineup, weigh_length
from claims.matching.neighbours import Pair, Pairs, weigh_beside
from claims.matching.profiles import Profile
from claims.matching.roles import weigh_roles
from claims.matching.score import match_terms
from claims.matching.settings import settings


def compare_profiles(a: Profile, b: Profile) -> Pair:
    """Score two statements by their words and their roles."""
    return Lineup((a, b)).score(0, 1)


def explain_pair(a: Profile, b: Profile) -> Iterator[str]:
    """Yield what tells for two statements and against them: words, figures, who said it and where it stands."""
    words = ", ".join(one if one == two else f"{one} = {two}" for one, two, _, _ in match_terms(a.wording, b.wording))
    if words:
        yield f"words: {words}"
    evidence = weigh_roles(a, b)
    for each in evidence:
        yield each.explain()
    length = weigh_length(a, b, max((each.weight for each in evidence), default=0.0))
    if length:
        yield f"words alone in a long statement: {-length:.2f}"


def compare_all(profiles: Sequence[Profile]) -> Pairs:
    """Return what each pair of statements of a story came to, where it came to anything."""
    found: Pairs = {}
    noise, lineup = settings()["noise"], Lineup(profiles)
    for i, j in find_likely(profiles, noise):
        pair = lineup.score(i, j)
        if pair.score >= noise:
            found[i, j] = pair
    return weigh_beside(found, profiles)
