"""Which way a figure says that something moved, where it is the step itself and not the level reached."""

from __future__ import annotations

from typing import Literal

from claims.figures.lexicon import words
from claims.figures.tokens import Tokens

_NEAR = 60
_REACH = 5
_BOUNDING = frozenset({"more", "less", "fewer"})


def read_step(text: str, start: int, end: int) -> Literal["up", "down"] | None:
    """Return the way of the step between ``start`` and ``end``: "fell by about 3 percent", "3 percent higher"."""
    after = Tokens(text[end : end + _NEAR]).lows
    if after[:1] == ["higher"]:
        return "up"
    if after[:1] == ["lower"]:
        return "down"
    before = Tokens(text[max(0, start - _NEAR) : start]).lows
    passed = words("events", "skipped before") - {"from"} | {"by"}
    for index in range(len(before) - 1, max(-1, len(before) - 1 - _REACH), -1):
        word, after_it = before[index], before[index + 1 : index + 2]
        if word == "to" or (word == "at" and after_it != ["least"]):
            return None  # a level
        if word == "than" and before[index - 1] not in _BOUNDING:
            return None  # "a bigger decline than the 3.5% forecast"
        if word in words("bounds", "up"):
            return "up"
        if word in words("bounds", "down") or word == "off":
            return "down"
        if word not in passed and "by" not in before[index:]:  # "raised its key rate by 25 basis points"
            return None
    return None
