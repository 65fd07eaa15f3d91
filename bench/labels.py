"""Score sets that have labels but no scorer beside them: names, dates and sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Row = dict[str, Any]


class Score(NamedTuple):
    """What was right, of how many found and how many wanted."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Return the share of what was wanted that was found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        return 2 * self.right / (self.found + self.wanted) if self.right else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"


def score_names(gold: Sequence[Row], predicted: Mapping[str, Row]) -> dict[str, Score]:
    """Score pairs of names: taken for one when the answer is yes, and when it is yes or maybe."""
    return {
        "same": _score_same(gold, predicted, {True}),
        "same or maybe": _score_same(gold, predicted, {True, "maybe"}),
    }


def _score_same(gold: Sequence[Row], predicted: Mapping[str, Row], accepted: set[Any]) -> Score:
    same = {row["id"] for row in gold if row["match"]}
    found = {row["id"] for row in gold if predicted[row["id"]]["same"] in accepted}
    return Score(len(same & found), len(found), len(same))


def score_dates(gold: Sequence[Row], predicted: Mapping[str, Row]) -> dict[str, Score]:
    """Score dates: found where the spans overlap, right when the value is one that the set accepts."""
    spans, values = Counter[str](), Counter[str]()
    for row in gold:
        found = predicted[row["id"]]["dates"]
        pairs = _pair(row["dates"], found)
        spans.update(right=len(pairs), found=len(found), wanted=len(row["dates"]))
        values.update(right=sum(_same_value(row["dates"][i], found[j]) for i, j in pairs))
    spots = spans["found"], spans["wanted"]
    return {"found": Score(spans["right"], *spots), "value": Score(values["right"], *spots)}


def _pair(gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[int, int]]:
    """Pair each wanted expression with one that overlaps it, those of the right value first."""
    overlapping = [
        (not _same_value(one, other), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if one["start"] < other["end"] and other["start"] < one["end"]
    ]
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(overlapping):
        if all(i != taken[0] and j != taken[1] for taken in pairs):
            pairs.append((i, j))
    return pairs


def _same_value(gold: Row, found: Row) -> bool:
    if "values" in gold:
        return any(value in gold["values"] for value in found["values"])
    return bool(gold["value"] == found["value"])


def score_sentences(gold: Sequence[Row], predicted: Mapping[str, Row]) -> dict[str, Score]:
    """Score the ends of sentences inside each paragraph; the end of the paragraph itself counts for nothing."""
    counts: dict[str, Counter[str]] = {}
    for row in gold:
        wanted, found = _inner_ends(row["spans"]), _inner_ends(predicted[row["id"]]["spans"])
        for name in ("all", row["src"]):
            counts.setdefault(name, Counter()).update(right=len(wanted & found), found=len(found), wanted=len(wanted))
    return {name: Score(count["right"], count["found"], count["wanted"]) for name, count in sorted(counts.items())}


def _inner_ends(spans: Iterable[Sequence[int]]) -> set[int]:
    return set(sorted(end for _, end in spans)[:-1])


def score_places(gold: Sequence[Row], predicted: Mapping[str, Row]) -> dict[str, str]:
    """Score disputed places: whether a sentence ends at character ``k`` (white space and marks beside it apart)."""
    right = 0
    for row in gold:
        text, place = row["text"], row["k"]
        ends = {len(text[:end].rstrip()) for _, end in predicted[row["id"]]["spans"]}
        right += (len(text[:place].rstrip()) in ends) == bool(row["label"])
    return {"right": f"{right} of {len(gold)} ({right / len(gold):.3f})"}
