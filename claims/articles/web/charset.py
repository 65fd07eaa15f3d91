"""The charset that a server states, where the bytes do not say it themselves."""

from __future__ import annotations

import codecs
from email.message import Message

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TEXTS = ("text/", "application/xml", "application/xhtml", "application/rss", "application/atom", "application/json")
_NEVER_UTF_8 = ("utf-16", "utf-32", "iso2022", "hz")
"""Codecs whose bytes may happen to be valid UTF-8, too."""


def read_content_type(value: str) -> tuple[str | None, str | None]:
    """Return media type and charset of a Content-Type header, lower case; None for what it does not say."""
    message = Message()
    message["content-type"] = value[:200].replace("\r", " ").replace("\n", " ")
    charset = message.get_param("charset")
    media = message.get_content_type() if "/" in value else None
    return media, charset.strip(" '\"").lower() if isinstance(charset, str) else None


def to_utf_8(data: bytes, media: str | None, charset: str | None) -> bytes:
    """Return a text in UTF-8 where the server's charset is what tells how to read it; else the bytes as they came.

    A byte order mark goes before the server, and so does valid UTF-8: servers often state an old default.
    """
    codec = _find_codec(charset)
    if codec is None or data.startswith(_MARKS) or not (media or "").startswith(_TEXTS):
        return data
    if not codec.startswith(_NEVER_UTF_8) and _is_utf_8(data):
        return data
    try:
        return data.decode(codec, "replace").encode("utf-8", "replace")
    except UnicodeError:  # a codec for host names, which knows no replacement
        return data


def _find_codec(charset: str | None) -> str | None:
    try:
        codec = codecs.lookup(charset or "")
    except (LookupError, ValueError):
        return None
    name = "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name  # as browsers read these
    return name if getattr(codec, "_is_text_encoding", False) else None


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
