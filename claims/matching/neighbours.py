"""What the other pairs tell of a pair: articles on one story tell its parts in like order, and each part once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from claims.matching.profiles import Profile
from claims.matching.settings import settings


class Pair(NamedTuple):
    """What the comparison of two statements came to."""

    score: float
    why: tuple[str, ...] = ()
    """What tells for it beside the two statements themselves."""
    own: float = 1.0
    """How far anything but the credit or the clause before agrees, from 0 to 1."""


Pairs = dict[tuple[int, int], Pair]
"""By the numbers of the two statements, the smaller first."""

_BESIDE = tuple((d, e) for d in (-1, 0, 1) for e in (-1, 0, 1) if (d, e) != (0, 0))
"""Steps from a statement of each article to those beside them."""


def weigh_beside(pairs: Pairs, profiles: Sequence[Profile]) -> Pairs:
    """Return the pairs, each raised by a pair beside it, raised where it is the best of both, lowered by a rival."""
    raised = _raise_neighbours(pairs, profiles)
    return Rivals(raised, profiles).temper(raised)


def _raise_neighbours(pairs: Pairs, profiles: Sequence[Profile]) -> Pairs:
    share = settings()["neighbour"]
    found = {}
    for (i, j), pair in pairs.items():
        across = profiles[i].spot.article != profiles[j].spot.article
        beside = find_beside(pairs, profiles, i, j) if across else 0.0
        found[i, j] = raise_pair(pair, share * beside, f"neighbours: {beside:.2f}") if beside and pair.own else pair
    return found


def find_beside(pairs: Pairs, profiles: Sequence[Profile], i: int, j: int) -> float:
    """Return the score of the best pair of statements beside two of different articles."""
    best = 0.0
    one, two = profiles[i].spot.article, profiles[j].spot.article
    for d, e in _BESIDE:
        other = pairs.get((i + d, j + e))
        if other and other.score > best and profiles[i + d].spot.article == one and profiles[j + e].spot.article == two:
            best = other.score
    return best


def raise_pair(pair: Pair, weight: float, why: str) -> Pair:
    """Return the pair with a weight added, and the reason."""
    return Pair(pair.score + weight, (*pair.why, why), pair.own)


class Rivals:
    """The best partner that each statement has in each article: a pair that falls short of it counts for less."""

    def __init__(self, pairs: Pairs, profiles: Sequence[Profile], wholes: Sequence[int] | None = None) -> None:
        self._pairs = pairs
        self._wholes = wholes or range(len(profiles))
        self._articles = [profile.spot.article for profile in profiles]
        self._sentences = [(profile.spot.article, profile.row.statement.sentence) for profile in profiles]
        self._sizes = Counter(self._articles)
        self._best: dict[tuple[int, int], tuple[float, int]] = {}
        in_body = [profile.row.statement.part == "body" for profile in profiles]
        for (i, j), pair in pairs.items():
            for one, two in ((i, j), (j, i)):
                if in_body[two]:
                    key = (one, self._articles[two])
                    self._best[key] = max(self._best.get(key, (0.0, 0)), (pair.score, -two))

    def temper(self, pairs: Pairs) -> Pairs:
        """Return the pairs with the scores lowered where a side has a better partner, raised where neither has."""
        rivalry, mutual = settings()["rivalry"], settings()["mutual"]
        tempered = {}
        for (i, j), pair in pairs.items():
            if self._is_mutual(i, j, pair):
                tempered[i, j] = raise_pair(pair, mutual * self._choice(i, j) * pair.own, "each the other's best")
            else:
                lost = max(self._lost(i, j, pair), self._lost(j, i, pair))
                tempered[i, j] = Pair(pair.score - rivalry * lost, pair.why, pair.own)
        return tempered

    def _is_mutual(self, one: int, two: int, pair: Pair) -> bool:
        """Tell whether each is the best partner that the other has in its article, or a part of the best."""
        if self._articles[one] == self._articles[two] or not pair.own:
            return False
        return self._is_best(one, two, pair) and self._is_best(two, one, pair)

    def _is_best(self, one: int, two: int, pair: Pair) -> bool:
        """Tell whether ``two``, or what it is a part of, is the best partner that its article has for ``one``."""
        score, rival = self._best.get((one, self._articles[two]), (inf, 0))
        return pair.score >= score or self._wholes[-rival] == self._wholes[two]

    def _choice(self, one: int, two: int) -> float:
        """Return how much it tells to be the best, from 0 where there is no other to 1 where there are many."""
        others = min(self._sizes[self._articles[one]], self._sizes[self._articles[two]]) - 1
        return min(1.0, others / settings()["many statements"])

    def _lost(self, one: int, two: int, pair: Pair) -> float:
        """Return by how much another statement of ``two``'s article is more like ``one``.

        A twin and a clause of the same sentence are no rivals.
        """
        if self._articles[one] == self._articles[two]:
            return 0.0
        score, rival = self._best.get((one, self._articles[two]), (0.0, 0))
        rival = -rival
        if rival == two or score <= pair.score:
            return 0.0
        if self._sentences[rival] == self._sentences[two]:
            return 0.0
        twin = self._pairs.get((min(two, rival), max(two, rival)))
        is_twin = twin is not None and twin.score + settings()["same article"] >= settings()["confirmed"]
        return 0.0 if is_twin else score - pair.score
