"""Moments as metadata give them, brought to one ISO 8601 form."""

from __future__ import annotations

import re

_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?")


def first_moment(*values: object) -> str | None:
    """Return the first value that is a moment: ``2026-02-05`` or ``2026-02-05T11:19:44+09:00``, as exact as given."""
    for value in values:
        match = _MOMENT.match(value.strip()) if isinstance(value, str) else None
        if match:
            day, time, offset = match.groups()
            return day + (f"T{time}{_tidy(offset)}" if time else "")
    return None


def _tidy(offset: str | None) -> str:
    if not offset or offset == "Z":
        return "+00:00" if offset else ""
    digits = offset[1:].replace(":", "").ljust(4, "0")
    return f"{offset[0]}{digits[:2]}:{digits[2:]}"
