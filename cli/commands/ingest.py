"""``factcheck ingest``: read articles into the store."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import options
from cli.inputs import find_store, open_registry, read_inputs
from cli.status import ExitStatus
from cli.terminal import use_terminal


def ingest(
    context: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files or folders; - is standard input.", show_default=False)
    ],
    db: options.Db = None,
    sources: options.Sources = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> ExitStatus:
    """Read articles into the store.

    What it holds already stays as it is.
    """
    from claims.store import Store

    terminal = use_terminal(context, quiet=quiet, verbose=verbose)
    articles, unread = read_inputs(paths, open_registry(sources), terminal)
    with Store.open(find_store(db)) as store:
        added = sum(store.add(article) == "new" for article in articles)
    terminal.write(f"{added:,} new, {len(articles) - added:,} unchanged, {len(unread):,} unreadable")
    return ExitStatus.MISTAKE if unread else ExitStatus.DONE
