"""The copy of an article that another outlet prints, with some of its words changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from bench.distortions.passage import Edit, apply_edits, new_position
from claims.model import Article, Block, Outlet

COPYIST = Outlet(id="larchmere-gazette", name="Larchmere Gazette", kind="newspaper", provisional=True)
"""An outlet that exists nowhere: it prints every copy."""


def copy_article(article: Article, edits: Iterable[Edit]) -> Article:
    """Return the article as the copyist prints it, with the edits made to its text."""
    made = sorted(edits)
    text = apply_edits(article.text, made)
    blocks = tuple(
        Block(block.label, new_position(block.start, made), new_position(block.end, made, after=True))
        for block in article.blocks
    )
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return replace(
        article,
        id=f"{COPYIST.id}-{sha256[:8]}",
        outlet=COPYIST,
        text=text,
        blocks=blocks,
        sha256=sha256,
        path=None,
        url=None,
        version_of=None,
    )
