"""Which lines of a page are stamps: a date, with a label, a time or a weekday, and next to nothing else."""

from __future__ import annotations

from functools import cache

from claims.articles.marks import marks
from claims.articles.stamps import LIST, find_days, find_stamps, month_numbers, words_of
from claims.patterns import lazy
from claims.wordlists import read_pairs

_WORD = lazy(r"[^\W_]+(?:[.'’][^\W_]+)*")
_LONGEST_LINE = 160


def is_stamp_label(line: str) -> bool:
    """Tell whether the line is only the label of a stamp on the next one: Input, Updated, 입력."""
    words = line.strip(" :|.\t").lower()
    return words in words_of("published") or words in words_of("updated") or _is_emptied(words)


def _is_emptied(words: str) -> bool:
    """Tell whether the line is a stamp that lost its dates and names: "By published", "Published: | Updated:"."""
    found = _WORD.findall(words) if len(words) <= 40 else []
    return (
        2 <= len(found) <= 5 and not {"published", "updated"}.isdisjoint(found) and _label_words() >= {*found} - {"by"}
    )


def is_stamp(line: str, *, spare: int = 1) -> bool:
    """Tell whether the line holds a date and, but for ``spare`` words, nothing else."""
    if len(line) > _LONGEST_LINE or not find_days(line):
        return False
    left = _unexplained(line)
    if any(stamp.year is None for stamp in find_stamps(line)) or (left and tells_of_day(line)):
        spare = 0
    return len(left) <= spare


def tells_of_day(line: str) -> bool:
    """Tell the day of something in other words: "The failure of 5 May 2026", "5 May 2026: the pumps stop"."""
    days = find_days(line)
    if not days:
        return False
    start, end, _ = days[0]
    rest = line[end:].lstrip()
    if start == 0 and rest[:1] == ":" != rest[1:2]:
        return True
    words = line[:start].split()
    told = len(words) > 1 and words[-1].lower() in words_of("links") and words[-2].strip(" ,:").islower()
    return told and words[-2].lower() not in marks("documents") and words[-2].lower() not in _label_words()


def _unexplained(line: str) -> list[str]:
    for start, end, _ in reversed(find_days(line)):
        line = f"{line[:start]} {line[end:]}"
    known = words_of("filler") | words_of("weekdays") | _label_words()
    zones = read_pairs(LIST)["zones"]
    return [
        word
        for word in (found.lower().strip(".") for found in _WORD.findall(line))
        if not word[0].isdigit() and word not in known and word not in zones and word not in month_numbers()
    ]


@cache
def _label_words() -> frozenset[str]:
    return frozenset(word for label in words_of("published") | words_of("updated") for word in label.split())
