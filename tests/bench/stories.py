"""Articles to distort."""

from __future__ import annotations

from claims.model import Article, Block, Outlet

OUTLET = Outlet(id="hillside-echo", name="Hillside Echo")


def make_article(*paragraphs: str) -> Article:
    """Return an article of 6 March 2026 with these paragraphs, as the Hillside Echo would print it."""
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Article("echo-1", OUTLET, text, tuple(blocks), "0", published="2026-03-06", language="en")
