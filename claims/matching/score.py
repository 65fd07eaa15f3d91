"""The lexical score of two statements: how much of what each says the other says too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf
from typing import NamedTuple

from claims.matching.families import Term
from claims.matching.frequencies import Weights, to_grains
from claims.matching.kinship import Kinship
from claims.matching.settings import settings

Stems = frozenset[str]

Meeting = tuple[str, str, float, float]
"""A term of either statement, how strongly they meet, and the most that it can weigh."""


class Wording(NamedTuple):
    """The terms of a statement with their weights, and those of what stands before it."""

    own: Mapping[str, float]
    stems: frozenset[str]
    """Its terms, without order."""
    near: frozenset[str]
    """The stems that only stand around it."""
    total: float
    kinship: Kinship
    """What is akin to the words of the story."""
    carried: frozenset[str] = frozenset()
    """The stems of the clause before."""
    lent: frozenset[str] = frozenset()
    """The stems of that and of the credit."""


class Overlap(NamedTuple):
    """What two statements share."""

    first: float
    """The weight of the first one's words that the second has, or has around it."""
    second: float
    both: float
    """The weight of the words that both have."""
    own: float
    """That of those that are no words of a credit, nor of the clause before."""
    met: bool
    """They have a word in common, or two that are akin."""


def weigh_terms(
    terms: Iterable[Term],
    weights: Weights,
    around: frozenset[str] = frozenset(),
    aside: frozenset[str] = frozenset(),
    carried: Iterable[Term] = (),
) -> Wording:
    """Return the wording; stems ``aside`` belong to the credit, terms ``carried`` to the clause before."""
    kept = {term.stem: term for term in terms}
    own = {stem: weights[stem] for stem in kept}
    credit = frozenset([stem for stem in kept if _is_aside(stem, aside)]) if aside else aside
    for stem in credit:
        own[stem] = to_grains(own[stem] * settings()["credited words"])
    little = settings()["carried words"]
    lent = {term.stem: term for term in carried if term.stem not in kept} if little else {}
    own.update((stem, to_grains(weights[stem] * little)) for stem in lent)
    weights.kinship.add(kept)
    weights.kinship.add(lent)
    stems, before = frozenset(own), frozenset(lent)
    return Wording(own, stems, around - stems, sum(own.values()), weights.kinship, before, credit | before)


def _is_aside(stem: str, aside: frozenset[str]) -> bool:
    return aside.issuperset(stem.split()) if " " in stem else stem in aside


def compare_wording(a: Wording, b: Wording, extra: float = 0.0) -> float:
    """Score two statements from 0 to 1, where both print numbers of the weight ``extra``."""
    overlap = find_overlap(a, b, extra, *_reach(a, b))
    return weigh_coverage((overlap.first, overlap.second), (a.total, b.total), extra)


def find_overlap(a: Wording, b: Wording, extra: float, ours: Stems, theirs: Stems) -> Overlap:
    """Return what two statements share; ``ours`` and ``theirs`` are the stems akin to any of either."""
    shared = a.stems & b.stems
    akin = [] if ours.isdisjoint(b.stems) else _meet_kin(a, b, ours, theirs)
    lent = (a.lent | b.lent) & shared
    plain = sum(map(a.own.__getitem__, shared - lent if lent else shared))
    first, second, both, own = _add_up(a, b, lent, akin, plain, extra) if lent or akin else (plain,) * 4
    if near := a.stems & b.near:
        left = near.difference([one for one, _, _, _ in akin]) if akin else near
        first += settings()["surroundings"] * sum(map(a.own.__getitem__, left))
    if near := b.stems & a.near:
        left = near.difference([two for _, two, _, _ in akin]) if akin else near
        second += settings()["surroundings"] * sum(map(b.own.__getitem__, left))
    return Overlap(first, second, both, own, bool(shared or akin))


def weigh_coverage(met: tuple[float, float], totals: tuple[float, float], extra: float) -> float:
    """Return the score of the words, from 0 to 1, by the weight that is met in each of two statements and the whole.

    It is the larger coverage in part, and in part the smaller.
    """
    slack, share = settings()["coverage slack"], settings()["smaller coverage"]
    smaller, larger = (met[0] + extra) / (totals[0] + extra + slack), (met[1] + extra) / (totals[1] + extra + slack)
    if larger < smaller:
        smaller, larger = larger, smaller
    return share * smaller + (1 - share) * larger


def match_terms(a: Wording, b: Wording) -> list[Meeting]:
    """Return the terms that meet: equal ones first, then each of the rest with the one most akin to it, once."""
    equal = [(stem, stem, 1.0, inf) for stem in a.own if stem in b.stems]
    return [*equal, *_meet_kin(a, b, *_reach(a, b))]


def _reach(a: Wording, b: Wording) -> tuple[Stems, Stems]:
    return a.kinship.reach(a.stems), b.kinship.reach(b.stems)


def _meet_kin(a: Wording, b: Wording, ours: Stems, theirs: Stems) -> list[Meeting]:
    """Return the meetings of terms that are akin; to each in turn the most akin that is left."""
    met = []
    free, asking = set(ours & b.stems), theirs & a.stems
    for one in a.own if len(asking) > 1 else asking:
        if one in asking and (near := (kin := a.kinship.of(one)).keys() & free):
            strength, two = max((kin[stem][0], stem) for stem in near)
            most = kin[two][1]
            free.remove(two)
            met.append((one, two, strength, most))
    return met


def _add_up(
    a: Wording, b: Wording, lent: Iterable[str], akin: Iterable[Meeting], plain: float, extra: float
) -> tuple[float, float, float, float]:
    """Return what the meetings weigh in the first, in the second, in both, and in both but for words lent to them.

    ``plain`` is the weight of those that are neither lent nor akin. Carried words never outweigh others.
    """
    sums, borrowed, own = [plain] * 3, [0.0] * 3, plain
    for one, two, strength, most in (*[(stem, stem, 1.0, inf) for stem in lent], *akin):
        first, second = min(a.own[one], most), min(b.own[two], most)
        if strength != 1:
            first, second = to_grains(first * strength), to_grains(second * strength)
        into = borrowed if one in a.carried or two in b.carried else sums
        into[0] += first
        into[1] += second
        into[2] += min(first, second)
        if one not in a.lent and two not in b.lent:
            own += min(first, second)
    if borrowed[0]:
        share = settings()["carried share"]
        sums = [mine + min(more, share * max(0.0, mine + extra)) for mine, more in zip(sums, borrowed, strict=True)]
    return sums[0], sums[1], sums[2], own
