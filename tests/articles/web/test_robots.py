"""robots.txt and the pauses between requests."""

from __future__ import annotations

import time
from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest

from claims.articles.web.pace import LONGEST, Pace
from claims.articles.web.run import know_nothing, read_addresses, read_web
from claims.articles.web.visits import Reach, Wanted
from claims.errors import UnreadableError
from claims.model import Article, Unread
from tests.articles.samples import REGISTRY
from tests.articles.web.conftest import AT_ONCE
from tests.articles.web.server import Reply, Site


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /news/", False),
        ("User-agent: *\nDisallow: /*.html$", False),
        ("User-agent: factcheck\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: *\nDisallow: /\nAllow: /news/", True),
        ("User-agent: otherbot\nDisallow: /", True),
        ("User-agent: *\nDisallow:", True),
        ("", True),
        ("<html><body>There is no such page</body></html>", True),
        ("\ufeffUser-agent: *\nDisallow: /", False),
    ],
)
def test_rules(site: Site, rules: str, allowed: bool) -> None:
    site.put("/robots.txt", rules)
    (found,) = read_addresses([site.put_page("/news/a.html")], REGISTRY, reach=AT_ONCE)
    assert isinstance(found, Article) == allowed
    assert site.paths() == ["/news/a.html"] * allowed
    if isinstance(found, Unread):
        assert "robots.txt" in found.reason
        assert found.hint


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (401, True), (500, False), (503, False)])
def test_status_of_the_rules(site: Site, status: int, allowed: bool) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /", status)
    (found,) = read_addresses([site.put_page("/a")], REGISTRY, reach=AT_ONCE)
    assert isinstance(found, Article) == allowed
    assert isinstance(found, Article) or f"({status})" in found.reason


def test_rules_that_never_come(site: Site, refusal: Any) -> None:
    def silence() -> Iterator[bytes]:
        time.sleep(2)
        yield b""

    site.put_raw("/robots.txt", silence)
    assert "no full answer in time" in refusal(site.put_page("/a"), Reach(allow_private=True, timeout=1)).reason
    assert site.paths() == []


def test_rules_are_asked_for_once_and_may_be_redirected(site: Site) -> None:
    site.redirect("/robots.txt", "/rules")
    site.put("/rules", "User-agent: *\nDisallow: /private")
    addresses = [site.put_page("/a"), site.put_page("/b"), site.put_page("/private/c")]
    found = read_addresses(addresses, REGISTRY, reach=AT_ONCE)
    assert [type(one) for one in found] == [Article, Article, Unread]
    assert [path for path, _, _ in site.asked] == ["/robots.txt", "/rules", "/a", "/b"]


def test_each_hop_is_asked(site: Site, refusal: Any) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /hidden")
    site.put_page("/hidden/b")
    assert "robots.txt" in refusal(site.redirect("/a", "/hidden/b")).reason
    assert site.paths() == ["/a"]


def test_rules_without_end_are_cut(site: Site, article: Any) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /x\n" + b"# nothing\n" * 400_000)
    assert article(site.put_page("/a"))


def test_hostile_patterns_take_no_time(site: Site, article: Any) -> None:
    site.put("/robots.txt", "User-agent: *\n" + "\n".join(f"Disallow: /{'*a' * 200}{n}" for n in range(200)))
    started = time.monotonic()
    assert article(site.put_page("/" + "a" * 1500))
    assert time.monotonic() - started < 15


def test_pause_between_two_pages_of_a_host(site: Site) -> None:
    addresses = [site.put_page(f"/{n}") for n in range(3)]
    read_addresses(addresses, REGISTRY, reach=AT_ONCE._replace(pause=0.5))
    times = [when for path, _, when in site.asked if path != "/robots.txt"]
    assert times[2] - times[0] > 0.7  # the server may be late to note the first


def test_longer_pause_where_the_site_asks_for_it(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.8")
    read_addresses([site.put_page("/a"), site.put_page("/b")], REGISTRY, reach=AT_ONCE._replace(pause=0.1))
    first, second = (when for path, _, when in site.asked if path != "/robots.txt")
    assert second - first > 0.5


def test_other_hosts_are_read_meanwhile(site: Site) -> None:
    """Three pages of each of three hosts that take their time."""
    hosts = ("127.0.0.1", "localhost", "127.1")
    for number in range(3):
        site.put_page(f"/{number}")
        site.replies[f"/{number}"].delay = 0.2
    addresses = [site.url(f"/{number}", host) for host in hosts for number in range(3)]
    found = read_addresses(addresses, REGISTRY, reach=AT_ONCE)
    assert max(site.most_busy.values()) > 1
    assert all(isinstance(one, Article) for one in found)
    assert [one.url for one in found if isinstance(one, Article)] == addresses


def test_a_slow_host_does_not_keep_others_waiting(site: Site) -> None:
    site.replies["/slow"] = Reply(delay=1.0)
    site.put_page("/quick")
    wanted = Wanted([site.url("/slow"), site.url("/quick", "localhost")], reach=AT_ONCE)
    names = [reading.request.address for reading in read_web(wanted, REGISTRY, find_visit=know_nothing)]
    assert names == [site.url("/quick", "localhost"), site.url("/slow")]


def test_a_host_that_asks_for_silence_gets_it(site: Site) -> None:
    addresses = [site.put("/a", "", 429, Retry_After="3600"), site.put_page("/b"), site.put_page("/c")]
    found = read_addresses(addresses, REGISTRY, reach=AT_ONCE)
    assert all(isinstance(one, Unread) for one in found)
    assert site.paths() == ["/a"]
    assert "asked for a pause of 60 minutes" in found[2].reason  # type: ignore[union-attr]


def test_a_short_silence_is_waited_for(site: Site) -> None:
    found = read_addresses(
        [site.put("/a", "", 503, Retry_After="1"), site.put_page("/b")], REGISTRY, reach=AT_ONCE._replace(pause=0.0)
    )
    assert [type(one) for one in found] == [Unread, Article]
    first, second = (when for path, _, when in site.asked if path != "/robots.txt")
    assert second - first > 0.7


def test_delay_has_a_cap_and_stopping_ends_it() -> None:
    stop = Event()
    pace = Pace(0.0, stop)
    pace.wait("a.example", 1e9)
    stop.set()
    started = time.monotonic()
    pace.wait("a.example", 1e9)
    assert time.monotonic() - started < 15
    pace.hold("a.example", LONGEST * 3)
    with pytest.raises(UnreadableError, match="90 seconds"):
        pace.wait("a.example")


def test_every_failure_is_one_line_and_nothing_else_is_lost(site: Site) -> None:
    addresses = [
        site.url("/missing"),
        site.put_page("/a"),
        "http://nowhere.invalid/x",
        site.put("/c", b"\x00\xff\x10" * 50),
        "ftp://a.example/",
        site.put_page("/d"),
    ]
    found = read_addresses(addresses, REGISTRY, reach=AT_ONCE)
    assert [type(one) for one in found] == [Unread, Article, Unread, Unread, Unread, Article]
    unread = [one for one in found if isinstance(one, Unread)]
    assert [one.path for one in unread] == [addresses[0], *addresses[2:5]]
    assert all(one.hint for one in unread)


@pytest.mark.parametrize(
    "address", ["http://[" + "x" * 5000, "http://[::1", "http://xn--a-/", "https://\udcff/", "http://"]
)
def test_no_address_at_all(refusal: Any, address: str) -> None:
    assert refusal(address).reason.startswith(("no valid address", "the address is too long", "no such host"))
