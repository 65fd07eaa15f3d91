"""Which addresses are asked at all."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from claims.articles.web.addresses import hide_credentials, is_public, parse_address
from claims.articles.web.visits import Reach
from claims.errors import UnreadableError
from tests.articles.web.conftest import AT_ONCE
from tests.articles.web.server import Site, serve

OUT = Reach(timeout=5, pause=0)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),
        *("100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.5", "198.18.0.1"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:93.184.215.14", "::7f00:1", "64:ff9b::7f00:1", "64:ff9b::5db8:d70e"),
        *("64:ff9b:1::1", "2002:7f00:1::", "2001:0:5db8::1"),
    ],
)
def test_private_reserved_and_disguised_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "1.1.1.1", "2606:2800:220:1::1", "2a00:1450:4001::200e"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://a.example/x", "neither an http"),
        ("file:///etc/passwd", "neither an http"),
        ("javascript:/x", "neither an http"),
        ("http:///x", "no valid address"),
        ("http://a.example:0/", "no valid address"),
        ("http://a.example:99999/", "no valid address"),
        ("http://[::1/", "no valid address"),
        ("http://a.example/" + "x" * 5000, "too long"),
        ("http://ilse:secret@a.example/", "user name or password"),
        ("http://a.example/\x00", "no valid address"),
    ],
)
def test_refused_before_any_connection(address: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        parse_address(address)
    assert caught.value.hint
    assert "secret" not in str(caught.value)


def test_fragment_is_not_sent() -> None:
    assert str(parse_address("https://a.example/story#latest")) == "https://a.example/story"


def test_credentials_are_not_shown() -> None:
    assert hide_credentials("http://ilse:secret@a.example/x?y") == "http://a.example/x?y"
    assert hide_credentials("http://[bad") == "http://[bad"


def test_credentials_are_refused_and_hidden(site: Site, refusal: Any) -> None:
    site.put_page("/a")
    found = refusal(site.url("/a").replace("127", "ilse:secret@127"))
    assert "secret" not in found.path + found.reason
    assert not site.asked


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
def test_loopback_in_any_form_is_refused(site: Site, refusal: Any, host: str) -> None:
    site.put_page("/a")
    found = refusal(site.url("/a", host), OUT)
    assert "of this machine or of a private network" in found.reason or "no such host" in found.reason
    assert not site.asked


def test_loopback_is_read_when_allowed(site: Site, article: Any) -> None:
    assert article(site.put_page("/a")).headline == "Nine dockers killed in Maren fire"


def answer_with(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Let the resolver give these answers in turn for the name, and return the names that it was asked for."""
    names: list[str] = []
    real = socket.getaddrinfo
    turns = iter(answers)

    def resolve(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        if host != "press.example":
            return real(host, port, *args, **kwargs)
        names.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in next(turns)]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return names


def test_connects_to_the_address_that_was_checked(site: Site, article: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads elsewhere at the second look-up gains nothing: each connection has just one look-up."""
    site.put_page("/a")
    names = answer_with(monkeypatch, ["127.0.0.1"], ["127.0.0.1"], ["203.0.113.1"])
    read = article(site.url("/a", "press.example"))
    assert names == ["press.example"] * 2  # robots.txt and page
    assert {headers["Host"] for _, headers, _ in site.asked} == {f"press.example:{site.port}"}
    assert read.outlet.id == "press.example"


def test_a_name_that_turns_private_is_refused(site: Site, refusal: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    site.put_page("/a")
    monkeypatch.setattr("claims.articles.web.addresses.is_public", lambda ip: ip == "127.0.0.1")
    answer_with(monkeypatch, ["127.0.0.1"], ["10.0.0.1"])
    assert "private network" in refusal(site.url("/a", "press.example"), OUT).reason
    assert site.paths() == []


def test_private_ones_among_the_addresses_are_left_out(
    site: Site, article: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.put_page("/a")
    monkeypatch.setattr("claims.articles.web.addresses.is_public", lambda ip: ip == "127.0.0.1")
    answer_with(monkeypatch, ["10.255.255.1", "127.0.0.1"], ["10.255.255.1", "127.0.0.1"])
    assert article(site.url("/a", "press.example"), OUT)


def test_the_next_address_where_one_takes_no_connection(
    site: Site, article: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.put_page("/a")
    answer_with(monkeypatch, ["127.0.0.2", "127.0.0.1"], ["127.0.0.2", "127.0.0.1"])
    assert article(site.url("/a", "press.example"))


@pytest.mark.parametrize(
    "target", ["http://10.0.0.1/x", "http://169.254.169.254/latest", "http://[::1]/", "http://192.168.0.1:8080/"]
)
def test_redirect_to_a_private_address(site: Site, refusal: Any, monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    monkeypatch.setattr("claims.articles.web.addresses.is_public", lambda ip: ip == "127.0.0.1")
    found = refusal(site.redirect("/a", target), OUT)
    assert "private network" in found.reason
    assert site.paths() == ["/a"]


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/", "data:text/html,x", "http://u:p@a.example/"]
)
def test_redirect_to_what_is_never_read(site: Site, refusal: Any, target: str) -> None:
    assert "redirected to where nothing is read" in refusal(site.redirect("/a", target), AT_ONCE).reason


def test_no_such_host(refusal: Any) -> None:
    assert "no such host" in refusal("http://nowhere.invalid/a", OUT).reason
    assert "no such host" in refusal(f"http://{'a' * 70}.invalid/a", OUT).reason


def test_addresses_of_version_six(article: Any) -> None:
    try:
        listener = socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError:
        pytest.skip("this machine has no IPv6")
    with serve(listener) as site:
        site.put_page("/a")
        assert article(f"http://[::1]:{site.port}/a").headline == "Nine dockers killed in Maren fire"
        assert {headers["Host"] for _, headers, _ in site.asked} == {f"[::1]:{site.port}"}
