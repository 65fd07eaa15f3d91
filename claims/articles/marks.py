"""Words that mark what a line is, and the measures that every rule about lines uses."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from claims.wordlists import read_words

_DATA = Path(__file__).with_name("data")
LONGEST = 600
"""Characters of a line that rules look at; no label depends on what follows."""
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SENTENCE_END = re.compile(r"[.!?…。] ?[\"'”“„’‘»«)\]]*$")


@cache
def marks(section: str) -> frozenset[str]:
    """Return a section of the list of marks."""
    return read_words(_DATA / "marks.txt")[section]


@cache
def furniture(section: str) -> frozenset[str]:
    """Return a section of the list of a page's furniture."""
    return read_words(_DATA / "furniture.txt")[section]


@cache
def starts(section: str) -> tuple[str, ...]:
    """Return a section of the list of marks as openings, for ``str.startswith``."""
    return tuple(sorted(marks(section)))


def bare(line: str) -> str:
    """Return the line in lower case without what is no letter or digit at its ends."""
    return _EDGES.sub("", line.lower())


def count_words(line: str) -> int:
    """Count the words between white space, of a long line only so far as labels need it."""
    return len(line[: LONGEST * 2].split())


def ends_sentence(line: str) -> bool:
    """Tell whether the line ends like a sentence."""
    return bool(_SENTENCE_END.search(line[-12:]))


def is_end_mark(line: str) -> bool:
    """Tell whether the line closes a dispatch: ENDS, ###, (END)."""
    return line.strip().lower() in marks("end marks")
