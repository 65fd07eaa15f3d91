"""Live feeds and sitemaps."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claims.articles.feed import list_entries
from claims.articles.web.run import know_nothing, read_web
from claims.articles.web.visits import Reading, Wanted
from claims.errors import UnreadableError
from claims.model import Article, Unread
from claims.store import Store, keep_reading
from tests.articles.samples import REGISTRY, refusal
from tests.articles.web.conftest import AT_ONCE
from tests.articles.web.server import Site, page

HEADLINES = ("Nine dockers killed in Maren fire", "Port of Maren stays closed", "Timber prices rise in Maren")


def rss(site: Site, *paths: str, dates: tuple[str, ...] = (), extra: str = "") -> str:
    items = "".join(
        f"<item><title>Item {path}</title><link>{site.url(path)}</link><pubDate>{date}</pubDate>"
        f"<dc:creator>Ilse Aal</dc:creator><description>Short.</description></item>"
        for path, date in zip(paths, (*dates, *[""] * len(paths)), strict=False)
    )
    return f'<rss xmlns:dc="d"><channel><title>Maren</title>{extra}{items}</channel></rss>'


def run(feed: str, *, store: Store | None = None, limit: int = 0) -> list[Reading]:
    find = store.pages.find if store else know_nothing
    readings = []
    for reading in read_web(Wanted([], [feed], limit, AT_ONCE), REGISTRY, find_visit=find):
        readings.append(reading)
        if store:
            keep_reading(reading, store)
    return readings


def found(readings: list[Reading]) -> list[Article | Unread]:
    return [one for reading in readings for one in reading.found]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "articles.db") as opened:
        yield opened


@pytest.fixture
def pages(site: Site) -> Callable[[int], list[str]]:
    """Put so many pages on the site and return their paths."""

    def put(number: int) -> list[str]:
        for index in range(number):
            site.put_page(f"/{index}", HEADLINES[index % 3])
        return [f"/{index}" for index in range(number)]

    return put


def test_a_page_that_was_read_is_still_no_feed(site: Site, store: Store) -> None:
    site.put_page("/story", HEADLINES[0])
    site.replies["/story"].headers["ETag"] = '"1"'
    wanted = Wanted([site.url("/story")], [], 0, AT_ONCE)
    for reading in read_web(wanted, REGISTRY, find_visit=know_nothing):
        keep_reading(reading, store)
    (unread,) = found(run(site.url("/story"), store=store))
    assert isinstance(unread, Unread)
    assert "neither a feed nor a sitemap" in unread.reason


def test_pages_of_a_feed_are_read(site: Site, pages: Callable[[int], list[str]]) -> None:
    feed = site.put("/feed", rss(site, *pages(2), dates=("Mon, 03 Mar 2031 20:00:00 GMT",)))
    first, second = found(run(feed))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.headline == HEADLINES[0]  # the page's own goes first
    assert (first.published, first.bylines) == ("2031-03-03T20:00:00+00:00", ("Ilse Aal",))
    assert (second.published, second.url) == (None, site.url("/1"))


def test_the_newest_go_first_and_the_rest_are_counted(site: Site, pages: Callable[[int], list[str]]) -> None:
    dates = tuple(f"Mon, 0{day} Mar 2031 20:00:00 GMT" for day in (3, 7, 5))
    feed = site.put("/feed", rss(site, *pages(3), dates=dates))
    readings = run(feed, limit=2)
    assert site.paths() == ["/feed", "/1", "/2"]
    assert readings[0].left == 1


def test_only_what_is_new(site: Site, store: Store, pages: Callable[[int], list[str]]) -> None:
    paths = pages(3)
    feed = site.put("/feed", rss(site, *paths[:2]), ETag='"1"')
    run(feed, store=store)
    assert store.count() == 2
    assert run(feed, store=store)[-1].found == ()
    site.put("/feed", rss(site, *paths), ETag='"2"')
    run(feed, store=store)
    assert store.count() == 3
    assert site.paths() == ["/feed", "/0", "/1", "/feed", "/feed", "/2"]
    assert "If-None-Match" in site.asked[-2][1]


def test_a_limit_leaves_the_rest_to_the_next_run(site: Site, store: Store, pages: Callable[[int], list[str]]) -> None:
    feed = site.put("/feed", rss(site, *pages(3)), ETag='"1"')
    for expected in (2, 3, 3):
        run(feed, store=store, limit=2)
        assert store.count() == expected


def test_a_page_that_failed_is_tried_again(site: Site, store: Store, pages: Callable[[int], list[str]]) -> None:
    feed = site.put("/feed", rss(site, *pages(2)), ETag='"1"')
    site.put("/1", "", 500)
    run(feed, store=store)
    site.put_page("/1", HEADLINES[1])
    run(feed, store=store)
    assert store.count() == 2


def test_a_page_without_an_article_is_reported_once(site: Site, store: Store) -> None:
    feed = site.put("/feed", rss(site, "/video"))
    site.put("/video", "<html><body><div>Watch</div></body></html>", Content_Type="text/html")
    assert len(found(run(feed, store=store))) == 1
    assert found(run(feed, store=store)) == []


def test_what_changed_is_read_again(site: Site, store: Store) -> None:
    def atom(updated: str) -> str:
        entry = f"<entry><title>x</title><link href='/0'/><updated>{updated}</updated></entry>"
        return f"<feed><title>Maren</title>{entry}</feed>"

    site.put_page("/0")
    run(site.put("/feed", atom("2001-01-01T00:00:00Z")), store=store)
    run(site.url("/feed"), store=store)
    assert site.paths().count("/0") == 1
    site.put("/feed", atom("2999-01-01T00:00:00Z"))
    site.put_page("/0", "Eleven dockers killed in Maren fire")
    run(site.url("/feed"), store=store)
    assert site.paths().count("/0") == 2
    assert store.count() == 2


NEWS = """<?xml version="1.0"?><urlset xmlns:news="n" xmlns:image="i"><url><loc> {} </loc><news:news>
<news:publication><news:name>Maren</news:name></news:publication><news:publication_date>2031-03-04T08:00:00Z
</news:publication_date><news:title>Port stays closed</news:title></news:news>
<image:image><image:loc>https://a.example/p.jpg</image:loc><image:title>Pier</image:title></image:image></url></urlset>"""


@pytest.mark.parametrize("packed", [False, True])
def test_news_sitemap(site: Site, packed: bool) -> None:
    data = NEWS.format(site.put_page("/a")).encode()
    feed = site.put("/sitemap.xml.gz", gzip.compress(data) if packed else data, Content_Type="application/gzip")
    (article,) = found(run(feed))
    assert isinstance(article, Article)
    assert article.published == "2031-03-04T08:00:00+00:00"
    (entry,) = list_entries(data, feed).entries
    assert (entry.address, entry.headline) == (site.url("/a"), "Port stays closed")


def index(site: Site, *names: str) -> str:
    parts = "".join(f"<sitemap><loc>{site.url(name)}</loc></sitemap>" for name in names)
    return f"<sitemapindex>{parts}</sitemapindex>"


def test_index_of_sitemaps(site: Site) -> None:
    site.put("/one.xml", NEWS.format(site.put_page("/a")))
    site.put("/two.xml", NEWS.format(site.put_page("/b", HEADLINES[1])))
    site.put("/deep.xml", index(site, "/one.xml"))
    feed = site.put("/sitemap.xml", index(site, "/one.xml", "/two.xml", "/three.xml", "/deep.xml"))
    articles = [one for one in found(run(feed)) if isinstance(one, Article)]
    unread = [one for one in found(run(feed)) if isinstance(one, Unread)]
    assert {one.url for one in articles} == {site.url("/a"), site.url("/b")}
    assert [one.path for one in unread] == [site.url("/three.xml"), site.url("/deep.xml")]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (page("No feed"), "neither a feed nor a sitemap"),
        ("<rss><channel>", "invalid XML"),
        (b"\x1f\x8bno gzip", "compression is damaged"),
        (gzip.compress(b"<rss>" + b" " * 40_000_000), "too large for a feed"),
        ("", "neither a feed"),
    ],
)
def test_no_feed(site: Site, body: str | bytes, reason: str) -> None:
    (unread,) = found(run(site.put("/feed", body)))
    assert isinstance(unread, Unread)
    assert reason in unread.reason
    assert unread.hint


def test_a_page_that_names_a_feed(site: Site) -> None:
    head = '<link rel="alternate" type="application/rss+xml" title="News" href="/news?a=1&amp;b=2">'
    (unread,) = found(run(site.put("/", page("Maren", head=head))))
    assert isinstance(unread, Unread)
    assert unread.hint == f"the page names this feed: {site.url('/news?a=1&b=2')}"


def test_a_feed_named_as_a_page_says_how_to_follow_it(site: Site) -> None:
    feed = site.put("/feed", rss(site, "/a"), Content_Type="application/rss+xml")
    (reading,) = read_web(Wanted([feed], reach=AT_ONCE), REGISTRY, find_visit=know_nothing)
    (unread,) = reading.found
    assert isinstance(unread, Unread)
    assert "--feed URL" in (unread.hint or "")


def test_a_saved_sitemap_is_no_article() -> None:
    assert refusal(NEWS.format("https://a.example/"), "sitemap.xml").startswith("a sitemap of 1 addresses")


def test_addresses_of_entries() -> None:
    feed = """<rss><channel><item><link>story?a=1&amp;b=2</link></item><item><guid>https://a.example/2</guid></item>
    <item><guid isPermaLink="false">https://a.example/3</guid></item><item><link>javascript:x</link></item>
    <item><link>//b.example/4</link></item></channel></rss>"""
    listing = list_entries(feed.encode(), "https://a.example/news/feed")
    assert [entry.address for entry in listing.entries] == [
        "https://a.example/news/story?a=1&b=2",
        "https://a.example/2",
        "https://b.example/4",
    ]
    with pytest.raises(UnreadableError):
        list_entries(b"<urlset><!DOCTYPE x [<!ENTITY a 'b'>]></urlset>", "https://a.example/")
