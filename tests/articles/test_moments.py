"""Moments as metadata give them."""

import pytest

from claims.articles.moments import first_moment, read_moment


@pytest.mark.parametrize("stated", ["0001-01-01T00:00:00+00:00", "0000-00-00", "2031-02-30"])
def test_what_states_no_day_is_passed_over(stated):
    assert first_moment(stated, "2031-03-03T08:00:00Z") == "2031-03-03T08:00:00+00:00"
    assert read_moment(stated) is None
