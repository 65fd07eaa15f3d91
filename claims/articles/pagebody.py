"""The article on a page: trafilatura's paragraphs, and what it leaves out that an editor needs."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.articles.labels import is_note, is_tail
from claims.articles.marks import count_words
from claims.articles.pagemeta import Metadata
from claims.model import Label

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Body:
    """The labelled pieces of the article in the page's order, notes and credits."""

    pieces: tuple[tuple[Label, str], ...]
    notes: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


def parse_page(text: str) -> HtmlElement | None:
    """Return the page's tree, or None where there is no markup."""
    from trafilatura import load_html

    return load_html(text)


def extract_body(tree: HtmlElement, metadata: Metadata) -> Body:
    """Return the article's body from the parsed page."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(tree, include_comments=False, with_metadata=False)
    if found is None or isinstance(found, dict):
        return Body(())
    pieces: list[tuple[Label, str]] = []
    for raw in (found.text or "").split("\n"):
        line = " ".join(raw.split()).removeprefix("- ")
        if line and line != metadata.headline:
            words = count_words(line)
            label: Label = "note" if is_note(line, words) else "tail" if is_tail(line, words) else "paragraph"
            pieces.append((label, line))
    return Body(tuple(pieces), notes=tuple(text for label, text in pieces if label == "note"))
