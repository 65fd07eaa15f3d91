"""place-conflict: one happening in incompatible places."""

from __future__ import annotations

import re

from claims.discrepancies.rule import Difference, Setting
from claims.model import Attribution
from claims.names import place_of, same_place

_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}"
_PLACE = re.compile(
    rf"\b(?P<how>in|near|at|outside|off)\s(?:the\s(?:town|city|village|port|suburb)\sof\s|an?\s)?(?P<name>{_NAME})"
)
_MONTH = re.compile(r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)")


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Report that the two put one happening in places that neither article brings together.

    One outlet has the medical in a London clinic, the other in Leeds. A country, a region around a town and a place
    that the other article names as well are wider or narrower, not other.
    """
    ours = _places(a, b, setting)
    theirs = _places(b, a, setting)
    if len(ours) != 1 or len(theirs) != 1 or same_place(ours[0], theirs[0]):
        return None
    return Difference(
        (ours[0], theirs[0]), f"{a.outlet.name} puts it in or near {ours[0]}, {b.outlet.name} in or near {theirs[0]}."
    )


def _places(mine: Attribution, other: Attribution, setting: Setting) -> list[str]:
    """Return the place names of a statement that the other article never prints, countries left out."""
    elsewhere = setting.article_of(other).text
    found = []
    for match in _PLACE.finditer(mine.statement.text):
        name = match.group("name")
        known = place_of(name) is not None or _MONTH.match(name) is not None
        if not known and not any(word in elsewhere for word in name.split() if len(word) > 3):
            found.append(name)
    return list(dict.fromkeys(found))
