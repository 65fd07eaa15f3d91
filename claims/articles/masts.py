"""Mast lines: the name of a paper, a desk or a document in one line with the day on which it came out."""

from __future__ import annotations

import re

from claims.articles.marks import count_words, marks
from claims.articles.stamps import find_days, find_stamps, words_of
from claims.patterns import lazy

_LONGEST = 120
_MOST_WORDS = 16
_MOST_BEHIND = 5
"""Words behind the day, between two signs: the edition, the price, "web text to the broadcast"."""
_WORD = lazy(r"[^\W_]+(?:[.'’][^\W_]+)*")
_SIGN_BEFORE = lazy(r"(?:[|•·,(:/;]|(?<=\s)[-–—])\s*$")
_SIGN_BEHIND = lazy(r"\s*[|•·,)(/;–—-]|\s*$")
_SPLIT = lazy(r"[|•·,()/;]|\s[-–—]\s")
_RULED = lazy(r"[|•·]")
_GAP = lazy(r"\s{3,}|\t+")
"""White space that sets the parts of a line apart on a printed page."""
_LONGEST_NAME = 12
"""Words of the name of a body."""
_JOINING = frozenset({"of", "for", "and", "the", "&"})
_NO_NAME = r"ed$|^(?:on|at|by|with|to|over|after|in|from|as|is|are|has|will|than|but|not|why|how|what|who|i|we|our)$"
"""What stands in headlines and in no name."""
_LINK = lazy(_NO_NAME, re.IGNORECASE)
_VERB = lazy(rf"[^s'’]s$|{_NO_NAME}", re.IGNORECASE)
"""The same, and how a word ends that may be the verb of a headline."""
_SHORT = 3
"""Letters of words that have no capital in a title: of, and, the."""


def is_mast(text: str) -> bool:
    """Tell whether the line names a paper or document and the day of it, set off: "Member letter - Monday 19 May 2025".

    A headline that ends in a date does not count, unless it has the weekday or the time beside it as stamps do.
    """
    if "   " in text or "\t" in text:
        text = _GAP.sub(" | ", text)
    days = [day for day in find_days(text) if day[2].year] if len(text) <= _LONGEST else []
    if len(days) != 1 or count_words(text) > _MOST_WORDS:
        return False
    start, end, _ = days[0]
    before, beside = _cut_fillers(text[:start])
    if not before or not _SIGN_BEHIND.match(text, end) or not _is_short(text[end:]):
        return False
    words = _WORD.findall(before)
    names = bool(words) and words[-1].lower() in marks("documents")
    if not _SIGN_BEFORE.search(before):
        return names
    dated = beside or bool(find_stamps(text)[0].time) or bool(_RULED.search(text))
    return dated or names or is_titled(words) or any(word.lower() in marks("documents") for word in words)


def _cut_fillers(before: str) -> tuple[str, bool]:
    """Return the text before a day without "Monday" and "of the" at its end, and whether a weekday was there."""
    beside = False
    while words := list(_WORD.finditer(before)):
        last = words[-1]
        word = last.group().lower()
        if before[last.end() :].strip(" ,") or word not in words_of("weekdays") | marks("before days"):
            break
        beside = beside or word in words_of("weekdays")
        before = before[: last.start()].rstrip()
    return before, beside


def _is_short(rest: str) -> bool:
    return all(count_words(part) <= _MOST_BEHIND for part in _SPLIT.split(rest)) and not rest.rstrip().endswith("?")


def is_titled(words: list[str]) -> bool:
    """Tell whether all longer words have a capital, as in names."""
    return all(word[0].isupper() or word[0].isdigit() for word in words if len(word) > _SHORT)


def is_name_of_body(text: str, *, plurals: bool = False) -> bool:
    """Tell whether the line is nothing but the name of a body: "Orrin Harbour Trust", "Society for the Blind of Orrin".

    Its kind is the last word of the name, or stands before "of" or "for"; no word between looks like a verb. With
    ``plurals``, words in -s are none: "Northern Isles Power Cooperative", not "Council Backs Orrin Police".
    """
    words = text.removeprefix("From ").strip(" .:").split()
    if not 2 <= len(words) <= _LONGEST_NAME or any(map(str.isdigit, text)):
        return False
    kinds = [at for at, word in enumerate(words) if word.lower().strip(",") in marks("bodies")]
    last = [] if {"of", "for"} & set(words) else [len(words) - 1]
    named = [at for at in kinds if at in last or words[at + 1 : at + 2] in (["of"], ["for"])]
    if not named or not is_titled([word for word in words if word.lower() not in _JOINING]):
        return False
    verb = _LINK if plurals else _VERB
    return all(word.lower() in _JOINING or not verb.search(word) for word in words[1 : named[0]])
