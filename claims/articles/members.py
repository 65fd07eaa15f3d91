"""Files of many articles, read member by member: what is in memory does not grow with the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import IO, NamedTuple, Protocol

from claims.articles.source import Reader, Source
from claims.errors import UnreadableError
from claims.model import Article, Unread

MOST_FAULTS = 100
"""Rows of one file in sequence that are named one by one."""


class Member(NamedTuple):
    """One article of a file of many: its own bytes, small enough to be handed to another process."""

    content: bytes
    source: Source
    where: str
    """As messages name it: ``archive.zip/story.txt``, ``table.csv#12``."""


ReadMember = Callable[[bytes, Source], list[Article | Unread]]


class Collection(Reader, Protocol):
    """A format that holds many articles: a reader that can also take a file apart."""

    def split(self, file: IO[bytes], source: Source) -> Iterator[Member | Unread]:
        """Yield the members of a file that can be seeked. Raises UnreadableError."""

    def read_member(self, content: bytes, source: Source) -> list[Article | Unread]:
        """Return the articles of one member. Raises UnreadableError."""


def number_members(contents: Iterator[bytes | UnreadableError], source: Source) -> Iterator[Member | Unread]:
    """Yield rows as members numbered from 1, faults in their places; the only row of a file has no number."""
    number = 1
    waiting = next(contents, None)
    while waiting is not None:
        following = next(contents, None)
        where = source.name if number == 1 and following is None else f"{source.name}#{number}"
        if isinstance(waiting, UnreadableError):
            yield Unread(where, waiting.message, waiting.hint)
        else:
            yield Member(waiting, source, where)
        number += 1
        waiting = following


def read_all(members: Iterable[Member | Unread], read_member: ReadMember, source: Source) -> list[Article | Unread]:
    """Return what the members of a collection hold; one that cannot be read is Unread in its place.

    Raises UnreadableError where the only row of a file cannot be read.
    """
    found: list[Article | Unread] = []
    for member in members:
        if isinstance(member, Unread):
            found.append(member)
        elif member.where == source.name:
            found += read_member(member.content, member.source)
        else:
            found += try_member(member, read_member)
    return found


def try_member(member: Member, read_member: ReadMember) -> list[Article | Unread]:
    """Return what a member holds, or that it cannot be read."""
    try:
        return read_member(member.content, member.source)
    except UnreadableError as error:
        return [Unread(member.where, error.message, error.hint)]


def sum_up_faults(found: Iterable[Article | Unread]) -> Iterator[Article | Unread]:
    """Yield what is found, of more than a hundred faulty rows of one file in sequence only how many more there are."""
    run = 0
    last: Unread | None = None
    for one in found:
        row = isinstance(one, Unread) and "#" in one.path
        if last and not (row and _file_of(one) == _file_of(last)):
            yield from _tell_more(last, run)
            run, last = 0, None
        if isinstance(one, Unread) and row:
            run, last = run + 1, one
        if run <= MOST_FAULTS:
            yield one
    if last:
        yield from _tell_more(last, run)


def _file_of(one: Article | Unread) -> str:
    return (one.path or "").partition("#")[0]


def _tell_more(last: Unread, run: int) -> Iterator[Unread]:
    if run > MOST_FAULTS:
        reason = f"{run - MOST_FAULTS:,} more rows cannot be read, the last of them: {last.reason}"
        yield Unread(_file_of(last), reason, last.hint)
