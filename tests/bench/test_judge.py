"""A distortion is caught by a new discrepancy of an accepted kind between the two sentences, and by nothing else."""

from __future__ import annotations

import pytest

from bench.distort import Tally, render_clean, render_distorted
from bench.distortions.judge import Finding, Judgement, Trial, copied_text, describe_reading, judge
from bench.distortions.passage import Edit, split_passages
from claims.model import Comparison
from claims.registry import Registry
from tests.bench.stories import make_article

ARTICLE = make_article(
    "A landslide buried 37 cars near Alfeld on Tuesday.", "The road agency had closed a tunnel there."
)
EDITS = (Edit(ARTICLE.text.index("37"), ARTICLE.text.index("37") + 2, "73"),)
TRIAL = Trial(0, EDITS, frozenset({"figure-conflict"}))


def judged(*findings: Finding) -> Judgement:
    return Judgement(Comparison((), ()), ARTICLE.id, EDITS, findings)


def finding(kind: str, ours: int = 0, theirs: int = 0) -> Finding:
    return Finding(kind, "conflict", ours, theirs, "message")


@pytest.mark.parametrize(
    ("before", "after", "end"),
    [
        ([], [finding("figure-conflict")], "caught"),
        ([], [finding("polarity")], "apart"),
        ([], [finding("figure-conflict", 0, 1)], "apart"),
        ([finding("figure-conflict")], [finding("figure-conflict")], "apart"),
        ([finding("figure-conflict", 1, 1)], [finding("figure-conflict")], "caught"),
    ],
)
def test_end_of_a_trial(before: list[Finding], after: list[Finding], end: str) -> None:
    assert TRIAL.end(judged(*before), judged(*after)) == end


def test_changed_figure_is_caught_by_the_library() -> None:
    passages = split_passages(ARTICLE)
    before, after = judge(passages, (), Registry()), judge(passages, EDITS, Registry())
    assert before.findings == ()
    assert after.puts_together(EDITS)
    assert TRIAL.end(before, after) == "caught"
    assert TRIAL.end(before, before) == "unnoticed"
    assert copied_text(passages[0], EDITS) == "A landslide buried 73 cars near Alfeld on Tuesday."
    original, copy = describe_reading(after, passages[0])
    assert "37 [exact  cars]" in original
    assert "73 [exact  cars]" in copy


def test_tables_count_shares() -> None:
    tally = Tally()
    for end in ("caught", "caught", "apart", "unnoticed"):
        tally.add(end)
    assert [line.split() for line in render_distorted({"digits": tally})][1:] == [
        ["digits", "4", "2", "50.0%", "1", "1", "0", "0"],
        ["all", "4", "2", "50.0%", "1", "1", "0", "0"],
    ]
    clean = Tally()
    for end in ("quiet", "quiet", "alarm", "note"):
        clean.add(end)
    assert [line.split() for line in render_clean({"marks": clean})][1:] == [
        ["marks", "4", "2", "50.0%", "1"],
        ["all", "4", "2", "50.0%", "1"],
    ]
