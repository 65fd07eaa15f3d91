"""Read pages and pasted texts: body, headline, day and authors, in the scheme of ``ingest/score_extract.py``.

A row names a gzipped page (``file``, below ``html/``) or holds a pasted text (``text``).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claims.articles import Source, read_bytes
from claims.errors import UnreadableError
from claims.model import Article
from claims.registry import Registry

Row = dict[str, Any]
BODY = frozenset({"paragraph", "subhead", "dateline", "standfirst", "note"})


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield id, text, title, date and authors of each row."""
    outlets = Registry()
    for row in rows:
        yield {"id": row["id"], **_describe(_read(row, outlets))}


def _read(row: Row, outlets: Registry) -> Article | None:
    try:
        if "file" in row:
            page = Path(row["_folder"], "html", row["file"])
            found = read_bytes(gzip.decompress(page.read_bytes()), Source(row["url"], outlets))
        else:
            found = read_bytes(row["text"].encode(), Source("pasted.txt", outlets))
    except UnreadableError:
        return None
    return found[0] if isinstance(found[0], Article) else None


def _describe(article: Article | None) -> Row:
    if article is None:
        return {"text": "", "title": None, "date": None, "authors": []}
    return {
        "text": body_text(article),
        "title": article.headline,
        "date": (article.published or "")[:10] or None,
        "authors": list(article.bylines),
    }


def body_text(article: Article) -> str:
    """Return the paragraphs and subheads, one a line; a dateline stays in the line that it opens."""
    pieces = []
    for block in article.blocks:
        if block.label in BODY:
            end = "" if block.label == "dateline" else "\n"
            pieces.append(" ".join(article.text[block.start : block.end].split()) + (end or " "))
    return "".join(pieces)
