"""The verdict on a pair of statements: the score, what agreed, and the gate that forbids it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from claims.matching.gates import find_bar
from claims.matching.profiles import Profile
from claims.matching.roles import weigh_roles
from claims.matching.score import compare_wording
from claims.matching.settings import settings
from claims.matching.values import shared_values, value_key


class Pair(NamedTuple):
    """What the comparison of two statements came to."""

    score: float
    why: tuple[str, ...]
    barred: bool = False


Pairs = dict[tuple[int, int], Pair]
"""By the numbers of the two statements, the smaller first."""


def compare_profiles(a: Profile, b: Profile) -> Pair:
    """Score two statements by their words and their roles; a gate that is not passed bars the pair."""
    overlap = compare_wording(a.wording, b.wording, sum(shared_values(a.values, b.values)))
    evidence = weigh_roles(a, b)
    score = overlap.score + sum(each.weight for each in evidence)
    if a.spot.article == b.spot.article:
        score -= settings()["same article"]
    if len(overlap.shared) < 2 and not any(each.weight > 0 for each in evidence):
        score -= settings()["one word"]
    if score < settings()["noise"]:
        return Pair(score, ())
    words = ", ".join(one if one == two else f"{one} = {two}" for one, two in overlap.shared)
    bar = find_bar(a, b)
    why = (*((f"words: {words}",) if words else ()), *(each.why for each in evidence), *((bar,) if bar else ()))
    return Pair(score, why, bar is not None)


def compare_all(profiles: Sequence[Profile]) -> Pairs:
    """Return what each pair of statements of a story came to, where it came to anything."""
    found: Pairs = {}
    for i, j in sorted(find_candidates(profiles)):
        pair = compare_profiles(profiles[i], profiles[j])
        if pair.score >= settings()["noise"]:
            found[i, j] = pair
    return _Rivals(found, profiles).temper()


def find_candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that can come to anything: enough weight in shared words, or values that both give."""
    index: dict[str, list[int]] = defaultdict(list)
    least = settings()["candidate"]
    for j, two in enumerate(profiles):
        shared: dict[int, float] = defaultdict(float)
        for key, weight in _candidate_keys(two):
            for i in index[key]:
                shared[i] += weight
            index[key].append(j)
        for i, weight in shared.items():
            one = profiles[i]
            if weight >= least * min(one.wording.total, two.wording.total) and not _share_sentence(one, two):
                yield i, j


def _candidate_keys(profile: Profile) -> Iterator[tuple[str, float]]:
    """Yield what a statement is found by, each with its weight; values and quotations are enough alone."""
    wording = profile.wording
    for stem, weight in wording.own.items():
        yield f"'{stem}", weight
        for key in wording.keys[stem]:
            yield key, weight
    values = {f"#{figure.unit or ''}{figure.event or ''}" for figure in profile.figures}
    values |= {value_key(figure) for figure in profile.figures}
    values |= {f"@{moment.earliest[:10]}" for moment in profile.moments}
    values |= {f'"{word}' for quotation in profile.quotes for word in quotation}
    for key in sorted(values):
        yield key, inf


def _share_sentence(a: Profile, b: Profile) -> bool:
    """Tell clauses of one sentence: they do not repeat each other, though both may repeat a third statement."""
    return a.spot.article == b.spot.article and a.row.statement.sentence == b.row.statement.sentence


class _Rivals:
    """The best partner that each statement has in each article: a pair that falls short of it counts for less."""

    def __init__(self, pairs: Pairs, profiles: Sequence[Profile]) -> None:
        self._pairs = pairs
        self._articles = [profile.spot.article for profile in profiles]
        self._sentences = [(profile.spot.article, profile.row.statement.sentence) for profile in profiles]
        self._best: dict[tuple[int, int], tuple[float, int]] = {}
        for (i, j), pair in pairs.items():
            for one, two in ((i, j), (j, i)):
                if profiles[two].row.statement.part != "body":
                    continue
                key = (one, self._articles[two])
                self._best[key] = max(self._best.get(key, (0.0, 0)), (pair.score, -two))

    def temper(self) -> Pairs:
        """Return the pairs with the scores lowered where a side has a better partner."""
        rivalry = settings()["rivalry"]
        return {
            (i, j): pair._replace(score=pair.score - rivalry * max(self._lost(i, j, pair), self._lost(j, i, pair)))
            for (i, j), pair in self._pairs.items()
        }

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
