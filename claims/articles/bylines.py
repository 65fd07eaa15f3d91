"""Bylines: with "by", with a mail address, in Korean, or names alone."""

from __future__ import annotations

import re
from functools import cache

from claims.articles.marks import count_words, ends_sentence, marks, starts
from claims.articles.stamps import find_days
from claims.patterns import DOTTED_REST, Gated, lazy

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_NAME_PART = rf"[^\W\d_a-z]{DOTTED_REST}"
_NAME = rf"{_NAME_PART}(?: (?:{_NAME_PART}|de|van|von|der|den|al|bin|el|la|di|du|da|dos|del)){{1,4}}"
_LONGEST_CONTACT = 12
_LONGEST_REACH = 120
_LABELLED = lazy(r"[^:]{4,40}:(?:\s|$)")
_REACH = lazy(
    r"[\w.+-]{1,64}@[\w-]{1,63}\.\w|(?<![\w.])(?:\+\d|\(?0\d)[\d ()/.-]{6,18}\d(?!\w)|\(\d{3}\) ?\d{3}[-.]\d{4}"
)
"""A mail address or a telephone number."""
_REPORTING = re.compile(r"(?:[Rr]eporting(?: and (?:writing|editing))?|[Ww]ritten) by ([^\n]{3,200})")
_AGENCY_END = lazy(r"[,|]?\s(?:[Tt]he )?(?:Associated Press|AP|Reuters|AFP)$|\s[Ff]or \w+(?:\.\w+)+$")
_AGENCY_BESIDE = Gated(
    r"(?: and |/| with |, )(?:[Aa]gencies|[Aa]gency|[A-Z]{2,4}|Reuters|Bloomberg)$", "and ", "/", "with ", ", "
)
_FIELD_SIGN = lazy(r"\s*[|•·]\s*|\s+[/—–-]\s+")
_FOLLOW = Gated(r"\s+Follow(?=$|[ ,&])", "Follow")
"""A button behind the name of an author."""
_AGE_BEHIND = Gated(r" ?\d{1,2} (?:minute|hour|day)s?(?: ago)?$", "minute", "hour", "day")
_NAMES = re.compile(rf"^{_NAME}(?:(?:, | and | & |/| / ){_NAME}){{0,5}}$")


@cache
def _korean() -> re.Pattern[str]:
    """Return the pattern of "홍길동 기자", compiled only for Korean texts: wide ranges take long."""
    return re.compile(r"^(?:[가-힣]{2,6}[ =,/]+)?[가-힣]{2,4} ?(?:기자|특파원|선임기자|논설위원|인턴기자)\b")


def read_byline(line: str) -> str | None:
    """Return the names of a byline, with what stands around them taken off; None where the line is no byline."""
    mail = _MAIL.search(line)
    rest = _MAIL.sub(" ", line).strip(" ,|()<>-–—")
    words = rest.split()
    if mail and is_contact(line):
        return None
    if mail and mail.group().partition("@")[0].lower() in marks("desk addresses") and is_contact_line(line):
        return None
    if mail and len(words) <= 8 and not ends_sentence(rest):
        return _clean_names(rest) or mail.group()
    if len(words) <= 8 and not line.isascii() and _korean().match(line):
        return _clean_names(rest)
    lower = rest.lower()
    if not any(map(str.isalpha, rest)):
        return None
    start = next((mark for mark in marks("byline starts") if lower.startswith((f"{mark} ", f"{mark}: "))), None)
    if not start or len(words) > 20 or (ends_sentence(rest) and not rest.endswith(("Jr.", "M.D.", "Ph.D."))):
        return None
    names = rest[len(start) :].lstrip(": ")
    if not names[:1].isupper() and not names.lower().startswith("our "):
        return None
    return _clean_names(names) or names


def is_contact(line: str) -> bool:
    """Tell whether the line asks readers to write to somebody: "Email: Jane Doe at jane@post.example"."""
    asks = line.lstrip("([ ").lower().startswith(starts("contact starts"))
    return asks and count_words(line) <= _LONGEST_CONTACT and _MAIL.search(line) is not None


def is_contact_line(line: str) -> bool:
    """Tell whether the line says how to reach a sender: "Contact: Petra Lund", "Phone 01632 960002", an address."""
    opens = line.lower().startswith(starts("contact starts")) and _LABELLED.match(line) is not None
    return opens or (len(line) <= _LONGEST_REACH and _REACH.search(line) is not None)


def find_mail_hosts(lines: list[str]) -> list[str]:
    """Return the hosts of the mail addresses in bylines, in order."""
    return [mail.group().rpartition("@")[2] for line in lines if len(line) < 160 and (mail := _MAIL.search(line))]


def _clean_names(names: str) -> str:
    names = re.split(r"\s*[|•·]\s*|\s+(?:Published|Updated|Posted)\b", names)[0]
    names = _FOLLOW.sub("", names)
    kept = [part for part in re.split(r"\s*,\s*", names) if part and not _is_title(part)]
    words = ", ".join(kept).split()
    while words and words[0].lower().strip(".:") in _single_titles():
        words.pop(0)
    while words and words[-1].lower().strip(".:") in _single_titles():
        words.pop()
    return " ".join(words).strip(" ,:")


def read_reporters(line: str) -> list[str]:
    """Return whom a tail names as reporters: "(Reporting by Jane Doe in Oslo and Joe Hill; Editing by ...)"."""
    match = _REPORTING.search(line[:300])
    if not match:
        return []
    parts = re.split(r",? and |, ", re.split(r"[;.)\]|]| [Ee]diting | [Ww]riting ", match.group(1))[0])
    return [name for part in parts if _NAMES.match(name := part.split(" in ")[0].strip())]


def read_stamped_names(line: str) -> str | None:
    """Return the names that stand in one line with a date: "By Jane Doe — 5 May 2031"."""
    for start, end, _ in reversed(find_days(line)):
        line = f"{line[:start]} | {line[end:]}"
    parts = map(str.strip, _FIELD_SIGN.split(line[:200]))
    return next((names for part in parts if (names := read_byline(part) or read_bare_names(part))), None)


def collect_bylines(bylines: list[str], tails: list[str]) -> tuple[str, ...]:
    """Return the authors that byline lines and tails name, each once; addresses only where no name is given."""
    found = [_AGENCY_END.sub("", read_byline(line) or read_bare_names(line) or line).strip(" ,|") for line in bylines]
    found = [name for name in found if any(map(str.isalpha, name))] or [
        name for line in tails for name in read_reporters(line)
    ]
    named = [name for name in found if "@" not in name]
    return tuple(dict.fromkeys(named or found))


@cache
def _single_titles() -> frozenset[str]:
    return frozenset(title for title in marks("byline titles") if " " not in title)


def _is_title(part: str) -> bool:
    words = part.lower().split()
    titles = marks("byline titles")
    return part.lower() in titles or (len(words) > 1 and words[-1] in titles and words[0] not in titles)


def read_bare_names(line: str) -> str | None:
    """Return the line where it is nothing but people's names: a byline without "by"."""
    line = _AGE_BEHIND.sub("", re.split(r",? (?:–|-|•) |,? ?\| ?", line)[0].strip())
    line = _AGENCY_BESIDE.sub("", line)
    if not _NAMES.match(line) or count_words(line) > 12:
        return None
    if any(word.lower().strip(".,") in marks("not a name") | marks("bodies") for word in line.split()):
        return None
    return line
