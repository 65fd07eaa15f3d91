"""Days as exact as a source gives them: ``2026``, ``2026-02`` or ``2026-02-04``."""

from __future__ import annotations

from datetime import date


def is_day(text: str) -> bool:
    """Tell whether ``text`` is an ISO year, month or day that exists."""
    if not text.isascii() or len(text) not in {4, 7, 10}:
        return False
    whole = text + "2000-01-01"[len(text) :]
    if not whole.replace("-", "").isdigit() or len(whole.replace("-", "")) != 8:
        return False
    try:
        date.fromisoformat(whole)
    except ValueError:
        return False
    return True


def earliest_day(text: str) -> str:
    """Return the first day that ``text`` covers; the day of a moment with a time."""
    return text[:10] + "0000-01-01"[len(text) :]


def latest_day(text: str) -> str:
    """Return a day that no day of ``text`` comes after, for comparing only: 2026-02 gives 2026-02-31."""
    return text[:10] + "9999-12-31"[len(text) :]
