"""The weights and thresholds of matching, read from ``data/settings.txt``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claims.wordlists import read_pairs


@cache
def settings() -> dict[str, float]:
    """Return each weight and threshold by its name."""
    return {
        name: float(value) for name, value in read_pairs(Path(__file__).parent / "data" / "settings.txt")[""].items()
    }
