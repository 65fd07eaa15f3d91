"""Mails as files: newsletters, press releases and stories that were sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.articles import html
from claims.articles import text as plain
from claims.articles.fragments import read_fragment
from claims.articles.mail import header_names, header_text, list_parts, parse_message, part_text
from claims.articles.moments import read_mail_date
from claims.articles.outlets import host_of
from claims.articles.source import Known, Source
from claims.errors import UnreadableError
from claims.model import Article, Outlet, Unread

if TYPE_CHECKING:
    from email.message import Message

_SUFFIXES = frozenset({".eml"})
_ROUTED = frozenset({"received", "return-path", "delivered-to", "message-id", "mime-version", "dkim-signature"})
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
_ADDRESS = re.compile(r"<?([\w.+\-]{1,64})@([\w\-]{1,63}(?:\.[\w\-]{1,63})+)>?")
_FEWEST_WORDS = 40


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the bytes open with the header of a mail that was sent, or the name says so."""
    names = header_names(data)
    return bool(names) and (suffix in _SUFFIXES or ("from" in names and bool(names & _ROUTED)))


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the article in a mail: of its plain part where that has the text, else of its HTML part."""
    message = parse_message(data, source.name)
    source = source.with_envelope(_read_envelope(message, source))
    text = "\n\n".join(part_text(part, source.name) for part in list_parts(message, "text/plain"))
    pages = [part_text(part, source.name) for part in list_parts(message, "text/html")]
    page = max(pages, key=len, default="")
    if page and _count_words(text) < min(_FEWEST_WORDS, _count_words(_strip_tags(page))):
        return html.read(page.encode("utf-8", "replace"), source)
    if not text.strip():
        raise UnreadableError("a mail without text", where=source.name, hint="save what is attached to it")
    return [plain.read_text(text.strip(), (), data, source)]


def _strip_tags(page: str) -> str:
    return " ".join(piece for _, piece in read_fragment(page))


def _count_words(text: str) -> int:
    """Count the words of a plain part without its addresses, of which some hold little else."""
    return sum("://" not in word for word in text.split())


def _read_envelope(message: Message, source: Source) -> Known:
    subject = header_text(message, "Subject")
    date = header_text(message, "Date")
    return Known(
        outlet=_find_sender(header_text(message, "From") or "", source),
        published=read_mail_date(date) if date else None,
        headline=_REPLY.sub("", subject) or None if subject else None,
    )


def _find_sender(sender: str, source: Source) -> Outlet | None:
    """Return the outlet that the registry knows the sender by: the address's domain, or the name before it."""
    address = _ADDRESS.search(sender)
    host = host_of(address[2]) if address else None
    name = (sender[: address.start()] if address else sender).strip(" \"'<>")
    known = source.outlets
    return (known.find_outlet_by_domain(host) if host else None) or (known.find_outlet(name) if name else None)
