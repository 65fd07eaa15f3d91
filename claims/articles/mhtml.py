"""Pages that a browser saved as one file (MHTML)."""

from __future__ import annotations

from claims.articles import html
from claims.articles.mail import header_names, header_text, list_parts, parse_message, part_text
from claims.articles.source import Known, Source
from claims.errors import UnreadableError
from claims.model import Article, Unread

_SUFFIXES = frozenset({".mhtml", ".mht"})


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the bytes open with the header that browsers write, or the name says so."""
    names = header_names(data)
    return bool(names) and (suffix in _SUFFIXES or "snapshot-content-location" in names)


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the article of the page in the file."""
    message = parse_message(data, source.name)
    pages = list_parts(message, "text/html")
    if not pages:
        raise UnreadableError("a saved page without HTML in it", where=source.name, hint="save the page anew")
    address = header_text(message, "Snapshot-Content-Location") or header_text(pages[0], "Content-Location")
    if address and address.startswith(("http://", "https://")):
        source = source.with_envelope(Known(url=address))
    return html.read(part_text(pages[0], source.name).encode("utf-8", "replace"), source)
