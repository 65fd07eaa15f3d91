"""Numbers as words: what agreement of two numbers weighs."""

from __future__ import annotations

from claims.figures import find_figures
from claims.matching.families import Term
from claims.matching.frequencies import Weights
from claims.matching.measures import count_digits, read_measured
from claims.matching.values import Values, value_key, weigh_value
from claims.model import Figure

STORY = Weights([[Term("ferry", False, frozenset())]] * 20)


def figures(text: str) -> list[Figure]:
    return find_figures(text)


def weight(text: str, weights: Weights = STORY) -> float:
    return weigh_value(figures(text)[0], weights)


def shared(one: str, two: str) -> float:
    first, second = ([(read_measured(x), weigh_value(x, STORY)) for x in figures(text)] for text in (one, two))
    return Values([first, second]).compare(0, 1)[0]


def test_digits_at_the_ends_are_counted_without_zeros() -> None:
    assert [count_digits(figures(text)[0]) for text in ("7 men", "70,000 men", "41,350 men")] == [1, 1, 4]


def test_a_long_number_tells_more_than_a_short_one() -> None:
    assert weight("41,350 men") > weight("50,000 men") > weight("7 men")


def test_a_number_all_print_tells_less() -> None:
    figure = figures("41,350 men")[0]
    everywhere = Weights([[Term("ferry", False, frozenset())]] * 20, [value_key(figure)] * 20)
    assert weigh_value(figure, everywhere) < weigh_value(figure, STORY)


def test_numbers_of_other_things_are_not_shared() -> None:
    assert shared("Nine people were killed.", "Nine people were injured.") == 0
    assert shared("The union spoke of 41,350.", "Some 41,350 people marched.") > 0


def test_a_number_is_shared_once() -> None:
    once = shared("Nine boats sank.", "Nine boats sank.")
    assert shared("Nine boats sank.", "Nine boats and nine boats sank.") == once > 0
