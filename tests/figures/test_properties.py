"""What always holds: offsets cut out the text, nothing raises, verdicts are symmetric, work grows with length."""

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.figures import compare_figures, find_figures, same_measure

WORDS = st.sampled_from(
    "killed wounded at least more than 14 1,200 3.5 $ £ % percent million bn one two half a of the in between and "
    "to from rose Feb 2024 12 - – ( ) , . : soldiers people no three tens thousands days per Rs crore m km 5-2 number "
    "'s \" “ 1/2 ½".split()
)
SENTENCES = st.lists(WORDS, max_size=30).map(" ".join)
ANY_TEXT = st.one_of(SENTENCES, st.lists(WORDS, max_size=20).map("".join), st.text(max_size=80))


@given(ANY_TEXT, st.integers(0, 500))
def test_offsets_cut_out_the_text(text: str, start: int) -> None:
    last = start
    for figure in find_figures(text, start=start):
        assert text[figure.start - start : figure.end - start] == figure.text
        assert last <= figure.start < figure.end
        assert figure.low <= figure.high
        assert (figure.bound == "range") == (figure.low != figure.high)
        last = figure.end


@given(SENTENCES, SENTENCES)
@settings(max_examples=60)
def test_verdicts_are_symmetric(one: str, other: str) -> None:
    for a in find_figures(one)[:3]:
        for b in find_figures(other)[:3]:
            assert compare_figures(a, b).kind == compare_figures(b, a).kind
            assert same_measure(a, b) is same_measure(b, a)


@given(SENTENCES)
@settings(max_examples=60)
def test_a_figure_agrees_with_itself(text: str) -> None:
    for figure in find_figures(text):
        assert compare_figures(figure, figure).kind == "agree"


def count_calls(text: str) -> int:
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        find_figures(text)
    finally:
        sys.setprofile(None)
    return calls


HOSTILE = (
    '1 |1,|11,22,|12-1 |one |1 million |killed |killed 1 and |half a |between 5 and |$|" |(|the number of |5 to '
    "|Feb 5 |tens of |since the war |rose from 5 to 6 |US$ |1 million euros after 2 million |67th minute |x|9|. |a "
).split("|")


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_with_length(unit: str) -> None:
    find_figures(unit * 4)
    short, long = (count_calls(unit * count) for count in (200, 800))
    assert long <= 4.5 * short + 200
