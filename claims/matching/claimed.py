"""The attributions of each claim: of a group, or of a statement that stands alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from claims.matching.grouping import Group, Member
from claims.model import Attribution


class Claimed(NamedTuple):
    """The attributions of a claim in the order of the articles, and the offsets of what is claimed in the first."""

    span: tuple[int, int]
    rows: tuple[Attribution, ...]


def list_claimed(attributions: Sequence[Sequence[Attribution]], groups: Sequence[Group]) -> Iterator[Claimed]:
    """Yield the attributions of each claim, groups and lone statements alike, by the place of the first.

    ``attributions[i]`` are those of article ``i``. No two claims begin with the same span of an article.
    """
    led: dict[tuple[int, int], list[Group]] = defaultdict(list)
    for group in groups:
        led[group.members[0][:2]].append(group)
    grouped = {member[:2] for group in groups for member in group.members}
    for article, found in enumerate(attributions):
        for place, row in enumerate(found):
            statement = row.statement
            if (article, place) not in grouped:
                yield Claimed((statement.start, statement.end), (row,))
            for group in led.get((article, place), ()):
                rows = tuple(_take_part(attributions[m.article][m.attribution], m) for m in group.members)
                yield Claimed(group.members[0].part or (statement.start, statement.end), rows)


def _take_part(row: Attribution, member: Member) -> Attribution:
    """Return the attribution with why it belongs; one that belongs by a part has the figures of that part alone."""
    if member.part is None:
        return replace(row, match=member.match)
    start, end = member.part
    figures = tuple(figure for figure in row.figures if start <= figure.start < end)
    return replace(row, match=member.match, figures=figures)
