"""``factcheck ingest``: read articles into the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from cli import options
from cli.inputs import choose_known, find_store, iterate_inputs, open_registry, read_names
from cli.progress import show_progress
from cli.status import ExitStatus
from cli.terminal import Terminal, use_terminal

if TYPE_CHECKING:
    from claims.model import Article, Unread


def ingest(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...", help="Files, folders or archives; - is standard input.", show_default=False
        ),
    ] = None,
    files0_from: options.FromList = None,
    outlet: options.KnownOutlet = None,
    published: options.KnownPublished = None,
    headline: options.KnownHeadline = None,
    url: options.KnownUrl = None,
    dry_run: options.DryRun = False,
    db: options.Db = None,
    sources: options.Sources = None,
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
    inputs = _list_inputs(paths or [], files0_from, terminal)
    counts: Counter[str] = Counter()
    with show_progress(terminal) as progress:
        found = iterate_inputs(inputs, registry, terminal, known, progress)
        try:
            counts.update(_preview(found, db, terminal) if dry_run else _store(found, db))
        except KeyboardInterrupt:
            progress("", 0, 0)
            terminal.hint("stopped; what was read is stored, and the same command goes on from there")
            raise
    summary = f"{counts['new']:,} new, {counts['unchanged']:,} unchanged, {counts['unread']:,} unreadable"
    terminal.write(summary + ("; nothing was stored" if dry_run else ""))
    return ExitStatus.MISTAKE if counts["unread"] else ExitStatus.DONE


def _list_inputs(paths: list[str], files0_from: options.FromList, terminal: Terminal) -> list[str]:
    from claims.errors import FactcheckError

    if files0_from == "-" and "-" in paths:
        raise FactcheckError("standard input cannot hold both paths and an article", hint="put the paths into a file")
    inputs = paths + (read_names(files0_from, terminal) if files0_from else [])
    if not inputs:
        raise FactcheckError("nothing to read", hint="name files or folders, or - for standard input")
    return inputs


def _store(found: Iterator[Article | Unread], db: options.Db) -> Iterator[str]:
    """Store each article as it comes and yield what became of it: new, unchanged or unread."""
    from claims.model import Unread
    from claims.store import Store

    with Store.open(find_store(db)) as store:
        for one in found:
            yield "unread" if isinstance(one, Unread) else store.add(one)


def _preview(found: Iterator[Article | Unread], db: options.Db, terminal: Terminal) -> Iterator[str]:
    """Print what would become of each article, and yield it."""
    from contextlib import nullcontext

    from claims.model import Unread
    from claims.render.clean import clean
    from claims.store import Store

    path = find_store(db)
    with Store.open(path) if path.is_file() else nullcontext() as store:
        for one in found:
            if isinstance(one, Unread):
                yield "unread"
                continue
            state = "unchanged" if store and store.article(one.id) else "new"
            where = one.path or one.url or one.id
            terminal.write(clean(f"{state}: {where}: {one.outlet.name}, {_describe(one)}"))
            yield state


def _describe(article: Article) -> str:
    return f"{article.published or 'no date'}: {article.headline or 'no headline'}"
