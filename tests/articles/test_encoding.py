"""Bytes to text."""

import pytest

from claims.articles.encoding import GUESSED, decode_bytes
from claims.errors import UnreadableError

TEXT = "Łódź – “café”"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode(codec):
    assert decode_bytes(TEXT.encode(codec), "a.txt") == (TEXT, ())


def test_old_code_page_is_noted():
    assert decode_bytes("Le café – fermé".encode("cp1252"), "a.txt") == ("Le café – fermé", (GUESSED,))


def test_declared_charset_counts_only_in_pages():
    data = '<meta charset="iso-8859-2">Łódź'.encode("iso-8859-2")
    assert decode_bytes(data, "a.html", declared=True)[0].endswith("Łódź")
    assert not decode_bytes(data, "a.txt")[0].endswith("Łódź")


@pytest.mark.parametrize("name", ["nonsense", "base64", "utf-8"])
def test_declared_charset_that_does_not_fit(name):
    text, _ = decode_bytes(f'<meta charset="{name}">'.encode() + b"caf\xe9", "a.html", declared=True)
    assert "caf" in text


def test_line_ends():
    assert decode_bytes(b"a\r\nb\rc\nd", "a.txt")[0] == "a\nb\nc\nd"


def test_binary_data():
    with pytest.raises(UnreadableError, match="binary"):
        decode_bytes(bytes(range(20)) * 10, "a.txt")
