"""What one line of a news page is, judged by its own words: note, tail, furniture, byline, caption or credit."""

from __future__ import annotations

import re
from functools import cache

from claims.articles.bylines import is_contact, read_byline
from claims.articles.captions import is_caption, is_credit
from claims.articles.marks import LONGEST, bare, count_words, ends_sentence, furniture, is_end_mark, marks, starts
from claims.model import Label
from claims.patterns import Gated, lazy

_FIRST_WORD = lazy(r"[^\W_]+")
_AGE = Gated(
    r"^\W*\d+ ?(?:(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago\W*$|[smhdw] ago)",
    "ago",
    flags=re.IGNORECASE,
)
_MENU_SIGN = lazy(r"\s[|•·›»>/]\s")
_READING = Gated(r"^\W*\d+[ -]min(?:ute)?s?(?: read)?\W*$", "min", flags=re.IGNORECASE)
_POSTED = Gated(r"^posted (?:on|by|in)\b.{0,200}\b\d+ comments?\b", "posted", flags=re.IGNORECASE)
_LEAST_NEWS = 10
_SPOKEN_TO = re.compile(r"\b(?:you|your|our|us|here|please|subscribe|sign|click|download|this site|reserved)\b")
_REPORTED = re.compile(r"[“”\"«»]|\b(?:said|says|told|according to)\b")


def label_line(line: str) -> Label | None:
    """Return the label that the line's own words give it, or None for running text and headings."""
    head = line[:LONGEST]
    words = count_words(head)
    if is_end_mark(head) or is_disclosure(head) or (len(line) <= LONGEST and is_furniture(head, words)):
        return "furniture"
    if is_note(head, words):
        return "note"
    if is_tail(head, words):
        return "tail"
    if is_contact(head):
        return "furniture"
    if words <= 24 and read_byline(head):
        return "byline"
    if is_credit(head, words):
        return "credit"
    if words <= 110 and len(line) <= LONGEST and is_caption(head, words):
        return "caption"
    return None


def is_furniture_or_byline(line: str, words: int) -> bool:
    """Tell whether the line is a button, menu, advert or legal line, or a byline."""
    return len(line) <= LONGEST and (is_furniture(line, words) or (words <= 24 and read_byline(line) is not None))


def is_note(line: str, words: int) -> bool:
    """Tell whether the line is a correction, an update note or an embargo."""
    if words >= 90:
        return False
    lower = line.lower()
    if lower[:1] in "([" and bare(lower).startswith(starts("note verbs")):
        first = _FIRST_WORD.findall(lower[:40])[:1]
        return bool(first) and first[0] in marks("note verbs") | {"in", "new", "writes"}
    opening = bare(lower[:60])
    if _tells_news(lower, words):
        return False
    if opening.startswith(_plain_openings()) and _is_signed(opening, lower):
        return True
    if not any(map(lower.__contains__, starts("note stems"))):
        return False
    phrases = marks("note phrases") | marks("embargo") if words < 40 else marks("note phrases")
    return any(map(lower.__contains__, phrases))


def _tells_news(lower: str, words: int) -> bool:
    """Tell "UPDATE: A man has been arrested ...", as in a post, from an update of the text."""
    opens = lower.startswith(("update:", "update -", "update –", "update —"))
    return opens and words >= _LEAST_NEWS and not any(map(lower.__contains__, marks("of a text")))


@cache
def _plain_openings() -> tuple[str, ...]:
    return tuple(start.rstrip(":") for start in starts("note starts"))


def _is_signed(opening: str, lower: str) -> bool:
    """Tell whether a sign follows the mark at the start of the line: a colon, a dash, a bracket, or nothing."""
    for start in _plain_openings():
        if opening.startswith(start):
            rest = lower.lstrip("([*_ ")[len(start) :].lstrip()
            if not rest or rest[0] in ":-–—(,":
                return True
    return False


def is_tail(line: str, words: int) -> bool:
    """Tell whether the line names who worked on the text: (Reporting by ...; Editing by ...)."""
    lower = line.lower()
    if words < 90 and lower.lstrip("([*_—–- ").startswith(starts("tail starts")):
        return True
    if words < 45 and (any(map(lower.__contains__, marks("tail phrases"))) or lower.endswith(" contributed.")):
        return True
    return words < 30 and line[:1].isupper() and " reported from " in lower and lower.count(" ") < 16


def is_disclosure(line: str) -> bool:
    """Tell whether the page speaks of its own interests: "We may earn a commission ..."."""
    lower = line.lower()
    return any(map(lower.__contains__, furniture("disclosures"))) and not _REPORTED.search(lower)


def is_furniture(line: str, words: int) -> bool:
    """Tell whether the line belongs to the page: a button, a menu, an advert, a legal line."""
    if words > 60:
        return False
    lower = line.lower()
    stripped = bare(lower)
    if (
        not stripped
        or stripped in furniture("whole")
        or _AGE.match(line)
        or _READING.match(line)
        or _POSTED.match(line)
    ):
        return True
    if _is_menu(line) or (words <= 5 and all(word in furniture("whole") for word in stripped.split())):
        return True
    sentence = ends_sentence(line) and words > 9
    if sentence and (_REPORTED.search(lower) or not _SPOKEN_TO.search(lower)):
        return False
    if not sentence and words <= 14 and _opens_like_furniture(lower.lstrip("•*-–—|>+ ")):
        return True
    return any(map(lower.__contains__, _phrases(words <= 28)))


def _opens_like_furniture(lower: str) -> bool:
    """Tell whether the line starts with a word of the page, and not only with its letters: "hi", not "high"."""
    if not lower.startswith(_openings()):
        return False
    rests = (lower[len(start) : len(start) + 2] for start in _openings() if lower.startswith(start))
    return any(not _goes_on(rest.removeprefix("s")) or not _goes_on(rest) for rest in rests)


def _goes_on(rest: str) -> bool:
    return rest[:1].isascii() and rest[:1].isalpha()


def _is_menu(line: str) -> bool:
    """Tell whether the line is a row of short entries: "Home | News | Sports"."""
    parts = _MENU_SIGN.split(line)
    return len(parts) >= 4 and all(part and len(part.split()) <= 3 for part in map(str.strip, parts))


@cache
def _openings() -> tuple[str, ...]:
    return tuple(sorted(furniture("starts")))


@cache
def _phrases(short: bool) -> tuple[str, ...]:
    return tuple(sorted(furniture("strong phrases") | (furniture("phrases") if short else frozenset())))
