"""Features survive being kept, and one article's links are those of all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.matching import Features, decode_features, encode_features, link_article, link_articles
from claims.matching.stories import GRAIN

_vectors = st.dictionaries(
    st.sampled_from(["dam", "lake", "ferri", "Ünal", "\ud800"]), st.integers(1, GRAIN).map(lambda count: count / GRAIN)
)
_days = st.none() | st.sampled_from(["2026", "2026-02", "2026-02-03", "2026-02-11T08:00:00+01:00", "2026-02-20"])
_features = st.builds(Features, published=_days, weights=_vectors, names=_vectors)


@given(_features)
def test_gives_back_what_went_in(features: Features) -> None:
    assert decode_features(encode_features(features)) == features


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'[null,{"a":"b"},{}]', b"\xff"])
def test_damaged_bytes_are_refused(data: bytes) -> None:
    with pytest.raises((ValueError, TypeError, AttributeError)):
        decode_features(data)


@given(st.lists(_features, min_size=1, max_size=6))
def test_one_article_has_the_links_that_all_together_give_it(features: list[Features]) -> None:
    *others, last = features
    expected = [(one, likeness) for one, two, likeness in link_articles(features) if two == len(others)]
    assert link_article(last, others) == expected
