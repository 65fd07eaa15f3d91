"""Groups of statements that make one claim: similar on the average, with a veto by the gates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.matching.pairing import Pair, compare_profiles
from claims.matching.profiles import Profile, Spot, read_profiles
from claims.matching.settings import settings
from claims.model import Article, Attribution, Level, Match


class Member(NamedTuple):
    """A statement of a group: article number, attribution number there, and why it belongs."""

    article: int
    attribution: int
    match: Match


class Group(NamedTuple):
    """Statements that state the same thing."""

    members: tuple[Member, ...]
    level: Level = "confirmed"


def match_statements(rows: Sequence[Sequence[Attribution]], articles: Sequence[Article]) -> list[Group]:
    """Group the statements of ``articles``; ``rows[i]`` are the attributions of ``articles[i]``."""
    profiles = read_profiles(rows, articles)
    pairs = compare_all(profiles)
    clusters = cluster(len(profiles), pairs)
    return [_describe(members, profiles, pairs) for members in clusters if len(members) > 1]


def compare_all(profiles: Sequence[Profile]) -> dict[tuple[int, int], Pair]:
    """Return what each pair of statements of a story came to, where it came to anything."""
    found: dict[tuple[int, int], Pair] = {}
    for i, one in enumerate(profiles):
        for j in range(i + 1, len(profiles)):
            two = profiles[j]
            pair = compare_profiles(one, two)
            if pair.score >= settings()["noise"] or pair.barred:
                found[i, j] = pair
    return temper(found, profiles)


def temper(pairs: dict[tuple[int, int], Pair], profiles: Sequence[Profile]) -> dict[tuple[int, int], Pair]:
    """Lower the score of a pair where one side meets a better partner in the other's article."""
    best: dict[tuple[int, int], list[tuple[float, int]]] = {}
    for (i, j), pair in pairs.items():
        for one, two in ((i, j), (j, i)):
            best.setdefault((one, profiles[two].spot.article), []).append((pair.score, two))
    for scores in best.values():
        scores.sort(reverse=True)
    rivalry = settings()["rivalry"]
    tempered = {}
    for (i, j), pair in pairs.items():
        lost = 0.0
        if profiles[i].spot.article != profiles[j].spot.article:
            for one, two in ((i, j), (j, i)):
                score, rival = best[one, profiles[two].spot.article][0]
                twin = pairs.get((min(two, rival), max(two, rival)))
                if rival != two and (twin is None or twin.score < settings()["confirmed"]):
                    lost = max(lost, score - pair.score)
        tempered[i, j] = pair._replace(score=pair.score - rivalry * lost)
    return tempered


def cluster(count: int, pairs: dict[tuple[int, int], Pair]) -> list[list[int]]:
    """Merge the most alike groups while their average score holds and no gate forbids a pair."""
    bar = settings()["confirmed"]
    groups = {i: [i] for i in range(count)}
    home = list(range(count))
    ranked = sorted(((-pair.score, i, j) for (i, j), pair in pairs.items() if pair.score >= bar))
    for _, i, j in ranked:
        a, b = home[i], home[j]
        if a == b:
            continue
        links = [pairs.get((min(x, y), max(x, y))) for x in groups[a] for y in groups[b]]
        if any(link is not None and link.barred for link in links):
            continue
        if sum(link.score if link else 0.0 for link in links) / len(links) < settings()["average"] * bar:
            continue
        groups[a] += groups.pop(b)
        for x in groups[a]:
            home[x] = a
    return [sorted(members) for members in groups.values()]


def _describe(members: list[int], profiles: Sequence[Profile], pairs: dict[tuple[int, int], Pair]) -> Group:
    return Group(tuple(_member(one, members, profiles, pairs) for one in members))


def _member(one: int, members: list[int], profiles: Sequence[Profile], pairs: dict[tuple[int, int], Pair]) -> Member:
    links = [pairs[min(one, x), max(one, x)] for x in members if (min(one, x), max(one, x)) in pairs]
    best = max(links, key=lambda link: link.score)
    spot: Spot = profiles[one].spot
    return Member(spot.article, spot.attribution, Match("confirmed", round(best.score, 3), best.why))
