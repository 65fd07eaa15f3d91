"""The lexical score of two statements: how much of what each says the other says too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from claims.matching.families import Term
from claims.matching.frequencies import Weights
from claims.matching.settings import settings

Meeting = tuple[str, str, float, float]
"""A term of either statement, how strongly they meet, and the most that it can weigh."""

_WHOLE = 5
"""Letters that a word has at least to be looked for at the beginning of another."""


class Wording(NamedTuple):
    """The terms of a statement with their weights, and those of what stands before it."""

    own: Mapping[str, float]
    around: frozenset[str]
    terms: Mapping[str, Term]
    families: Mapping[str, float]
    keys: Mapping[str, tuple[str, ...]]
    """The keys under which the kin of each stem is found: its families, and its beginning."""
    kin: Mapping[str, Sequence[str]]
    """The stems under each key."""
    total: float
    aside: frozenset[str] = frozenset()
    """The stems of the credit."""
    carried: frozenset[str] = frozenset()
    """The stems of the clause before."""
    lent: frozenset[str] = frozenset()
    """The stems of either."""


class Overlap(NamedTuple):
    """What two statements share: the score from 0 to 1, the weight of it all, and the pairs of terms that met."""

    score: float
    weight: float
    shared: tuple[tuple[str, str], ...]
    own: float = 0.0
    """The weight of those that are no words of a credit, nor of the clause before."""


def weigh_terms(
    terms: Iterable[Term],
    weights: Weights,
    around: frozenset[str] = frozenset(),
    aside: frozenset[str] = frozenset(),
    carried: Iterable[Term] = (),
) -> Wording:
    """Return the wording; stems ``aside`` belong to the credit, terms ``carried`` to the clause before."""
    less, little = settings()["credited words"], settings()["carried words"]
    kept = {term.stem: term for term in terms}
    credit = frozenset(stem for stem in kept if aside.issuperset(stem.split())) if aside else aside
    lent: set[str] = set()
    own = {stem: weights[stem] * (less if stem in credit else 1.0) for stem in kept}
    for term in carried:
        if little and term.stem not in kept:
            kept[term.stem] = term
            own[term.stem] = weights[term.stem] * little
            lent.add(term.stem)
    families = {family: weights.of_family(family) for term in kept.values() for family in term.families}
    keys = {stem: _kin_keys(term) for stem, term in kept.items()}
    kin: dict[str, list[str]] = defaultdict(list)
    for stem, found in keys.items():
        for key in found:
            kin[key].append(stem)
    total = sum(own.values())
    return Wording(own, around, kept, families, keys, kin, total, credit, frozenset(lent), credit | lent)


@lru_cache(maxsize=65536)
def _kin_keys(term: Term) -> tuple[str, ...]:
    beginning = (term.stem[: _WHOLE - 1],) if len(term.stem) >= _WHOLE - 1 else ()
    return (*(f"={family}" for family in sorted(term.families)), *beginning)


def compare_wording(a: Wording, b: Wording, extra: float = 0.0) -> Overlap:
    """Score two statements by the smaller and the larger coverage."""
    met = match_terms(a, b)
    shared = tuple([(one, two) for one, two, _, _ in met])
    to_a, to_b, weight, own = _add_up(a, b, met, extra)
    if not b.around.isdisjoint(a.own):
        to_a += _explained(a, b, {one for one, _ in shared})
    if not a.around.isdisjoint(b.own):
        to_b += _explained(b, a, {two for _, two in shared})
    score = weigh_coverage((to_a, to_b), (a.total, b.total), extra)
    return Overlap(score, weight, shared, own)


def weigh_coverage(met: tuple[float, float], totals: tuple[float, float], extra: float) -> float:
    """Return the score of the words, from 0 to 1, by the weight that is met in each of two statements and the whole."""
    slack, share = settings()["coverage slack"], settings()["smaller coverage"]
    smaller, larger = (met[0] + extra) / (totals[0] + extra + slack), (met[1] + extra) / (totals[1] + extra + slack)
    if larger < smaller:
        smaller, larger = larger, smaller
    return share * smaller + (1 - share) * larger


def _add_up(a: Wording, b: Wording, met: Sequence[Meeting], extra: float) -> tuple[float, float, float, float]:
    """Return what :func:`_sum_up` does; carried words never outweigh others."""
    if not (a.carried or b.carried):
        return _sum_up(a, b, met)
    others, lent = (
        _sum_up(a, b, [each for each in met if (each[0] in a.carried or each[1] in b.carried) is carried])
        for carried in (False, True)
    )
    share = settings()["carried share"]
    first, second, both = [
        mine + min(carried, share * max(0.0, mine + extra)) for mine, carried in zip(others[:3], lent[:3], strict=True)
    ]
    return first, second, both, others[3]


def _sum_up(a: Wording, b: Wording, met: Iterable[Meeting]) -> tuple[float, float, float, float]:
    """Return what the meetings weigh in the first, in the second, in both, and in both but for words lent to them."""
    in_a = in_b = both = own = 0.0
    for one, two, strength, most in met:
        first, second = a.own[one], b.own[two]
        if most < inf:
            first, second = min(first, most), min(second, most)
        in_a += first * strength
        in_b += second * strength
        weight = min(first, second) * strength
        both += weight
        if one not in a.lent and two not in b.lent:
            own += weight
    return in_a, in_b, both, own


def weigh_overlap(overlap: Overlap) -> float:
    """Return what the words say for a pair: how much of it is shared, and how much that is in all."""
    most = settings()["most shared"]
    return settings()["coverage"] * overlap.score + settings()["shared weight"] * min(most, overlap.weight)


def match_terms(a: Wording, b: Wording) -> list[Meeting]:
    """Return the terms that meet: the same stem, a shared family, nearly the same spelling.

    With each the strength, and the most that it can weigh: meeting in a family that the whole story is about is little.
    """
    met = [(stem, stem, 1.0, inf) for stem in a.own if stem in b.own]
    taken = {stem for stem, _, _, _ in met}
    kindred = {stem for key in a.kin.keys() & b.kin.keys() for stem in a.kin[key]} - taken
    if not kindred:
        return met
    for one in a.terms.values():
        if one.stem not in kindred or one.stem in taken:
            continue
        near = {stem for key in a.keys[one.stem] if key in b.kin for stem in b.kin[key]} - taken
        if not near:
            continue
        found = [(strength, stem) for stem in near if (strength := likeness(one, b.terms[stem]))]
        if found:
            strength, stem = max(found)
            taken.add(stem)
            met.append((one.stem, stem, strength, _most(one, b.terms[stem], a)))
    return met


def likeness(one: Term, two: Term) -> float:
    """Return how alike two terms are: 1 for one stem, else the strength of their kinship, or 0."""
    if one.stem == two.stem:
        return 1.0
    if one.families and not one.families.isdisjoint(two.families):
        return settings()["same family"]
    return _spelling(one.stem, two.stem)


def _most(one: Term, two: Term, a: Wording) -> float:
    return max((a.families[family] for family in one.families & two.families), default=inf)


def _spelling(one: str, two: str) -> float:
    """Return the share of the longer word that both begin with, or 0 below the threshold.

    A word that begins with the whole of the other, as "trailhead" with "trail", is at the threshold.
    """
    least = settings()["same beginning"]
    shorter, longest = sorted((one, two), key=len)
    if len(shorter) >= _WHOLE and longest.startswith(shorter):
        return max(least, len(shorter) / len(longest))
    same = next((place for place, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), len(shorter))
    share = same / len(longest)
    return share if same >= _WHOLE - 1 and share >= least else 0.0


def _explained(a: Wording, b: Wording, matched: set[str]) -> float:
    """Return the weight of ``a``'s unmatched words that ``b``'s surroundings hold, discounted."""
    discount, around = settings()["surroundings"], b.around
    return sum([weight * discount for stem, weight in a.own.items() if stem in around and stem not in matched])
