"""``factcheck ingest``: read articles into the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cli import options
from cli.addresses import Asked, Network, is_address, iterate_readings
from cli.inputs import choose_known, find_store, iterate_inputs, open_registry, read_names
from cli.progress import show_progress
from cli.status import ExitStatus
from cli.terminal import Terminal, use_terminal

if TYPE_CHECKING:
    from claims.articles import Known
    from claims.model import Article
    from claims.registry import Registry
    from claims.store import Store
    from cli.progress import Progress


def ingest(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH|URL]...",
            help="Files, folders, archives or addresses; - is standard input.",
            show_default=False,
        ),
    ] = None,
    feed: options.Feeds = None,
    limit: options.FeedLimit = 100,
    files0_from: options.FromList = None,
    outlet: options.KnownOutlet = None,
    published: options.KnownPublished = None,
    headline: options.KnownHeadline = None,
    url: options.KnownUrl = None,
    dry_run: options.DryRun = False,
    db: options.Db = None,
    sources: options.Sources = None,
    allow_private: options.AllowPrivate = False,
    timeout: options.Timeout = 30,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> ExitStatus:
    """Read articles into the store.

    What it holds already stays as it is, so a run that was stopped can be started again.
    --outlet, --published, --headline and --url go before what the files say of themselves.
    """
    terminal = use_terminal(context, quiet=quiet, verbose=verbose)
    registry = open_registry(sources)
    known = choose_known(outlet, published, headline, url, registry)
    inputs = _list_inputs(paths or [], files0_from, feed or [], terminal)
    asked = Asked(list(filter(is_address, inputs)), feed or [], limit, Network(allow_private, timeout))
    files = [path for path in inputs if not is_address(path)]
    counts: Counter[str] = Counter()
    with show_progress(terminal) as progress, _open_store(db, dry_run=dry_run) as store:
        run = _Run(registry, known, terminal, progress, store, dry_run)
        try:
            counts.update(_ingest_files(files, run))
            counts.update(_ingest_web(asked, run))
            _read_new(run)
        except KeyboardInterrupt:
            progress("", 0, 0)
            terminal.hint("stopped; what was read is stored, and the same command goes on from there")
            raise
    summary = f"{counts['new']:,} new, {counts['unchanged']:,} unchanged, {counts['unread']:,} unreadable"
    terminal.write(summary + ("; nothing was stored" if dry_run else ""))
    return ExitStatus.MISTAKE if counts["unread"] else ExitStatus.DONE


class _Run(NamedTuple):
    """What every input of one run is read with."""

    registry: Registry
    known: Known
    terminal: Terminal
    progress: Progress
    store: Store | None
    """None where nothing is to be stored and there is no store yet."""
    dry: bool


def _list_inputs(paths: list[str], files0_from: options.FromList, feeds: list[str], terminal: Terminal) -> list[str]:
    from claims.errors import FactcheckError

    if files0_from == "-" and "-" in paths:
        raise FactcheckError("standard input cannot hold both paths and an article", hint="put the paths into a file")
    inputs = paths + (read_names(files0_from, terminal) if files0_from else [])
    if not inputs and not feeds:
        raise FactcheckError(
            "nothing to read", hint="name files, folders or addresses, --feed URL, or - for standard input"
        )
    return inputs


def _open_store(db: options.Db, *, dry_run: bool) -> AbstractContextManager[Store | None]:
    from claims.store import Store

    path = find_store(db)
    return nullcontext() if dry_run and not path.is_file() else Store.open(path)


def _ingest_files(files: list[str], run: _Run) -> Iterator[str]:
    """Store each article as it comes and yield what became of it: new, unchanged or unread."""
    from claims.model import Unread

    for found in iterate_inputs(files, run.registry, run.terminal, run.known, run.progress):
        if isinstance(found, Unread):
            yield "unread"
        elif run.dry or run.store is None:
            state = "unchanged" if run.store and run.store.article(found.id) else "new"
            _preview(found, state, run.terminal)
            yield state
        else:
            yield run.store.add(found)


def _ingest_web(asked: Asked, run: _Run) -> Iterator[str]:
    """Store the articles of each page as it comes and yield what became of them."""
    if not asked.addresses and not asked.feeds:
        return
    from claims.model import Unread
    from claims.store import judge_reading, keep_reading

    find_visit = run.store.pages.find if run.store else None
    readings = iterate_readings(asked, run.registry, run.terminal, run.known, run.progress, find_visit)
    with closing(readings):  # whatever happens here ends the connections, too
        for reading in readings:
            if run.store is None or run.dry:
                states = judge_reading(reading, run.store)
                for found, state in zip(reading.found, states, strict=False):
                    if not isinstance(found, Unread):
                        _preview(found, state, run.terminal)
            else:
                states = keep_reading(reading, run.store)
            yield from states


def _read_new(run: _Run) -> None:
    """Read the statements of what was stored, so that comparing has less to do."""
    if run.store is None or run.dry:
        return
    from claims.engines.local import share_work
    from claims.pipeline import Alone
    from claims.store.comparing import read_new

    with share_work(Alone(run.registry)) as work:
        read_new(run.store, run.registry, work, run.progress)


def _preview(article: Article, state: str, terminal: Terminal) -> None:
    """Print what would become of an article."""
    from claims.render.clean import clean

    where = article.path or article.url or article.id
    told = f"{article.published or 'no date'}: {article.headline or 'no headline'}"
    terminal.write(clean(f"{state}: {where}: {article.outlet.name}, {told}"))
