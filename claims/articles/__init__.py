"""Files to articles: one reader per format, listed in READERS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.articles.outlets import name_outlet
from claims.articles.reading import READERS, read_article, read_articles, read_bytes
from claims.articles.source import Known, Outlets, Reader, Source
from claims.articles.versions import link_versions

if TYPE_CHECKING:
    from claims.articles.rows import read_rows

__all__ = [
    "READERS",
    "Known",
    "Outlets",
    "Reader",
    "Source",
    "link_versions",
    "name_outlet",
    "read_article",
    "read_articles",
    "read_bytes",
    "read_rows",
]


def __getattr__(name: str) -> object:
    """Load the reading of rows when it is asked for: texts need none of it."""
    if name == "read_rows":
        from claims.articles.rows import read_rows

        return read_rows
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
