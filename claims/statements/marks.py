"""Quotation marks: which stretches of a text stand in them.

Each paragraph is read for itself, so a mark that is never closed costs at most its own paragraph; a quotation that
runs over several paragraphs gives one region for each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.patterns import DOTTED_REST, Gated, lazy

_DOUBLE = re.compile(r"[“„«〝”»〞\"＂]|''(?!')|``")
_OPENING = frozenset("“„«〝") | {"``"}
_CLOSING = frozenset("”»〞")
_SINGLE_OPEN = Gated(r"[‘'](?<![^\s(\[—–\-“\"«][‘'])(?=[^\s'’])", "‘", "'")
_SINGLE_CLOSE = lazy(r"[’'](?<=\S[’'])(?!\w)")
_STARTS_QUOTED = lazy(r"\s*(?:[“„«〝\"＂]|''|``)")
_INNER_STOP = lazy(r"[.,?!;:—]")
_TITLE_WORD = re.compile(r"[\w’'-]+")
_BEFORE_NICKNAME = re.compile(rf"[^\W\d_a-z]{DOTTED_REST} \Z")
_WORK = Gated(
    r"\b(?:book|memoir|novel|film|movie|song|album|single|show|series|podcast|play|essay|column|documentary"
    r"|programme|program|autobiography|poem|musical|sitcom), \Z",
    ", ",
)
_LONGEST_WORK = 20
_LONGEST_NICKNAME = 24
_LONGEST_SINGLE = 1500
_POSSESSIVE_REACH = 400


class Region(NamedTuple):
    """A stretch in quotation marks, marks included; ``carried`` when it goes on from the paragraph before."""

    start: int
    end: int
    carried: bool = False


def find_quotation_marks(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Region]:
    """Return the quoted stretches of the paragraphs, in order, none inside another.

    Reads straight and curly double marks, guillemets, two apostrophes or backticks, and single marks at the edges of
    words. Names of shows and books, set in title case, are left out.
    """
    regions: list[Region] = []
    carry = False
    spans = list(paragraphs)
    for number, (start, end) in enumerate(spans):
        following = spans[number + 1] if number + 1 < len(spans) else None
        doubles, carry = _double_regions(text, (start, end), following, carry=carry)
        singles = _single_regions(text, start, end, doubles)
        regions += [region for region in _outermost(doubles, singles) if not _is_name(text, region, start)]
    return regions


def _double_regions(
    text: str, span: tuple[int, int], following: tuple[int, int] | None, *, carry: bool
) -> tuple[list[Region], bool]:
    """Return the regions in double marks, and whether the last goes on in the paragraph that follows."""
    start, end = span
    marks = list(_DOUBLE.finditer(text, start, end))
    odd = sum(mark.group() not in _OPENING | _CLOSING for mark in marks) % 2 == 1
    regions: list[Region] = []
    opened: int | None = None
    for mark in marks:
        if opened is not None:
            if mark.group() not in _OPENING or _is_turned(text, mark, end):
                regions.append(Region(opened, mark.end(), carry and not text[start:opened].strip()))
                opened = None
        elif carry and not regions and _closes_carried(text, mark, start, odd=odd):
            regions.append(Region(start, mark.end(), carried=True))
        elif (mark.group() not in _CLOSING or _is_turned(text, mark, end, start)) and not (
            odd and _is_inch(text, mark, start, end)
        ):
            opened = mark.start()
    if opened is None:
        return regions, False
    goes_on = following is not None and bool(_STARTS_QUOTED.match(text, following[0], following[1]))
    if goes_on or not text[start:opened].strip():
        regions.append(Region(opened, end, carry and not text[start:opened].strip()))
    return regions, goes_on


def _is_turned(text: str, mark: re.Match[str], end: int, start: int | None = None) -> bool:
    """Tell whether a curly mark is set the wrong way round: ``it ended.“`` and, with ``start``, ``”It began``."""
    before = text[mark.start() - 1] if mark.start() > 0 else " "
    after = text[mark.end()] if mark.end() < end else " "
    if start is None:
        return not before.isspace() and not after.isalnum()
    return (mark.start() == start or before.isspace()) and after.isalnum()


def _closes_carried(text: str, mark: re.Match[str], start: int, *, odd: bool) -> bool:
    if mark.group() in _CLOSING:
        return True
    before = text[mark.start() - 1] if mark.start() > start else " "
    return mark.group() not in _OPENING and odd and not before.isspace()


def _is_inch(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """See ``a 24" screen``: an odd straight mark after a digit."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    return before.isdigit() and (after.isspace() or after in ",.x")


def _single_regions(text: str, start: int, end: int, doubles: Sequence[Region]) -> Iterator[Region]:
    """Yield the regions in single marks that do not begin inside double ones."""
    openers = [match.start() for match in _SINGLE_OPEN.finditer(text, start, end)]
    if not openers:
        return
    doubled = _Covered(doubles)
    closers = [match.start() for match in _SINGLE_CLOSE.finditer(text, start, end) if not doubled.covers(match.start())]
    done = start
    for opener in openers:
        if opener < done or doubled.covers(opener):
            continue
        at = _closer_of(text, opener, openers, closers)
        if at is not None and 2 < at - opener < _LONGEST_SINGLE:
            yield Region(opener, at + 1)
            done = at + 1


def _closer_of(text: str, opener: int, openers: Sequence[int], closers: Sequence[int]) -> int | None:
    """Return where the region closes; the apostrophe of ``the workers' vote`` is passed over when another follows."""
    number = bisect_right(closers, opener)
    if number == len(closers):
        return None
    nearest = bisect_right(openers, opener)
    following = openers[nearest] if nearest < len(openers) else len(text)
    while number + 1 < len(closers) and _may_be_possessive(text, closers[number]):
        beyond = closers[number + 1]
        if beyond > closers[number] + _POSSESSIVE_REACH or beyond > following > closers[number]:
            break
        number += 1
        if beyond > opener + _LONGEST_SINGLE:
            break
    return closers[number]


def _may_be_possessive(text: str, at: int) -> bool:
    return text[at - 1] == "s" and text[at + 1 : at + 2] == " "


class _Covered:
    """Tells whether a place lies in one of some regions that are in order and apart."""

    def __init__(self, regions: Sequence[Region]) -> None:
        self._regions = regions
        self._starts = [region.start for region in regions]

    def covers(self, place: int) -> bool:
        number = bisect_right(self._starts, place) - 1
        return number >= 0 and place < self._regions[number].end


def _outermost(doubles: Iterable[Region], singles: Iterable[Region]) -> list[Region]:
    kept: list[Region] = []
    for region in sorted([*doubles, *singles], key=lambda region: (region.start, -region.end)):
        if not kept or region.start >= kept[-1].end:
            kept.append(region)
    return kept


def _is_name(text: str, region: Region, paragraph: int) -> bool:
    return _is_nickname(text, region) or _is_title(text, region, paragraph)


def _is_nickname(text: str, region: Region) -> bool:
    """See ``Anna "Ferret" Gale``: one or two words with capitals between the words of a name."""
    if region.end - region.start > _LONGEST_NICKNAME or not _BEFORE_NICKNAME.search(
        text, max(0, region.start - _LONGEST_NICKNAME), region.start
    ):
        return False
    words = text[region.start + 1 : region.end - 1].split()
    plain = 0 < len(words) <= 2 and all(word[0].isupper() and word[-1].isalpha() for word in words)
    return plain and text[region.end : region.end + 1] == " " and text[region.end + 1 : region.end + 2].isupper()


def _is_title(text: str, region: Region, paragraph: int) -> bool:
    """Tell whether the marks hold the name of a show, a book or a song rather than words that somebody said."""
    if region.end - region.start > 60:
        return False
    words = _TITLE_WORD.findall(text, region.start, region.end)
    inner = text[region.start + 1 : region.end - 1].strip("'’”\" ").rstrip(".,")
    before = text[max(paragraph, region.start - 2) : region.start].rstrip(" ")
    named = _WORK.search(text, max(paragraph, region.start - _LONGEST_WORK), region.start) is not None
    if not 2 <= len(words) <= 6 or not before.strip(" \n(") or (not named and before[-1] in ",:"):
        return False
    if _INNER_STOP.search(inner) and not (named and "," in inner):
        return False
    if before[-1] in ".!?”" and text[region.end - 2] in ",!?.":
        return False
    words = [word for word in words if word not in ("I", "I’m", "I'm")]
    long = [word for word in words if len(word) > 3 or word[0].isupper()]
    return len(long) >= len(words) - 1 and all(word[0].isupper() for word in long)
