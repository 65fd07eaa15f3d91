"""``factcheck show``: one claim with its passages, or one article with its statements."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.errors import FactcheckError
from cli import options
from cli.addresses import Network, is_address
from cli.answer import Target, choose_format
from cli.inputs import open_registry, open_stored, read_inputs, read_stored
from cli.progress import show_progress
from cli.status import ExitStatus
from cli.stored import compare_store
from cli.terminal import use_terminal

if TYPE_CHECKING:
    from claims.model import Article, Claim, Comparison
    from claims.registry import Registry
    from cli.progress import Progress


def show(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="CLAIM|ARTICLE", help="An id or its beginning; or a file or an address.")
    ],
    paths: options.Paths = None,
    db: options.Db = None,
    sources: options.Sources = None,
    explain: Annotated[bool, typer.Option("--explain", help="Why each statement was put into the claim.")] = False,
    versions: Annotated[
        bool, typer.Option("--versions", help="What changed between the versions of an article, of the store or PATHs.")
    ] = False,
    output_format: options.OutputListFormat = "table",
    json: options.Json = False,
    output: options.OutputFile = None,
    color: options.Color = "auto",
    allow_private: options.AllowPrivate = False,
    timeout: options.Timeout = 30,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> ExitStatus:
    """Show one claim or one article in full.

    A claim has its passages side by side, an article its statements with
    their credits. The claim is one of `compare` with the same PATHs, or of
    the store without any.
    """
    terminal = use_terminal(context, quiet=quiet, verbose=verbose)
    target = Target(terminal, choose_format(output_format, json), output, color)
    registry = open_registry(sources)
    network = Network(allow_private, timeout)
    if is_address(name) or Path(name).is_file():
        articles, unread = read_inputs([name], registry, terminal, network=network)
        name = require_one(articles, name) if articles else name
        if versions:
            further, missed = (
                read_inputs(paths, registry, terminal, network=network)
                if paths
                else (read_stored(db, registry=registry), [])
            )
            articles, unread = [*{each.id: each for each in (*articles, *further)}.values()], [*unread, *missed]
    elif paths:
        articles, unread = read_inputs(paths, registry, terminal, network=network)
    else:
        articles, unread = read_stored(db, registry=registry), []
    article = find_by_id(name, articles)
    if article and versions:
        _show_versions(article, articles, target)
    elif article:
        _show_article(article, registry, target)
    elif not unread or articles:
        with show_progress(terminal) as progress:
            comparison = _compare(articles if paths else None, db, registry, progress)
        _show_claim(find_claim(name, comparison), comparison, target, explain=explain)
    return ExitStatus.MISTAKE if unread else ExitStatus.DONE


def _compare(articles: Sequence[Article] | None, db: Path | None, registry: Registry, progress: Progress) -> Comparison:
    """Compare the articles, or what the store holds where there are none, possible matches included."""
    from claims.pipeline import Alone, compare

    if articles is not None:
        return compare(articles, registry, progress=progress, suggestions=True)
    with open_stored(db) as store:
        return compare_store(store, Alone(registry, suggestions=True), progress)


def require_one(articles: Sequence[Article], path: str) -> str:
    """Return the id of the article that a file holds; raise where it holds several."""
    if len(articles) > 1:
        ids = ", ".join(article.id for article in articles)
        raise FactcheckError(
            f"{len(articles)} articles in one file", where=path, hint=f"name one of {ids}, then the file"
        )
    return articles[0].id


def find_by_id(name: str, articles: Sequence[Article]) -> Article | None:
    """Return the article whose id is ``name``, or the only one whose id begins with it."""
    found = [article for article in articles if article.id == name] or [
        article for article in articles if name and article.id.startswith(name)
    ]
    return found[0] if len(found) == 1 else None


def find_claim(name: str, comparison: Comparison) -> Claim:
    """Return the claim whose id is ``name`` or begins with it; raise where there is none, or more than one."""
    found = [claim for claim in comparison.claims if claim.id == name] or [
        claim for claim in comparison.claims if claim.id.startswith(name)
    ]
    if not found:
        hint = "claim ids stand at the right of `factcheck compare`, article ids in `factcheck articles`"
        raise FactcheckError(f"no claim or article is called {name!r} here", hint=hint)
    if len(found) > 1:
        raise FactcheckError(f"{len(found)} claims begin with {name!r}", hint="give more of the id")
    return found[0]


def _show_article(article: Article, registry: Registry, target: Target) -> None:
    from claims.pipeline import read_attributions

    attributions = read_attributions(article, registry)
    with target.open() as out:
        if target.format == "json":
            from claims.render.document import build_article, build_attribution
            from cli.listing import write_document

            rows = [build_attribution(row) for row in attributions]
            write_document({"article": build_article(article), "attributions": rows}, out)
        else:
            from cli.passages import print_article

            print_article(target.open_console(out), article, attributions)


def _show_claim(claim: Claim, comparison: Comparison, target: Target, *, explain: bool) -> None:
    articles = {article.id: article for article in comparison.articles}
    with target.open() as out:
        if target.format == "json":
            from claims.render.jsonl import build_line
            from cli.listing import write_document

            write_document(build_line(claim, articles), out)
            return
        from claims.render.rows import name_articles
        from cli.chains import build_chains
        from cli.passages import print_passages
        from cli.table import build_block
        from cli.terminal import print_block

        console = target.open_console(out)
        print_block(console, build_block(claim, name_articles(comparison), console, full=True))
        print_block(console, build_chains(claim))
        print_passages(console, claim, articles, explain=explain)


def _show_versions(article: Article, articles: Sequence[Article], target: Target) -> None:
    from cli.versions import build_changes, list_versions, print_versions

    found = list_versions(article, articles)
    if len(found) == 1:
        raise FactcheckError(
            f"no other version of {article.id} here", hint="name the files of its versions after it, or ingest them"
        )
    with target.open() as out:
        if target.format == "json":
            from cli.listing import write_document

            write_document(build_changes(found), out)
        else:
            print_versions(target.open_console(out), found)
