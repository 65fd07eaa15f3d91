"""Messages in the form of mails: their parts and headers, decoded by the standard library."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.articles.encoding import decode_bytes
from claims.errors import UnreadableError

if TYPE_CHECKING:
    from email.message import Message

_HEAD = 32_768
_FIELD = re.compile(rb"^([A-Za-z][A-Za-z0-9\-]{1,60}):", re.MULTILINE)
_MULTIPART = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
# The standard library takes quadratic time for the parameters of such fields.
_LONG_FIELD = re.compile(rb"^content-(?:type|disposition):(?:[^\r\n]|[\r\n]+[ \t]){1500}", re.IGNORECASE | re.MULTILINE)
_MOST_MULTIPARTS = 20
_LONGEST_HEADER = 1000
_HINT = "save the mail anew from the mail program, or copy its text into a .txt file"


def header_names(data: bytes) -> frozenset[str]:
    """Return the names of the header fields at the start of ``data``, lower case; empty where it opens otherwise."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if not _FIELD.match(block):
        return frozenset()
    return frozenset(name.decode("ascii").lower() for name in _FIELD.findall(block))


def parse_message(data: bytes, where: str) -> Message:
    """Return the message. Raises UnreadableError for what no mail program writes."""
    from email import message_from_bytes
    from email.errors import MessageError

    if len(_MULTIPART.findall(data)) > _MOST_MULTIPARTS:
        raise UnreadableError("a mail with too many nested parts", where=where, hint=_HINT)
    if _LONG_FIELD.search(data):
        raise UnreadableError("a mail with an endless header field", where=where, hint=_HINT)
    try:
        return message_from_bytes(data.removeprefix(b"\xef\xbb\xbf").lstrip())
    except (MessageError, ValueError, TypeError, LookupError, RecursionError) as error:
        raise UnreadableError(f"a mail that cannot be parsed: {error}", where=where, hint=_HINT) from error


def list_parts(message: Message, kind: str) -> list[Message]:
    """Return the parts of a content type that are no attachments, in order."""
    parts = [part for part in message.walk() if not part.is_multipart() and part.get_content_type() == kind]
    return [part for part in parts if not str(part.get("Content-Disposition", "")).lower().startswith("attachment")]


def part_text(part: Message, where: str) -> str:
    """Return the text of a part by its declared charset, else as any text is decoded. Raises UnreadableError."""
    payload = part_bytes(part)
    try:
        charset = part.get_content_charset()
        if charset and charset not in {"utf-8", "us-ascii"}:
            return payload.decode(charset, "replace").replace("\r\n", "\n").replace("\0", " ")
    except (LookupError, ValueError):
        pass  # an unknown charset, or one that is no text encoding
    return decode_bytes(payload, where)[0]


def part_bytes(part: Message) -> bytes:
    """Return the content of a part with its transfer encoding undone."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, TypeError, LookupError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def header_text(message: Message, name: str) -> str | None:
    """Return a header field with encoded words decoded, on one line."""
    from email.errors import MessageError
    from email.header import decode_header, make_header

    raw = message.get(name)
    if raw is None:
        return None
    try:
        text = str(make_header(decode_header(str(raw)[:_LONGEST_HEADER])))
    except (MessageError, LookupError, ValueError, TypeError):
        text = str(raw)[:_LONGEST_HEADER]
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split()) or None
