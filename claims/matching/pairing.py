"""The verdict on a pair of statements: the score, and what agreed.

What can be told of one statement, or of two numbers, is told once for all that stand in a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.matching.candidates import find_likely
from claims.matching.neighbours import Pair, Pairs, weigh_beside
from claims.matching.profiles import Profile
from claims.matching.roles import sum_roles, weigh_roles
from claims.matching.score import find_overlap, match_terms, weigh_coverage
from claims.matching.settings import settings
from claims.matching.values import Values

_NOTHING = Pair(0.0)


class Lineup:
    """Statements with the words that each may meet, and what their numbers are to each other."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._reach = [profile.wording.kinship.reach(profile.wording.stems) for profile in profiles]
        self._numbers = Values([profile.values for profile in profiles])
        self._coverage, self._shared = settings()["coverage"], settings()["shared weight"]
        self._most_shared, self._same_article = settings()["most shared"], settings()["same article"]
        self._own_words, self._own_evidence = settings()["own words"], settings()["own evidence"]
        self._long, self._backing = settings()["long statement"], settings()["backing"]

    def score(self, one: int, two: int) -> Pair:
        """Score two statements by their words and their roles."""
        a, b = self._profiles[one], self._profiles[two]
        ours, theirs = a.wording, b.wording
        extra, figures = self._numbers.compare(one, two) if a.values and b.values else (0.0, None)
        first, second, both, own, met = find_overlap(ours, theirs, extra, self._reach[one], self._reach[two])
        roles = sum_roles(a, b, figures)
        if not met and not roles.solid:
            return _NOTHING
        words = self._coverage * weigh_coverage((first, second), (ours.total, theirs.total), extra)
        words += self._shared * (min(self._most_shared, both))
        score = words + roles.weight
        if a.spot.article == b.spot.article:
            score -= self._same_article
        if ours.total > self._long or theirs.total > self._long:
            score -= _weigh_length(a, b, roles.most)
        telling = own / self._own_words + roles.telling / self._own_evidence
        return Pair(score, (), min(1.0, telling), roles.firmest > self._backing)


def _weigh_length(a: Profile, b: Profile, most: float) -> float:
    """Return what a pair loses where words alone agree and one is long: that one says much else.

    ``most`` is the weight of what else speaks for it.
    """
    excess = max(a.wording.total, b.wording.total) - settings()["long statement"]
    return settings()["long loss"] * excess if excess > 0 and most <= settings()["backing"] else 0.0


def explain_pair(a: Profile, b: Profile) -> Iterator[str]:
    """Yield what tells for two statements and against them: words, figures, who said it and where it stands."""
    words = ", ".join(one if one == two else f"{one} = {two}" for one, two, _, _ in match_terms(a.wording, b.wording))
    if words:
        yield f"words: {words}"
    evidence = weigh_roles(a, b)
    for each in evidence:
        yield each.explain()
    length = _weigh_length(a, b, max((each.weight for each in evidence), default=0.0))
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
