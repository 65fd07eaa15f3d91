"""Whose article it is: by domain, by the name the page gives, by file name, by the agency it credits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from claims.articles.source import Outlets, Source
from claims.model import Outlet
from claims.patterns import lazy
from claims.wordlists import read_words

_LIST = Path(__file__).with_name("data") / "files.txt"
_VERSION = re.compile(r"[-_](?:v)?\d{1,2}$")
_UNSAFE = lazy(r"[^\w.]+")


def find_outlet(
    source: Source,
    *,
    hosts: Iterable[str | None] = (),
    names: Iterable[str | None] = (),
    hints: Iterable[str | None] = (),
    mail_hosts: Iterable[str | None] = (),
) -> Outlet:
    """Return the outlet of an article.

    ``hosts`` (or URLs) are where it is published, ``names`` what it calls its publisher, both nearest first;
    ``hints`` (letterheads, dateline agencies) and ``mail_hosts`` (reporters' addresses) count after the file name.
    Where the registry knows none of them, a provisional outlet is named after the domain, the name given or the file.
    """
    if source.known.outlet:
        return source.known.outlet
    domains = [host for host in map(host_of, (source.known.url, *hosts)) if host]
    titles = [name.strip() for name in names if name and name.strip()]
    known = source.outlets
    found = (
        _by_domain(known, domains)
        or _by_name(known, titles)
        or _by_name(known, _stems(source))
        or _by_name(known, [hint for hint in hints if hint])
        or _by_domain(known, [host for host in map(host_of, mail_hosts) if host])
    )
    return found or _provisional(source, domains, titles)


def host_of(address: str | None) -> str | None:
    """Return the host of a URL or a bare host, lower case, without ``www.``."""
    if not address:
        return None
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def host_of_identifier(identifier: str | None) -> str | None:
    """Return the host in ``urn:newsml:HOST:...`` or ``tag:HOST,...``, or the address itself where it is one."""
    if not identifier or "//" in identifier:
        return identifier
    parts = identifier.replace(",", ":").split(":")
    if parts[0] == "urn" and len(parts) > 2:
        return parts[2]
    return parts[1] if parts[0] == "tag" and len(parts) > 1 else None


def name_outlet(name: str, outlets: Outlets) -> Outlet:
    """Return the outlet that the user names by id, name, alias or domain; a provisional one where it is not known."""
    host = host_of(name)
    known = outlets.find_outlet(name) or (outlets.find_outlet_by_domain(host) if host else None)
    return known or Outlet(id=host or _slug(name), name=name, domains=(host,) if host else (), provisional=True)


def strip_version(stem: str) -> str:
    """Return a file stem without its version suffix: ``meridian-2`` is a version of ``meridian``."""
    return _VERSION.sub("", stem) or stem


def _stems(source: Source) -> list[str]:
    stem = source.stem
    return [stem, strip_version(stem)] if stem else []


def _by_domain(known: Outlets, domains: Iterable[str]) -> Outlet | None:
    return next((found for domain in domains if (found := known.find_outlet_by_domain(domain))), None)


def _by_name(known: Outlets, names: Iterable[str]) -> Outlet | None:
    return next((found for name in names if (found := known.find_outlet(name))), None)


def _provisional(source: Source, domains: list[str], titles: list[str]) -> Outlet:
    if domains:
        return Outlet(id=domains[0], name=titles[0] if titles else domains[0], domains=(domains[0],), provisional=True)
    if titles:  # several outlets may stand in one file
        return Outlet(id=_slug(titles[0]), name=titles[0], provisional=True)
    stem = source.stem or "unknown"
    bare = strip_version(stem)
    name = stem if bare.casefold() in read_words(_LIST)["generic stems"] else bare
    return Outlet(id=_slug(name), name=name, provisional=True)


def _slug(name: str) -> str:
    return _UNSAFE.sub("-", name.casefold()).strip("-.") or "unknown"
