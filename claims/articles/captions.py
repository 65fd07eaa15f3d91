"""Captions and the credits at their ends: "... on the 3rd. AP/Newsis", "(Photo: Jane Doe)"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from claims.articles.datelines import picture_desks
from claims.articles.marks import count_words, marks, starts
from claims.articles.page import Page, without_signature
from claims.patterns import DOTTED_REST, Gated

_NAME_PART = rf"[^\W\d_a-z]{DOTTED_REST}"
_BRACKETED = Gated(r"[(\[]([^()\[\]]{2,90})[)\]]\.?$", "(", "[")
_SLASHED = Gated(rf"^{_NAME_PART}(?: {_NAME_PART}){{0,2}} ?/ ?{_NAME_PART}(?: {_NAME_PART}){{0,2}}$", "/")
_CREDIT_STARTS = re.compile(r"(?:(?<=[.!?)\]”\"’'])|(?<=\|)|(?<= -)|(?<= —)|(?<= –)|^) ?(?=[^\W\d_a-z])")
_SHOUTED = re.compile(r"[.!?”’\"]\s+([A-ZÀ-Þ]{2,}(?:[ '’.-]{1,2}[A-ZÀ-Þ]{1,})+(?: ?/ ?[A-ZÀ-Þ ]{2,30})?)$")
_SUPPLIED = Gated(
    rf"[A-Z][\w&.]*(?: [A-Z][\w&.]*){{0,2}}: {_NAME_PART}(?: {_NAME_PART}){{1,2}}|Supplied(?:: .+)?", ": ", "Supplied"
)
"""A credit as in "(ABC News: Jane Doe)"."""
_COUNTED = Gated(r"^[\[(]?\d{1,2}(?:/| of )\d{1,2}[\])]?(?: ?\||\s?[A-Z\"“])", "/", " of ")
_MOST_CHARACTERS = 110
_LONGEST_SOURCE = 6


@cache
def _label() -> Gated:
    """Return the pattern of a credit's label: "Photo:", "Image by", "Photo courtesy of"."""
    labels = "|".join(sorted(map(re.escape, marks("credit labels")), key=len, reverse=True))
    return Gated(
        rf"^(?:{labels})(?: by| courtesy(?: of)?| from)?\s*[:=|]\s*|^(?:{labels}) (?:by|courtesy of|courtesy) ",
        *marks("credit labels"),
        flags=re.IGNORECASE,
    )


@cache
def _labelled() -> Gated:
    """Return the pattern of a label inside a caption: "... on Monday Credit: Jane Doe"."""
    return Gated(
        r"\b(?:Photo ?[Cc]redit|Image ?[Cc]redit|Picture ?[Cc]redit|Credit|Photo|Photograph|Picture|Image)s?\s?:\s",
        ":",
    )


def read_credit(line: str) -> tuple[int, str] | None:
    """Return where a caption's credit starts and the media it names: "... on the 3rd. AP/Newsis"."""
    line = without_signature(line)
    offset = max(0, len(line) - _MOST_CHARACTERS)
    tail = line[offset:]
    bracket = _BRACKETED.search(tail)
    if bracket and (_names_desk(bracket.group(1)) or _SUPPLIED.fullmatch(bracket.group(1))):
        return offset + bracket.start(), _label().sub("", bracket.group(1)).strip()
    inside = _labelled().search(tail)
    if inside and inside.start() and len(tail[inside.end() :].split()) <= 9:
        return offset + inside.start(), tail[inside.end() :].strip(" .)")
    shouted = _SHOUTED.search(tail)
    if shouted:
        return offset + shouted.start(1), shouted.group(1)
    for cut in _CREDIT_STARTS.finditer(tail):
        piece = tail[cut.end() :].rstrip(". ")
        if piece and len(piece.split()) <= 9 and (_names_desk(piece) or (cut.start() and _SLASHED.match(piece))):
            return offset + cut.end(), _label().sub("", piece).strip()
    return None


def _names_desk(piece: str) -> bool:
    if _label().match(piece) or "courtesy of" in piece.lower():
        return True
    parts = [_without_picture_words(part) for part in re.split(r"[/|,]| via | - | – ", piece)]
    return parts[0] in picture_desks() or ("/" in piece and any(part in picture_desks() for part in parts))


def _without_picture_words(part: str) -> str:
    kept = [word for word in part.split() if word.lower() not in marks("credit words")]
    return " ".join(kept) if kept and part.strip() not in picture_desks() else part.strip()


def label_captions(page: Page) -> None:
    """Label what stands below a caption's label, as the credit beside it, and as the text for the blind above it."""
    lines, labels = page.lines, page.labels
    for index, (line, following) in enumerate(pairwise(lines)):
        mark = line.text.strip(" ,:.").lower()
        near = index + 1
        if mark in marks("caption marks") and labels[near] is None:
            labels[index], labels[near] = "furniture", "caption"
        elif mark in marks("source marks") and labels[near] is None and count_words(following.text) <= _LONGEST_SOURCE:
            labels[index], labels[near] = "furniture", "credit"
        elif labels[index] is None and following.text.lower() in marks("below credits") and _SLASHED.match(line.text):
            labels[index] = "credit"
        elif labels[index] is None and labels[near] == "caption" and following.text.startswith(line.text):
            labels[index] = "furniture"


def is_credit(line: str, words: int) -> bool:
    """Tell whether the whole line is a credit."""
    found = read_credit(line) if words <= 12 else None
    return found is not None and found[0] <= 1


def is_caption(line: str, words: int) -> bool:
    """Tell whether the line says that it is a caption, or ends in a credit."""
    lower = line.lower().lstrip("[(")
    if words < 70 and (_COUNTED.match(line) or lower.startswith(starts("caption starts"))):
        return True
    if words < 70 and any(phrase in lower for phrase in marks("caption phrases")):
        return True
    found = read_credit(line)
    return found is not None and found[0] > 0 and not lower.startswith("by ")
