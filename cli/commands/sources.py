"""``factcheck sources``: check, look up and extend the registry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli import options
from cli.answer import Target, choose_format
from cli.commands.sources_add import add
from cli.inputs import open_registry
from cli.status import ExitStatus
from cli.terminal import use_terminal

if TYPE_CHECKING:
    from claims.model import Institution, Outlet, Person, Role
    from claims.registry import Registry

    Entry = Outlet | Person | Institution

Section = Literal["outlets", "people", "institutions"]
_SINGULAR: dict[Section, str] = {"outlets": "outlet", "people": "person", "institutions": "institution"}

app = typer.Typer(help="Check, look up and extend the registry.")
app.command("add")(add)


@app.command()
def check(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="The registry; else --sources.", show_default=False)] = None,
    sources: options.Sources = None,
) -> ExitStatus:
    """Report every fault of the registry, with line, column and what to do."""
    from claims.registry import check_registry, find_registry, load_registry
    from claims.render.words import phrase_count

    terminal = use_terminal(context)
    path = find_registry(file or sources)
    faults = check_registry(path)
    for fault in faults:
        terminal.report_message(f"{path}:{fault.line}:{fault.column}: {fault.message}", fault.hint)
    if faults:
        return ExitStatus.MISTAKE
    registry = load_registry(path)
    counts = (
        phrase_count(len(registry.outlets), "outlet"),
        phrase_count(len(registry.people), "person", "people"),
        phrase_count(len(registry.institutions), "institution"),
    )
    terminal.write(f"{path}: {', '.join(counts)}; no faults")
    return ExitStatus.DONE


@app.command("list")
def list_entries(
    context: typer.Context,
    section: Annotated[Section | None, typer.Argument(help="Only this section.", show_default=False)] = None,
    sources: options.Sources = None,
    output_format: options.OutputListFormat = "table",
    json: options.Json = False,
    output: options.OutputFile = None,
    color: options.Color = "auto",
) -> ExitStatus:
    """List the outlets, people and institutions of the registry."""
    from cli.listing import print_listing, write_document

    target = Target(use_terminal(context), choose_format(output_format, json), output, color)
    registry = open_registry(sources)
    sections = {name: entries for name, entries in _sections(registry).items() if section in {None, name}}
    with target.open() as out:
        if target.format == "json":
            write_document({name: [_describe(entry) for entry in found] for name, found in sections.items()}, out)
            return ExitStatus.DONE
        rows = [(_SINGULAR[name], *_line(entry)) for name, entries in sections.items() for entry in entries]
        print_listing(target.open_console(out), ("Entry", "Name", "Also", "What", "Where"), rows)
    return ExitStatus.DONE


@app.command()
def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, alias, id or domain.")],
    sources: options.Sources = None,
    json: options.Json = False,
    output: options.OutputFile = None,
) -> ExitStatus:
    """Show what the registry knows under a name."""
    from claims.errors import FactcheckError
    from cli.listing import write_document

    target = Target(use_terminal(context), "json" if json else "table", output)
    found = _find(open_registry(sources), name)
    if not found:
        raise FactcheckError(f"the registry has no {name!r}", hint="factcheck sources list shows what it has")
    with target.open() as out:
        if json:
            write_document({"entries": [_describe(entry) for entry in found]}, out)
        else:
            out.writelines(f"{line}\n" for entry in found for line in _spell_out(entry))
    return ExitStatus.DONE


def _sections(registry: Registry) -> dict[Section, tuple[Entry, ...]]:
    return {"outlets": registry.outlets, "people": registry.people, "institutions": registry.institutions}


def _find(registry: Registry, name: str) -> list[Entry]:
    outlet = registry.find_outlet(name) or registry.find_outlet_by_domain(name)
    found = (outlet, registry.find_person(name), registry.find_institution(name))
    return [entry for entry in found if entry is not None]


def _describe(entry: Entry) -> dict[str, object]:
    """Return an entry in the words of sources.yaml, without what is empty."""
    from dataclasses import asdict

    values = {key: value for key, value in asdict(entry).items() if value and key != "provisional"}
    if "roles" in values:
        values["roles"] = [_describe_role(role) for role in values["roles"]]
    return values


def _describe_role(role: dict[str, object]) -> dict[str, object]:
    renamed = {"start": "from", "end": "to"}
    return {renamed.get(key, key): value for key, value in role.items() if value}


def _line(entry: Entry) -> tuple[str, str, str, str]:
    roles = "; ".join(role.title for role in getattr(entry, "roles", ()))
    what = getattr(entry, "kind", None) or roles
    where = ", ".join(filter(None, (*getattr(entry, "domains", ()), getattr(entry, "country", None))))
    return entry.name, ", ".join(entry.aliases), what, where


def _spell_out(entry: Entry) -> Iterator[str]:
    for key, value in _describe(entry).items():
        if key == "roles":
            yield from (f"role: {_spell_role(role)}" for role in getattr(entry, "roles", ()))
        elif isinstance(value, dict):
            yield f"{key}: {', '.join(f'{theirs} for {ours}' for ours, theirs in value.items())}"
        else:
            yield f"{key}: {', '.join(value) if isinstance(value, tuple) else value}"


def _spell_role(role: Role) -> str:
    """Return a role with its days: "Mayor (the mayor), from 2025-01-20"."""
    titles = f"{role.title} ({', '.join(role.aliases)})" if role.aliases else role.title
    return ", ".join(filter(None, (titles, role.start and f"from {role.start}", role.end and f"to {role.end}")))
