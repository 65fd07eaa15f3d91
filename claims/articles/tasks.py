"""What is read at a time: a file, or one member of a file of many, whichever process reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from claims.articles.files import MOST_STREAMED, find_files, is_collection, open_file, size_of, written_on
from claims.articles.members import Collection, Member, try_member
from claims.articles.source import Known, Outlets, Source
from claims.errors import UnreadableError
from claims.model import Article, Outlet, Unread

Found = list[Article | Unread]
_HEAD = 1_000_000


class NoOutlets:
    """Stands in for the registry in what is sent to another process, which has its own."""

    def find_outlet(self, name: str) -> Outlet | None:
        """Know none."""

    def find_outlet_by_domain(self, host: str) -> Outlet | None:
        """Know none."""


class Task(NamedTuple):
    """One file, or one member of a file of many: what to read, and how far reading it brings the work."""

    where: str
    size: int
    """Bytes of the file that it stands for."""
    known: Known
    member: Member | None = None
    reader: str = ""
    """Of the collection that the member is from."""
    unread: Unread | None = None
    """Instead of anything to read: why there is nothing."""


def list_tasks(paths: Iterable[Path], known: Known) -> Iterator[Task]:
    """Yield what there is to read in files and folders, in sorted order; files of many are taken apart."""
    for file in find_files(paths):
        if isinstance(file, Unread):
            yield Task(file.path, 0, known, unread=file)
        elif is_collection(file):
            yield from _split_file(file, known)
        else:
            yield Task(str(file), size_of(file), known)


def _split_file(path: Path, known: Known) -> Iterator[Task]:
    """Yield a task for each member, or one for the file where it is another format than its name says."""
    reached = 0
    try:
        with open_file(path, MOST_STREAMED) as file:
            found = _find_collection(file, path)
            if found is None:
                yield Task(str(path), size_of(path), known)
                return
            name, collection = found
            for member in collection.split(file, Source(str(path), NoOutlets(), written_on(path), known)):
                size = max(0, file.tell() - reached)
                reached += size
                if isinstance(member, Unread):
                    yield Task(member.path, size, known, unread=member)
                else:
                    yield Task(member.where, size, known, member, name)
    except UnreadableError as error:
        where = error.where or str(path)
        yield Task(where, 0, known, unread=Unread(where, error.message, error.hint))
    except OSError as error:
        unread = Unread(str(path), f"cannot read it: {error.strerror or error}", "check the disk")
        yield Task(str(path), 0, known, unread=unread)


def _find_collection(file: IO[bytes], path: Path) -> tuple[str, Collection] | None:
    from claims.articles.reading import COLLECTIONS, find_reader

    head = file.read(_HEAD)
    file.seek(0)
    name = find_reader(head, Source(str(path), NoOutlets())) if head.strip() else None
    return (name, COLLECTIONS[name]) if name in COLLECTIONS else None


def read_task(task: Task, outlets: Outlets) -> Found:
    """Return what a file or a member holds; where it cannot be read, why."""
    from claims.articles.reading import COLLECTIONS, read_file

    if task.unread:
        return [task.unread]
    if task.member:
        member = task.member._replace(source=task.member.source._replace(outlets=outlets))
        return try_member(member, COLLECTIONS[task.reader].read_member)
    try:
        return read_file(Path(task.where), outlets, task.known)
    except UnreadableError as error:
        return [Unread(error.where or task.where, error.message, error.hint)]
