"""Sentences of news text, by rules: offsets only, the text is never altered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from claims.wordlists import read_words

_STOP = "[.!?…。！？]"
# The stop comes first: the search passes over all other letters quickly. Before it stands none, "." being the stop.
_CANDIDATE = re.compile(rf"({_STOP}(?<!{_STOP}.){_STOP}*+)([\"'”’»)\]]*+)(\s++|(?<=[。！？])|$)")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\Z")
_DATELINE = re.compile(r"\([A-Z][\w&. ]{1,20}\)\s*[-–—]")
_WORD = re.compile(r"[\w’'.-]{1,60}")
_OPENERS = "\"'“‘«([—–-•"
_QUOTE_CLOSERS = frozenset("\"'”’»")
_TOKEN_START = re.compile(r"[\s\"“”‘(\[—–/]")
_WINDOW = 60


class _Break(NamedTuple):
    """A place where a sentence may end: ``...stop`` closers, white space, ``openers word``."""

    start: int
    stop: str
    closers: str
    after: int
    openers: str
    word: str


@cache
def _words(section: str) -> frozenset[str]:
    return read_words(Path(__file__).parent / "data" / "abbreviations.txt")[section]


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the sentences of ``text[start:end]`` as offsets, in order; every line break ends one."""
    stop = len(text) if end is None else end
    lines = re.compile(r"[^\n]+").finditer(text, start, stop)
    return [span for line in lines for span in split_paragraph(text, line.start(), line.end())]


@lru_cache(maxsize=2)
def split_paragraphs(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[list[tuple[int, int]], ...]:
    """Return the sentences of each paragraph of one article; the stages that read it one after another share them."""
    return tuple(split_paragraph(text, start, end) for start, end in spans)


def split_paragraph(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of one paragraph as offsets; a line break inside it counts as a blank.

    Splits inside quotations too.
    """
    spans: list[tuple[int, int]] = []
    opened, depth_from, depth = start, start, 0
    for match in _CANDIDATE.finditer(text, start, end):
        if match.end() >= end:
            break
        depth += text.count("(", depth_from, match.start()) - text.count(")", depth_from, match.start())
        depth_from = match.start()
        if _ends_sentence(text, _look_at(text, match, end), opened, end, depth - (text[opened] == "(")):
            spans += _trim(text, opened, match.end(2))
            opened, depth = match.end(), 0
            depth_from = opened
    spans += _trim(text, opened, end)
    return spans


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def _look_at(text: str, match: re.Match[str], end: int) -> _Break:
    here = match.end()
    first = here
    while first < end and text[first] in _OPENERS:
        first += 1
    word = _WORD.match(text, first, end)
    return _Break(match.start(), match[1], match[2], here, text[here:first], word.group() if word else "")


def _ends_sentence(text: str, place: _Break, opened: int, end: int, depth: int) -> bool:
    word = place.word
    if place.stop == "." and text[place.after] in ".…":
        return False
    if not word:
        return bool(place.openers) and not place.closers
    if any(mark in "。！？" for mark in place.stop):
        return True
    if word[0].islower() or _goes_on_to_speaker(text, place, end) or (depth > 0 and ")" not in place.closers):
        return _closes_far_bracket(text, place, depth) if not word[0].islower() else False
    if ")" in place.closers and depth <= 0:
        return word[0].isupper()
    if set(place.stop) <= {".", "…"} and place.stop != ".":
        return word[0].isupper()
    if place.stop != ".":
        return word[0].isupper() or word[0].isdigit() or bool(place.openers)
    return bool(place.closers) or _full_stop_ends(text, place, opened)


def _closes_far_bracket(text: str, place: _Break, depth: int) -> bool:
    """Inside an open bracket only one that does not close soon lets a sentence end."""
    return depth > 0 and ")" not in text[place.after : place.after + 2 * _WINDOW]


def _goes_on_to_speaker(text: str, place: _Break, end: int) -> bool:
    """See ``"Really?" Berg asked``: the mark closes, but the sentence goes on."""
    if not _QUOTE_CLOSERS.intersection(place.closers) or place.openers or place.stop == ".":
        return False
    first = place.word.lower()
    if first in _words("starters") and first not in _words("speakers"):
        return False
    following = _WORD.findall(text, place.after, min(end, place.after + _WINDOW))[1:4]
    for number, word in enumerate(following, 1):
        if word.strip(".").lower() in _words("reporting"):
            return number <= 2
        if word[0].islower():
            return False
    return False


def _full_stop_ends(text: str, place: _Break, opened: int) -> bool:
    begun = place.start
    while begun > max(opened, place.start - _WINDOW) and not _TOKEN_START.match(text[begun - 1]):
        begun -= 1
    word = text[begun : place.start]
    opens = place.word.lower().strip(".'’") in _words("starters") or bool(place.openers)
    if not word:
        return place.word[0] not in ".…" and (place.word[0].isupper() or bool(place.openers))
    if begun - opened < _WINDOW and _DATELINE.match(text, place.after):
        return False
    return _word_ends(word, place, opens=opens, first=begun == opened)


def _word_ends(word: str, place: _Break, *, opens: bool, first: bool) -> bool:
    """Tell whether the full stop after ``word`` ends the sentence, given what follows."""
    lower = word.lower().strip(".")
    if len(word) == 1 and word.isupper():
        return opens and (word == "I" or place.word.lower() in _words("openers after initials"))
    if lower in _words("titles") or lower.split("-")[-1] in _words("titles"):
        return False
    if lower in _words("months"):
        return not place.word[0].isdigit() and opens
    if lower in _words("numbered"):
        return not place.word[0].isdigit()
    if lower in ("a.m", "p.m"):
        return opens or (place.word[0].isupper() and place.word not in _words("zones"))
    if "." in word and _ACRONYM.match(word + "."):
        return opens and not place.openers.startswith("(")
    if lower in _words("endable") and (word[0].isupper() or "." in word or lower in ("etc", "al")):
        return opens and not place.openers.startswith("(")
    return not (word.isdigit() and len(word) <= 2 and (first or place.word[0].isdigit()))
