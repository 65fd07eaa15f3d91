"""``factcheck compare --input FOLDER --output FOLDER``: Parquet to Parquet, on this machine or a cluster."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from claims.errors import FactcheckError
from cli.inputs import open_registry
from cli.means import hold_memory
from cli.options import EngineName
from cli.progress import show_progress
from cli.status import ExitStatus
from cli.terminal import Terminal

_FOR_BATCHES = {"source", "output", "engine", "master", "threads", "memory", "sources", "paths", "quiet", "verbose"}
"""Parameters of compare that are heeded with --input, or complained of by themselves."""


class Batch(NamedTuple):
    """What was asked for."""

    engine: EngineName
    master: str | None
    source: str | None
    output: str | None
    threads: int | None
    memory: str | None


def compare_batch(
    batch: Batch, paths: Sequence[str] | None, sources: Path | None, context: typer.Context
) -> ExitStatus:
    """Compare the articles of Parquet files, write Parquet and say how much it was."""
    terminal: Terminal = context.obj
    source, output = _check(batch, paths)
    _refuse_others(context)
    registry = open_registry(sources)
    with hold_memory(batch.memory, batch.threads, alone=False) as means:
        from claims.engines import start_workers

        workers = start_workers(batch.engine, batch.master, means.threads, means.share)
        try:
            from claims.engines.plan import compare_files

            with show_progress(terminal) as progress:
                totals = compare_files(source, output, registry, workers, progress, share=means.share)
        finally:
            workers.close()
    terminal.stdout.write(
        "".join(f"{name:14}{number:>12,}\n" for name, number in zip(totals._fields, totals, strict=True))
    )
    if totals.unread:
        terminal.hint(f"{output}/unread says which rows could not be read, and why")
    return ExitStatus.MISTAKE if totals.unread or not totals.articles else ExitStatus.DONE


def _refuse_others(context: typer.Context) -> None:
    """Raise on an option that would do nothing."""
    for parameter in context.command.params:
        name = parameter.name or ""
        source = context.get_parameter_source(name)
        if name not in _FOR_BATCHES and source is not None and source.name == "COMMANDLINE":
            hint = "the answer is Parquet and holds everything: choose from it afterwards"
            raise FactcheckError("does not go with --input", where=parameter.opts[0], hint=hint)


def _check(batch: Batch, paths: Sequence[str] | None) -> tuple[str, str]:
    """Return where to read and write; raise where the options do not go together."""
    if batch.source is None:
        hint = "name the folder of the articles with --input"
        raise FactcheckError("--engine and --master need --input", where="compare", hint=hint)
    if paths:
        raise FactcheckError("paths beside --input", where=paths[0], hint="put the articles into the folder of --input")
    if batch.output is None:
        raise FactcheckError("--input needs --output", where="compare", hint="name a folder for the answer")
    if batch.memory and batch.engine != "local":
        hint = "set it where the workers are started"
        raise FactcheckError("the workers of a cluster have their own limits", where="--memory", hint=hint)
    if batch.master and batch.engine == "local":
        raise FactcheckError("the local engine has no cluster", where="--master", hint="add --engine dask or spark")
    return batch.source, batch.output
