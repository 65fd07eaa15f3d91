"""How time and memory of systems grow with the corpus."""

import pytest

pytest.importorskip("pyarrow")

from bench.scale.__main__ import tell_growth


def _measured(wall, cpu, peak):
    return {"wall": wall, "cpu": cpu, "peak": peak}


def test_growth_is_told_as_exponents_from_the_smallest_corpus_to_the_largest():
    taken = {
        "ours": [(1_000, _measured(2, 4, 100)), (10_000, _measured(9, 9, 9)), (100_000, _measured(200, 4000, 100))]
    }
    assert [line.split() for line in tell_growth(taken)] == [["ours", "1.00", "1.50", "0.00"]]


def test_a_system_that_ran_once_has_no_growth():
    assert not list(tell_growth({"ours": [(1_000, _measured(2, 4, 100))]}))
