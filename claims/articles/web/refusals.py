"""From what servers and networks answer to an error that says what to do."""

from __future__ import annotations

import re
import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2

from claims.errors import UnreadableError

SAVE = "open it in a browser, save the page and name the file"
LATER = "try again later"
_STATUSES = {
    401: ("the site asks for a login", SAVE),
    402: ("the site asks for payment", SAVE),
    403: ("the site refuses automatic readers", SAVE),
    404: ("there is no such page", "check the address"),
    410: ("the page was taken down", "look for it in a web archive and save it from there"),
    429: ("the site wants fewer requests", LATER),
    451: ("the page is withheld for legal reasons", "look for it in a web archive and save it from there"),
}
_NUMBER = re.compile(r"^\[Errno -?\d+\] ")
_MEDIA = {"image": "an image", "audio": "a recording", "video": "a video", "font": "a font"}


def refuse_status(response: httpx2.Response, where: str) -> None:
    """Raise UnreadableError for any status but success."""
    status = response.status_code
    if status in (200, 203):
        return
    fault = ("the site has a fault", LATER) if status >= 500 else ("the site sends no page", SAVE)
    reason, hint = _STATUSES.get(status, fault)
    seconds = read_retry_after(response)
    if seconds is not None and status in (429, 503):
        hint = f"try again in {describe_wait(seconds)}, as the site asks"
    raise UnreadableError(f"{reason} ({status})", where=where, hint=hint)


def read_retry_after(response: httpx2.Response) -> float | None:
    """Return the seconds that a server asks to wait, given as a number or as a moment."""
    value = response.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit() and len(value) < 10:
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def describe_wait(seconds: float) -> str:
    """Return a span as a reader says it.

    >>> describe_wait(90), describe_wait(7200)
    ('90 seconds', '120 minutes')
    """
    return f"{seconds:.0f} seconds" if seconds < 120 else f"{seconds / 60:.0f} minutes"


def refuse_media(media: str | None, where: str) -> None:
    """Raise UnreadableError for what is plainly no text, before it is loaded."""
    kind = (media or "").partition("/")[0]
    if kind in _MEDIA:
        raise UnreadableError(f"this is {_MEDIA[kind]}, not a page", where=where, hint="name the page of the article")


def explain_failure(error: httpx2.TransportError | httpx2.DecodingError, where: str) -> UnreadableError:
    """Return what a failed connection means to the user."""
    fault = _find_tls_fault(error)
    if fault is not None:
        cause = getattr(fault, "verify_message", None) or fault.reason or "TLS"
        return UnreadableError(f"no safe connection: {cause}", where=where, hint=SAVE)
    if isinstance(error, httpx2.TimeoutException):
        return explain_timeout(where)
    if isinstance(error, httpx2.DecodingError):
        return UnreadableError("its compression is damaged", where=where, hint=SAVE)
    if isinstance(error, httpx2.ConnectError):
        hint = "check the address and the network, or try again later"
        return UnreadableError(f"no connection: {_first_line(error)}", where=where, hint=hint)
    return UnreadableError(f"the connection broke off: {_first_line(error)}", where=where, hint=LATER)


def explain_timeout(where: str) -> UnreadableError:
    """Return the error for a server that takes longer than it may."""
    return UnreadableError("no full answer in time", where=where, hint=f"{LATER}, or give it longer with --timeout")


def _find_tls_fault(error: BaseException | None) -> ssl.SSLError | None:
    for _ in range(5):
        if error is None or isinstance(error, ssl.SSLError):
            return error
        error = error.__cause__ or error.__context__
    return None


def _first_line(error: Exception) -> str:
    line = (str(error).splitlines() or [""])[0][:120]
    return _NUMBER.sub("", line) or type(error).__name__
