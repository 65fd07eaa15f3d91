"""Parts of statements put to the claims that they meet: a sentence with two propositions stands in two claims.

The claims that whole statements make come first. A part then joins the claim that says what it says, or makes one with
a statement, or a part of one, that stands alone. It ties no two claims together, and where another statement of its
article stands already it has nothing to add.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.matching.candidates import NOWHERE, find_likely
from claims.matching.gates import find_bar
from claims.matching.merging import Linkage, Members, merge_linked
from claims.matching.neighbours import Beside, Pair, Pairs, Rivals
from claims.matching.pairing import Lineup
from claims.matching.parts import split_parts
from claims.matching.profiles import Profile, Story, narrow_profile
from claims.matching.score import match_terms
from claims.matching.settings import settings

_SHORT_OF = 0.01
"""What a pair is left below the threshold that ties nothing by itself."""


class Pieces(NamedTuple):
    """The statements of a story and, behind them, their parts; with what the pairs of them came to."""

    profiles: Sequence[Profile]
    wholes: Sequence[int]
    """The number of the statement that each is, or is a part of."""
    pairs: Pairs


def join_parts(
    groups: Sequence[Members], pairs: Pairs, profiles: Sequence[Profile], story: Story
) -> tuple[list[Members], Pieces]:
    """Return the groups with the parts that join them, and those that parts make, by the numbers of the pieces."""
    homes = {one: number for number, members in enumerate(groups) for one in members}
    pieces = _read_pieces(profiles, pairs, homes, story)
    merged = _merge(groups, homes, pieces)
    grown = {homes[one]: members for members in merged for one in members if one in homes}
    kept = [sorted({*members, *grown.get(number, ())}) for number, members in enumerate(groups)]
    new = [members for members in merged if not any(one in homes for one in members)]
    return [*kept, *_leave_out_repeated(new, kept, pieces.wholes)], pieces


def _read_pieces(profiles: Sequence[Profile], pairs: Pairs, homes: Mapping[int, int], story: Story) -> Pieces:
    found, wholes = list(profiles), list(range(len(profiles)))
    several = any(profile.spot.article != profiles[0].spot.article for profile in profiles)
    for number, profile in enumerate(profiles if several else ()):  # parts meet those of other articles alone
        for part in split_parts(profile.row):
            found.append(narrow_profile(profile, part, story))
            wholes.append(number)
    raised = dict(_compare_parts(Pieces(found, wholes, pairs), len(profiles), homes))
    tempered = Rivals({**pairs, **raised}, found, wholes).temper(raised)
    weighed = {(i, j): _weigh_backing(pair, found[i], found[j], story) for (i, j), pair in tempered.items()}
    return Pieces(found, wholes, {**pairs, **weighed})


def _compare_parts(pieces: Pieces, first: int, homes: Mapping[int, int]) -> Iterator[tuple[tuple[int, int], Pair]]:
    """Yield the pairs of a part with a statement or a part of another article, whose wholes are not in one group."""
    profiles, wholes, pairs = pieces
    noise, lineup, beside = settings()["noise"], Lineup(profiles), Beside(pairs, profiles[:first])
    for i, j in find_likely(profiles, noise, first, [homes.get(whole, NOWHERE) for whole in wholes]):
        pair = lineup.score(i, j)
        if pair.score >= noise and find_bar(profiles[i], profiles[j]) is None:
            yield (i, j), beside.lift(pair, wholes[i], wholes[j])


def _weigh_backing(pair: Pair, one: Profile, two: Profile, story: Story) -> Pair:
    """Return the pair, lowered where the words stand alone: no figure, day or quotation agrees with them.

    Names alone tell of whom two parts speak, and not what they say.
    """
    if pair.backed:
        return pair
    score, short = pair.score - settings()["unbacked part"], settings()["part"] - _SHORT_OF
    if score > short:
        met = match_terms(one.wording, two.wording)
        if met and all(ours in story.articles_of and theirs in story.articles_of for ours, theirs, _, _ in met):
            score = short
    return Pair(score, pair.why, pair.own)


def _merge(groups: Sequence[Members], homes: Mapping[int, int], pieces: Pieces) -> list[Members]:
    """Return what the body of the articles says in groups, after the parts are merged into them."""
    profiles = pieces.profiles
    articles = [profile.spot.article for profile in profiles]
    in_body = [profile.row.statement.part == "body" for profile in profiles]

    def forbids(one: Members, two: Members) -> bool:
        if any(x in homes for x in one) and any(x in homes for x in two):
            return True
        if not {articles[x] for x in one}.isdisjoint(articles[x] for x in two):
            return True
        return any(find_bar(profiles[min(x, y)], profiles[max(x, y)]) for x in one for y in two)

    start = [[one for one in members if in_body[one]] for members in groups]
    free = [one for one, inside in enumerate(in_body) if inside and one not in homes]
    links = [(i, j) for i, j in pieces.pairs if pieces.wholes[j] != j]
    linkage = Linkage(
        {key: pair.score for key, pair in pieces.pairs.items()}, articles, settings()["part"], settings()["average"]
    )
    return merge_linked(free, links, linkage, forbids, [members for members in start if members])


def _leave_out_repeated(new: Sequence[Members], known: Sequence[Members], wholes: Sequence[int]) -> Iterator[Members]:
    """Yield the new groups but for those whose statements all stand together in another."""
    homes: dict[int, list[set[int]]] = defaultdict(list)

    def keep(statements: set[int]) -> None:
        for one in statements:
            homes[one].append(statements)

    for members in known:
        keep({wholes[one] for one in members})
    for members in sorted(new, key=lambda members: (-len(members), members)):
        statements = {wholes[one] for one in members}
        if not any(statements <= other for other in homes[min(statements)]):
            keep(statements)
            yield members
