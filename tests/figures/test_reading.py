"""What a figure measures by the words around it: steps, rooms, bases, earlier values."""

import pytest

from claims.figures import compare_figures, find_figures, grows, name_event, says_more


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The toll rose by 14 to 31.", ["change", "killed"]),
        ("Twelve people were hurt, two more than in the last bulletin.", ["people wounded", "change"]),
        ("The hall has a capacity of 300.", ["capacity"]),
        ("It added 45 tankers to the list, bringing the total to 211.", ["tankers", "change"]),
        ("More than 40 tankers were listed.", ["tankers"]),
    ],
)
def test_steps_and_rooms_are_measures_of_their_own(text: str, measures: list[str]) -> None:
    assert [figure.measure for figure in find_figures(text)] == measures


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Output rose 0.4% in spring from the previous quarter.", "on the quarter"),
        ("On the year, output was up 1.9%.", "on the year"),
        ("The economy grew at an annualised 2.1%.", "annualised"),
        ("He scored 17 goals in the league.", "in the league"),
        ("Output rose 0.4%.", None),
    ],
)
def test_what_a_rate_is_taken_over(text: str, scope: str | None) -> None:
    assert find_figures(text)[0].scope == scope


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("Oil lies along 55 km of coast, up from 42 a day earlier.", ("42", "km")),
        ("The rate was 2.9 percent, after 3.1 percent last year.", ("3.1 percent", "percent")),
    ],
)
def test_the_earlier_value_has_the_unit_of_the_new_one(text: str, earlier: tuple[str, str]) -> None:
    figure = find_figures(text)[-1]
    assert (figure.text, figure.unit) == earlier
    assert figure.previous


@pytest.mark.parametrize("text", ["The mum-of-two went home.", "It was a best-of-five final."])
def test_compounds_count_nothing(text: str) -> None:
    assert find_figures(text) == []


def test_months_after_a_day_are_no_date() -> None:
    assert [figure.text for figure in find_figures("He was jailed on June 11 to 24 months.")] == ["24 months"]


@pytest.mark.parametrize(
    ("text", "growing"),
    [
        ("Nine people drowned.", True),
        ("The fire burned 9,000 acres.", True),
        ("12,000 cases were registered.", True),
        ("The siege lasted 12 hours.", False),
        ("She needed nine stitches.", False),
        ("The firm has 900 employees.", False),
    ],
)
def test_what_grows_while_a_story_runs(text: str, growing: bool) -> None:
    assert grows(find_figures(text)[0]) is growing


def test_who_is_dead_is_a_person() -> None:
    deaths, people = find_figures("There were 87 deaths.")[0], find_figures("It killed 79 people.")[0]
    assert compare_figures(deaths, people).kind == "conflict"


def test_a_minus_sign_is_a_fall() -> None:
    fall, minus = find_figures("Fuel fell 6.1%.")[0], find_figures("Fuel -6.1%.")[0]
    rise = find_figures("Fuel rose 6.1%.")[0]
    assert compare_figures(fall, minus).kind == "agree"
    assert compare_figures(rise, minus).kind == "conflict"


def test_a_scope_says_more_and_a_basis_does_not() -> None:
    plain, yearly = find_figures("Prices rose 3%.")[0], find_figures("Prices rose 3% on the year.")[0]
    war, bare = find_figures("Nine clerks died in the war.")[0], find_figures("Nine clerks died.")[0]
    assert not says_more(plain, yearly)
    assert says_more(war, bare)


@pytest.mark.parametrize(("words", "event"), [("wounded", "wounded"), ("went missing", "missing"), ("on Friday", None)])
def test_name_event(words: str, event: str | None) -> None:
    assert name_event(words) == event


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("The budget was raised by 150 million to 1.15 billion euros.", [(1.5e8, 1.5e8), (1.15e9, 1.15e9)]),
        ("The sea warmed by 1 to 1.5 degrees Celsius and rose by 10 to 15 percent.", [(1.0, 1.5), (10.0, 15.0)]),
    ],
)
def test_a_step_and_its_level_are_no_range(text: str, spans: list[tuple[float, float]]) -> None:
    assert [(figure.low, figure.high) for figure in find_figures(text)] == spans
