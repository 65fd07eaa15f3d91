"""How links are scored against the gold of a corpus, and how stars make claims of them."""

import numpy as np
import pytest

pytest.importorskip("pyarrow")

from bench.scale.corpus import write_corpus
from bench.scale.run import measure
from bench.scale.score import Gold, best_recall, cut_at_recall, form_stars, read_gold, score_links
from bench.scale.systems import Links, collect


def links(*pairs):
    one, two, score = zip(*pairs, strict=True)
    return Links(np.array(one), np.array(two), np.array(score, dtype=float))


GOLD = Gold(np.array([0, 0, 0, 1, 1]), np.array([0, 1, 2, 0, 1]), np.array([1, 2, 7, 19]))


def test_links_are_kept_once_and_never_within_an_article():
    found = collect([(1, 0, 0.5), (0, 1, 0.5), (2, 2, 1.0), (0, 3, 0.9)], GOLD.articles)
    assert list(zip(found.one.tolist(), found.two.tolist(), strict=True)) == [(0, 1)]


def test_precision_recall_and_claims():
    found = links((0, 1, 0.9), (0, 2, 0.8), (3, 4, 0.7), (2, 4, 0.2))
    assert best_recall(found, GOLD) == pytest.approx(3 / 4)
    score = score_links(links((0, 1, 0.9), (0, 2, 0.8), (3, 4, 0.7)), GOLD, grouped=False)
    assert score.precision == 1.0
    assert score.recall == pytest.approx(3 / 4)
    assert score.claims == 1.0  # the star adds the pair that has no link


def test_links_are_cut_where_they_reach_the_recall():
    found = links((0, 1, 0.9), (2, 4, 0.85), (0, 2, 0.8), (3, 4, 0.7))
    assert len(cut_at_recall(found, GOLD, 0.25).one) == 1
    assert len(cut_at_recall(found, GOLD, 0.5).one) == 3
    assert len(cut_at_recall(found, GOLD, 1.0).one) == 4


def test_a_statement_goes_to_its_best_centre():
    centres = form_stars(links((0, 1, 0.9), (1, 2, 0.8), (2, 3, 0.9), (3, 4, 0.3)), 6)
    assert centres[5] == 5
    assert centres[0] == centres[1] == 1
    assert len(set(centres.tolist())) == 3


@pytest.mark.slow
def test_ours_finds_the_claims_of_a_corpus(tmp_path):
    write_corpus(tmp_path / "c.parquet", 400)
    taken = measure("factcheck", tmp_path / "c.parquet", tmp_path / "l.npz")
    with np.load(tmp_path / "l.npz") as found:
        score = score_links(
            Links(found["one"], found["two"], found["score"]), read_gold(tmp_path / "c.parquet"), grouped=True
        )
    assert taken["wall"] > 0
    assert score.precision > 0.9
    assert score.recall > 0.6
