"""What agencies put before and after a story for each other's machines: control headers of wires.

Forms: IPTC 7901 ("ABC0123 4 POL 0250 slug" ... "071430 MAR 31"), ANPA 1312 ("r i bc-slug 03-07 0421" ...
"AB-NY-03-07-31 1430EST"), and the same facts as labelled lines ("Priority: 4").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from claims.articles.moments import read_mail_date
from claims.wordlists import read_pairs

_LIST = Path(__file__).with_name("data") / "wireheader.txt"
_IPTC = re.compile(
    r"[A-Za-z]{2,6}\d{3,5}\s+(?P<priority>[1-9])\s+[A-Za-z]{1,4}\s+(?P<words>\d{1,5})\b(?P<slug>.{0,120})"
)
_ANPA = re.compile(
    r"(?:[a-z]\d{3,4}\S{0,6}\s{1,4})?(?P<priority>[a-z])\s{1,4}[a-z]{1,3}\s{1,4}(?P<slug>(?:[abp]m|bc)-\S.{0,80}?)"
    r"\s{1,8}(?P<month>\d{1,2})-(?P<day>\d{1,2})\s{1,8}(?P<words>\d{2,5})",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[a-z]\d{3,4}(?:-{2,})?|[A-Z]{2,6}\d{3,5}")
_SLUG = re.compile(r"(?:[ABP]M|BC)-{1,2}[A-Z]\S.{1,100}")
_SLUG_WORDS = re.compile(r",\s?(?P<words>\d{2,5})$")
_LABELLED = re.compile(r"([A-Za-z][A-Za-z ]{1,20}?)\s{0,4}[:=]\s{0,8}(\S.{0,120})")
_ANPA_END = re.compile(
    r"[A-Z]{2,4}-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s{1,4}(?P<hour>\d\d)(?P<minute>\d\d)"
    r"(?P<zone>[A-Z]{3})?<?"
)
_IPTC_END = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s{0,4}(?P<zone>GMT|UTC|Z)?\s{0,4}(?P<name>[A-Za-z]{3})\s{0,4}(?P<year>\d\d)"
)
_VERSION = re.compile(r"\b(\d{1,2}(?:st|nd|rd|th) ?ld(?:-writethru)?|writethru)\b", re.IGNORECASE)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_LONGEST = 160
_MOST_LINES = 12


class WireHeader(NamedTuple):
    """What the control lines of a story say."""

    lines: int
    """How many lines, blank ones apart, the header has."""
    words: int | None = None
    version: str | None = None
    """As printed: "2nd Ld-Writethru"."""
    published: str | None = None


def read_header(lines: Sequence[str]) -> WireHeader:
    """Return what the control lines at the start say; no lines where it does not open with any that is sure."""
    header = WireHeader(0)
    labelled = sure = 0
    for line in lines[:_MOST_LINES]:
        read = _read_line(line.strip()) if len(line) <= _LONGEST else None
        if read is None:
            break
        fields, is_sure = read
        sure += is_sure
        labelled += not is_sure
        header = WireHeader(
            header.lines + 1,
            fields.words or header.words,
            fields.version or header.version,
            fields.published or header.published,
        )
    return header if sure or labelled >= 2 else WireHeader(0)


def _read_line(line: str) -> tuple[WireHeader, bool] | None:
    """Return the facts of a control line, and whether no other line looks so; None where it is none."""
    if match := _IPTC.fullmatch(line) or _ANPA.fullmatch(line):
        return WireHeader(1, int(match["words"]), _version_in(match["slug"])), True
    if _NUMBER.fullmatch(line):
        return WireHeader(1), False
    if _SLUG.fullmatch(line):
        count = _SLUG_WORDS.search(line)
        return WireHeader(1, int(count["words"]) if count else None, _version_in(line)), count is not None
    labelled = _LABELLED.fullmatch(line)
    meaning = meanings().get(labelled[1].strip().lower()) if labelled else None
    return (_read_value(meaning, labelled[2]), False) if labelled and meaning else None


@cache
def meanings() -> dict[str, str]:
    """Return what labelled lines of a header mean, by their labels."""
    return read_pairs(_LIST)["labels"]


def _read_value(meaning: str, value: str) -> WireHeader:
    if meaning == "words" and value.isdigit() and len(value) <= 5:
        return WireHeader(1, int(value))
    if meaning == "version":
        return WireHeader(1, version=_version_in(value))
    if meaning == "date":
        from claims.articles.moments import read_moment

        return WireHeader(1, published=read_moment(value))
    return WireHeader(1, version=_version_in(value) if meaning == "slug" else None)


def _version_in(slug: str) -> str | None:
    match = _VERSION.search(slug)
    return match[1] if match else None


def read_trailer(line: str) -> str | None:
    """Return the moment in the line that closes a story; None where the line is no such."""
    stripped = line.strip()
    match = _ANPA_END.fullmatch(stripped) or _IPTC_END.fullmatch(stripped)
    if not match:
        return None
    parts = match.groupdict()
    named = (parts.get("name") or "").lower()
    month = int(read_pairs(_LIST)["months"].get(named, "0") if named else parts["month"])
    if not 1 <= month <= 12:
        return None
    zone = "GMT" if named else match["zone"] or ""
    clock = f"{match['day']} {_MONTHS[month - 1]} {_century(match['year'])} {match['hour']}:{match['minute']} {zone}"
    return read_mail_date(clock)


def _century(year: str) -> str:
    """Return a year of two digits in full: wires have sent since 1970."""
    return ("19" if year >= "70" else "20") + year
