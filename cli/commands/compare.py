"""``factcheck compare``: claims, attributions, discrepancies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cli import options
from cli.addresses import Network
from cli.answer import Target, choose_format, write_comparison
from cli.inputs import Period, open_registry, open_stored, read_inputs, require_day
from cli.means import Means, hold_memory
from cli.progress import show_progress
from cli.status import ExitStatus
from cli.terminal import Terminal, use_terminal

if TYPE_CHECKING:
    from claims.matching import Liken
    from claims.model import Article, Comparison, Unread
    from claims.pipeline import Alone
    from claims.render.select import Selection
    from cli.progress import Progress


def compare(
    context: typer.Context,
    paths: options.Paths = None,
    db: options.Db = None,
    sources: options.Sources = None,
    output_format: options.OutputFormat = "table",
    json: options.Json = False,
    output: options.Output = None,
    color: options.Color = "auto",
    outlet: options.Outlets = None,
    since: options.Since = None,
    until: options.Until = None,
    story: options.Story = None,
    kind: options.Kinds = None,
    min_severity: options.MinSeverity = None,
    everything: options.Everything = False,
    all_matches: options.AllMatches = False,
    semantic: options.Semantic = None,
    limit: options.Limit = None,
    exit_code: options.ExitCode = False,
    threads: options.Threads = None,
    memory: options.Memory = None,
    source: options.Input = None,
    engine: options.Engine = "local",
    master: options.Master = None,
    allow_private: options.AllowPrivate = False,
    timeout: options.Timeout = 30,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> ExitStatus:
    """Show each claim and where its versions differ.

    Compares the files, folders and addresses given; without any, the articles of the store.
    """
    terminal = use_terminal(context, quiet=quiet, verbose=verbose)
    if source is not None or engine != "local" or master is not None:
        from cli import batch

        asked = batch.Batch(engine, master, source, output, threads, memory)
        return batch.compare_batch(asked, paths, sources, context)
    target = Target(terminal, choose_format(output_format, json), Path(output) if output else None, color)
    selection = choose_selection(kind, min_severity, outlet)
    period = require_day(since, "--since"), require_day(until, "--until")
    liken = open_model(semantic) if semantic else None
    registry = open_registry(sources)
    unread: list[Unread] = []
    with hold_memory(memory, threads) as means:
        with show_progress(terminal) as progress:
            from claims.pipeline import Alone

            alone = Alone(registry, all_matches, liken)
            if not paths:
                comparison = compare_kept(db, alone, progress, period=period, story=story, means=means)
            else:
                network = Network(allow_private, timeout)
                articles, unread = read_inputs(paths, registry, terminal, period, network, means.readers)
                comparison = compare_articles(articles, alone, progress, story=story, means=means)
                comparison = replace(comparison, unread=tuple(sorted(unread, key=lambda entry: entry.path)))
        advise_on_number(comparison.articles, period, terminal)
        selected = select(comparison, selection)
        if comparison.articles or target.format != "table":
            write_comparison(target, selected, limit=limit, everything=everything)
    if unread or not comparison.articles:
        return ExitStatus.MISTAKE
    return ExitStatus.FOUND if exit_code and any(claim.discrepancies for claim in selected.claims) else ExitStatus.DONE


def compare_kept(
    db: Path | None, alone: Alone, progress: Progress, *, period: Period, story: str | None, means: Means
) -> Comparison:
    """Compare the articles of the store."""
    from cli.stored import compare_store

    with open_stored(db) as store:
        return compare_store(store, alone, progress, period=period, story=story, means=means)


def compare_articles(
    articles: Sequence[Article], alone: Alone, progress: Progress, *, story: str | None, means: Means
) -> Comparison:
    """Compare these articles, or those of them that are of the stories asked for."""
    if story is not None:
        from cli.stored import compare_store, keep_for_now

        with keep_for_now(articles) as store:
            return compare_store(store, alone, progress, story=story, means=means)
    from claims.engines.local import compare as compare_all

    return compare_all(articles, alone, progress=progress, threads=means.threads, share=means.share)


def open_model(folder: Path) -> Liken:
    """Return the comparison of texts by the sentence model in ``folder``."""
    from claims.matching.sentence_model import open_model as read_folder

    return read_folder(folder)


def choose_selection(
    kinds: Sequence[str] | None, min_severity: options.SeverityName | None, outlets: Sequence[str] | None
) -> Selection:
    """Return the selection asked for; raise on a kind of discrepancy that there is not."""
    from claims.render.select import Selection

    if kinds:
        _require_known(kinds)
    return Selection(kinds=frozenset(kinds or ()), min_severity=min_severity, outlets=frozenset(outlets or ()))


def _require_known(kinds: Sequence[str]) -> None:
    from claims.errors import FactcheckError
    from claims.render.schema import KINDS

    for kind in kinds:
        if kind not in KINDS:
            raise FactcheckError(f"no kind of discrepancy is called {kind!r}", hint=f"the kinds are {', '.join(KINDS)}")


def select(comparison: Comparison, selection: Selection) -> Comparison:
    """Return what was asked for; raise on an outlet that has no article here."""
    from claims.errors import FactcheckError
    from claims.render.select import list_unknown_outlets, select_claims

    unknown = list_unknown_outlets(comparison, selection.outlets)
    if unknown:
        here = ", ".join(dict.fromkeys(article.outlet.name for article in comparison.articles))
        raise FactcheckError(f"no article of {', '.join(unknown)} here", where="--outlet", hint=f"there are: {here}")
    return select_claims(comparison, selection)


def advise_on_number(articles: Sequence[Article], period: Period, terminal: Terminal) -> None:
    """Say what to do where there is nothing to compare."""
    if not articles:
        widen = ", or widen --since and --until" if any(period) else ""
        terminal.report_message("no article to compare", f"name two or more files{widen}")
    elif len(articles) == 1:
        terminal.hint("only one article: its own statements are compared; name a second one to compare it with")
    elif len({article.outlet.id for article in articles}) == 1:
        terminal.hint(
            f"all articles are {articles[0].outlet.name}'s: claims are compared between outlets; "
            "--sources names a registry that tells outlets apart"
        )
