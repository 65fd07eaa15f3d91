"""Which claims of other stories each claim repeats: those that hold statements which say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from claims.matching.repeats import find_repeats, list_spoken
from claims.model import Article, Attribution, Claim, Repeat

Place = tuple[str, int]
"""A statement: the id of its article and its number there."""

Pair = tuple[Place, Place, float]
"""Two statements of two stories that say the same, and how much of what they say."""

Homes = Mapping[Place, Sequence[Repeat]]
"""The claims that hold each statement, as other claims tell of them."""

Told = Mapping[str, tuple[Repeat, ...]]
"""What each claim repeats, by its id."""

Story = tuple[Sequence[Article], Sequence[Sequence[Attribution]]]


def add_repeats(stories: Sequence[Story], claims: Sequence[Sequence[Claim]]) -> list[list[Claim]]:
    """Return the claims of each story with those of the other stories that state the same."""
    pairs = find_pairs(stories)
    wanted = {place for one, two, _ in pairs for place in (one, two)}
    homes: dict[Place, Sequence[Repeat]] = {}
    for (articles, _), of_story in zip(stories, claims, strict=True):
        homes |= list_homes(of_story, articles, wanted)
    told = link_claims(pairs, homes)
    return [put_repeats(of_story, told) for of_story in claims]


def find_pairs(stories: Sequence[Story]) -> list[Pair]:
    """Return the statements of the stories that another one of them makes, too."""
    spoken = [each for number, story in enumerate(stories) for each in list_spoken(number, *story)]
    places = [(each.order[1], each.gist.place) for each in spoken]
    return [(places[found.one], places[found.two], found.score) for found in find_repeats(spoken)]


def list_homes(claims: Iterable[Claim], articles: Iterable[Article], wanted: set[Place]) -> dict[Place, list[Repeat]]:
    """Return the claims of the statements that are wanted: those of a part only where none holds the whole."""
    days = {article.id: article.published for article in articles}
    wholes: dict[Place, list[Repeat]] = defaultdict(list)
    parts: dict[Place, list[Repeat]] = defaultdict(list)
    for claim in claims:
        for row in claim.attributions:
            place = row.statement.article, row.statement.index
            if place in wanted:
                (parts if _is_part(row) else wholes)[place].append(_tell(claim, days))
    return {**parts, **wholes}


def link_claims(pairs: Iterable[Pair], homes: Homes) -> Told:
    """Return what each claim repeats, the earliest first; of two statements of a claim the nearer one tells."""
    best: dict[str, dict[str, Repeat]] = defaultdict(dict)
    for one, two, score in pairs:
        for ours, theirs in _both_ways(homes.get(one, ()), homes.get(two, ())):
            known = best[ours.claim].get(theirs.claim)
            if known is None or known.score < score:
                best[ours.claim][theirs.claim] = replace(theirs, score=score)
    return {claim: tuple(sorted(found.values(), key=_order)) for claim, found in best.items()}


def put_repeats(claims: Iterable[Claim], told: Told) -> list[Claim]:
    """Return the claims, each with what it repeats."""
    return [replace(claim, repeats=told[claim.id]) if claim.id in told else claim for claim in claims]


def _is_part(row: Attribution) -> bool:
    return row.match is not None and any(why.startswith("part: ") for why in row.match.why)


def _tell(claim: Claim, days: Mapping[str, str | None]) -> Repeat:
    published = (days[row.statement.article] for row in claim.attributions)
    day = min((day[:10] for day in published if day), default=None)
    return Repeat(claim.id, 0.0, day, claim.outlets, claim.text)


def _both_ways(one: Sequence[Repeat], two: Sequence[Repeat]) -> Iterator[tuple[Repeat, Repeat]]:
    for ours in one:
        for theirs in two:
            yield ours, theirs
            yield theirs, ours


def _order(repeat: Repeat) -> tuple[str, str]:
    return repeat.day or "9999", repeat.claim
