"""ZIP archives, and those that are made to hurt."""

import io
import zipfile

import pytest

from claims.model import Article, Unread
from tests.articles.samples import FIRST, SECOND, read, refusal

TEXT = f"Pier burns\n\n{FIRST}\n\n{SECOND}\n"


def make_zip(*members: tuple[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


def test_members_in_order_without_what_lies_beside_them():
    names = ("b.txt", "a/norwire.txt", "__MACOSX/x.txt", ".hidden/x.txt", "photo.jpg", "README.txt", "c.json", "d.docx")
    found = read(make_zip(*((name, TEXT) for name in names)), "box.zip")
    assert [one.path for one in found] == ["box.zip/a/norwire.txt", "box.zip/b.txt", "box.zip/c.json", "box.zip/d.docx"]
    assert [type(one) for one in found] == [Article, Article, Article, Unread]
    assert isinstance(found[0], Article)
    assert found[0].outlet.id == "norwire"


@pytest.mark.parametrize("name", ["../a.txt", "x/../../a.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt"])
def test_names_that_lead_out_of_the_archive(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    bad, good = sorted(
        read(make_zip((name, TEXT), ("ok.txt", TEXT)), "box.zip"), key=lambda one: one.path == "box.zip/ok.txt"
    )
    assert isinstance(bad, Unread)
    assert "leads out" in bad.reason
    assert isinstance(good, Article)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (make_zip(("a.txt", b"a" * 19_000_000)), "far too densely"),
        (make_zip(("a.txt", b"a" * 21_000_000)), "21 MB is too large"),
        (make_zip(("b.zip", make_zip(("a.txt", TEXT)))), "an archive within an archive"),
        (make_zip(("b.txt", make_zip(("a.txt", TEXT)))), "an archive within an archive"),
        (make_zip(("a.txt", TEXT))[:-30], "damaged"),
        (make_zip(("a.txt", TEXT), packing=zipfile.ZIP_STORED).replace(b"pier", b"peer", 1), "cannot be unpacked"),
        (make_zip(*((f"{n}.txt", "x") for n in range(20_001))), "more than 20,000 files"),
        (make_zip(("[Content_Types].xml", "x")), "an office document"),
        (make_zip(), "no articles"),
    ],
)
def test_hostile_archives(data, reason):
    assert reason in refusal(data, "box.zip")


def test_encrypted_member():
    data = bytearray(make_zip(("a.txt", TEXT)))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + offset] |= 1
    assert refusal(bytes(data), "box.zip") == "it is encrypted"


def test_all_together_may_not_unpack_to_too_much(monkeypatch):
    monkeypatch.setattr("claims.articles.zip._MOST_TOTAL", 300)
    found = read(make_zip(*((f"{n}.txt", TEXT) for n in range(4))), "box.zip")
    assert [type(one) for one in found] == [Article, Article, Unread, Unread]
