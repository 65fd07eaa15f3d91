"""Finding files, and inputs that are no articles."""

import os
import sys
from pathlib import Path

import pytest

from claims.articles import read_article, read_articles
from claims.articles.files import MOST_BYTES
from claims.errors import UnreadableError
from claims.model import Article, Unread
from claims.registry import Registry

TEXT = "The ferry operator said that all departures had been cancelled because of the storm in the north.\n"


def read_all(*paths: Path) -> list[Article | Unread]:
    return list(read_articles(paths, Registry()))


def only_unread(*paths: Path) -> Unread:
    (found,) = read_all(*paths)
    assert isinstance(found, Unread)
    assert found.hint
    return found


def test_folder_is_read_in_order_without_its_other_files(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}: {TEXT}")
    for name in ("sources.yaml", "gold.yaml", "README.md", "README", ".hidden", "photo.jpg", "a.txt~"):
        (tmp_path / name).write_text("x")
    found = read_all(tmp_path)
    assert [Path(article.path or "").name for article in found] == ["a.txt", "b.txt", "c.txt"]


def test_one_bad_file_stops_nothing(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7")
    found = read_all(tmp_path, tmp_path / "gone.txt")
    assert [type(entry) for entry in found] == [Unread, Article, Unread, Unread]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b" \n", "empty"),
        ("binary.txt", bytes(range(32)) * 40, "binary"),
        ("paper.txt", b"\x1f\x8b\x08 x", "a gzip archive"),
        ("paper.txt", b"{\\rtf1 hello}", "RTF"),
        ("paper.txt", b"PK\x03\x04abc", "damaged ZIP"),
        ("paper.txt", b'<?xml version="1.0"?><minutes/>', "XML of another kind: <minutes>"),
        ("paper.txt", b"\xff\xfe\x00\xd8x", "invalid UTF-16"),
        ("paper.docx", b"x", "docx files cannot be read"),
        ("table.xlsx", b"x", "xlsx files cannot be read"),
        ("README.txt", TEXT.encode(), "not an article, by its name"),
        ("sources.yaml", b"outlets: []", "not an article, by its name"),
        ("short.txt", b"Share\nPrint\n", "no article text"),
    ],
)
def test_reason_for_a_named_file(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    assert reason in only_unread(tmp_path / name).reason


def test_missing_file(tmp_path):
    assert only_unread(tmp_path / "gone.txt").reason == "no such file"


def test_folder_without_articles(tmp_path):
    (tmp_path / "sources.yaml").write_text("")
    assert "no articles" in only_unread(tmp_path).reason


def test_a_folder_is_not_one_article(tmp_path):
    with pytest.raises(UnreadableError, match="folder"):
        read_article(tmp_path, Registry())


def test_file_above_the_limit(tmp_path):
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert "too large" in only_unread(tmp_path / "large.txt").reason


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders on Windows")
def test_pipe_and_device_are_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a plain file" in only_unread(tmp_path).reason
    assert "not a plain file" in only_unread(Path("/dev/zero")).reason


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_loop_of_links(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "up").symlink_to(tmp_path)
    assert all(isinstance(entry, Unread) for entry in read_all(tmp_path))


def test_same_file_twice_is_read_once(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert len(read_all(tmp_path / "a.txt", tmp_path, tmp_path / "a.txt")) == 1


def test_path_with_a_nul_is_unread():
    assert isinstance(read_all(Path("a\x00.txt"))[0], Unread)


def test_same_bytes_have_the_same_id(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    first, second = (read_article(tmp_path / "a.txt", Registry()) for _ in range(2))
    assert first == second
    assert first.id == f"{first.outlet.id}-{first.sha256[:8]}"
