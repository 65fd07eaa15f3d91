"""What is written of an article's attributions comes back equal, whatever the article says."""

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.articles import Source, read_articles, read_bytes
from claims.encoding import decode_attributions, encode_attributions
from claims.model import Article, Attribution, Credit, Match, Statement
from claims.pipeline import read_attributions
from claims.registry import Registry, load_registry

ROOT = Path(__file__).parents[1]
STORIES = sorted(
    path.parent for path in (*ROOT.glob("samples/*/sources.yaml"), *ROOT.glob("tests/golden/stories/*/sources.yaml"))
)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_attributions_of_our_articles_come_back_equal(story):
    registry = load_registry(story / "sources.yaml")
    for article in read_articles([story], registry):
        if isinstance(article, Article):
            rows = read_attributions(article, registry)
            assert decode_attributions(encode_attributions(rows), article) == rows


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=300))
def test_attributions_of_any_text_come_back_equal(text):
    data = f"A headline\n\nThe mayor said: “{text}” About 12 people died on Monday.\n\n{text}".encode()
    for article in read_bytes(data, Source("a.txt", Registry())):
        rows = read_attributions(article, Registry())
        assert decode_attributions(encode_attributions(rows), article) == rows


def test_a_match_is_kept():
    (article,) = read_bytes(b"A headline\n\nSeven people died in the storm on Monday.", Source("a.txt", Registry()))
    rows = [
        replace(row, match=Match("suggested", 0.31, ("words: storm",)))
        for row in read_attributions(article, Registry())
    ]
    assert decode_attributions(encode_attributions(rows), article) == rows


def test_every_field_of_the_model_is_written():
    assert [each.name for each in fields(Attribution)] == [
        "statement",
        "outlet",
        "credit",
        "certainty",
        "figures",
        "moments",
        "match",
    ]
    assert {each.name for each in fields(Statement)} - {"article", "text"} == {
        "index",
        "part",
        "start",
        "end",
        "sentence",
        "paragraph",
        "lead",
    }
    assert [each.name for each in fields(Credit)] == [
        "speaker",
        "cue",
        "mode",
        "addressee",
        "via",
        "said_on",
        "occasion",
        "rule",
        "words",
    ]


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[[1]]", b'[[["a"], null, null, [], [], null]]', json.dumps([[1, 2, 3, 4, 5, 6]]).encode()]
)
def test_damaged_bytes_are_refused(data):
    (article,) = read_bytes(b"A headline\n\nSeven people died.", Source("a.txt", Registry()))
    with pytest.raises((ValueError, TypeError)):
        decode_attributions(data, article)
