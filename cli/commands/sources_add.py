"""``factcheck sources add``: take an outlet up into the registry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli import options
from cli.inputs import find_store
from cli.status import ExitStatus
from cli.terminal import use_terminal

if TYPE_CHECKING:
    from claims.model import Outlet

_MOST_LISTED = 10

Name = Annotated[str | None, typer.Option("--name", metavar="NAME", help="Its name.", show_default=False)]
Domains = Annotated[
    list[str] | None,
    typer.Option("--domain", metavar="HOST", help="A host it publishes at, without www.; may be repeated."),
]
Aliases = Annotated[
    list[str] | None, typer.Option("--alias", metavar="NAME", help="Another name of it; may be repeated.")
]
Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="agency, newspaper, broadcaster ...", show_default=False),
]
Country = Annotated[str | None, typer.Option("--country", metavar="NAME", help="Its country.", show_default=False)]
Language = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="Its language (en).", show_default=False)
]
Offset = Annotated[
    str | None,
    typer.Option("--utc-offset", metavar="OFFSET", help="Its standard time (+09:00).", show_default=False),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print the entry; write nothing.")]


def add(
    context: typer.Context,
    outlet: Annotated[
        str | None,
        typer.Argument(metavar="[OUTLET]", help="An outlet of the store: id, name or domain.", show_default=False),
    ] = None,
    name: Name = None,
    domain: Domains = None,
    alias: Aliases = None,
    kind: Kind = None,
    country: Country = None,
    language: Language = None,
    utc_offset: Offset = None,
    dry_run: DryRun = False,
    db: options.Db = None,
    sources: options.Sources = None,
) -> ExitStatus:
    """Add an outlet to the registry.

    It is a new one, by its name and domains, or one of the store that was named after its file or domain so far.
    Comments and order of the file stay as they are; a name or domain that it has already is refused.
    """
    from claims.registry.additions import add_outlet, write_addition

    terminal = use_terminal(context)
    entry = _name_entry(outlet, name, tuple(domain or ()), db)
    entry = replace(
        entry,
        aliases=entry.aliases + tuple(one.strip() for one in alias or ()),
        kind=kind or entry.kind,
        country=country or entry.country,
        language=language or entry.language,
        utc_offset=utc_offset or entry.utc_offset,
    )
    addition = add_outlet(_find_file(sources), entry)
    if not dry_run:
        write_addition(addition)
    terminal.write(f"{addition.path}:{addition.line}: {addition.entry}{' (not written)' if dry_run else ''}")
    return ExitStatus.DONE


def _name_entry(wanted: str | None, name: str | None, domains: tuple[str, ...], db: options.Db) -> Outlet:
    """Return the outlet of the store that is wanted, or a new one; with the name and domains that are given."""
    from claims.errors import FactcheckError
    from claims.model import Outlet
    from claims.registry import slug

    if wanted is None and not (name or domains):
        raise FactcheckError("no outlet named", hint=_hint_provisional(_list_provisional(db)))
    found = _find_provisional(wanted, db) if wanted is not None else None
    if found:
        known = tuple(dict.fromkeys((*found.domains, *domains)))
        return replace(found, name=name or found.name, domains=known, provisional=False)
    new = (name or domains[0]).strip()
    return Outlet(id=slug(new), name=new, domains=domains)


def _find_provisional(wanted: str, db: options.Db) -> Outlet:
    from claims.errors import FactcheckError
    from claims.registry import match_key

    listed = _list_provisional(db)
    key = match_key(wanted)
    found = [one for one in listed if key in {match_key(known) for known in (one.id, one.name, *one.domains)}]
    if not found:
        message = f"the store has no outlet {wanted!r} that the registry lacks"
        raise FactcheckError(message, hint=_hint_provisional(listed))
    return found[0]


def _list_provisional(db: options.Db) -> list[Outlet]:
    path = find_store(db)
    if not path.is_file():
        return []
    from claims.store import Store

    with Store.open(path) as store:
        return [outlet for outlet in store.outlets() if outlet.provisional]


def _hint_provisional(listed: list[Outlet]) -> str:
    hint = "give --name and --domain"
    if not listed:
        return hint
    more = f" and {len(listed) - _MOST_LISTED} more" if len(listed) > _MOST_LISTED else ""
    return f"name one of these, or {hint}: {', '.join(one.id for one in listed[:_MOST_LISTED])}{more}"


def _find_file(sources: options.Sources) -> Path:
    """Return the registry to write; the one that comes with factcheck is not to be changed."""
    from claims.errors import FactcheckError
    from claims.registry import bundled_registry, find_registry

    path = find_registry(sources)
    if sources is None and path == bundled_registry():
        message = "there is no sources.yaml of your own to add to"
        raise FactcheckError(message, hint=f"cp {path} sources.yaml, or name yours with --sources")
    return path
