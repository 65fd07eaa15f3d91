"""The wording a claim is shown in."""

from claims.origins import choose_wording, trace_origins
from tests.origins.test_origins import attribution


def test_the_figure_that_most_give_comes_before_a_fuller_wording_with_another() -> None:
    rows = [
        attribution("wire", "Tobias Renn", value=55_000, text="55,000 were killed"),
        attribution("post", "Tobias Renn", value=55_000, text="some 55,000 were killed"),
        attribution("courier", "Tobias Renn", value=46_000, text="a year before he had said that 46,000 were killed"),
    ]
    assert choose_wording(rows, trace_origins(rows)) == "some 55,000 were killed"


def test_the_fullest_wording_is_taken_where_no_figure_is_shared() -> None:
    rows = [
        attribution("wire", "Tobias Renn", text="The bridge is shut"),
        attribution("post", "Tobias Renn", value=3, text="The bridge over the Orm is shut for three weeks"),
    ]
    assert choose_wording(rows, trace_origins(rows)) == "The bridge over the Orm is shut for three weeks"
