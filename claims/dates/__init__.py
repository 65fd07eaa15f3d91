"""Dates and times in news text: found, resolved against the day of publication, and compared."""

from __future__ import annotations

from claims.dates.compare import compare_lists, compare_moments
from claims.dates.moments import read_dateline, read_moments
from claims.model import Moment

__all__ = ["compare_lists", "compare_moments", "find_moments"]


def find_moments(text: str, *, published: str | None, utc_offset: str | None = None, start: int = 0) -> list[Moment]:
    """Return the dates and times of ``text`` in order, resolved against the day of publication.

    ``published`` is an ISO day or time; without it only full dates are found. ``utc_offset`` (``+09:00``) goes with
    clock times that name no zone of their own. Offsets are moved on by ``start``.
    """
    return read_moments(text, read_dateline(published), utc_offset, start)
