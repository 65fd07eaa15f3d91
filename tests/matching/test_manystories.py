"""Many articles: matrices find the links that pairs, one by one, come to."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.matching import Features, link_articles, manystories, stories
from claims.matching.linkage import APART
from claims.matching.stories import GRAIN

_KEYS = ["arvik", "brenn", "carrow", "dam", "elmet", "flood", "gate", "harbou"]
_days = st.none() | st.sampled_from(["2026-02", "2026-02-03", "2026-02-11T08:00:00+01:00", "2026-02-20", "2026-03-05"])


def _scale(counts: dict[str, int]) -> Mapping[str, float]:
    norm = sqrt(sum(count * count for count in counts.values())) or 1.0
    return {key: round(count / norm * GRAIN) / GRAIN for key, count in counts.items()}


_vectors = st.dictionaries(st.sampled_from(_KEYS), st.integers(1, 9)).map(_scale)
_features = st.builds(Features, published=_days, weights=_vectors, names=_vectors, figures=_vectors)


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manystories, "_ROWS", 4)
    monkeypatch.setattr(manystories, "_COLUMNS", 3)


@settings(max_examples=60)
@given(st.lists(_features, max_size=14))
def test_many_articles_have_the_links_of_few(features: list[Features]) -> None:
    few = link_articles(features)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stories, "MANY", 0)
        assert link_articles(features) == few


def test_all_kinds_of_links_are_met() -> None:
    """Guard the property: vectors such as its own do come to links, faint and strong, and to articles apart."""
    words = dict.fromkeys(_KEYS[3:], 4)
    one = Features("2026-02-03", _scale(words), _scale({"arvik": 1, "brenn": 1, "carrow": 1}))
    two = Features("2026-02-05", _scale(words), _scale({"urvik": 1, "prenn": 1, "tarrow": 1}))
    late = Features("2026-03-05", _scale(words), one.names)
    undated = Features(None, _scale({**words, "arvik": 9}), one.names)
    links = manystories.link_many([stories.take_side(each) for each in (one, two, late, undated)])
    assert [(a, b) for a, b, _ in links] == [(0, 1), (0, 3), (1, 3), (2, 3)]
    assert links[0][2] == links[2][2] == APART
    assert links[1][2] > 0.5


def test_figures_in_common_outweigh_other_names() -> None:
    words, figures = _scale(dict.fromkeys(_KEYS[3:], 4)), _scale({"#8814-8814": 4, "#34-34": 2, "#7.25-7.25": 3})
    one = Features("2026-02-03", words, _scale({"arvik": 1, "brenn": 1, "carrow": 1}), figures)
    two = Features("2026-02-05", words, _scale({"urvik": 1, "prenn": 1, "tarrow": 1}), figures)
    (link,) = link_articles([one, two])
    assert link[2] > 0.9
