"""PDF files: releases, rulings and pages that were printed to a file (extra ``pdf``)."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from claims.articles import text as plain
from claims.articles.child import Limits, require_extra, run_script
from claims.articles.source import Known, Source
from claims.errors import UnreadableError
from claims.model import Article, Block, Unread

if TYPE_CHECKING:
    from claims.articles.pdflayout import Line

_LIMITS = Limits(seconds=60, megabytes=1500)
_SCANNED = "a PDF file without text: it holds pictures of its pages"
_LONG = "Only the first {} of {} pages were read."


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the bytes open like a PDF file."""
    del suffix
    return data[:1024].lstrip().startswith(b"%PDF-")


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the article in a PDF file. Raises UnreadableError."""
    from claims.articles.pdflayout import lay_out

    require_extra("pypdf", "pdf", "PDF files", source.name)
    about, pages = _read_pages(data, source.name)
    page = lay_out(pages)
    if not page.text:
        raise UnreadableError(_SCANNED, where=source.name, hint="run text recognition on it first")
    notes = (_LONG.format(len(pages), about["pages"]),) if about["pages"] > len(pages) else ()
    source = source._replace(changed=about["created"] or source.changed).with_envelope(Known(headline=page.headline))
    article = plain.read_text(page.text, notes, data, source, furniture=page.furniture)
    return [replace(article, blocks=tuple(_label_heading(block, article, page.headings) for block in article.blocks))]


def _label_heading(block: Block, article: Article, headings: frozenset[str]) -> Block:
    """Return the block as a subhead where the size of its letters makes it one."""
    plain_text = block.label in {"paragraph", "standfirst"}
    return (
        replace(block, label="subhead") if plain_text and article.text[block.start : block.end] in headings else block
    )


def _read_pages(data: bytes, where: str) -> tuple[dict[str, Any], list[list[Line]]]:
    from claims.articles.pdflayout import Line

    with run_script("pdfpages", BytesIO(data), where, _LIMITS) as written:
        about, *pages = [json.loads(line) for line in written]
    return about, [[Line(*line) for line in page["lines"]] for page in pages]
