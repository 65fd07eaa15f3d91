"""Stories from links: what is joined, and that the order given changes nothing."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claims.matching.linkage import APART, Link, form_stories

KEYS = [f"article {number}" for number in range(8)]


@st.composite
def links(draw: st.DrawFn) -> list[Link]:
    pairs = draw(st.lists(st.sampled_from(list(combinations(range(len(KEYS)), 2))), unique=True))
    return [(*pair, draw(st.sampled_from([APART, 0.06, 0.1, 0.2, 0.2, 0.3, 0.5]))) for pair in pairs]


def join(count: int, *found: Link) -> list[list[int]]:
    return form_stories(KEYS[:count], found)


def test_articles_that_are_alike_are_one_story() -> None:
    assert join(3, (0, 1, 0.3), (0, 2, 0.2), (1, 2, 0.2)) == [[0, 1, 2]]


def test_faint_likeness_alone_makes_no_story() -> None:
    assert join(2, (0, 1, 0.12)) == [[0], [1]]


def test_a_chain_makes_no_story() -> None:
    chain = [(number, number + 1, 0.2) for number in range(7)]
    assert max(map(len, join(8, *chain))) <= 3


def test_two_stories_stay_apart_although_two_articles_meet() -> None:
    inside = [(*pair, 0.5) for group in ((0, 1, 2, 3), (4, 5, 6, 7)) for pair in combinations(group, 2)]
    assert join(8, *inside, (3, 4, 0.4)) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_what_is_apart_is_never_joined() -> None:
    assert join(3, (0, 1, APART), (0, 2, 0.4), (1, 2, 0.3)) == [[0, 2], [1]]


@given(links(), st.permutations(range(len(KEYS))))
def test_the_order_of_articles_changes_nothing(found: list[Link], order: list[int]) -> None:
    place = {number: position for position, number in enumerate(order)}
    moved = [(*sorted((place[one], place[two])), likeness) for one, two, likeness in reversed(found)]
    stories = form_stories([KEYS[number] for number in order], [(one, two, value) for one, two, value in moved])
    assert sorted(sorted(order[position] for position in story) for story in stories) == form_stories(KEYS, found)


@given(links())
def test_unrelated_articles_change_no_story(found: list[Link]) -> None:
    more = [*KEYS, "an article", "some article", "zeal"]
    assert form_stories(more, [*found, (8, 9, 0.4)]) == [*form_stories(KEYS, found), [8, 9], [10]]


@given(links())
def test_every_article_is_in_one_story_and_none_with_what_it_is_apart_from(found: list[Link]) -> None:
    stories = form_stories(KEYS, found)
    assert sorted(number for story in stories for number in story) == list(range(len(KEYS)))
    apart = {(one, two) for one, two, likeness in found if likeness == APART}
    assert not apart & {pair for story in stories for pair in combinations(story, 2)}
