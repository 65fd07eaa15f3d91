"""What a command reads: the registry, articles from files or from the store."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import FactcheckError
from cli.addresses import Network, is_address, read_listed
from cli.terminal import Terminal

if TYPE_CHECKING:
    from claims.articles import Known
    from claims.model import Article, Unread
    from claims.registry import Registry
    from claims.store import Store
    from cli.progress import Progress

Period = tuple[str | None, str | None]
"""First and last day, ISO, both inclusive; None where open."""


def open_registry(path: Path | None) -> Registry:
    """Load the registry asked for, of the folder, or the bundled one."""
    from claims.registry import find_registry, load_registry

    return load_registry(find_registry(path))


def read_inputs(
    paths: Sequence[str],
    registry: Registry,
    terminal: Terminal,
    period: Period = (None, None),
    network: Network = Network(),  # noqa: B008 - a named tuple cannot change
    processes: int | None = None,
) -> tuple[list[Article], list[Unread]]:
    """Read the articles of files, folders, archives and addresses that were published in ``period``.

    Many are read in several ``processes``, by default one a core. What cannot be read is reported as it comes, and
    returned.
    """
    from claims.model import Unread
    from claims.render.select import keep_published

    addresses = [path for path in paths if is_address(path)]
    files = [path for path in paths if not is_address(path)]
    found = list(iterate_inputs(files, registry, terminal, processes=processes))
    for one in read_listed(addresses, registry, network):
        report_found(one, terminal)
        found.append(one)
    articles = [one for one in found if not isinstance(one, Unread)]
    unread = [one for one in found if isinstance(one, Unread)]
    return list(keep_published(articles, *period)), unread


def iterate_inputs(
    paths: Sequence[str],
    registry: Registry,
    terminal: Terminal,
    known: Known | None = None,
    progress: Progress | None = None,
    processes: int | None = None,
) -> Iterator[Article | Unread]:
    """Yield each article as it is read; what cannot be read is reported and yielded in its place.

    Many are read in several ``processes``, by default one a core.
    """
    from claims.articles import Known
    from claims.model import Unread

    for found in _read_paths(paths, registry, terminal, known or Known(), progress, processes):
        if progress and isinstance(found, Unread):
            progress("", 0, 0)
        report_found(found, terminal)
        yield found


def report_found(found: Article | Unread, terminal: Terminal) -> None:
    """Say why an input could not be read; with -v also what was read."""
    from claims.model import Unread

    if isinstance(found, Unread):
        terminal.report_message(f"{found.path}: {found.reason}", found.hint)
    else:
        terminal.detail(describe_article(found))


def _read_paths(
    paths: Sequence[str],
    registry: Registry,
    terminal: Terminal,
    known: Known,
    progress: Progress | None,
    processes: int | None,
) -> Iterator[Article | Unread]:
    from claims.articles import read_articles
    from claims.model import Unread

    def tell(done: int, total: int) -> None:
        if progress:
            progress("reading", done, total)

    files = [Path(path) for path in paths if path not in {"", "-"}]
    yield from read_articles(files, registry, known=known, progress=tell, processes=processes)
    if "" in paths:  # an unset variable of the shell; Path would take it for the current folder
        yield Unread('""', "an empty path", "name a file or folder")
    if "-" in paths:
        yield from _read_standard_input(registry, terminal, known)


def _read_standard_input(registry: Registry, terminal: Terminal, known: Known) -> Iterator[Article | Unread]:
    from claims.articles import Source, read_bytes
    from claims.articles.files import MOST_OF_MANY
    from claims.errors import UnreadableError
    from claims.model import Unread

    if terminal.stdin.isatty():
        terminal.hint("reading an article from the keyboard; end it with Ctrl-D")
    try:
        data = terminal.stdin.buffer.read(MOST_OF_MANY + 1)
        if len(data) > MOST_OF_MANY:
            raise UnreadableError("too large to be read", hint=f"the limit is {MOST_OF_MANY // 1024**2} MB")
        yield from read_bytes(data, Source("stdin", registry, known=known))
    except UnreadableError as error:
        yield Unread("standard input", error.message, error.hint)


def read_names(source: str, terminal: Terminal) -> list[str]:
    """Return the paths in a file, each ended by a NUL; ``-`` is standard input."""
    try:
        data = terminal.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FactcheckError(f"cannot read it: {reason}", where=source, hint="check the path") from error
    if b"\0" not in data and b"\n" in data.strip():
        raise FactcheckError(
            "its paths are not ended by NULs",
            where="--files0-from",
            hint="write it with find -print0, or printf '%s\\0'",
        )
    return [os.fsdecode(name) for name in data.split(b"\0") if name.strip()]


def choose_known(
    outlet: str | None, published: str | None, headline: str | None, url: str | None, registry: Registry
) -> Known:
    """Return what the user says of the articles; raise where a date or an address is none."""
    from claims.articles import Known, name_outlet
    from claims.articles.moments import first_moment

    if url is not None and not url.startswith(("http://", "https://")):
        raise FactcheckError(f"{url!r} is no address", where="--url", hint="write it as https://outlet.example/story")
    moment = first_moment(published) or require_day(published, "--published")
    return Known(name_outlet(outlet, registry) if outlet else None, moment, headline, url)


def describe_article(article: Article) -> str:
    """Return in a line what was read: from where, which outlet, when published, and what reading noted."""
    published = f", published {article.published}" if article.published else ", no date of publication"
    outlet = article.outlet.name + (" (not in the registry)" if article.outlet.provisional else "")
    notes = "".join(f"; {note}" for note in article.notes)
    return f"{article.path or article.url or article.id}: {outlet}{published}{notes}"


def read_stored(
    db: Path | None,
    period: Period = (None, None),
    outlets: Sequence[str] = (),
    registry: Registry | None = None,
) -> list[Article]:
    """Return the articles of the store, of ``outlets`` and published in ``period`` where these are given.

    An outlet that was not in the registry when it was stored is the one that ``registry`` has by now.
    """
    with open_stored(db) as store:
        found = store.articles(outlets=outlets, since=period[0], until=period[1])
        if registry is None:
            return list(found)
        from claims.store import take_up

        return [take_up(article, registry) for article in found]


@contextmanager
def open_stored(db: Path | None) -> Iterator[Store]:
    """Give the store; raise where there is none yet."""
    path = find_store(db)
    if not path.is_file():
        raise FactcheckError(
            "there is no store yet",
            where=str(path),
            hint="factcheck ingest FILE... makes it; or compare files without it: factcheck compare FILE FILE",
        )
    from claims.store import Store

    with Store.open(path) as store:
        yield store


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
