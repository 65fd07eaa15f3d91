"""Label the lines of a pasted page or a dispatch, none of them left out."""

from __future__ import annotations

from claims.articles.body import find_body, label_body
from claims.articles.captions import label_captions
from claims.articles.header import label_header
from claims.articles.labels import label_line
from claims.articles.lines import Line
from claims.articles.marks import count_words
from claims.articles.page import Page, shape_of
from claims.articles.stamplines import is_stamp, is_stamp_label
from claims.articles.stamps import words_of


def label_page(lines: list[Line], names: frozenset[str], wrapping: frozenset[str] = frozenset()) -> Page:
    """Return the labelled page; ``names`` are outlets, folded, whose names alone in a line are letterheads.

    The lines in ``wrapping`` tell who passed the text on, whatever they look like.
    """
    page = Page(lines, ["furniture" if line.text in wrapping else None for line in lines])
    _label_stamps(page)
    for index, line in enumerate(lines):
        if page.labels[index] is None:
            page.labels[index] = "furniture" if line.text.casefold() in names else label_line(line.text)
    label_captions(page)
    page.shapes = [shape_of(line.text) for line in lines]
    page.first = find_body(page)
    label_header(page)
    label_body(page)
    return page


def _label_stamps(page: Page) -> None:
    pending: str | None = None
    for index, line in enumerate(page.lines):
        if page.labels[index] is not None:
            continue
        if len(line.text) > 160:
            pending = None
        elif is_stamp_label(line.text):
            page.labels[index] = "stamp"
            pending = "updated" if line.text.strip(" :|.\t").lower() in words_of("updated") else "published"
        elif is_stamp(line.text, spare=2 if index < 8 and count_words(line.text) >= 4 else 1):
            page.labels[index] = "stamp"
            if pending:
                page.kinds[index] = pending
            pending = None
        else:
            pending = None
