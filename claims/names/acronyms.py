"""Acronyms that an article introduces: "Long Name of It (LNI)"."""

from __future__ import annotations

import re

from claims.names.institutions import is_acronym_of

_BRACKET = r"\((?:the\s+)?[\"'“‘]?([A-Z][A-Za-z&.\-]{1,9})[\"'”’]?\)"
_WINDOW = 160
_MOST_WORDS = 14


def find_acronyms(text: str) -> dict[str, str]:
    """Return each acronym that ``text`` explains, with the name that stands before its bracket."""
    found: dict[str, str] = {}
    for match in re.finditer(_BRACKET, text):
        acronym = match[1]
        name = _name_before(text[max(0, match.start() - _WINDOW) : match.start()], acronym)
        if name is not None:
            found.setdefault(acronym, name)
    return found


def _name_before(left: str, acronym: str) -> str | None:
    words = left.split()[-_MOST_WORDS:]
    for count in range(2, len(words) + 1):
        name = " ".join(words[-count:]).strip("\"'“”‘’,")
        if name[:1].casefold() == acronym[0].casefold() and is_acronym_of(acronym, name):
            return name
    return None
