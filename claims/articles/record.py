"""What a structured source says of one article, field by field: wire items, rows of a table, entries of a feed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from claims.articles.bylines import read_byline
from claims.articles.datelines import read_dateline
from claims.articles.draft import Draft, build_article, cut_dateline, join_blocks
from claims.articles.fragments import Piece, fold
from claims.articles.moments import complete_moment
from claims.articles.outlets import find_outlet
from claims.articles.source import Source
from claims.articles.xmltree import item_bytes
from claims.errors import UnreadableError
from claims.model import Article, Dateline, Unread

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BY = re.compile(r"^by:?\s+(?=\S)", re.IGNORECASE)
Member = TypeVar("Member")
_LONGEST_BYLINE = 80
_FEWEST_WORDS = 30
_SHARE_OF_PROSE = 0.45
_LONGEST_NOTE = 600


class Record(NamedTuple):
    """The fields of one article; all but the body may be missing."""

    pieces: list[Piece]
    """The body: paragraphs, subheads, captions, tails."""
    headline: str | None = None
    standfirst: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    place: str | None = None
    bylines: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    hosts: tuple[str | None, ...] = ()
    """Hosts or addresses of the publisher, nearest first."""
    names: tuple[str | None, ...] = ()
    """What the source calls its publisher, nearest first."""


def build_record(record: Record, data: bytes, source: Source) -> Article:
    """Return the article of a record; ``data`` is what its digest is taken of. Raises UnreadableError."""
    if not any(label == "paragraph" for label, _ in record.pieces):
        raise UnreadableError("no article text in it", where=source.name, hint="give items with a headline and a body")
    text, blocks = join_blocks(_arrange(record))
    blocks, dateline = cut_dateline(text, blocks)
    place = _read_place(record.place)
    if place and not (dateline and dateline.place):
        dateline = Dateline(place, dateline.day if dateline else None, dateline.agency if dateline else None)
    agency = dateline.agency if dateline else None
    outlet = find_outlet(source, hosts=record.hosts, names=record.names, hints=(agency,))
    printed = [read_byline(piece) or piece for label, piece in _arrange(record) if label == "byline"]
    draft = Draft(
        text=text,
        blocks=blocks,
        headline=_folded(record.headline),
        url=record.url,
        published=complete_moment(record.published, outlet.utc_offset),
        updated=complete_moment(record.updated, outlet.utc_offset),
        language=record.language,
        dateline=dateline,
        bylines=_unique(_BY.sub("", byline) for byline in record.bylines) or _unique(printed),
        credits=_unique(([agency] if agency else []) + list(record.credits)),
        notes=_unique(note[:_LONGEST_NOTE] for note in record.notes),
    )
    return build_article(draft, outlet, data, source)


def _read_place(stated: str | None) -> str | None:
    """Return the place in a dateline that the metadata give, without day and agency; None where it is only a day."""
    if not stated:
        return None
    head = read_dateline(f"{stated} - ")
    place = head.place if head else stated.strip(" -–—")
    return place if place and not any(map(str.isdigit, place)) else None


def _arrange(record: Record) -> list[Piece]:
    """Return all pieces in the order of print: the headline once, the standfirst where the body does not repeat it."""
    headline, standfirst = _folded(record.headline), _folded(record.standfirst)
    body = [piece for index, piece in enumerate(record.pieces) if index > 1 or piece[1] != headline]
    for index, (label, text) in enumerate(body[:2]):
        if label == "paragraph" and len(text) <= _LONGEST_BYLINE and len(body) > 1 and read_byline(text):
            body[index] = ("byline", text)
    head: list[Piece] = [("headline", headline or "")]
    if standfirst and standfirst != headline and all(standfirst not in text for _, text in body):
        head.append(("standfirst", standfirst))
    return head + body


def read_members(
    members: Sequence[Member], read_member: Callable[[Member], Article], source: Source
) -> list[Article | Unread]:
    """Return what each member of a list is; one that is no article is Unread in its place, numbered from 1."""
    if len(members) == 1:
        return [read_member(members[0])]
    found: list[Article | Unread] = []
    for number, member in enumerate(members, 1):
        try:
            found.append(read_member(member))
        except UnreadableError as error:
            found.append(Unread(f"{source.name}#{number}", error.message, error.hint))
    return found


def read_elements(
    elements: Sequence[Element], read_element: Callable[[Element, str], Record], data: bytes, source: Source
) -> list[Article | Unread]:
    """Return what each element of the XML document ``data`` is; see :func:`read_members`."""

    def read_one(element: Element) -> Article:
        return build_record(read_element(element, source.name), item_bytes(element, elements, data), source)

    return read_members(elements, read_one, source)


def require_prose(pieces: list[Piece], where: str) -> None:
    """Raise UnreadableError where a body is only tables, line-ups or results."""
    words = sum(len(text.split()) for _, text in pieces)
    if words >= _FEWEST_WORDS and not any(_is_prose(text) for _, text in pieces):
        raise UnreadableError(
            "a table or a list of results, not running text", where=where, hint="give items with running text"
        )


def _is_prose(text: str) -> bool:
    """Tell whether nearly half of the words start with a small letter, or with one of a script without capitals."""
    words = text.split()
    plain = sum(word[0].isalpha() and not word[0].isupper() for word in words)
    return plain >= _SHARE_OF_PROSE * len(words) if len(words) >= 4 else len(text) > 40


def note_status(status: str | None, embargo: str | None) -> list[str]:
    """Return what an editor must know before using an item: an embargo, and any status but "usable"."""
    notes = [f"Embargoed until {embargo}."] if embargo else []
    if status and status.casefold() != "usable":
        notes.append(f"Publication status: {status}.")
    return notes


def _folded(text: str | None) -> str | None:
    return fold(text) or None if text else None


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(folded for value in values if (folded := fold(value))))
