"""``factcheck schema``: the JSON Schema of the answer."""

from __future__ import annotations

import typer

from cli import options
from cli.answer import Target
from cli.status import ExitStatus
from cli.terminal import use_terminal


def schema(context: typer.Context, output: options.OutputFile = None) -> ExitStatus:
    """Print the JSON Schema of the answer.

    Draft 2020-12; every output of `compare --format json` is valid by it.
    """
    from claims.render.json import write_value
    from claims.render.schema import build_schema

    with Target(use_terminal(context), "json", output).open() as out:
        out.write(write_value(build_schema(), out, indent=2) + "\n")
    return ExitStatus.DONE
