"""What a command reads: the registry, articles from files or from the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import FactcheckError
from cli.terminal import Terminal

if TYPE_CHECKING:
    from claims.model import Article, Unread
    from claims.registry import Registry

Period = tuple[str | None, str | None]
"""First and last day, ISO, both inclusive; None where open."""


def open_registry(path: Path | None) -> Registry:
    """Load the registry asked for, of the folder, or the bundled one."""
    from claims.registry import find_registry, load_registry

    return load_registry(find_registry(path))


def read_inputs(
    paths: Sequence[str], registry: Registry, terminal: Terminal, period: Period = (None, None)
) -> tuple[list[Article], list[Unread]]:
    """Read the articles of files, folders and archives that were published in ``period``.

    What cannot be read is reported as it comes, and returned.
    """
    from claims.model import Unread
    from claims.render.select import keep_published

    articles: list[Article] = []
    unread: list[Unread] = []
    for found in _read_paths(paths, registry, terminal):
        if isinstance(found, Unread):
            unread.append(found)
            terminal.report_message(f"{found.path}: {found.reason}", found.hint)
        else:
            articles.append(found)
            terminal.detail(describe_article(found))
    return list(keep_published(articles, *period)), unread


def _read_paths(paths: Sequence[str], registry: Registry, terminal: Terminal) -> Iterator[Article | Unread]:
    from claims.articles import read_articles
    from claims.model import Unread

    others = [path for path in paths if path in {"", "-"} or path.startswith(("http://", "https://"))]
    yield from read_articles([Path(path) for path in paths if path not in others], registry)
    for path in others:
        if path == "":  # an unset variable of the shell; Path would take it for the current folder
            yield Unread('""', "an empty path", "name a file or folder")
        elif path != "-":
            yield Unread(path, "factcheck reads no addresses", "save the page and name the file")
    if "-" in paths:
        yield from _read_standard_input(registry, terminal)


def _read_standard_input(registry: Registry, terminal: Terminal) -> Iterator[Article | Unread]:
    from claims.articles import Source, read_bytes
    from claims.errors import UnreadableError
    from claims.model import Unread

    if terminal.stdin.isatty():
        terminal.hint("reading an article from the keyboard; end it with Ctrl-D")
    try:
        yield from read_bytes(terminal.stdin.buffer.read(), Source("stdin", registry))
    except UnreadableError as error:
        yield Unread("standard input", error.message, error.hint)


def describe_article(article: Article) -> str:
    """Return in a line what was read: from where, which outlet, when published, and what reading noted."""
    published = f", published {article.published}" if article.published else ", no date of publication"
    outlet = article.outlet.name + (" (not in the registry)" if article.outlet.provisional else "")
    notes = "".join(f"; {note}" for note in article.notes)
    return f"{article.path or article.url or article.id}: {outlet}{published}{notes}"


def read_stored(db: Path | None, period: Period = (None, None), outlets: Sequence[str] = ()) -> list[Article]:
    """Return the articles of the store, of ``outlets`` and published in ``period`` where these are given."""
    path = find_store(db)
    if not path.is_file():
        raise FactcheckError(
            "there is no store yet",
            where=str(path),
            hint="factcheck ingest FILE... makes it; or compare files without it: factcheck compare FILE FILE",
        )
    from claims.store import Store

    with Store.open(path) as store:
        return list(store.articles(outlets=outlets, since=period[0], until=period[1]))


def find_store(path: Path | None) -> Path:
    """Return the file of the store: the one asked for, or the user's own."""
    if path is not None:
        return path
    from claims.store import default_store

    return default_store()


def require_day(day: str | None, option: str) -> str | None:
    """Return an ISO day, month or year as given; raise where it is none."""
    from claims.registry import is_day

    if day is not None and not is_day(day):
        raise FactcheckError(f"{day!r} is no day", where=option, hint="write it as 2026-02-04, 2026-02 or 2026")
    return day
