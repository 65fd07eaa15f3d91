"""Files to articles: one reader per format, listed in READERS."""

from __future__ import annotations

from claims.articles.reading import READERS, read_article, read_articles, read_bytes
from claims.articles.source import Outlets, Reader, Source
from claims.articles.versions import link_versions

__all__ = ["READERS", "Outlets", "Reader", "Source", "link_versions", "read_article", "read_articles", "read_bytes"]
