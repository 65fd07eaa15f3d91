"""Live addresses and feeds: what the user asks for, and what is told meanwhile."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from claims.patterns import Gated
from cli.terminal import Terminal

if TYPE_CHECKING:
    from claims.articles import Known
    from claims.articles.web.visits import FindVisit, Reading
    from claims.model import Article, Unread
    from claims.registry import Registry
    from cli.progress import Progress

_ADDRESS = Gated(r"[A-Za-z][A-Za-z0-9+.-]+:/", ":/")


class Network(NamedTuple):
    """What the user says of live addresses."""

    allow_private: bool = False
    timeout: float = 30


class Asked(NamedTuple):
    """What a run is to read on the web."""

    addresses: Sequence[str]
    feeds: Sequence[str]
    limit: int
    network: Network


def is_address(path: str) -> bool:
    """Tell whether an input is an address, of whatever scheme, not a path."""
    return _ADDRESS.match(path) is not None


def read_listed(addresses: Sequence[str], registry: Registry, network: Network) -> list[Article | Unread]:
    """Return what is at the addresses, in their order."""
    if not addresses:
        return []
    from claims.articles.web.run import read_addresses
    from claims.articles.web.visits import Reach

    return read_addresses(addresses, registry, reach=Reach(*network))


def iterate_readings(
    asked: Asked,
    registry: Registry,
    terminal: Terminal,
    known: Known,
    progress: Progress,
    find_visit: FindVisit | None,
) -> Generator[Reading]:
    """Yield what became of each address and each new page of a feed; what cannot be read is reported."""
    from claims.articles.web.run import know_nothing, read_web
    from claims.articles.web.visits import Reach, Wanted
    from cli.inputs import report_found

    def tell(done: int, total: int) -> None:
        progress("fetching", done, total)

    wanted = Wanted(asked.addresses, asked.feeds, asked.limit, Reach(*asked.network))
    readings = read_web(wanted, registry, find_visit=find_visit or know_nothing, known=known, progress=tell)
    with closing(readings):
        for reading in readings:
            progress("", 0, 0)
            for found in reading.found:
                report_found(found, terminal)
            if reading.left:
                address = reading.request.address
                terminal.hint(f"{reading.left:,} more pages of {address} are new; the same command goes on with them")
            yield reading
