"""What every reader produces before outlet, id and digest are settled, and how it becomes an article."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from claims.articles.datelines import read_dateline
from claims.articles.language import detect_language
from claims.articles.source import Source
from claims.errors import UnreadableError
from claims.model import Article, Block, Dateline, Label, Outlet

NOT_ENGLISH = "The text does not seem to be English (language: {}); the rules for attribution are English."
READABLE: frozenset[Label] = frozenset({"headline", "standfirst", "paragraph", "caption"})


class Draft(NamedTuple):
    """An article without its outlet: text, labelled blocks and what the source says about itself."""

    text: str
    blocks: tuple[Block, ...]
    headline: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    bylines: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def join_blocks(pieces: Iterable[tuple[Label, str]]) -> tuple[str, tuple[Block, ...]]:
    """Join labelled pieces by blank lines; return the text and the blocks that cut the pieces out of it."""
    parts: list[str] = []
    blocks: list[Block] = []
    position = 0
    for label, piece in pieces:
        if not piece:
            continue
        blocks.append(Block(label, position, position + len(piece)))
        parts.append(piece)
        position += len(piece) + 2
    return "\n\n".join(parts), tuple(blocks)


def cut_dateline(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], Dateline | None]:
    """Return the blocks with the dateline of the first paragraph as a block of its own, and its parts."""
    for index, block in enumerate(blocks):
        if block.label != "paragraph":
            continue
        head = read_dateline(text[block.start : block.end])
        if head is None or head.colon or head.length >= block.end - block.start:
            return blocks, None
        cut = (
            Block("dateline", block.start, block.start + head.end),
            Block("paragraph", block.start + head.length, block.end),
        )
        return (*blocks[:index], *cut, *blocks[index + 1 :]), Dateline(head.place, head.day, head.agency)
    return blocks, None


def build_article(draft: Draft, outlet: Outlet, data: bytes, source: Source) -> Article:
    """Settle id and language; ``data`` is what the digest is taken of. Raises UnreadableError without any text."""
    if not any(block.label in READABLE and block.end > block.start for block in draft.blocks):
        raise UnreadableError(
            "no article text in it", where=source.name, hint="check that the file holds the whole article"
        )
    digest = sha256(data).hexdigest()
    language = _settle_language(draft, outlet)
    notes = draft.notes
    if language and not language.lower().startswith("en"):
        notes = (*notes, NOT_ENGLISH.format(language))
    return Article(
        id=f"{outlet.id}-{digest[:8]}",
        outlet=outlet,
        text=draft.text,
        blocks=_mark_headline(draft, source.known.headline),
        sha256=digest,
        headline=source.known.headline or draft.headline,
        path=source.path,
        url=source.known.url or draft.url or source.url,
        published=source.known.published or draft.published,
        updated=draft.updated,
        language=language,
        dateline=draft.dateline,
        bylines=draft.bylines,
        credits=tuple(credit for credit in draft.credits if not _names(credit, outlet)),
        notes=notes,
    )


def _mark_headline(draft: Draft, headline: str | None) -> tuple[Block, ...]:
    """Return the blocks, the one that is the known headline labelled so, and no other."""
    found = next((block for block in draft.blocks if draft.text[block.start : block.end] == headline), None)
    if found is None:
        return draft.blocks
    return tuple(
        Block("headline", block.start, block.end)
        if block is found
        else Block("paragraph", block.start, block.end)
        if block.label == "headline"
        else block
        for block in draft.blocks
    )


def _settle_language(draft: Draft, outlet: Outlet) -> str | None:
    """Return the language of the text itself; what page and registry say only refines it, or fills in for short texts.

    A Korean paper's English edition is English, whatever its page declares.
    """
    declared = draft.language or outlet.language
    detected = detect_language(_running_text(draft))
    if detected is None or (declared or "").lower().startswith(detected):
        return declared
    return detected


def _running_text(draft: Draft) -> str:
    pieces = [draft.text[block.start : block.end] for block in draft.blocks if block.label == "paragraph"]
    return " ".join(pieces)[:4000]


def _names(credit: str, outlet: Outlet) -> bool:
    wanted = credit.casefold()
    return any(wanted == name.casefold() for name in (outlet.id, outlet.name, *outlet.aliases))
