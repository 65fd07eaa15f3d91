"""The commands, and how one is dispatched."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer
from typer.main import get_command

from cli.status import ExitStatus
from cli.terminal import Terminal, use_terminal

COMMANDS = ("compare", "ingest", "show", "articles", "sources", "schema", "demo")
"""Each is a module of cli.commands, in the order of the help: a function of that name, or an app of its own."""


def build_app(commands: Sequence[str] = COMMANDS) -> typer.Typer:
    """Return the application with these commands."""
    app = typer.Typer(
        name="factcheck",
        add_completion=False,
        pretty_exceptions_enable=False,
        epilog="Start with: factcheck demo",
        rich_markup_mode=None,  # plain help: loading rich for it would triple its time
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(start)
    for name in commands:
        module = import_module(f"cli.commands.{name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name)
        else:
            app.command()(getattr(module, name))
    return app


def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and end.", is_eager=True)] = False,
) -> None:
    """Line up what several outlets printed: each claim, who is credited with it, and where the versions differ."""
    if version:
        from claims.version import __version__

        use_terminal(context).write(f"factcheck {__version__}")
        raise typer.Exit


def dispatch(arguments: Sequence[str], terminal: Terminal) -> ExitStatus:
    """Run one command; mistakes of the user end here, as messages and a status."""
    from claims.errors import FactcheckError, RegistryError

    asked = [name for name in arguments[:1] if name in COMMANDS]
    command = get_command(build_app(asked or COMMANDS))  # all of them take 5 ms to build
    try:
        # Not command.main(): that ends the process itself when a pipe closes.
        with command.make_context("factcheck", list(arguments) or ["--help"], obj=terminal) as context:
            status = command.invoke(context)
            return ExitStatus(status or ExitStatus.DONE)
    except typer.Exit as end:
        return ExitStatus(end.exit_code)
    except typer.Abort:
        return ExitStatus.INTERRUPTED
    except typer.TyperException as error:
        return _report_usage(error, terminal)
    except RegistryError as error:
        for line, column, message, hint in error.faults:
            terminal.report_message(f"{error.path}:{line}:{column}: {message}", hint)
    except FactcheckError as error:
        terminal.report(error)
    return ExitStatus.MISTAKE


def _report_usage(error: typer.TyperException, terminal: Terminal) -> ExitStatus:
    context = getattr(error, "ctx", None)
    message = error.format_message()
    path = context.command_path if context else "factcheck"
    terminal.report_message(message[:1].lower() + message[1:].rstrip("."), f"{path} --help")
    return ExitStatus.MISTAKE
