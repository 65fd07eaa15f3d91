"""Media that a text is credited to as a whole: "with files from Reuters", a byline that names an agency."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.articles.datelines import agency_names
from claims.articles.marks import marks
from claims.articles.source import Outlets
from claims.patterns import Gated

_PARTS = re.compile(r"\s*[•|·/,;()\[\]]\s*|\s+(?:and|via|in|for)\s+|\s[-–—]\s")
_INITIALS = Gated(r"(?:^|\d\s+)(?P<initials>[a-zäöüčřšž]{2,4})(?:/[a-zäöüčřšž]{2,4})*\s*[,/]\s*[A-Z]", "/", ",")
_LONGEST = 160


def find_credits(lines: Iterable[str], outlets: Outlets) -> tuple[str, ...]:
    """Return the agencies and known outlets that header, byline and tail lines name as the text's source."""
    found = [
        name
        for line in lines
        if len(line) <= _LONGEST and not _is_signed(line, outlets)
        for part in _PARTS.split(line)
        if (name := _medium(part, outlets))
    ]
    return tuple(dict.fromkeys(found))


def _is_signed(line: str, outlets: Outlets) -> bool:
    """See "ks, NTA": an editor's initials before the agency tell that only parts of the text are the agency's."""
    signed = _INITIALS.search(line.strip())
    if signed is None:
        return False
    return all(_medium(name, outlets) is None for name in (signed["initials"], signed["initials"].upper()))


def _medium(part: str, outlets: Outlets) -> str | None:
    name = _strip_start(part.strip(" .:*_\u201c\u201d"))
    if not name or not name[0].isalpha() or name.isdigit() or len(name) > 60:
        return None
    known = name in agency_names() or outlets.find_outlet(name) is not None
    return name if known else None


def _strip_start(part: str) -> str:
    lower = part.lower()
    start = max((mark for mark in marks("source starts") if lower.startswith(f"{mark} ")), key=len, default="")
    label = max((mark for mark in marks("source starts") if lower.startswith(f"{mark}:")), key=len, default="")
    return part[len(label) + 1 :].strip() if label else part[len(start) :].strip()
