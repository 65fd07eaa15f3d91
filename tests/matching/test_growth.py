"""Stories that grow by one article are those of all articles formed at once, in whatever order they come."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.matching.growth import grow_stories
from claims.matching.linkage import APART, Formation, Link, form_stories, trace_stories

LIKENESSES = [APART, 0.05, 0.06, 0.1, 0.13, 0.15, 0.16, 0.2, 0.2, 0.3, 0.5, 1.0, 1 / 3]


class Memory:
    """What is known of articles that came before, in memory."""

    def __init__(self, count: int, links: list[Link]) -> None:
        self.keys = [f"article {number:02}" for number in range(count)]
        self.found: dict[int, Formation] = {}
        self.likeness: list[dict[int, float]] = [{} for _ in self.keys]
        for one, two, value in links:
            self.likeness[one][two] = self.likeness[two][one] = value

    def key(self, article: int) -> str:
        return self.keys[article]

    def links(self, article: int) -> Mapping[int, float]:
        return {other: value for other, value in self.likeness[article].items() if other in self.found}

    def story(self, article: int) -> Formation | None:
        return self.found.get(article)

    def add(self, article: int) -> None:
        likeness = self.links(article)
        self.found[article] = Formation((article,))
        for other in likeness:
            assert other in self.found
        for story in grow_stories(article, self):
            self.found.update(dict.fromkeys(story.members, story))


@st.composite
def networks(draw: st.DrawFn) -> tuple[int, list[Link], list[int]]:
    count = draw(st.integers(2, 14))
    pairs = draw(st.lists(st.sampled_from(list(combinations(range(count), 2))), unique=True))
    links = [(*pair, draw(st.sampled_from(LIKENESSES))) for pair in pairs]
    return count, links, draw(st.permutations(range(count)))


@settings(max_examples=300, deadline=None)
@given(networks())
def test_growing_one_by_one_gives_the_stories_of_a_full_run(network: tuple[int, list[Link], list[int]]) -> None:
    count, links, order = network
    memory = Memory(count, links)
    for article in order:
        memory.add(article)
    grown = sorted({story.members for story in memory.found.values()})
    assert [list(members) for members in grown] == form_stories(memory.keys, links)


@settings(max_examples=100, deadline=None)
@given(networks(), st.data())
def test_growing_goes_on_from_a_full_run(network: tuple[int, list[Link], list[int]], data: st.DataObject) -> None:
    count, links, order = network
    memory = Memory(count, links)
    first = data.draw(st.integers(0, count))
    early = sorted(order[:first])
    place = {number: position for position, number in enumerate(early)}
    inside = [(place[one], place[two], value) for one, two, value in links if one in place and two in place]
    for story in trace_stories([memory.keys[number] for number in early], inside):
        members = tuple(early[member] for member in story.members)
        joins = tuple(join._replace(one=early[join.one], two=early[join.two]) for join in story.joins)
        memory.found.update(dict.fromkeys(members, Formation(members, joins)))
    for article in order[first:]:
        memory.add(article)
    grown = sorted({story.members for story in memory.found.values()})
    assert [list(members) for members in grown] == form_stories(memory.keys, links)
