"""What speaks for a pair, and how much: clock times, quotations, words alone."""

from __future__ import annotations

from claims.matching.gates import find_bar
from claims.matching.pairing import explain_pair
from claims.matching.profiles import Profile, read_profiles
from claims.matching.roles import weigh_figures, weigh_moments, weigh_places
from claims.matching.settings import settings
from tests.matching.stories import make_article, make_pair, make_quote, make_rows

_TAIL = " while gulls screamed above the mole and a baker lit his oven."


def quote_two(a: str, b: str, speakers: tuple[str, str]) -> tuple[Profile, Profile]:
    articles = [make_article("north", [a]), make_article("south", [b])]
    rows = [make_rows(one, {0: make_quote(name)}) for one, name in zip(articles, speakers, strict=True)]
    one, two = read_profiles(rows, articles)
    return one, two


def weigh_times(a: str, b: str) -> float:
    found = weigh_moments(*make_pair(a, b))
    return found.weight if found else 0.0


def test_part_of_the_day_tells_less_than_a_clock_time() -> None:
    exact = weigh_times("The ferry sank at 9.40 a.m. on Monday.", "It went down at 9:40 a.m. on Monday.")
    vague = weigh_times("The ferry sank at 9.40 a.m. on Monday.", "It went down on Monday morning.")
    assert 0 < vague < exact


def test_midnight_may_be_either_end_of_a_day_and_meets_no_other_time_of_it() -> None:
    assert weigh_times("Staff struck at midnight on Monday.", "The door was shut at 9.40 a.m. on Monday.") == 0


def test_answer_that_takes_up_half_the_words_is_another_quotation() -> None:
    said, answered = (
        '"The quay is safe, dry, clean and warm," said Lind.',
        '"Safe, she says, with fish in my kitchen: dry!" said Berg.',
    )
    assert find_bar(*quote_two(said, answered, ("Ada Lind", "Ida Berg"))) is not None
    assert find_bar(*quote_two(said, said, ("Ada Lind", "Ida Berg"))) is None


def test_words_alone_tell_less_in_a_long_statement() -> None:
    short, said = "The ferry Marigold left the quay at Ostby", "Ferry Marigold departed from the Ostby quay."
    found = list(explain_pair(*make_pair(said, short + _TAIL)))
    assert any(why.startswith("words alone in a long statement: -0.") for why in found)
    assert not any(why.startswith("words alone") for why in explain_pair(*make_pair(said, short + ".")))


def test_one_number_of_two_things_speaks_for_a_pair_only_with_words() -> None:
    def weigh(a: str, b: str) -> tuple[float, bool]:
        found = weigh_figures(*make_pair(a, b))
        assert found is not None
        return found.weight, found.solid

    assert weigh("Tarn cancelled 58 domestic flights.", "Not one of the 58 domestic departures left.") == (0.09, False)
    assert weigh("Tarn cancelled 58 domestic flights.", "Some 61 domestic departures were dropped.")[0] < 0


def test_figure_that_agrees_makes_up_for_the_length() -> None:
    a, b = "The ferry left the quay with 412 passengers.", "The ferry left the quay with 412 passengers" + _TAIL
    assert not any(why.startswith("words alone") for why in explain_pair(*make_pair(a, b)))


def test_statements_at_the_foot_of_an_article_count_for_less() -> None:
    lines = [
        "The mill at Ostwick burned.",
        *(f"Neighbour number {word} slept." for word in "one two three four".split()),
    ]
    said = "Firefighters saved the mill archive."
    north = make_article("north", [*lines[:2], said, *lines[2:]])
    places = ([*lines[:2], said, *lines[2:]], [*lines, said])
    scores = []
    for sentences in places:
        articles = [north, make_article("south", sentences)]
        profiles = read_profiles([make_rows(each) for each in articles], articles)
        one, two = (profile for profile in profiles if profile.row.statement.text == said)
        evidence = weigh_places(one, two)
        scores.append(0.0 if evidence is None else evidence.weight)
    assert scores[0] == 0.0
    assert scores[1] < settings()["place"] * 0.5 - 0.01


def test_two_spellings_of_one_name_meet() -> None:
    articles = [
        make_article("north", ["The baker Ilse Brannigan was cleared.", "In court Brannigan wept."]),
        make_article("south", ["The court cleared Branigan.", "Later Branigan wept in court."]),
    ]
    profiles = read_profiles([make_rows(each) for each in articles], articles)
    assert any("brannigan = branigan" in why for why in explain_pair(profiles[0], profiles[2]))
