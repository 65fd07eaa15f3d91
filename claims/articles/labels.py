"""What one line of a news page is, judged by its own words: stamp, note, tail, furniture, byline, caption or credit."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from claims.articles.datelines import picture_desks
from claims.articles.stamps import find_days, find_stamps, month_numbers, words_of
from claims.model import Label
from claims.wordlists import read_pairs, read_words

_DATA = Path(__file__).with_name("data")
_LONGEST = 600
"""Characters of a line that are looked at; no label depends on what follows."""
_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_SENTENCE_END = re.compile(r"[.!?…。][\"'”’»)\]]*$")
_KOREAN_BYLINE = re.compile(r"^(?:[가-힣]{2,6}[ =,/]+)?[가-힣]{2,4} ?(?:기자|특파원|선임기자|논설위원|인턴기자)\b")
_NAME_PART = r"[A-ZÀ-ÞĀ-Ž][\w.'’\-]*"
_NAME = rf"{_NAME_PART}(?: (?:{_NAME_PART}|de|van|von|der|den|al|bin|el|la|di|du|da|dos|del)){{1,4}}"
_NAMES = re.compile(rf"^{_NAME}(?:(?:, | and | & |/| / ){_NAME}){{0,5}}$")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\.?$")
_SLASHED = re.compile(rf"^{_NAME_PART}(?: {_NAME_PART}){{0,2}} ?/ ?{_NAME_PART}(?: {_NAME_PART}){{0,2}}$")
_AGE = re.compile(r"^\W*\d+ (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago\W*$", re.IGNORECASE)
_READING = re.compile(r"^\W*\d+[ -]min(?:ute)?s?(?: read)?\W*$", re.IGNORECASE)


@cache
def marks(section: str) -> frozenset[str]:
    """Return a section of the list of marks."""
    return read_words(_DATA / "marks.txt")[section]


@cache
def _starts(section: str, file: str = "marks.txt") -> tuple[str, ...]:
    return tuple(sorted(read_words(_DATA / file)[section]))


def count_words(line: str) -> int:
    """Count the words between white space, of a long line only so far as labels need it."""
    return len(line[: _LONGEST * 2].split())


def ends_sentence(line: str) -> bool:
    """Tell whether the line ends like a sentence."""
    return bool(_SENTENCE_END.search(line[-12:]))


def is_end_mark(line: str) -> bool:
    """Tell whether the line closes a dispatch: ENDS, ###, (END)."""
    return line.strip().lower() in marks("end marks")


def is_stamp_label(line: str) -> bool:
    """Tell whether the line is only the label of a stamp on the next one: Input, Updated, 입력."""
    words = line.strip(" :|.\t").lower()
    return words in words_of("published") or words in words_of("updated")


def is_stamp(line: str, *, spare: int = 1) -> bool:
    """Tell whether the line holds a date and, but for ``spare`` words, nothing else."""
    if len(line) > 160 or not find_days(line):
        return False
    if any(stamp.year is None for stamp in find_stamps(line)):
        spare = 0
    return len(list(_unexplained(line))) <= spare


def _unexplained(line: str) -> list[str]:
    for start, end, _ in reversed(find_days(line)):
        line = f"{line[:start]} {line[end:]}"
    known = words_of("filler") | words_of("weekdays") | _label_words()
    zones = read_pairs(_DATA / "stamps.txt")["zones"]
    return [
        word
        for word in (found.lower().strip(".") for found in _WORD.findall(line))
        if not word[0].isdigit() and word not in known and word not in zones and word not in month_numbers()
    ]


@cache
def _label_words() -> frozenset[str]:
    return frozenset(word for label in words_of("published") | words_of("updated") for word in label.split())


def label_line(line: str) -> Label | None:
    """Return the label that the line's own words give it, or None for running text and headings."""
    head = line[:_LONGEST]
    words = count_words(head)
    if is_end_mark(head) or _is_furniture(head, words):
        return "furniture"
    if is_note(head, words):
        return "note"
    if is_tail(head, words):
        return "tail"
    if words <= 24 and read_byline(head):
        return "byline"
    if _is_credit(head, words):
        return "credit"
    if words <= 110 and len(line) <= _LONGEST and _is_caption(head, words):
        return "caption"
    return None


def is_note(line: str, words: int) -> bool:
    """Tell whether the line is a correction, an update note or an embargo."""
    lower = line.lower()
    if words < 90 and lower[:1] in "([" and _EDGES.sub("", lower).startswith(_starts("note verbs")):
        first = _WORD.findall(lower[:40])[:1]
        return bool(first) and first[0] in marks("note verbs") | {"in", "new", "writes"}
    if words < 40 and any(phrase in lower for phrase in marks("embargo")):
        return True
    opening = _EDGES.sub("", lower[:60])
    if words < 90 and _opens_with(opening, lower, _starts("note starts")):
        return True
    return words < 90 and any(phrase in lower for phrase in marks("note phrases"))


def _opens_with(opening: str, lower: str, starts: tuple[str, ...]) -> bool:
    """Tell whether the line starts with one of the marks and a sign that it is one: a colon, a dash, a bracket."""
    for start in starts:
        if opening.startswith(start.rstrip(":")):
            rest = lower.lstrip("([*_ ")[len(start.rstrip(":")) :].lstrip()
            return not rest or rest[0] in ":-–—(,"
    return False


def is_tail(line: str, words: int) -> bool:
    """Tell whether the line names who worked on the text: (Reporting by ...; Editing by ...)."""
    lower = line.lower()
    if words < 90 and lower.lstrip("([*_—–- ").startswith(_starts("tail starts")):
        return True
    if words < 45 and (any(phrase in lower for phrase in marks("tail phrases")) or lower.endswith(" contributed.")):
        return True
    return words < 30 and line[:1].isupper() and " reported from " in lower and lower.count(" ") < 16


def _is_furniture(line: str, words: int) -> bool:
    if words > 28:
        return False
    lower = line.lower()
    bare = _EDGES.sub("", lower)
    if not bare or bare in _furniture("whole") or _AGE.match(line) or _READING.match(line):
        return True
    starts = _starts("starts", "furniture.txt")
    sentence = ends_sentence(line) and words > 9
    if not sentence and words <= 14 and lower.lstrip("•*-–—|>+ ").startswith(starts):
        return True
    return any(phrase in lower for phrase in _furniture("phrases"))


@cache
def _furniture(section: str) -> frozenset[str]:
    return read_words(_DATA / "furniture.txt")[section]


def read_byline(line: str) -> str | None:
    """Return the names of a byline, with what stands around them taken off; None where the line is no byline."""
    mail = _MAIL.search(line)
    rest = _MAIL.sub(" ", line).strip(" ,|()<>-–—")
    words = rest.split()
    if mail and len(words) <= 8 and not ends_sentence(rest):
        return _clean_names(rest) or mail.group()
    if _KOREAN_BYLINE.match(line) and len(words) <= 8:
        return _clean_names(rest)
    lower = rest.lower()
    start = next((mark for mark in marks("byline starts") if lower.startswith((f"{mark} ", f"{mark}: "))), None)
    if not start or len(words) > 20 or (ends_sentence(rest) and not rest.endswith(("Jr.", "M.D.", "Ph.D."))):
        return None
    names = rest[len(start) :].lstrip(": ")
    if not names[:1].isupper() and not names.lower().startswith("our "):
        return None
    return _clean_names(names) or names


def find_mail_hosts(lines: list[str]) -> list[str]:
    """Return the hosts of the mail addresses in bylines, in order."""
    return [mail.group().rpartition("@")[2] for line in lines if len(line) < 160 and (mail := _MAIL.search(line))]


def _clean_names(names: str) -> str:
    names = re.split(r"\s*[|•·]\s*|\s+(?:Published|Updated|Posted)\b", names)[0]
    kept = [part for part in re.split(r"\s*,\s*", names) if part and not _is_title(part)]
    words = ", ".join(kept).split()
    while words and words[0].lower().strip(".:") in _single_titles():
        words.pop(0)
    while words and words[-1].lower().strip(".:") in _single_titles():
        words.pop()
    return " ".join(words).strip(" ,:")


@cache
def _single_titles() -> frozenset[str]:
    return frozenset(title for title in marks("byline titles") if " " not in title)


def _is_title(part: str) -> bool:
    words = part.lower().split()
    titles = marks("byline titles")
    return part.lower() in titles or (len(words) > 1 and words[-1] in titles and words[0] not in titles)


def read_bare_names(line: str) -> str | None:
    """Return the line where it is nothing but people's names: a byline without "by"."""
    line = re.split(r",? (?:\||–|-|•) ", line)[0].strip()
    if not _NAMES.match(line) or count_words(line) > 12:
        return None
    if any(word.lower().strip(".,") in marks("not a name") for word in line.split()):
        return None
    return line


def read_credit(line: str) -> tuple[int, str] | None:
    """Return where a caption's credit starts and the media it names: "... on the 3rd. AP/Newsis"."""
    tail_start = max(0, len(line) - 110)
    tail = line[tail_start:]
    bracket = _BRACKETED.search(tail)
    if bracket and _names_desk(bracket.group(1)):
        return tail_start + bracket.start(), _strip_credit(bracket.group(1))
    for cut in re.finditer(r"(?:(?<=[.!?)\]”\"’'])|(?<=\|)|(?<= -)|(?<= —)|(?<= –)|^) ?(?=[A-Z가-힣])", tail):
        piece = tail[cut.end() :].rstrip(". ")
        if piece and len(piece.split()) <= 9 and (_names_desk(piece) or (cut.start() and _SLASHED.match(piece))):
            return tail_start + cut.end(), _strip_credit(piece)
    return None


def _strip_credit(piece: str) -> str:
    lower = piece.lower()
    for label in sorted(marks("credit labels"), key=len, reverse=True):
        if re.match(
            rf"{re.escape(label)}(?: by| courtesy(?: of)?| from)?\s*[:=/]\s*|{re.escape(label)} (?:by|courtesy|from) ",
            lower,
        ):
            return re.sub(r"^[^:=/]*[:=/]\s*|^\S+(?: by| courtesy(?: of)?| from) ", "", piece, count=1).strip()
    return piece.strip()


def _names_desk(piece: str) -> bool:
    lower = piece.lower()
    if any(
        lower.startswith((f"{label}:", f"{label}=", f"{label} =", f"{label} by ", f"{label} courtesy", f"{label} :"))
        for label in marks("credit labels")
    ):
        return True
    if "courtesy of" in lower or "/newsis" in lower:
        return True
    first = re.split(r"[/|,]| via | - | – ", piece)[0].strip()
    without = " ".join(word for word in first.split() if word.lower() not in marks("credit words")) or first
    return (
        first in picture_desks()
        or without in picture_desks()
        or ("/" in piece and any(part.strip() in picture_desks() for part in piece.split("/")))
    )


def _is_credit(line: str, words: int) -> bool:
    found = read_credit(line) if words <= 12 else None
    return found is not None and found[0] <= 1


def _is_caption(line: str, words: int) -> bool:
    lower = line.lower()
    if words < 70 and lower.startswith(_starts("caption starts")):
        return True
    found = read_credit(line)
    return found is not None and found[0] > 0 and not lower.startswith(("by ",))
