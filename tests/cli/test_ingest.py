"""``factcheck ingest``: what goes in, how it is named, and what a second run does."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from cli.main import run
from cli.progress import describe_progress
from cli.terminal import Terminal
from tests.cli.conftest import MORNING, Run
from tests.cli.test_process import list_modules


class TerminalStream(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def list_articles(factcheck: Run, db: Path) -> list[dict[str, object]]:
    articles: list[dict[str, object]] = json.loads(factcheck("articles", "--db", db, "--json").out)["articles"]
    return articles


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "articles.db"


def test_standard_input_with_what_the_user_knows(factcheck: Run, db: Path) -> None:
    known = (
        "--outlet",
        "Maren Post",
        "--published",
        "2031-03-04",
        "--headline",
        "Fire",
        "--url",
        "https://a.example/1",
    )
    result = factcheck("ingest", "-", *known, "--db", db, stdin=MORNING.encode())
    assert (result.status, result.out) == (0, "1 new, 0 unchanged, 0 unreadable\n")
    (article,) = list_articles(factcheck, db)
    assert article["outlet"]["name"] == "Maren Post"  # type: ignore[index]
    assert (article["published"], article["headline"], article["url"]) == ("2031-03-04", "Fire", "https://a.example/1")


def test_list_of_paths(factcheck: Run, story: Path, db: Path) -> None:
    names = b"\0".join(str(story / name).encode() for name in ("morning.txt", "evening.txt", "no\nsuch.txt")) + b"\0"
    result = factcheck("ingest", "--files0-from", "-", "--db", db, stdin=names)
    assert (result.status, result.out) == (2, "2 new, 0 unchanged, 1 unreadable\n")
    (story / "list").write_bytes(names)
    again = factcheck("ingest", "--files0-from", story / "list", "--db", db)
    assert again.out == "0 new, 2 unchanged, 1 unreadable\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "nothing to read"),
        (("-", "--files0-from", "-"), "standard input cannot hold both"),
        (("--files0-from", "absent"), "absent: cannot read it"),
        (("-", "--published", "soon"), "--published: 'soon' is no day"),
        (("-", "--url", "a.example"), "--url: 'a.example' is no address"),
    ],
)
def test_mistakes(factcheck: Run, arguments: tuple[str, ...], message: str) -> None:
    result = factcheck("ingest", *arguments, stdin=b"a\nb\n")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"factcheck: error: {message}")
    assert "factcheck: hint: " in result.err


def test_list_without_nuls(factcheck: Run) -> None:
    assert "not ended by NULs" in factcheck("ingest", "--files0-from", "-", stdin=b"a.txt\nb.txt\n").err


def test_dry_run(factcheck: Run, story: Path, db: Path) -> None:
    dry = ("ingest", story, story / "gone.txt", "--dry-run", "--db", db)
    first = factcheck(*dry)
    assert first.status == 2
    assert not db.exists()
    lines = first.out.splitlines()
    assert [line.partition(":")[0] for line in lines[:2]] == ["new", "new"]
    assert "Harbour fire kills nine" in first.out
    assert lines[-1] == "2 new, 0 unchanged, 1 unreadable; nothing was stored"
    factcheck("ingest", story / "morning.txt", "--db", db)
    assert factcheck(*dry).out.splitlines()[-1] == "1 new, 1 unchanged, 1 unreadable; nothing was stored"
    assert len(list_articles(factcheck, db)) == 1


def test_dry_run_prints_no_escape_sequences(factcheck: Run, tmp_path: Path) -> None:
    text = f"\x1b[31mRed\x07 headline\x1b[0m\n\n{MORNING.partition('2031')[2]}"
    (tmp_path / "\x1b]0;x\x07.txt").write_text(text, encoding="utf-8")
    result = factcheck("ingest", tmp_path / "\x1b]0;x\x07.txt", "--dry-run", "-v")
    assert "\x1b" not in result.out + result.err
    assert "\x07" not in result.out + result.err


def test_one_bad_member_stops_nothing(factcheck: Run, tmp_path: Path, db: Path) -> None:
    with zipfile.ZipFile(tmp_path / "box.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", MORNING)
        archive.writestr("../b.txt", MORNING)
        archive.writestr("bomb.txt", "a" * 19_000_000)
    result = factcheck("ingest", tmp_path / "box.zip", "--db", db)
    assert (result.status, result.out) == (2, "1 new, 0 unchanged, 2 unreadable\n")
    assert "leads out of the archive" in result.err
    assert "far too densely" in result.err


def test_interrupted_run_keeps_what_was_done(
    factcheck: Run, story: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claims.articles import reading

    load = reading.load_bytes

    def interrupt(path: Path) -> bytes:
        if path.name == "morning.txt":
            raise KeyboardInterrupt
        return load(path)

    with monkeypatch.context() as patch:
        patch.setattr(reading, "load_bytes", interrupt)
        stopped = factcheck("ingest", story, "--db", db)
    assert (stopped.status, stopped.out) == (130, "")
    assert "factcheck: hint: stopped; what was read is stored" in stopped.err
    assert factcheck("ingest", story, "--db", db).out == "1 new, 1 unchanged, 0 unreadable\n"


def test_progress_on_a_terminal(story: Path, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.progress._PATIENCE", 0)
    monkeypatch.setattr("cli.progress._PACE", 0)
    out, err = io.StringIO(), TerminalStream()
    terminal = Terminal(io.StringIO(), out, err, {"TERM": "xterm"})
    assert run(["ingest", str(story), str(story / "gone.txt"), "--db", str(db)], terminal) == 2
    assert "\r\x1b[Kreading 0 of 0 KB\r" in err.getvalue()
    assert "\r\x1b[Kfactcheck: error: " in err.getvalue()
    assert err.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("done", "seconds", "told"),
    [
        (400_000, 1.0, "reading 400 of 90,000 KB"),
        (400_000, 4.0, "reading 400 of 90,000 KB, 100 KB/s, 15 min left"),
        (87_000_000, 870.0, "reading 87,000 of 90,000 KB, 100 KB/s, 30 s left"),
        (4_000, 4.0, "reading 4 of 90,000 KB, 1 KB/s, 25 h 0 min left"),
        (0, 9.0, "reading 0 of 90,000 KB"),
    ],
)
def test_rate_and_time_left(done: int, seconds: float, told: str) -> None:
    assert describe_progress("reading", done, 90_000_000, seconds) == told


@pytest.mark.slow
def test_ingesting_text_loads_no_other_format(story: Path, db: Path) -> None:
    loaded = list_modules("ingest", story, "--db", db)
    assert not loaded & {"xml", "pyexpat", "zipfile", "email", "csv", "lxml", "trafilatura", "rapidfuzz", "rich"}
