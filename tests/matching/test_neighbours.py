"""What the other pairs tell of a pair: neighbours raise it, the best of both is raised, a rival lowers it."""

from __future__ import annotations

import pytest

from claims.matching.neighbours import Pair, Pairs, weigh_beside
from claims.matching.pairing import compare_all
from claims.matching.profiles import Profile, read_profiles
from claims.matching.roles import weigh_places, weigh_speakers, weigh_strangers
from claims.matching.settings import settings
from tests.matching.stories import make_article, make_pair, make_rows

NORTH = ["Snow fell on Mount Arden.", "Three roads are shut.", "Ada Lind asked drivers to stay at home."]
SOUTH = ["Heavy snow came down on Arden.", "Three roads were closed.", "Schools in Garrow stay open."]


def make_profiles(*articles: list[str]) -> list[Profile]:
    made = [make_article(f"paper-{number}", sentences) for number, sentences in enumerate(articles)]
    return read_profiles([make_rows(article) for article in made], made)


def test_a_pair_beside_a_good_one_is_raised() -> None:
    profiles = make_profiles(NORTH, SOUTH)
    alone = weigh_beside({(1, 4): Pair(0.2, ())}, profiles)[1, 4].score
    beside = weigh_beside({(1, 4): Pair(0.2, ()), (0, 3): Pair(0.4, ())}, profiles)[1, 4]
    assert beside.score == pytest.approx(alone + settings()["neighbour"] * 0.4)
    assert "neighbours: 0.40" in beside.why


def test_a_pair_of_another_article_is_no_neighbour() -> None:
    profiles = make_profiles(NORTH, SOUTH[:1], SOUTH[1:])
    pairs: Pairs = {(2, 3): Pair(0.2, ()), (1, 4): Pair(0.4, ())}
    assert "neighbours: 0.40" not in weigh_beside(pairs, profiles)[2, 3].why


def test_the_best_of_both_is_raised_and_its_rival_lowered() -> None:
    found = weigh_beside({(0, 3): Pair(0.4, ()), (0, 5): Pair(0.2, ())}, make_profiles(NORTH, SOUTH))
    assert found[0, 3].score > 0.4
    assert found[0, 5].score < 0.2


def test_to_be_the_only_statement_is_no_merit() -> None:
    found = weigh_beside({(0, 1): Pair(0.2, ())}, make_profiles(NORTH[:1], SOUTH[:1]))
    assert found[0, 1].score == pytest.approx(0.2)


def test_statements_at_like_places_are_nearer() -> None:
    a, b, c, d = make_profiles(NORTH[:2], SOUTH[:2])
    near, far = weigh_places(a, c), weigh_places(a, d)
    assert near is not None
    assert far is not None
    assert far.weight < near.weight == 0
    assert b.place == 0.5


def test_one_speaker_weighs_more_than_two() -> None:
    a, b = make_pair("Ada Lind asked drivers to stay at home.", "Drivers should not go out.", direct=True)
    other = b._replace(speaker="Per Holm")
    same, two = weigh_speakers(a, b), weigh_speakers(a, other)
    assert same is not None
    assert two is not None
    assert same.weight > two.weight > 0


def test_only_a_telling_number_ties_statements_without_a_word_in_common() -> None:
    telling = make_profiles(["Some 4,370 hikers came."], ["Crews counted 4,370."])
    chance = make_profiles(["Two hikers came."], ["Crews lost two tents."])
    assert compare_all(telling)
    assert not compare_all(chance)


def test_a_name_beside_what_is_counted_parts_more() -> None:
    counted = weigh_strangers(*make_pair("A team of 60 Norvik rescuers is on its way.", "Some 60 rescuers came."))
    beside = weigh_strangers(*make_pair("In Norvik a team of 60 rescuers set out.", "Some 60 rescuers came."))
    assert counted is not None
    assert beside is not None
    assert counted.weight < beside.weight < 0
