"""Counts of one thing by two sources stand in one claim, however little else they share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.matching.grouping import cluster
from claims.matching.pairing import Pair
from claims.matching.profiles import Profile
from claims.matching.roles import count_one_thing
from claims.model import Credit, Speaker
from tests.matching.stories import make_pair

MARCH = ("The march drew 25,000 people.", "The march drew 80,000 people.")


def credit(profile: Profile, name: str) -> Profile:
    """Return the profile credited to a speaker."""
    speaker = Speaker(name, name, name)
    return profile._replace(row=replace(profile.row, credit=Credit(speaker, "said", "indirect")), speaker=name)


@pytest.mark.parametrize(
    ("speakers", "rivals"),
    [(("police", "union"), True), (("union", "union"), False)],
)
def test_rival_figures_are_of_two_speakers(speakers: tuple[str, str], rivals: bool) -> None:
    one, two = (credit(profile, name) for profile, name in zip(make_pair(*MARCH), speakers, strict=True))
    assert count_one_thing(one, two) is rivals


def test_one_figure_of_one_thing_needs_no_speakers() -> None:
    assert count_one_thing(*make_pair("The march drew 25,000 people.", "Some 25,000 people marched."))
    assert not count_one_thing(*make_pair("The march drew 25,000 people.", "The square is 25,000 metres wide."))


def test_groups_that_count_one_thing_are_merged() -> None:
    police, union = (credit(p, name) for p, name in zip(make_pair(*MARCH), ("police", "union"), strict=True))
    told = [police, police, union, union]
    profiles = [each._replace(spot=each.spot._replace(article=number)) for number, each in enumerate(told)]
    pairs = {(0, 1): Pair(0.9, ()), (2, 3): Pair(0.9, ()), (0, 2): Pair(0.35, ())}
    assert cluster(range(4), pairs, profiles, bar=0.29) == [[0, 1, 2, 3]]
    same = [each._replace(row=told[0].row, speaker=told[0].speaker) for each in profiles]
    assert cluster(range(4), pairs, same, bar=0.29) == [[0, 1], [2, 3]]
