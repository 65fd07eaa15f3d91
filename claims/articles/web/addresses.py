"""Which addresses may be asked: http and https, without credentials, on hosts that are out on the internet."""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

import httpx2

from claims.errors import UnreadableError

_LONGEST = 4_000
_LONGEST_LOOK_UP = 10.0
_PORTS = {"http": 80, "https": 443}
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
_TUNNELS = (ipaddress.ip_network("2002::/16"), ipaddress.ip_network("2001::/32"))
"""6to4 and Teredo: an IPv4 address hides in these."""

Found = list[tuple[str, int]] | OSError | UnicodeError


def parse_address(address: str) -> httpx2.URL:
    """Return the address without its fragment. Raises UnreadableError where it is none that may be asked."""
    shown = hide_credentials(address)
    if len(address) > _LONGEST:
        raise UnreadableError("the address is too long", where=shown[:80], hint="check the address")
    try:
        url = httpx2.URL(address.strip())
        host = url.host
    except (httpx2.InvalidURL, ValueError) as error:  # a name that IDNA does not know, half a surrogate pair
        reason = f": {error}" if isinstance(error, httpx2.InvalidURL) else ""
        raise UnreadableError(f"no valid address{reason}", where=shown, hint="check the address") from error
    if url.scheme not in _PORTS:
        raise UnreadableError("neither an http nor an https address", where=shown, hint="name a page on the web")
    if not host or not 0 < port_of(url) < 65536:
        raise UnreadableError("no valid address", where=shown, hint="check the address")
    if url.userinfo:
        hint = "take the name and password out of it; save pages behind a login and name the files"
        raise UnreadableError("the address holds a user name or password", where=shown, hint=hint)
    return url.copy_with(fragment=None)


def port_of(url: httpx2.URL) -> int:
    """Return the port, the scheme's own where none is given."""
    return _PORTS[url.scheme] if url.port is None else url.port


def hide_credentials(address: str) -> str:
    """Return the address as it may be shown: without user name and password."""
    with suppress(ValueError):
        parts = urlsplit(address)
        if "@" in parts.netloc:
            return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    return address


def resolve(url: httpx2.URL, seconds: float, *, allow_private: bool) -> list[str]:
    """Return the IP addresses of the host that may be connected to.

    Raises UnreadableError where the name leads nowhere, or only to addresses that are not out on the internet.
    """
    found = _look_up(url.raw_host.decode("ascii"), port_of(url), seconds)
    if isinstance(found, (OSError, UnicodeError)):
        hint = "check the address and the network"
        raise UnreadableError(f"no such host: {url.host}", where=str(url), hint=hint) from found
    addresses = list(dict.fromkeys(address for address, _ in found))
    allowed = addresses if allow_private else [address for address in addresses if is_public(address)]
    if not allowed:
        reason = f"{url.host} is an address of this machine or of a private network"
        raise UnreadableError(reason, where=str(url), hint="give --allow-private if that is meant")
    return allowed


def _look_up(host: str, port: int, seconds: float) -> Found:
    """Ask the system's resolver, which knows no time limit of its own."""
    answers: SimpleQueue[Found] = SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([(str(address[0]), int(address[1])) for *_, address in found])
        except (OSError, UnicodeError) as error:
            answers.put(error)

    Thread(target=ask, daemon=True).start()
    try:
        return answers.get(timeout=min(max(seconds, 0.01), _LONGEST_LOOK_UP))
    except Empty:
        return TimeoutError("the name server did not answer")


def is_public(address: str) -> bool:
    """Tell whether an IP address is out on the internet, and no way to one that is not.

    >>> [is_public(ip) for ip in ("93.184.215.14", "10.0.0.8", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e")]
    [True, False, False, False]
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if not ip.is_global or ip.is_multicast or ip.is_reserved:
        return False
    if isinstance(ip, ipaddress.IPv4Address):
        return True
    return ip in _GLOBAL_UNICAST and not any(ip in tunnel for tunnel in _TUNNELS)
