"""Planted repeats: each has its source in an earlier story, and the figures count what was planted."""

from itertools import islice

from bench.scale.corpus import generate
from bench.scale.repeats import plant, report


def test_each_repeat_is_a_statement_of_a_later_story() -> None:
    rows, planted = plant(list(islice(generate(), 900)))
    stories = {row.claim: row.story for row in reversed(rows)}
    assert planted
    assert len(rows) == 900 + len(planted)
    assert all(stories[each.first] < stories[each.second] for each in planted)
    assert plant(list(islice(generate(), 900))) == (rows, planted)


def test_the_figures_are_of_all_that_was_planted() -> None:
    total, found, *recalled = report(600)
    _, planted = plant(list(islice(generate(), 600)))
    assert f"{len(planted):,} repeats planted" in total
    assert "precision 1.000" in found
    assert recalled[0].endswith(f"of {len(planted):,}")
