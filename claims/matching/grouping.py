"""Groups of statements that make one claim: alike on the average, with a veto by the gates, never by a mere chain."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from claims.matching.gates import find_bar
from claims.matching.joining import Pieces, join_parts
from claims.matching.merging import Linkage, Members, merge_linked
from claims.matching.neighbours import Pair, Pairs
from claims.matching.pairing import compare_all, explain_pair
from claims.matching.profiles import Profile, Story
from claims.matching.roles import count_one_thing
from claims.matching.semantic import Liken, ask_opinion, cite_opinion, lift_pairs, propose_pairs
from claims.matching.settings import settings
from claims.matching.stories import group_stories, name_article
from claims.model import Article, Attribution, Level, Match


class Member(NamedTuple):
    """A statement of a group: number of the article, number of the attribution there, and why it belongs."""

    article: int
    attribution: int
    match: Match
    part: tuple[int, int] | None = None
    """Offsets of the part of the statement that belongs, where it is not the whole."""


class Group(NamedTuple):
    """Statements that state the same thing, in order of article and place."""

    members: tuple[Member, ...]
    level: Level = "confirmed"


def match_statements(
    rows: Sequence[Sequence[Attribution]], articles: Sequence[Article], liken: Liken | None = None
) -> list[Group]:
    """Group the statements that say the same; ``rows[i]`` are the attributions of ``articles[i]``.

    A whole statement is in one group at most, parts of it may be in others. The order of the articles changes nothing
    but the numbers. With ``liken``, a sentence model gives a second opinion on what the words leave open.
    """
    groups: list[Group] = []
    for story in group_stories(rows, articles):
        of_story = [rows[number] for number in story], [articles[number] for number in story]
        groups += [_renumber(group, story) for group in match_story(*of_story, liken)]
    return sorted(groups, key=_places)


def _renumber(group: Group, numbers: Sequence[int]) -> Group:
    return group._replace(members=tuple(member._replace(article=numbers[member.article]) for member in group.members))


def match_story(
    rows: Sequence[Sequence[Attribution]], articles: Sequence[Article], liken: Liken | None = None
) -> list[Group]:
    """Group the statements of articles of one story that say the same; ``rows[i]`` are those of ``articles[i]``."""
    order = sorted(range(len(articles)), key=lambda number: (name_article(articles[number]), number))
    found = _match_ordered([rows[number] for number in order], [articles[number] for number in order], liken)
    groups = [_renumber(group, order) for group in found]
    ordered = (group._replace(members=tuple(sorted(group.members, key=_place))) for group in groups)
    return sorted(ordered, key=_places)


def _place(member: Member) -> tuple[int, int]:
    return member[:2]


def _places(group: Group) -> list[tuple[int, int]]:
    return [_place(member) for member in group.members]


def _match_ordered(
    rows: Sequence[Sequence[Attribution]], articles: Sequence[Article], liken: Liken | None
) -> list[Group]:
    story = Story(rows, articles)
    profiles = story.read_profiles()
    near = ask_opinion(profiles, liken)
    pairs = lift_pairs(compare_all(profiles), near, profiles)
    sure = {key: pair for key, pair in pairs.items() if _is_sure(pair, profiles[key[0]], profiles[key[1]])}
    everything = range(len(profiles))
    confirmed = cluster(everything, sure, profiles, settings()["confirmed"])
    joined, pieces = join_parts(_comparable(confirmed, profiles), pairs, profiles, story)
    groups = [_describe(members, pieces, "confirmed", pieces.pairs) for members in joined]
    free = set(everything).difference(pieces.wholes[one] for members in joined for one in members)
    proposed = propose_pairs(pairs, near, profiles)
    suggested = _comparable(cluster(free, proposed, profiles, settings()["suggested"]), profiles)
    beside = pieces._replace(pairs=proposed)
    return [*groups, *(_describe(members, beside, "suggested", pairs) for members in suggested)]


def _is_sure(pair: Pair, a: Profile, b: Profile) -> bool:
    """Tell whether a pair may make a claim: of short statements without name, figure and date only equal ones may."""
    return not (a.slight or b.slight) or pair.score >= settings()["slight"]


def _comparable(groups: Iterable[Members], profiles: Sequence[Profile]) -> list[Members]:
    return [members for members in groups if _compares([profiles[one] for one in members])]


def _compares(members: Sequence[Profile]) -> bool:
    """Tell whether a group has two articles to compare, or a headline and its body."""
    return len({one.spot.article for one in members}) > 1 or len({one.row.statement.part for one in members}) > 1


def cluster(free: Collection[int], pairs: Pairs, profiles: Sequence[Profile], bar: float) -> list[Members]:
    """Merge the most alike first, while the average score of the two groups holds and no gate forbids a pair.

    What the articles' bodies say is grouped first. A headline or a caption then joins the group that it fits best: it
    sums up, so it ties no two groups together. Return the groups of two statements or more.
    """
    linkage = Linkage(
        {key: pair.score for key, pair in pairs.items()},
        [profile.spot.article for profile in profiles],
        bar,
        settings()["average"],
    )
    in_body = [profile.row.statement.part == "body" for profile in profiles]
    body, rest = ([one for one in sorted(free) if in_body[one] is inside] for inside in (True, False))

    def bars(one: Members, two: Members) -> bool:
        return _is_barred(one, two, profiles)

    def ties(one: Members, two: Members) -> bool:
        return all(any(in_body[x] for x in each) for each in (one, two)) or bars(one, two)

    links = [key for key, pair in pairs.items() if pair.score >= bar and key[0] in free and key[1] in free]
    told = [(i, j) for i, j in links if in_body[i] and in_body[j]]
    groups = _merge_rivals(merge_linked(body, told, linkage, bars), body, told, linkage, profiles)
    grouped = {one for members in groups for one in members}
    alone = [one for one in (*body, *rest) if one not in grouped]
    return merge_linked(alone, links, linkage, ties, groups)


def _merge_rivals(
    groups: list[Members],
    body: Iterable[int],
    links: Iterable[tuple[int, int]],
    linkage: Linkage,
    profiles: Sequence[Profile],
) -> list[Members]:
    """Merge groups that count one thing, though most of what they say is not alike: the police's count, the union's."""

    def bars(one: Members, two: Members) -> bool:
        return _is_barred(one, two, profiles)

    least = settings()["rival figures"]
    homes = {one: number for number, members in enumerate(groups) for one in members}
    open_links = ((i, j) for i, j in links if i not in homes or homes[i] != homes.get(j))
    near = [
        (i, j) for i, j in open_links if linkage.scores[i, j] >= least and count_one_thing(profiles[i], profiles[j])
    ]
    alone = [one for one in body if one not in homes]
    loose = linkage._replace(bar=max(least, linkage.bar), average=settings()["rival average"])
    return merge_linked(alone, near, loose, bars, groups)


def _is_barred(one: Members, two: Members, profiles: Sequence[Profile]) -> bool:
    return any(find_bar(profiles[min(x, y)], profiles[max(x, y)]) for x in one for y in two)


def _describe(members: Members, pieces: Pieces, level: Level, compared: Container[tuple[int, int]]) -> Group:
    """Return the group with why each belongs; what was not ``compared`` is only proposed."""
    profiles, wholes, pairs = pieces
    links: dict[int, dict[tuple[int, int], Pair]] = {one: {} for one in members}
    for key in combinations(sorted(members), 2):
        if (pair := pairs.get(key)) is not None:
            links[key[0]][key] = links[key[1]][key] = pair
    explain = cache(lambda i, j: tuple(explain_pair(profiles[i], profiles[j])) if (i, j) in compared else ())
    found = []
    for one, own in links.items():
        most = max(link.score for link in own.values())
        tied = [(*explain(*key), *link.why) for key, link in own.items() if link.score == most]
        statement, part = profiles[one].row.statement, None
        why = cite_opinion(max(tied), [link.why for link in own.values()])
        if wholes[one] != one:
            part, why = (statement.start, statement.end), (f"part: {' '.join(statement.text.split())}", *why)
        found.append(Member(*profiles[one].spot, Match(level, round(most, 3), why), part))
    return Group(tuple(sorted(found, key=_place)), level)
