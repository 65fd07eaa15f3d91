"""Files to articles: one reader per format, listed in READERS."""

from __future__ import annotations

from claims.articles.outlets import name_outlet
from claims.articles.reading import READERS, read_article, read_articles, read_bytes
from claims.articles.rows import read_rows
from claims.articles.source import Known, Outlets, Reader, Source
from claims.articles.versions import link_versions

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
