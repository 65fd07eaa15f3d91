"""The pairs of statements that can come to anything: words or values in common, and enough of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import inf

from claims.matching.profiles import Profile
from claims.matching.settings import settings
from claims.matching.values import value_key

MANY, LARGE = 500_000, 2_000
"""Pairs of a process from which loading NumPy and SciPy pays, and those of a story from which columns are quicker."""

NOWHERE = -1
"""The group of a statement that is in none."""

_looked_at = 0


def find_likely(
    profiles: Sequence[Profile], least: float, first: int = 0, homes: Sequence[int] | None = None
) -> list[tuple[int, int]]:
    """Return the pairs that may score so much, by number, in order; the second is one of those from ``first`` on.

    None that does score so much is left out. With ``homes``, the group of each, only statements of the body are paired
    with those of another article that are not in their group.
    """
    global _looked_at  # noqa: PLW0603 - what is worth loading depends on all that the process has done
    pairs = len(profiles) * (len(profiles) - first)
    _looked_at += pairs
    if pairs >= LARGE and _looked_at >= MANY:
        from claims.matching.columns import find_many

        return sorted(find_many(profiles, least, first, homes))
    found = find_candidates(profiles, first)
    return sorted(found if homes is None else ((i, j) for i, j in found if _may_meet(profiles, homes, i, j)))


def find_candidates(profiles: Sequence[Profile], first: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the pairs that can come to anything: enough weight in shared words, or values that both give.

    Only pairs whose second is one of those from ``first`` on.
    """
    index: dict[str, list[int]] = defaultdict(list)
    for j, two in enumerate(profiles):
        shared: dict[int, float] = defaultdict(float)
        for key, weight in list_keys(two):
            if j >= first:
                for i in index[key]:
                    shared[i] += weight
            index[key].append(j)
        for i, weight in shared.items():
            if _is_enough(profiles[i], two, weight) and not _share_sentence(profiles[i], two):
                yield i, j


def _is_enough(one: Profile, two: Profile, weight: float) -> bool:
    """Tell whether two statements that share keys of so much weight are worth a look."""
    return weight >= settings()["candidate"] * min(one.wording.total, two.wording.total)


def list_keys(profile: Profile) -> Iterator[tuple[str, float]]:
    """Yield what a statement is found by, each with its weight; values and quotations are enough alone."""
    keys = profile.wording.kinship.keys
    for stem, weight in profile.wording.own.items():
        for key in keys[stem]:
            yield key, weight
    for value in list_values(profile):
        yield value, inf


def list_values(profile: Profile) -> set[str]:
    """Return the values by each of which alone a statement is found: its figures, days and quoted words."""
    values = {f"#{figure.unit or ''}{figure.event or ''}" for figure in profile.figures}
    values |= {value_key(figure) for figure in profile.figures}
    values |= {f"@{moment.earliest[:10]}" for moment in profile.moments}
    values |= {f'"{word}' for quotation in profile.quotes for word in quotation}
    return values


def _share_sentence(a: Profile, b: Profile) -> bool:
    """Tell clauses of one sentence: they do not repeat each other, though both may repeat a third statement."""
    return a.spot.article == b.spot.article and a.row.statement.sentence == b.row.statement.sentence


def _may_meet(profiles: Sequence[Profile], homes: Sequence[int], one: int, two: int) -> bool:
    first, second = profiles[one], profiles[two]
    if first.spot.article == second.spot.article or first.row.statement.part != "body":
        return False
    return homes[one] == NOWHERE or homes[one] != homes[two]
