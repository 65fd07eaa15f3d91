"""``factcheck articles``: what the store holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from claims.errors import FactcheckError
from cli import options
from cli.answer import Target, choose_format
from cli.inputs import Period, open_registry, open_stored, read_stored, require_day
from cli.progress import show_progress
from cli.status import ExitStatus
from cli.stored import form_stories
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
    stories: Annotated[bool, typer.Option("--stories", help="The stories instead, each with its id.")] = False,
    sources: options.Sources = None,
    quiet: options.Quiet = False,
) -> ExitStatus:
    """List the articles of the store, or its stories."""
    from claims.render.document import build_article
    from cli.listing import write_document

    terminal = use_terminal(context, quiet=quiet)
    target = Target(terminal, choose_format(output_format, json), output, color)
    period = require_day(since, "--since"), require_day(until, "--until")
    if stories:
        if outlet:
            raise FactcheckError("does not go with --stories", where="--outlet", hint="leave one of the two out")
        return _list_stories(db, sources, period, target)
    found = read_stored(db, period, outlets=outlet or ())
    with target.open() as out:
        if target.format == "json":
            write_document({"articles": [build_article(article) for article in found]}, out)
        else:
            _print_table(found, target, out)
    if not found:
        terminal.hint("the store holds no such article: factcheck ingest FILE...")
    return ExitStatus.DONE


def _list_stories(db: Path | None, sources: Path | None, period: Period, target: Target) -> ExitStatus:
    """List the stories that have an article in the period."""
    from claims.pipeline import Alone
    from claims.render.words import phrase_day
    from cli.listing import print_listing, write_document

    with show_progress(target.terminal) as progress, open_stored(db) as store:
        form_stories(store, Alone(open_registry(sources)), progress)
        from claims.store.listing import list_stories

        found = list(list_stories(store, since=period[0], until=period[1]))
    with target.open() as out:
        if target.format == "json":
            write_document({"stories": [story._asdict() for story in found]}, out)
        else:
            rows = [
                (id_, f"{articles:,}", f"{outlets:,}", phrase_day(first), phrase_day(last), headline)
                for id_, articles, outlets, first, last, headline in found
            ]
            print_listing(target.open_console(out), ("Id", "Articles", "Outlets", "First", "Last", "Headline"), rows)
    return ExitStatus.DONE


def _print_table(found: list[Article], target: Target, out: TextIO) -> None:
    from claims.render.words import name_article, phrase_day
    from cli.listing import print_listing

    rows = [
        (article.id, article.outlet.name, phrase_day(article.published), article.headline or "", name_article(article))
        for article in found
    ]
    print_listing(target.open_console(out), ("Id", "Outlet", "Published", "Headline", "Read from"), rows)
