"""Bytes to text: byte order marks, UTF-8, the charset a page declares, and the old Western code page."""

from __future__ import annotations

import codecs
import re

from claims.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)
_HEAD = 4096
_SAMPLE = 65536
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.01
GUESSED = "The text is not UTF-8 and declares no encoding; it was read as Windows-1252 (Western European)."


def decode_bytes(data: bytes, where: str, *, declared: bool = False) -> tuple[str, tuple[str, ...]]:
    r"""Return the text with line ends as ``\n``, and notes on what had to be guessed.

    ``declared`` looks for a charset declaration near the start, as pages have. Raises UnreadableError for bytes
    that are no text.
    """
    text, notes = _decode(data, where, declared)
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _MOST_CONTROL * len(sample):
        raise UnreadableError("this is binary data, not text", where=where, hint="save the article as text or HTML")
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _decode(data: bytes, where: str, declared: bool) -> tuple[str, tuple[str, ...]]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], name, where), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if declared and (found := _CHARSET.search(data[:_HEAD])):
        text = decode_declared(data, found.group(1).decode("ascii"))
        if text is not None:
            return text, ()
    return data.decode("cp1252", errors="replace"), (GUESSED,)


def _decode_marked(data: bytes, name: str, where: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"invalid {name.upper()} at byte {error.start}", where=where, hint="save the file as UTF-8"
        ) from error


def decode_declared(data: bytes, name: str) -> str | None:
    """Decode by a declared charset; faulty bytes become U+FFFD, an unknown charset gives None."""
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not getattr(codec, "_is_text_encoding", True):
        return None
    try:
        return data.decode(codec.name, errors="replace")
    except UnicodeError:  # a codec for host names, which knows no replacement
        return None
