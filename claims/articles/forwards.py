"""What mail programs and chats put around a text that somebody passes on: marks at the lines, headers, stamps."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.articles.marks import count_words
from claims.patterns import Gated, lazy

_MARK = lazy(r"^ ?(?:> ?)+", re.MULTILINE)
_FIELDS = frozenset(("from", "to", "cc", "bcc", "sent", "date", "subject", "reply-to", "importance", "attachments"))
_KEPT = frozenset(("subject", "date", "sent"))
"""Fields that may be all there is to tell the headline and the day."""
_FEWEST_FIELDS = 3
_MOST_HEADER_LINES = 60
_PASSED_ON = Gated(
    r"^\W*(?:forwarded message|original message|begin forwarded message|weitergeleitete nachricht)\W*$",
    "orward",
    "riginal ",
    "eitergeleitet",
    flags=re.IGNORECASE,
)
_CHAT = lazy(
    r"\[?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[apAP]\.?[mM]\.?)?"
    r"\]?(?: -)? [^:\n]{2,30}:"
)
_OPENS_CHAT = frozenset("[0123456789")
_LONGEST_CHAT = 14
_LEAST_MARKED = 0.5


def unquote(text: str) -> tuple[str, int]:
    """Return a text without the ">" at its lines, and where the first such line begins; only where most have it.

    What stands above is the sender's own, not the article's.
    """
    if "\n>" not in text and not text.startswith(">"):
        return text, 0
    lines = [line for line in text.split("\n") if line.strip()]
    marked = sum(line.lstrip().startswith(">") for line in lines)
    first = _MARK.search(text)
    if first is None or marked < max(3, _LEAST_MARKED * len(lines)):
        return text, 0
    return _MARK.sub("", text), first.start()


def find_wrapping(lines: Sequence[str]) -> list[str]:
    """Return the lines that only tell who passed the text on, and to whom: header fields, chat stamps."""
    head = lines[:_MOST_HEADER_LINES]
    found = [line for line in head if _PASSED_ON.match(line) or is_chat(line)]
    fields = [(line, line.partition(":")[0].strip("*> ").lower()) for line in head if ":" in line]
    named = [(line, name) for line, name in fields if name in _FIELDS]
    if len({name for _, name in named}) >= _FEWEST_FIELDS:
        found += [line for line, name in named if name not in _KEPT]
    return found


def is_chat(line: str) -> bool:
    """Tell whether the line is a chat's stamp with a few words behind: "[05/03/26, 14:22:07] Desk: this one, too"."""
    return line[:1] in _OPENS_CHAT and count_words(line) <= _LONGEST_CHAT and _CHAT.match(line) is not None
