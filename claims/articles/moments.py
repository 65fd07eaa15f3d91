"""Moments as metadata give them, brought to one ISO 8601 form."""

from __future__ import annotations

import re
from datetime import date

_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?")
_BASIC = re.compile(r"^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$")
_LONGEST = 120
_FIRST_YEAR = 1600
"""Of newspapers; what states an earlier one holds no date: 0001-01-01."""


def first_moment(*values: object) -> str | None:
    """Return the first value that is a moment: ``2026-02-05`` or ``2026-02-05T11:19:44+09:00``, as exact as given.

    The basic form of the wires (``20260205T021944Z``) is read too.
    """
    return next((found for value in values if isinstance(value, str) and (found := _read(value.strip()))), None)


def read_moment(value: object) -> str | None:
    """Return a moment in any of the forms that tables and feeds have: ISO 8601, RFC 822, or as print has it."""
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        return None
    return first_moment(value) or read_mail_date(value) or _read_printed(value)


def read_mail_date(value: str) -> str | None:
    """Return the moment in an RFC 5322 date, as mails and RSS have it: ``Wed, 04 Feb 2026 10:00:00 GMT``."""
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.replace(microsecond=0).isoformat()


def complete_moment(moment: str | None, utc_offset: str | None) -> str | None:
    """Append an outlet's UTC offset to a time that has none."""
    if moment and "T" in moment and utc_offset and not _has_offset(moment):
        return moment + utc_offset
    return moment


def _read(value: str) -> str | None:
    if match := _MOMENT.match(value):
        day, time, offset = match.groups()
    elif match := _BASIC.match(value):
        year, month, number, hour, minute, second, offset = match.groups()
        day = f"{year}-{month}-{number}"
        time = ":".join(part for part in (hour, minute, second) if part)
    else:
        return None
    if not _is_day(day):
        return None
    return day + (f"T{time}{_tidy(offset)}" if time else "")


def _is_day(day: str) -> bool:
    try:
        return date.fromisoformat(day).year >= _FIRST_YEAR
    except ValueError:
        return False


def _read_printed(value: str) -> str | None:
    from claims.articles.stamps import find_stamps

    stamps = find_stamps(value)
    return stamps[0].to_iso() if stamps else None


def _has_offset(moment: str) -> bool:
    time = moment.partition("T")[2]
    return time.endswith("Z") or "+" in time or "-" in time


def _tidy(offset: str | None) -> str:
    if not offset or offset == "Z":
        return "+00:00" if offset else ""
    digits = offset[1:].replace(":", "").ljust(4, "0")
    return f"{offset[0]}{digits[:2]}:{digits[2:]}"
