"""Label the lines of a pasted page or a dispatch: where the body starts, which line is the headline, what is around."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claims.articles.datelines import read_dateline
from claims.articles.labels import (
    count_words,
    ends_sentence,
    is_end_mark,
    is_stamp,
    is_stamp_label,
    label_line,
    marks,
    read_bare_names,
)
from claims.articles.lines import Line
from claims.articles.stamps import words_of
from claims.model import Label

_FACT = re.compile(r"^[A-Z][A-Z ,/&'’\-]{1,40}(?: ?\([^()]{1,40}\))?: +\S")
_BULLET = re.compile(r"^(?:[*•·‣▪●○◆■□–—-]|\d{1,2}[.)])\s+\S")
_HANGUL = re.compile(r"[가-힣]")
_QUESTION = re.compile(r"[?!][\"'”’]*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|No|vs|Calif|Fla|Pa|Va)\.$")
_HEADER_LINES = 60


@dataclass(slots=True)
class Page:
    """The lines with the labels they have so far; ``shapes`` says what unlabelled lines look like."""

    lines: list[Line]
    labels: list[Label | None]
    shapes: list[str] = field(default_factory=list)
    """``paragraph``, ``sentence`` (a short one) or ``fragment``."""
    first: int = 0
    """Index of the first line of the body; the number of lines where there is none."""
    headline: int | None = None
    kinds: dict[int, str] = field(default_factory=dict)
    """Of stamps: ``published`` or ``updated``, where the line before says so."""


def label_page(lines: list[Line], names: frozenset[str]) -> Page:
    """Return the labelled page; ``names`` are outlets, folded, whose names alone in a line are letterheads."""
    page = Page(lines, [None] * len(lines))
    _label_stamps(page)
    for index, line in enumerate(lines):
        if page.labels[index] is None:
            page.labels[index] = "furniture" if line.text.casefold() in names else label_line(line.text)
    page.shapes = [_shape(line.text) for line in lines]
    page.first = _with_lead_in(page, _find_body(page))
    _label_header(page)
    _label_body(page)
    return page


def _label_stamps(page: Page) -> None:
    pending: str | None = None
    for index, line in enumerate(page.lines):
        if len(line.text) > 160:
            pending = None
        elif is_stamp_label(line.text):
            page.labels[index] = "stamp"
            pending = "updated" if line.text.strip(" :|.\t").lower() in words_of("updated") else "published"
        elif is_stamp(line.text, spare=2 if index < 8 and count_words(line.text) >= 5 else 1):
            page.labels[index] = "stamp"
            if pending:
                page.kinds[index] = pending
            pending = None
        else:
            pending = None


def _shape(text: str) -> str:
    words = count_words(text)
    ends = ends_sentence(text) and not _ABBREVIATED.search(text[-12:])
    if words >= 20 or (len(text) > 60 and ends and _HANGUL.search(text[:60])):
        return "paragraph"
    if ends and words >= 9 and not (words < 18 and _QUESTION.search(text[-4:])):
        return "paragraph"
    return "sentence" if ends and words >= 3 else "fragment"


def _find_body(page: Page) -> int:
    paragraphs = [i for i, shape in enumerate(page.shapes) if shape == "paragraph" and page.labels[i] is None]
    facts = _first_facts(page)
    for index in paragraphs:
        if facts is not None and facts < index:
            return facts
        following = [
            page.labels[i] is None and page.shapes[i] == "paragraph"
            for i in range(index + 1, min(index + 4, len(page.lines)))
        ]
        text = page.lines[index].text
        if count_words(text) >= 25 or any(following) or read_dateline(text):
            return index
    if facts is not None:
        return facts
    return paragraphs[0] if paragraphs else _first_sentence(page)


def _with_lead_in(page: Page, first: int) -> int:
    """Take the line that opens a list into the body: "The following was announced:"."""
    before = first - 1
    opens = before > 0 and page.labels[before] is None and page.lines[before].text.endswith(":")
    return before if opens and count_words(page.lines[before].text) >= 6 else first


def _first_sentence(page: Page) -> int:
    for index, shape in enumerate(page.shapes):
        if shape == "sentence" and page.labels[index] is None:
            return index
    return len(page.lines)


def _first_facts(page: Page) -> int | None:
    """Return where at least three lines of the form "SIZE: 12 acres" start in a row."""
    run = 0
    for index, line in enumerate(page.lines):
        run = run + 1 if _FACT.match(line.text) and page.labels[index] is None else 0
        if run == 3:
            return index - 2
    return None


# --- above the body -----------------------------------------------------------------------------------------


def _label_header(page: Page) -> None:
    candidates = [
        index
        for index in range(max(0, page.first - _HEADER_LINES), page.first)
        if page.labels[index] is None and _may_be_headline(page.lines[index].text)
    ]
    candidates = _below_letterhead(page, candidates)
    scores = {index: _score(page, index, rank) for rank, index in enumerate(candidates)}
    best = max(candidates, key=lambda index: (scores[index], -index), default=None)
    if best is not None and scores[best] >= 1:
        page.headline = best
        page.labels[best] = "headline"
    _label_byline(page)
    _label_rest(page)


def _below_letterhead(page: Page, candidates: list[int]) -> list[int]:
    """Leave out the sender and the kind of document at the top of a release, where a headline follows."""
    top = [index for index in range(page.first) if page.labels[index] in (None, "furniture", "stamp")]
    heads = [index for index in top[:5] if is_letterhead(page.lines[index].text)]
    if not heads:
        return candidates
    stamps = [index for index in range(page.first) if page.labels[index] == "stamp" and index <= heads[-1] + 2]
    below = [index for index in candidates if index > max([heads[-1], *stamps])]
    return below or [index for index in candidates if index > 0]


def _may_be_headline(text: str) -> bool:
    words = count_words(text)
    if _HANGUL.search(text):
        return len(text) >= 8 and words <= 30
    if _shape(text) != "fragment" and text.rstrip("\"'”’»)]").endswith("."):
        return False
    return 3 <= words <= 30 or (words == 2 and len(text) >= 12)


def _score(page: Page, index: int, rank: int) -> float:
    text = page.lines[index].text
    words = count_words(text)
    score = 2.0 if not text.endswith(("…", "...")) else 0.5
    score += 1 if 5 <= words <= 22 else 0
    score -= 0.25 * min(rank, 8)
    score -= 1.5 if _BULLET.match(text) else 0
    score -= 1 if text.isupper() and words < 4 else 0
    score += 1 if index + 1 < len(page.lines) and page.labels[index + 1] in ("byline", "stamp") else 0
    score += 1.5 if any(text.upper().startswith(f"{mark.upper()} ") for mark in marks("headline marks")) else 0
    score += 0.5 if sum(line.text == text for line in page.lines[: page.first + 3]) > 1 else 0
    return score


def is_letterhead(text: str) -> bool:
    """Tell whether the line names a sender or a kind of document, as the top of a press release does."""
    lower = text.casefold().strip()
    return lower.startswith(tuple(marks("letterhead")))


def _label_byline(page: Page) -> None:
    """Give the first line of bare names near the headline the byline, where nothing else has it."""
    if page.headline is None or "byline" in page.labels[: page.first]:
        return
    after = range(page.headline + 1, min(page.first + 1, page.headline + 9))
    before = range(max(0, page.headline - 3), page.headline)
    for index in (*after, *before):
        if index < len(page.lines) and page.labels[index] is None and read_bare_names(page.lines[index].text):
            page.labels[index] = "byline"
            return


def _label_rest(page: Page) -> None:
    """Label what is left above the body: standfirst below the headline, furniture else."""
    for index in range(page.first):
        if page.labels[index] is not None:
            continue
        text = page.lines[index].text
        below = page.headline is not None and index > page.headline
        lead = count_words(text) >= 6 or _BULLET.match(text) or page.shapes[index] != "fragment"
        same = page.headline is not None and text == page.lines[page.headline].text
        page.labels[index] = "standfirst" if below and lead and not same else "furniture"


# --- the body and below -------------------------------------------------------------------------------------


def _label_body(page: Page) -> None:
    last = max(
        (i for i in range(page.first, len(page.lines)) if page.labels[i] is None and page.shapes[i] != "fragment"),
        default=page.first - 1,
    )
    last = max(last, _last_fact(page))
    ended = False
    for index in range(page.first, len(page.lines)):
        ended = ended or is_end_mark(page.lines[index].text)
        if page.labels[index] is None:
            page.labels[index] = _label_one(page, index, last, ended)


def _last_fact(page: Page) -> int:
    facts = [i for i in range(page.first, len(page.lines)) if _FACT.match(page.lines[i].text)]
    return max(facts, default=-1) if len(facts) >= 3 else -1


def _label_one(page: Page, index: int, last: int, ended: bool) -> Label:
    text = page.lines[index].text
    if ended:
        return "note"
    if (
        page.shapes[index] != "fragment"
        or index == page.first
        or (index <= last and (_FACT.match(text) or _BULLET.match(text)))
    ):
        return "paragraph"
    if index > last:
        return "byline" if index <= last + 3 and read_bare_names(text) else "furniture"
    return "furniture" if _in_list(page, index) else "subhead"


def _in_list(page: Page, index: int) -> bool:
    """Tell whether the fragment stands among three or more: links to other stories."""
    first = last = index
    while first > page.first and page.labels[first - 1] in (None, "furniture") and _loose(page, first - 1):
        first -= 1
        if index - first >= 2:
            return True
    while last + 1 < len(page.lines) and _loose(page, last + 1):
        last += 1
        if last - first >= 2:
            return True
    return False


def _loose(page: Page, index: int) -> bool:
    return page.labels[index] in (None, "furniture") and page.shapes[index] == "fragment"
