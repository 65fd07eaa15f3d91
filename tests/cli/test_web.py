"""Live addresses and feeds from the command line, from a real server on loopback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.articles.web.server import SENTENCES, Reply, Site, page, serve
from tests.cli.conftest import SOURCES, Run
from tests.cli.test_process import environment, list_modules

LOCAL = ("--allow-private", "--timeout", "5")


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as running:
        yield running


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "articles.db"


def test_a_second_run_asks_by_condition(factcheck: Run, site: Site, db: Path) -> None:
    address = site.put_page("/a", ETag='"1"', Last_Modified="Mon, 03 Mar 2031 20:00:00 GMT")
    assert factcheck("ingest", address, *LOCAL, "--db", db).out == "1 new, 0 unchanged, 0 unreadable\n"
    result = factcheck("ingest", address, *LOCAL, "--db", db)
    assert (result.status, result.out) == (0, "0 new, 1 unchanged, 0 unreadable\n")
    headers = site.asked[-1][1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"1"', "Mon, 03 Mar 2031 20:00:00 GMT")
    (article,) = json.loads(factcheck("articles", "--db", db, "--json").out)["articles"]
    assert (article["url"], article["path"]) == (address, None)


def test_a_page_without_an_article_is_named_each_time(factcheck: Run, site: Site, db: Path) -> None:
    address = site.put("/a", "<html><body><div>Watch</div></body></html>", Content_Type="text/html", ETag='"1"')
    for _ in range(2):
        result = factcheck("ingest", address, *LOCAL, "--db", db)
        assert (result.status, result.out) == (2, "0 new, 0 unchanged, 1 unreadable\n")


def test_noise_of_a_page_makes_no_new_article(factcheck: Run, site: Site, db: Path) -> None:
    for number in range(2):
        site.put("/a", page("Nine dockers killed in Maren fire", head=f"<meta name=token content={number}>"))
        site.redirect("/b", "/a")
        factcheck("ingest", site.url("/b" if number else "/a"), *LOCAL, "--db", db)
    assert len(json.loads(factcheck("articles", "--db", db, "--json").out)["articles"]) == 1
    site.put("/a", page("Nine dockers killed in Maren fire", sentences=SENTENCES[:3]))
    assert factcheck("ingest", site.url("/a"), *LOCAL, "--db", db).out.startswith("1 new")


def test_failures_are_named_and_stop_nothing(factcheck: Run, site: Site, db: Path, story: Path) -> None:
    good = site.put_page("/a")
    inputs = (site.url("/missing"), good, "http://10.0.0.1/x", "gopher://a.example/", story / "morning.txt")
    result = factcheck("ingest", *inputs[:2], *inputs[3:], *LOCAL, "--db", db)
    assert (result.status, result.out) == (2, "2 new, 0 unchanged, 2 unreadable\n")
    assert f"factcheck: error: {inputs[0]}: there is no such page (404)\n" in result.err
    assert "factcheck: error: gopher://a.example/: neither an http nor an https address\n" in result.err
    refused = factcheck("ingest", inputs[2], "--db", db)
    assert "private network" in refused.err
    assert "--allow-private" in refused.err


def test_feed(factcheck: Run, site: Site, db: Path) -> None:
    items = "".join(f"<item><link>{site.put_page(f'/{n}', f'Port of Maren, day {n}')}</link></item>" for n in range(3))
    feed = site.put("/feed", f"<rss><channel>{items}</channel></rss>")
    dry = factcheck("ingest", "--feed", feed, "--limit", "1", "--dry-run", *LOCAL, "--db", db)
    assert dry.out.startswith(f"new: {site.url('/0')}: ")
    assert dry.out.endswith("1 new, 0 unchanged, 0 unreadable; nothing was stored\n")
    assert not db.exists()
    first = factcheck("ingest", "--feed", feed, "--limit", "2", *LOCAL, "--db", db)
    assert first.out.startswith("2 new")
    assert "1 more pages of" in first.err
    assert factcheck("ingest", "--feed", feed, *LOCAL, "--db", db).out.startswith("1 new")
    assert factcheck("ingest", "--feed", feed, *LOCAL, "--db", db).out == "0 new, 0 unchanged, 0 unreadable\n"


def test_what_the_user_says_goes_first(factcheck: Run, site: Site, db: Path) -> None:
    known = ("--outlet", "Maren Post", "--published", "2031-03-04")
    factcheck("ingest", site.put_page("/a"), *known, *LOCAL, "--db", db)
    (article,) = json.loads(factcheck("articles", "--db", db, "--json").out)["articles"]
    assert (article["outlet"]["name"], article["published"]) == ("Maren Post", "2031-03-04")


def test_compare_and_show_read_addresses_without_the_store(factcheck: Run, site: Site, tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    first = site.put_page("/a")
    second = site.put("/b", page("Eleven dead in Maren", sentences=(SENTENCES[0].replace("nine", "eleven"),)))
    second = second.replace("127.0.0.1", "localhost")
    result = factcheck("compare", first, second, site.url("/no"), *LOCAL, "--json")
    document = json.loads(result.out)
    assert result.status == 2
    assert [article["url"] for article in document["articles"]] == [first, second]
    assert [unread["path"] for unread in document["unread"]] == [site.url("/no")]
    assert any(claim["agreement"] == "conflict" for claim in document["claims"])
    assert "Nine dockers killed" in factcheck("show", first, *LOCAL).out
    assert not (tmp_path / "XDG_DATA_HOME").exists()


def test_timeout(factcheck: Run, site: Site, db: Path) -> None:
    site.replies["/a"] = Reply(delay=30)
    started = time.monotonic()
    result = factcheck("ingest", site.url("/a"), "--allow-private", "--timeout", "1", "--db", db)
    assert time.monotonic() - started < 15
    assert "no full answer in time" in result.err


@pytest.mark.slow
def test_stopping_keeps_what_was_read(factcheck: Run, site: Site, db: Path) -> None:
    quick, slow = site.put_page("/a"), site.url("/slow", "localhost")
    site.replies["/slow"] = Reply(
        page("Port of Maren stays closed").encode(), headers={"Content-Type": "text/html"}, delay=20
    )
    command = [sys.executable, "-m", "cli.main", "ingest", slow, quick, *LOCAL[:1], "--timeout", "30", "--db", str(db)]
    command[1:3] = ["-c", "import sys; from cli.main import run; sys.exit(run())"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    started = time.monotonic()
    while not _count(factcheck, db) and time.monotonic() - started < 20:
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert process.returncode == 130
    assert b"stopped; what was read is stored" in errors
    assert b"Traceback" not in errors
    site.replies["/slow"].delay = 0
    again = factcheck("ingest", slow, quick, *LOCAL, "--db", db)
    assert again.out == "1 new, 1 unchanged, 0 unreadable\n"


def _count(factcheck: Run, db: Path) -> int:
    return len(json.loads(factcheck("articles", "--db", db, "--json").out)["articles"]) if db.exists() else 0


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_the_network_is_loaded_for_addresses_only(story: Path, db: Path) -> None:
    network = {"httpx2", "httpcore2", "protego", "ssl", "claims.articles.web.session"}
    loaded = list_modules("ingest", str(story / "morning.txt"), "--db", str(db))
    assert not loaded & network
    loaded = list_modules("compare", str(story), "--sources", str(story / "sources.yaml"))
    assert not loaded & network
