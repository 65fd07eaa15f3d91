"""Figures of sentences."""

from claims.figures import find_figures


def test_a_toll_with_two_counts() -> None:
    killed, wounded = find_figures("The blast killed at least 8 sailors and wounded 21 others.", start=100)
    assert (killed.low, killed.bound, killed.noun, killed.event) == (8, "min", "sailors", "killed")
    assert (wounded.low, wounded.bound, wounded.event) == (21, "exact", "wounded")
    assert killed.start == 126
