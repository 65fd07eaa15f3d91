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
    backed: bool = False
    """A figure, a day or a quotation agrees, not words alone."""


Pairs = dict[tuple[int, int], Pair]
"""By the numbers of the two statements, the smaller first."""

_NOBODY = (0.0, 0)
"""The score of no partner."""


def weigh_beside(pairs: Pairs, profiles: Sequence[Profile]) -> Pairs:
    """Return the pairs, each raised by a pair beside it, raised where it is the best of both, lowered by a rival."""
    beside = Beside(pairs, profiles)
    raised = {(i, j): beside.lift(pair, i, j) for (i, j), pair in pairs.items()}
    return Rivals(raised, profiles).temper(raised)


class Beside:
    """The pairs of the statements that stand beside each other in their articles."""

    def __init__(self, pairs: Pairs, profiles: Sequence[Profile]) -> None:
        self._articles = articles = [profile.spot.article for profile in profiles]
        last = len(articles) - 1
        self._near = [
            tuple(x for x in (one - 1, one, one + 1) if 0 <= x <= last and articles[x] == articles[one])
            for one in range(len(articles))
        ]
        self._scores: list[dict[int, float]] = [{} for _ in articles]
        for (i, j), pair in pairs.items():
            self._scores[i][j] = pair.score

    def lift(self, pair: Pair, i: int, j: int) -> Pair:
        """Return the pair of two statements, or parts of them, raised by the best pair beside them."""
        if not pair.own or self._articles[i] == self._articles[j]:
            return pair
        best = self._find(i, j) if i < j else self._find(j, i)
        return raise_pair(pair, settings()["neighbour"] * best, f"neighbours: {best:.2f}") if best else pair

    def _find(self, i: int, j: int) -> float:
        """Return the score of the best pair of statements beside two of different articles."""
        best = 0.0
        for x in self._near[i]:
            row = self._scores[x]
            if row:
                for y in self._near[j]:
                    if y in row and row[y] > best and (x != i or y != j):
                        best = row[y]
        return best


def raise_pair(pair: Pair, weight: float, why: str) -> Pair:
    """Return the pair with a weight added, and the reason."""
    return Pair(pair.score + weight, (*pair.why, why), pair.own, pair.backed)


class Rivals:
    """The best partner that each statement has in each article: a pair that falls short of it counts for less."""

    def __init__(self, pairs: Pairs, profiles: Sequence[Profile], wholes: Sequence[int] | None = None) -> None:
        self._pairs = pairs
        self._wholes = wholes or range(len(profiles))
        self._articles = articles = [profile.spot.article for profile in profiles]
        self._sentences = [(profile.spot.article, profile.row.statement.sentence) for profile in profiles]
        self._sizes = Counter(self._articles)
        self._best: list[dict[int, tuple[float, int]]] = [{} for _ in profiles]
        in_body = [profile.row.statement.part == "body" for profile in profiles]
        for (i, j), pair in pairs.items():
            for one, two in ((i, j), (j, i)):
                if in_body[two]:
                    best, article = self._best[one], articles[two]
                    score, rival = best.setdefault(article, _NOBODY)
                    if pair.score > score or (pair.score == score and two < rival):
                        best[article] = pair.score, two

    def temper(self, pairs: Pairs) -> Pairs:
        """Return the pairs with the scores lowered where a side has a better partner, raised where neither has."""
        return {(i, j): self._temper(i, j, pair) for (i, j), pair in pairs.items()}

    def _temper(self, i: int, j: int, pair: Pair) -> Pair:
        if self._articles[i] == self._articles[j]:
            return pair
        if pair.own and self._is_best(i, j, pair.score) and self._is_best(j, i, pair.score):
            return raise_pair(pair, settings()["mutual"] * self._choice(i, j) * pair.own, "each the other's best")
        lost = max(self._lost(i, j, pair.score), self._lost(j, i, pair.score))
        return Pair(pair.score - settings()["rivalry"] * lost, pair.why, pair.own, pair.backed) if lost else pair

    def _is_best(self, one: int, two: int, pair: float) -> bool:
        """Tell whether ``two``, or what it is a part of, is the best partner that its article has for ``one``."""
        score, rival = self._best[one].get(self._articles[two], (inf, 0))
        return pair >= score or self._wholes[rival] == self._wholes[two]

    def _choice(self, one: int, two: int) -> float:
        """Return how much it tells to be the best, from 0 where there is no other to 1 where there are many."""
        others = min(self._sizes[self._articles[one]], self._sizes[self._articles[two]]) - 1
        return min(1.0, others / settings()["many statements"])

    def _lost(self, one: int, two: int, pair: float) -> float:
        """Return by how much another statement of ``two``'s article is more like ``one``.

        A twin and a clause of the same sentence are no rivals.
        """
        score, rival = self._best[one].get(self._articles[two], _NOBODY)
        if rival == two or score <= pair or self._sentences[rival] == self._sentences[two]:
            return 0.0
        twin = self._pairs.get((min(two, rival), max(two, rival)))
        is_twin = twin is not None and twin.score + settings()["same article"] >= settings()["confirmed"]
        return 0.0 if is_twin else score - pair
