"""Wire copy with the control headers of its transmission: IPTC 7901, ANPA 1312, or labelled lines.

Control characters become line ends, the lines of header and trailer are labelled as furniture, and the story is read
as any text. A capture of several stories gives one article each.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from claims.articles import text as plain
from claims.articles.bylines import read_byline
from claims.articles.encoding import decode_bytes
from claims.articles.record import read_members
from claims.articles.source import Known, Source
from claims.articles.wireheader import WireHeader, read_header, read_trailer
from claims.errors import UnreadableError
from claims.model import Article, Unread

_START, _TEXT, _END, _OVER = b"\x01", b"\x02", b"\x03", b"\x04"
_SIGNS = _START + _TEXT + _END + _OVER
_HEAD = 2048
_LONGEST_LEAD = 64
_NOT_SENT = re.compile(rb"[\0\x05-\x08\x0e-\x15\x17-\x1a\x1c-\x1f]")
"""Control characters that no transmission has."""
_SYNC = bytes(code for code in range(32) if code not in (1, 2, 3, 4, 9, 10, 13)) + b"\x7f"
_LINE_END = b"\r\r\n"
"""As printers of old needed it, the carriage having to travel."""
_MARKS = ("=", "<")
_LINE_MARKS = re.compile(r"^\^+|[<=]+$", re.MULTILINE)
"""Signs for the typesetter at the ends of lines: upper rail, quad left, quad centre."""
_NARROWEST, _WIDEST, _SLACK = 50, 90, 6
"""Characters of a full line, and how many fewer it may have."""
_CUT = 0.7
_FEWEST_WORDS = 50
_SHORT = "The header says {} words, the text has {}: it may be cut."
_VERSION = "Sent as {}: an earlier version exists."


class _Story(NamedTuple):
    """One transmission, in parts; all are kept."""

    header: str
    body: str
    trailer: str


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the bytes hold the signs of a transmission, or open with control lines."""
    del suffix
    head = data[:_HEAD]
    if _NOT_SENT.search(head):
        return False
    if _START in head[:_LONGEST_LEAD]:
        return _TEXT in head[head.index(_START) :]
    if head.lstrip()[:1] in b"<{[":
        return False
    return read_header(_split_lines(head.decode("utf-8", "replace").replace("\r", "\n"))).lines > 0


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the article of each transmission. Raises UnreadableError."""
    if _START not in data[:_LONGEST_LEAD]:
        stories = [data]
    else:
        stories = [_START + part for part in data.split(_START) if part.translate(None, _SYNC).strip()]
    if not stories:
        raise UnreadableError("a transmission without a story", where=source.name, hint="give the text with its header")
    return read_members(stories, lambda story: _read_story(story, source), source)


def _read_story(data: bytes, source: Source) -> Article:
    story, notes = _take_apart(data, source.name)
    header_lines = [*_split_lines(story.header), *_split_lines(story.trailer)]
    header = read_header(_split_lines(story.header))
    sent = next((moment for line in header_lines if (moment := read_trailer(line))), None) or header.published
    parts = ("\n\n".join(_split_lines(story.header)), _LINE_MARKS.sub("", _unwrap(story.body)), story.trailer)
    text = "\n\n".join(part for part in parts if part)
    furniture = frozenset(line.casefold() for line in header_lines)
    article = plain.read_text(text, notes, data, source.with_envelope(Known(published=sent)), furniture=furniture)
    return replace(article, notes=(*article.notes, *_note(header, story.body)))


def _take_apart(data: bytes, where: str) -> tuple[_Story, tuple[str, ...]]:
    """Return header, body and trailer, by the control characters or by what the lines look like."""
    data = data.replace(_LINE_END, b"\n")
    if not data.startswith(_START):
        text, notes = decode_bytes(data, where)
        return _cut_by_lines(text), notes
    head, _, rest = data.translate(None, _SYNC).lstrip(_START).partition(_TEXT)
    body, _, trailer = rest.partition(_END)
    decoded = [
        decode_bytes(part.translate(None, _START + _TEXT + _END + _OVER), where) for part in (head, body, trailer)
    ]
    header, story, closing = (text.strip() for text, _ in decoded)
    inner = _cut_by_lines(story)  # slug lines often stand below the sign that the text begins
    notes = tuple(dict.fromkeys(note for _, notes in decoded for note in notes))
    parts = ("\n".join(filter(None, pair)) for pair in ((header, inner.header), (inner.trailer, closing)))
    first, last = parts
    return _Story(first, inner.body, last), notes


def _cut_by_lines(text: str) -> _Story:
    lines = text.split("\n")
    left = read_header([line for line in lines if line.strip()][:20]).lines
    first = 0
    while left:
        left -= bool(lines[first].strip())
        first += 1
    end = len(lines)
    while end > first and (not lines[end - 1].strip() or read_trailer(lines[end - 1])):
        end -= 1
    parts = ("\n".join(lines[:first]), "\n".join(lines[first:end]), "\n".join(lines[end:]))
    return _Story(*(part.strip("\n") for part in parts))


def _unwrap(body: str) -> str:
    """Return the story with a paragraph a line: wires break lines where the next word does not fit."""
    lines = body.split("\n")
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST:
        return body
    unwrapped = lines[0]
    for line, following in pairwise(lines):
        fits = len(line) + 1 + len((following.split(maxsplit=1) or [""])[0]) <= width - _SLACK
        apart = fits or line.endswith(_MARKS) or not following.strip() or following[:1].isspace()
        unwrapped += ("\n" if apart or read_byline(following) else " ") + following
    return unwrapped


def _split_lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _note(header: WireHeader, body: str) -> list[str]:
    notes = [_VERSION.format(header.version)] if header.version else []
    words = len(body.split())
    if header.words and header.words >= _FEWEST_WORDS and words < _CUT * header.words:
        notes.append(_SHORT.format(header.words, words))
    return notes
