"""Plain text: pages copied out of a browser, wire copy, press releases. Every line is labelled, none is deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.articles.bylines import collect_bylines, find_mail_hosts, read_byline, read_stamped_names
from claims.articles.captions import read_credit
from claims.articles.credits import find_credits
from claims.articles.datelines import Head, read_dateline
from claims.articles.draft import Draft, build_article
from claims.articles.encoding import decode_bytes
from claims.articles.forwards import find_wrapping, unquote
from claims.articles.layout import label_page
from claims.articles.lines import split_lines
from claims.articles.marks import marks
from claims.articles.outlets import find_outlet
from claims.articles.page import Page
from claims.articles.parted import join_parted
from claims.articles.source import Source
from claims.articles.times import Times, settle_times
from claims.articles.xmlroot import root_name
from claims.errors import UnreadableError
from claims.model import Article, Block, Dateline, Label, Unread

SUFFIXES = frozenset({".txt", ".text", ".asc", ""})
_SUBJECT = re.compile(r"^(\w{2,9}) ?: +")
_LOOK_FOR_DATELINE = 2
_MOST_LINES = 50_000
_SPLIT_HINT = "put each article into a file of its own"
_OTHER_XML = "give NewsML, NITF, RSS or Atom, or save the article as text or HTML"


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether this reader may try the bytes: it takes any text."""
    return suffix in SUFFIXES or b"\x00" not in data[:4096]


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the article in ``data``. Raises UnreadableError where there is none."""
    text, notes = decode_bytes(data, source.name)
    if (root := root_name(data)) and (text.rstrip().endswith(f"{root}>") or text.lstrip()[:5] == "<?xml"):
        raise UnreadableError(f"XML of another kind: <{root}>", where=source.name, hint=_OTHER_XML)
    return [read_text(text, notes, data, source)]


def read_text(
    text: str, notes: tuple[str, ...], data: bytes, source: Source, furniture: frozenset[str] = frozenset()
) -> Article:
    """Return the article in a decoded text; ``furniture`` are lines, folded, that are known to be no part of it.

    Raises UnreadableError where there is none.
    """
    if text.count("\n") > _MOST_LINES:
        raise UnreadableError("far more lines than an article has", where=source.name, hint=_SPLIT_HINT)
    text, start = unquote(text)
    text = text[:start] + join_parted(text[start:])
    lines = split_lines(text, start)
    outside = (line.text for line in lines if line.start < start)
    wrapping = frozenset((*outside, *find_wrapping([line.text for line in lines])))
    names = furniture.union(line.text.casefold() for line in lines[:12] if _names_outlet(line.text, source))
    page = label_page(lines, names, wrapping)
    found = _find_dateline(page)
    outlet = find_outlet(
        source,
        hints=(
            *(line.text for line in lines[:12] if line.text.casefold() in names),
            found[1].agency if found else None,
        ),
        mail_hosts=find_mail_hosts([line.text for line in lines]),
    )
    times = settle_times(page, found[1] if found else None, outlet, source)
    return build_article(_draft(text, page, found, times, notes, source), outlet, data, source)


def _names_outlet(line: str, source: Source) -> bool:
    return len(line) <= 60 and source.outlets.find_outlet(line) is not None


def _find_dateline(page: Page) -> tuple[int, Head] | None:
    """Return the dateline of the first or second paragraph, with the index of its line."""
    body = [index for index in range(page.first, len(page.lines)) if page.labels[index] == "paragraph"]
    for index in body[:_LOOK_FOR_DATELINE]:
        text = page.lines[index].text
        head = read_dateline(text)
        if head is None or len(text) - head.length < 20:
            continue
        if head.colon and any(_is_fact(page.lines[other].text) for other in body if other != index):
            continue
        return index, head
    return None


def _is_fact(text: str) -> bool:
    head = read_dateline(text)
    return head is not None and head.colon


def _draft(
    text: str, page: Page, found: tuple[int, Head] | None, times: Times, notes: tuple[str, ...], source: Source
) -> Draft:
    head = found[1] if found else None
    credited = find_credits([*_printed(page, "byline"), *_printed(page, "tail")], source.outlets)
    printed = _printed(page, "note")
    return Draft(
        text=text,
        blocks=tuple(_blocks(page, found)),
        headline=_headline(page),
        published=times.published,
        updated=times.updated,
        dateline=Dateline(head.place, times.dateline_day, head.agency) if head else None,
        bylines=collect_bylines(_find_bylines(page), _printed(page, "tail")),
        credits=tuple(dict.fromkeys((*((head.agency,) if head and head.agency else ()), *credited))),
        notes=(*notes, *printed, *times.notes),
    )


def _printed(page: Page, label: Label) -> list[str]:
    return [" ".join(line.text.split()) for line, own in zip(page.lines, page.labels, strict=True) if own == label]


def _find_bylines(page: Page) -> list[str]:
    """Return the bylines; lines of bare names only where no name stands above the body in one line with a date."""
    printed = _printed(page, "byline")
    if any(map(read_byline, printed)):
        return printed
    above = zip(page.lines[: page.first], page.labels, strict=False)
    stamped = (read_stamped_names(line.text) for line, label in above if label == "stamp")
    first = next(filter(None, stamped), None)
    return [first] if first else printed


def _headline(page: Page) -> str | None:
    if page.headline is None:
        return None
    line = page.lines[page.headline].text
    headline = " ".join(line[_subject_length(line) :].split())
    starred = headline[:1] == headline[-1:] == "*"  # as chats and Markdown set what is to stand out
    return headline.strip("* ") if starred else headline


def _subject_length(line: str) -> int:
    match = _SUBJECT.match(line)
    return match.end() if match and match.group(1).lower() in marks("subject labels") else 0


def _blocks(page: Page, found: tuple[int, Head] | None) -> Iterator[Block]:
    for index, line in enumerate(page.lines):
        label = page.labels[index] or "furniture"
        start = line.start
        if found and index == found[0]:
            yield Block("dateline", start, start + found[1].end)
            start += found[1].length
        elif index == page.headline:
            if cut := _subject_length(line.text):
                yield Block("furniture", start, start + len(line.text[:cut].rstrip()))
            start += cut
        elif label == "caption":
            cut = _caption_length(line.text)
            if cut:
                yield Block("caption", start, start + cut)
                rest = line.text[cut:]
                label, start = "credit", start + cut + len(rest) - len(rest.lstrip())
        if start < line.end:
            yield Block(label, start, line.end)


def _caption_length(text: str) -> int:
    """Return where the caption ends before its credit, 0 where there is none; a sign between goes to the credit."""
    credit = read_credit(text)
    return len(text[: credit[0]].rstrip(" \t|-–—")) if credit and credit[0] < len(text) else 0
