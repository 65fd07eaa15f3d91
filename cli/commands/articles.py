"""``factcheck articles``: what the store holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

import typer

from cli import options
from cli.answer import Target, choose_format
from cli.inputs import read_stored, require_day
from cli.status import ExitStatus
from cli.terminal import use_terminal

if TYPE_CHECKING:
    from claims.model import Article


def articles(
    context: typer.Context,
    db: options.Db = None,
    output_format: options.OutputListFormat = "table",
    json: options.Json = False,
    output: options.OutputFile = None,
    color: options.Color = "auto",
    outlet: options.ArticleOutlets = None,
    since: options.Since = None,
    until: options.Until = None,
    quiet: options.Quiet = False,
) -> ExitStatus:
    """List the articles of the store."""
    from claims.render.document import build_article
    from cli.listing import write_document

    terminal = use_terminal(context, quiet=quiet)
    target = Target(terminal, choose_format(output_format, json), output, color)
    period = require_day(since, "--since"), require_day(until, "--until")
    found = read_stored(db, period, outlets=outlet or ())
    with target.open() as out:
        if target.format == "json":
            write_document({"articles": [build_article(article) for article in found]}, out)
        else:
            _print_table(found, target, out)
    if not found:
        terminal.hint("the store holds no such article: factcheck ingest FILE...")
    return ExitStatus.DONE


def _print_table(found: list[Article], target: Target, out: TextIO) -> None:
    from claims.render.words import name_article, phrase_day
    from cli.listing import print_listing

    rows = [
        (article.id, article.outlet.name, phrase_day(article.published), article.headline or "", name_article(article))
        for article in found
    ]
    print_listing(target.open_console(out), ("Id", "Outlet", "Published", "Headline", "Read from"), rows)
