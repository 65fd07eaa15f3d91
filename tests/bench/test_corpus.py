"""The generated corpora: the same from one seed, each the beginning of a larger one, gold links that hold."""

from collections import defaultdict
from itertools import islice
from random import Random

import pytest

from bench.scale.corpus import generate, write_corpus
from bench.scale.retelling import MANNERS, change_figure, join, paraphrase, respell
from bench.scale.templates import read_templates


@pytest.fixture(scope="module")
def rows():
    return list(islice(generate(), 1500))


def test_a_corpus_is_the_beginning_of_a_larger_one(rows):
    assert list(islice(generate(), 400)) == rows[:400]
    assert list(islice(generate(seed=8), 400)) != rows[:400]


def test_statements_of_one_claim_are_of_one_story_and_of_different_articles(rows):
    claims = defaultdict(list)
    for row in rows:
        claims[row.claim].append(row)
    for members in claims.values():
        assert len({row.story for row in members}) == 1
        assert len({row.article for row in members}) == len(members)
    assert sum(len(members) > 1 for members in claims.values()) > 100


def test_articles_and_stories_are_numbered_in_order(rows):
    assert [row.article for row in rows] == sorted(row.article for row in rows)
    assert [row.story for row in rows] == sorted(row.story for row in rows)


def test_a_verbatim_copy_changes_nothing():
    for sentence in read_templates()[0]:
        assert paraphrase(sentence, MANNERS[0], Random(1), {}) == sentence


def test_an_outlet_spells_a_name_one_way():
    names: dict[str, str] = {}
    manner = MANNERS[1]._replace(drop=0, replace=0, respell=1, reorder=0, credit=0)
    told = [paraphrase("The mayor thanked Ostrovsky warmly.", manner, Random(seed), names) for seed in range(5)]
    assert len(set(told)) == 1
    assert "Ostrovsky" not in told[0]
    assert respell("Ostrovsky", Random(1)) != "Ostrovsky"


@pytest.mark.parametrize("figure", ["7", "1,250", "3.4", "2024"])
def test_a_changed_figure_is_another_one_in_the_same_format(figure):
    changed = {change_figure(figure, Random(seed)) for seed in range(20)}
    assert figure not in changed
    assert all(("." in figure) == ("." in each) for each in changed)


def test_signs_stand_where_they_belong():
    assert join(["he", "said", ":", '"', "no", '"', "for", "$", "5"]) == 'He said: "no" for $5'


def test_a_corpus_is_written_with_its_gold(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    write_corpus(tmp_path / "c.parquet", 200)
    table = parquet.read_table(tmp_path / "c.parquet")
    assert table.column_names == ["sid", "article", "outlet", "day", "story", "claim", "text"]
    assert table.num_rows == 200
    assert [*table.slice(5, 1).to_pylist()[0].values()][1:] == list(next(islice(generate(), 5, None)))
