"""The lines of a pasted page while they are being labelled, and what unlabelled lines look like."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from claims.articles.lines import Line
from claims.articles.marks import count_words, ends_sentence
from claims.model import Label
from claims.patterns import Gated, lazy

Shape = Literal["paragraph", "sentence", "fragment"]
_FACT = Gated(r"[A-Z][A-Z ,/&'’\-]{1,40}(?: ?\([^()]{1,40}\))?: +\S", ":")
_BULLET = lazy(r"(?:[*•·‣▪●○◆■□–—-]|\d{1,2}[.)])\s+\S")
_QUESTION = re.compile(r"[?!][\"'”’]*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|No|vs|Calif|Fla|Pa|Va)\.$")
_SIGNED = re.compile(r"(?<=[.!?”\"’)]) [A-Z]{2,5}(?: [A-Z]{2,3}){2,3}$")
"""What agencies sign a dispatch with: the agency, who wrote it, who edited it: "... to church. NWR RKM SKS"."""
_LONGEST_SIGNATURE = 24


@dataclass(slots=True, eq=False, repr=False)
class Page:
    """The lines with the labels they have so far; ``shapes`` says what unlabelled lines look like."""

    lines: list[Line]
    labels: list[Label | None]
    shapes: list[Shape] = field(default_factory=list)
    """Of every line; a ``sentence`` is a short one, a ``fragment`` does not end like a sentence."""
    first: int = 0
    """Index of the first line of the body; the number of lines where there is none."""
    headline: int | None = None
    kinds: dict[int, str] = field(default_factory=dict)
    """Of stamps: ``published`` or ``updated``, where the line before says so."""


def shape_of(text: str) -> Shape:
    """Return what the line looks like by its length and its end."""
    text = without_signature(text)
    words = count_words(text)
    ends = ends_sentence(text) and not _ABBREVIATED.search(text[-12:]) and not _is_titled(text, words)
    if words >= 40 or (len(text) > 60 and ends and is_korean(text[:60])):
        return "paragraph"
    if ends and words >= 9 and not (words < 25 and _QUESTION.search(text[-4:])):
        return "paragraph"
    return "sentence" if ends and words >= 3 else "fragment"


def without_signature(text: str) -> str:
    """Return the line without the initials that an agency signs it with."""
    signed = _SIGNED.search(text, max(0, len(text) - _LONGEST_SIGNATURE))
    return text[: signed.start()] if signed else text


def _is_titled(text: str, words: int) -> bool:
    """Tell whether every longer word has a capital, as headlines of some papers do, full stop or not."""
    longer = [word for word in text.split() if len(word) > 3] if 6 <= words <= 20 else []
    return len(longer) >= 5 and all(word.lstrip("“‘\"'(")[:1].isupper() or word[0].isdigit() for word in longer)


def is_bullet(text: str) -> bool:
    """Tell whether the line is an entry of a list."""
    return bool(_BULLET.match(text))


def is_fact(text: str) -> bool:
    """Tell whether the line gives a figure or fact after a label in capitals: "SIZE: 12 acres"."""
    return bool(_FACT.match(text))


def is_korean(text: str) -> bool:
    """Tell whether the line has Hangul in it."""
    head = text[:200]
    return not head.isascii() and any("가" <= letter <= "힣" for letter in head)
