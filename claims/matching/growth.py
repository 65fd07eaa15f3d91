"""One more article among stories already formed: the same stories as if all were formed anew, from its surroundings.

Joining is greedy, so what an article changes can be told by running only the stories it touches beside the record of
how its neighbours were joined: while no join between the two would be made, the neighbours stay as they are. A
neighbour that would be joined is taken in, and the run begins again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from heapq import heappop, heappush
from typing import Protocol

from claims.matching.linkage import NO_TIE, Formation, Join, Tie, add_ties, make_tie
from claims.matching.settings import settings

_Rank = tuple[float, str, str]
"""What comes first is joined first: minus the average, and the keys of the two groups' first articles."""


class Surroundings(Protocol):
    """What is known of the articles that are in stories already, by their numbers."""

    def key(self, article: int) -> str:
        """Return the key that orders articles."""

    def links(self, article: int) -> Mapping[int, float]:
        """Return how alike the article is to others, those without a story yet left out."""

    def story(self, article: int) -> Formation | None:
        """Return the story of the article, None where it is in none yet."""


def grow_stories(article: int, known: Surroundings) -> list[Formation]:
    """Return the stories that come about with this article, in place of those that their other members were in."""
    loose = {article}
    while (taken := (run := _Run(loose, known)).join()) is not None:
        loose.update(taken.members)
    return run.stories()


class _Run:
    """Loose articles being joined from scratch, while the stories around them are joined as they once were."""

    def __init__(self, loose: Collection[int], known: Surroundings) -> None:
        self._known = known
        self._members: dict[int, list[int]] = {}
        self._home: dict[int, Formation | None] = {}
        """The story of each article around; None of a loose one."""
        self._ties: dict[int, dict[int, Tie]] = {}
        self._made: list[Join] = []
        self._steps: list[tuple[_Rank, int, int, int, int]] = []
        self._records: list[tuple[_Rank, int, deque[Join]]] = []
        for article in sorted(loose):
            self._place(article, None)
        self._tie(loose)
        for article in loose:
            self._note_steps(article)

    def _tie(self, loose: Collection[int]) -> None:
        """Tie the loose articles to each other and to the stories that any of them may be joined to."""
        links = {article: self._known.links(article) for article in loose}
        first = settings()["same story"]
        for found in links.values():
            for other, likeness in found.items():
                if other not in self._home and make_tie(likeness).best >= first:
                    self._surround(other)
        for article, found in links.items():
            for other, likeness in found.items():
                if other in self._home:
                    self._ties[article][other] = self._ties[other][article] = make_tie(likeness)

    def _surround(self, article: int) -> None:
        story = self._known.story(article)
        if story is not None:
            for member in story.members:
                self._place(member, story)
            self._note_record(deque(story.joins))

    def _place(self, article: int, story: Formation | None) -> None:
        self._members[article] = [article]
        self._home[article] = story
        self._ties[article] = {}

    def join(self) -> Formation | None:
        """Join what is to be joined; return a story around as soon as a loose group would be joined to a part of it."""
        while self._steps or self._records:
            if not self._records or (self._steps and self._steps[0][0] < self._records[0][0]):
                _, one, two, *sizes = heappop(self._steps)
                if sizes != [len(self._members.get(each, ())) for each in (one, two)]:
                    continue
                story = self._home[one] or self._home[two]
                if story is not None:
                    return story
                self._made.append(Join(self._average(one, two), one, two))
            else:
                _, _, record = heappop(self._records)
                _, one, two = record.popleft()
                self._note_record(record)
            self._merge(one, two)
            self._note_steps(one)
        return None

    def stories(self) -> list[Formation]:
        """Return the stories of the loose articles."""
        groups = [members for one, members in self._members.items() if self._home[one] is None]
        place = {member: number for number, members in enumerate(groups) for member in members}
        joins: list[list[Join]] = [[] for _ in groups]
        for join in self._made:
            joins[place[join.one]].append(join)
        return [Formation(tuple(sorted(members)), tuple(made)) for members, made in zip(groups, joins, strict=True)]

    def _note_record(self, record: deque[Join]) -> None:
        if record:
            heappush(self._records, (self._rank(*record[0]), record[0].one, record))

    def _note_steps(self, one: int) -> None:
        """Note down the joins of a group that may be made, but for those of two groups around."""
        least, first = settings()["story average"], settings()["same story"]
        for two, tie in self._ties[one].items():
            if tie.best >= first and (average := self._average(one, two)) >= least:
                pair = (one, two) if self._known.key(one) < self._known.key(two) else (two, one)
                here, there = (len(self._members[each]) for each in pair)
                heappush(self._steps, (self._rank(average, *pair), *pair, here, there))

    def _average(self, one: int, two: int) -> float:
        return self._ties[one][two].total / (len(self._members[one]) * len(self._members[two]))

    def _rank(self, average: float, one: int, two: int) -> _Rank:
        return -average, self._known.key(one), self._known.key(two)

    def _merge(self, one: int, two: int) -> None:
        self._members[one] += self._members.pop(two)
        kept, gone = self._ties[one], self._ties.pop(two)
        kept.pop(two, None)
        gone.pop(one, None)
        for other, tie in gone.items():
            there = self._ties[other]
            del there[two]
            kept[other] = there[one] = add_ties(kept.get(other, NO_TIE), tie)
