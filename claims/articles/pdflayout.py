"""From the lines of printed pages to a text: paragraphs put together, words joined that were parted at line ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+")
_PAGE_NUMBER = re.compile(r"\W*(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?\W*", re.IGNORECASE)
_PARTED = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_DIGITS = re.compile(r"\d+")
_ENDS = (".", "!", "?", ":", ";", '"', "”", "’", ")")
_LARGER = 1.12
"""Times the size of the running text that makes a heading."""
_WIDER = 1.35
"""Times the usual distance of lines that parts paragraphs."""
_FULL = 0.7
"""Of the usual characters: a shorter line that ends a sentence ends its paragraph."""
_EDGE_LINES = 3
_LONGEST_HEADLINE = 300


class Line(NamedTuple):
    """A line as printed: where its first letter stands, in points from the lower left, and the size of its letters."""

    text: str
    x: float
    y: float
    size: float


class Layout(NamedTuple):
    """The text of all pages, paragraphs parted by blank lines."""

    text: str
    headline: str | None
    """The lines in the largest letters at the top, where they are larger than the rest."""
    headings: frozenset[str]
    furniture: frozenset[str]
    """Lines that pages repeat, and page numbers, folded; they stand between the paragraphs."""


class _Usual(NamedTuple):
    """What most lines have: size of letters, distance to the next, characters of a full line."""

    size: float
    gap: float
    width: int


class _Group(NamedTuple):
    """Lines that make one paragraph or heading."""

    lines: list[Line]
    page: int
    furniture: bool = False


def lay_out(pages: Sequence[Sequence[Line]]) -> Layout:
    """Return the text of the pages, in the order in which they are drawn."""
    usual = _measure(pages)
    groups = list(_group(pages, usual, _find_repeated(pages)))
    words = _count_words(pages)
    texts = [_join_lines(group.lines, words) for group in groups]
    both = list(zip(groups, texts, strict=True))
    return Layout(
        text="\n\n".join(texts),
        headline=_find_headline(groups, texts, usual),
        headings=frozenset(text for group, text in both if group.lines[0].size > usual.size * _LARGER),
        furniture=frozenset(text.casefold() for group, text in both if group.furniture),
    )


def _measure(pages: Sequence[Sequence[Line]]) -> _Usual:
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page):
        sizes[line.size] += len(line.text)
    size = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    gaps = [
        one.y - other.y
        for page in pages
        for one, other in pairwise(page)
        if one.size == other.size == size and 0 < one.y - other.y < 4 * size
    ]
    lengths = sorted(len(line.text) for page in pages for line in page if line.size == size)
    return _Usual(size, median(gaps) if gaps else size * 1.2, lengths[len(lengths) * 9 // 10] if lengths else 0)


def _find_repeated(pages: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    """Return what at least half of the pages have among their highest or lowest lines."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    return {key for key, count in seen.items() if count >= max(2, len(pages) / 2)}


def _edges(page: Sequence[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: -line.y)
    return ordered[:_EDGE_LINES] + ordered[_EDGE_LINES:][-_EDGE_LINES:]


def _key(line: Line) -> tuple[str, int]:
    """Return what repeated lines share: words and size, whatever the numbers."""
    return _DIGITS.sub("#", line.text.casefold()), round(line.size)


def _group(pages: Sequence[Sequence[Line]], usual: _Usual, repeated: set[tuple[str, int]]) -> Iterator[_Group]:
    """Yield paragraphs, headings and furniture; furniture within a paragraph that runs on comes before it."""
    current: list[Line] = []
    started = 0
    for number, page in enumerate(pages):
        edges = set(_edges(page))
        for line in page:
            if _key(line) in repeated or (line in edges and _PAGE_NUMBER.fullmatch(line.text)):
                yield _Group([line], number, furniture=True)
                continue
            if current and not _runs_on(current[-1], line, usual):
                yield _Group(current, started)
                current = []
            started = started if current else number
            current.append(line)
    if current:
        yield _Group(current, started)


def _runs_on(line: Line, following: Line, usual: _Usual) -> bool:
    """Tell whether the following line belongs to the same paragraph or heading."""
    if abs(line.size - following.size) > line.size * (_LARGER - 1) / 2:
        return False
    ends = line.text.endswith(_ENDS)
    down = line.y - following.y
    if not 0 < down < 6 * usual.gap:  # a new page or column
        return not ends and len(line.text) >= usual.width / 2
    if down > _WIDER * usual.gap * max(1.0, line.size / usual.size):
        return False
    indented = line.size < following.x - line.x < 4 * line.size
    return not indented and not (ends and len(line.text) < _FULL * usual.width)


def _count_words(pages: Sequence[Sequence[Line]]) -> Counter[str]:
    """Count the words that stand whole in a line."""
    found: Counter[str] = Counter()
    for line in (line for page in pages for line in page):
        parted = _PARTED.search(line.text)
        found.update(map(str.casefold, _WORD.findall(line.text[: parted.start()] if parted else line.text)))
    return found


def _join_lines(lines: Sequence[Line], words: Counter[str]) -> str:
    """Return the lines as one, a word parted by a hyphen joined where the text has it whole elsewhere."""
    text = ""
    for line in lines:
        parted = _PARTED.search(text)
        rest = _WORD.match(line.text)
        if not (parted and rest):
            text = f"{text} {line.text}" if text else line.text
        elif text[-1] == "\u00ad" or (rest[0].islower() and (parted[1] + rest[0]).casefold() in words):
            text = text[:-1] + line.text
        else:
            text += line.text
    return text.replace("\u00ad", "")


def _find_headline(groups: Sequence[_Group], texts: Sequence[str], usual: _Usual) -> str | None:
    """Return the heading in the largest letters on the first page."""
    headings = [
        (group.lines[0].size, -index)
        for index, group in enumerate(groups)
        if group.page == 0 and not group.furniture and len(texts[index].split()) >= 3
    ]
    size, index = max(headings, default=(0.0, 0))
    text = texts[-index] if headings else ""
    return text if size > usual.size * _LARGER and len(text) <= _LONGEST_HEADLINE else None
