"""What must hold for whatever a server, a feed or a user gives."""

from __future__ import annotations

import ipaddress

import httpx2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.articles.feed import list_entries
from claims.articles.web.addresses import hide_credentials, is_public, parse_address
from claims.articles.web.charset import read_content_type, to_utf_8
from claims.articles.web.refusals import read_retry_after
from claims.articles.web.robots import Robots
from claims.errors import UnreadableError

ADDRESSES = st.one_of(st.text(), st.text().map("http://{}".format), st.text().map("https://a.example/{}".format))


def parse(address: str) -> httpx2.URL | None:
    try:
        return parse_address(address)
    except UnreadableError:
        return None


@given(ADDRESSES)
@example("http://[")
@example("http://xn--a-/")
@example("http://\ud800@a.example/")
@example("http://a.example:99999999999999999999/")
@example("http://\ud800/")
@example("http://xn--\u0000/")
def test_an_address_is_read_or_refused(address: str) -> None:
    url = parse(address)
    if url is None:
        return
    assert url.scheme in ("http", "https")
    assert url.host
    assert not url.userinfo
    assert not url.fragment
    assert parse_address(str(url)) == url


@given(ADDRESSES, st.text(alphabet="abc:%", min_size=6))
def test_no_password_is_shown(address: str, password: str) -> None:
    hide_credentials(address)
    assert password not in hide_credentials(f"https://user:{password}@press.example/story")


@given(st.ip_addresses(v=4))
def test_disguises_of_an_address_are_never_public(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    for disguise in (0xFFFF << 32 | number, number, 0x64FF9B << 96 | number, 0x2002 << 112 | number << 80):
        assert not is_public(str(ipaddress.IPv6Address(disguise)))
    assert is_public(str(address)) <= address.is_global


@given(st.text(), st.binary())
@example("text/html; charset=utf-7", b"+ADw-")
@example("text/html; charset=idna", b"\xff")
@example("text/html; charset=base64", b"\xff")
@example("text/html; charset=punycode", b"\xff")
@example('text/html; charset="', b"")
def test_any_content_type(value: str, data: bytes) -> None:
    media, charset = read_content_type(value)
    read = to_utf_8(data, media, charset)
    assert read == data or read.decode("utf-8") is not None


@pytest.mark.parametrize(
    "codec", ["utf-7", "idna", "punycode", "utf-16", "hz", "iso2022_jp", "cp037", "rot13", "undefined"]
)
@given(data=st.binary())
def test_any_bytes_in_any_charset(codec: str, data: bytes) -> None:
    assert isinstance(to_utf_8(data, "text/html", codec), bytes)


@given(st.text())
@example("Wed, 01 Jan 99999 00:00:00 GMT")
@example("99999999999999999999")
@example("²")
def test_any_pause(value: str) -> None:
    response = httpx2.Response(429, headers=[(b"retry-after", value.encode("utf-8", "replace"))])
    seconds = read_retry_after(response)
    assert seconds is None or seconds >= 0


@given(
    st.binary(), st.sampled_from([b"<rss><channel><item><link>", b"<feed><entry><link href='", b"<urlset><url><loc>"])
)
def test_any_feed(data: bytes, start: bytes) -> None:
    try:
        entries = list_entries(start + data, "https://press.example/feed").entries
    except UnreadableError:
        entries = []
    assert all(entry.address.startswith(("http://", "https://")) for entry in entries)


LINES = st.lists(
    st.tuples(
        st.sampled_from(
            ["User-agent", "Disallow", "Allow", "Crawl-delay", "Request-rate", "Visit-time", "Sitemap", "Host"]
        ),
        st.one_of(
            st.text(), st.sampled_from(["*", "factcheck", "/", "/*a$", "1/5m", "0600-0845", "1e999", "nan", "-1"])
        ),
    ).map(": ".join)
).map("\n".join)


@given(st.one_of(LINES, st.text()))
def test_any_rules(rules: str) -> None:
    robots = Robots(lambda _: (200, rules))
    try:
        delay = robots.check(httpx2.URL("https://press.example/a?b=%C3%A9"))
    except UnreadableError:
        delay = None
    assert delay is None or delay >= 0
