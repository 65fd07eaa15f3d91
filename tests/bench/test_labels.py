"""Names, dates and sentences are counted as a reader of the sets would count them."""

from __future__ import annotations

from typing import Any

import pytest

from bench.labels import Score, score_dates, score_names, score_places, score_sentences


def test_score_is_empty_without_anything_found() -> None:
    assert (Score(0, 0, 3).precision, Score(0, 0, 3).recall, Score(0, 0, 3).f1) == (0, 0, 0)


def test_names_count_a_maybe_apart() -> None:
    gold = [{"id": "a", "match": True}, {"id": "b", "match": True}, {"id": "c", "match": False}]
    predicted = {"a": {"same": True}, "b": {"same": "maybe"}, "c": {"same": False}}
    scores = score_names(gold, predicted)
    assert scores == {"same": Score(1, 1, 2), "same or maybe": Score(2, 2, 2)}


def found_date(start: int, end: int, value: str) -> dict[str, Any]:
    return {"start": start, "end": end, "value": value, "values": [value]}


@pytest.mark.parametrize(
    ("found", "spans", "values"),
    [
        ([], 0, 0),
        ([found_date(0, 6, "2026-03-02")], 1, 1),
        ([found_date(0, 6, "2026-03-09")], 1, 0),
        ([found_date(6, 9, "2026-03-02")], 0, 0),
        ([found_date(0, 6, "2026-03-02"), found_date(2, 4, "2026-03-02")], 1, 1),
        ([found_date(0, 3, "2026-03-09"), found_date(3, 6, "2026-03-02")], 1, 1),
    ],
)
@pytest.mark.parametrize("accepted", [{"value": "2026-03-02"}, {"values": ["2026-03-02", "2025-03-02"]}])
def test_dates_need_place_and_value(
    found: list[dict[str, Any]], spans: int, values: int, accepted: dict[str, Any]
) -> None:
    gold = [{"id": "a", "dates": [{"start": 0, "end": 6, **accepted}]}]
    scores = score_dates(gold, {"a": {"dates": found}})
    assert scores == {"found": Score(spans, len(found), 1), "value": Score(values, len(found), 1)}


def test_sentences_count_ends_inside_a_paragraph() -> None:
    gold = [{"id": "a", "src": "wire", "spans": [[0, 5], [6, 9], [10, 20]]}]
    scores = score_sentences(gold, {"a": {"spans": [[0, 5], [6, 20]]}})
    assert scores == {"all": Score(1, 1, 2), "wire": Score(1, 1, 2)}


def test_disputed_places_ignore_white_space() -> None:
    text = "It rained. Then the U.S. team left."
    gold = [
        {"id": "a", "text": text, "k": text.index("Then"), "label": 1},
        {"id": "b", "text": text, "k": text.index("team"), "label": 0},
    ]
    split = {"spans": [[0, 10], [11, len(text)]]}
    assert score_places(gold, {"a": split, "b": split}) == {"right": "2 of 2 (1.000)"}
    assert score_places(gold, {"a": split, "b": {"spans": [[0, 24], [25, 35]]}}) == {"right": "1 of 2 (0.500)"}
