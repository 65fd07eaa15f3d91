"""The article on a page: trafilatura's paragraphs, relabelled by the page's markup, and what they leave out."""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.articles.captions import read_credit
from claims.articles.marks import count_words
from claims.articles.pageblocks import PageBlock, collect_blocks, is_marked, key_of
from claims.articles.pagelabels import Region, is_caption_block, label_block, label_extracted
from claims.articles.pagemeta import Metadata
from claims.articles.stamplines import is_stamp
from claims.model import Label

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHARE_INSIDE = 0.75
_MOST_DROPPED = 0.25
_TEXTLESS = ("script", "style", "template", "svg", "iframe", "button", "select", "canvas")


@dataclass(frozen=True, slots=True)
class Body:
    """The labelled pieces of the article in the page's order, notes and credits."""

    pieces: tuple[tuple[Label, str], ...]
    notes: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    """Lines between heading and first paragraph that are no part of the text: byline, source, time."""


def parse_page(text: str) -> HtmlElement | None:
    """Return the page's tree, or None where there is no markup."""
    from trafilatura import load_html

    return load_html(text)


def extract_body(tree: HtmlElement, metadata: Metadata) -> Body:
    """Return the article's body from the parsed page."""
    _remove_textless(tree)
    lines = _extract_lines(tree)
    blocks = collect_blocks(tree)
    matched = match_lines(lines, blocks)
    region = _find_region(blocks, [block for block in matched if block], metadata)
    labels = [label_extracted(line, block, region) for line, block in zip(lines, matched, strict=True)]
    if _drops_too_much(lines, labels):
        labels = [label_extracted(line, None, region) for line in lines]
    placed = _place(lines, labels, matched)
    taken = {block.place for block in matched if block}
    said = key_of(" ".join(lines), length=None)
    left = [block for block in blocks if block.place not in taken and block.key[:40] not in said]
    placed += [(block.place, label, block.text) for block in left if (label := label_block(block, region))]
    return _assemble(placed, _read_header(blocks, region))


def _read_header(blocks: list[PageBlock], region: Region) -> tuple[str, ...]:
    """Return the short lines between heading and first paragraph, but for captions."""
    if region.heading < 0:
        return ()
    between = [block for block in blocks if region.heading < block.place < region.first]
    return tuple(block.text for block in between if len(block.text) <= 140 and not is_caption_block(block))


def _remove_textless(tree: HtmlElement) -> None:
    """Remove what holds no text, JSON-LD apart: the page is copied and walked several times below."""
    for element in list(tree.iter(*_TEXTLESS)):
        if "ld+json" not in (element.get("type") or ""):
            element.drop_tree()


def _extract_lines(tree: HtmlElement) -> list[str]:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(tree, include_comments=False, with_metadata=False)
    if found is None or isinstance(found, dict):
        return []
    folded = (" ".join(line.split()).removeprefix("- ") for line in (found.text or "").split("\n"))
    return [line for line in folded if line]


def _drops_too_much(lines: list[str], labels: list[Label | None]) -> bool:
    """Tell whether the markup would cost a quarter of the text: then its names mean something else on this page."""
    sizes = [len(line) if label in (None, "caption") else 0 for line, label in zip(lines, labels, strict=True)]
    return sum(sizes) > _MOST_DROPPED * sum(map(len, lines))


def _place(
    lines: list[str], labels: list[Label | None], matched: list[PageBlock | None]
) -> list[tuple[int, Label, str]]:
    """Return the labelled lines with their places; one without a block stands where the line before it does."""
    placed = []
    place = -1
    for line, label, block in zip(lines, labels, matched, strict=True):
        place = block.place if block else place
        if label:
            placed.append((place, label, line))
    return placed


def match_lines(lines: list[str], blocks: list[PageBlock]) -> list[PageBlock | None]:
    """Return for each extracted line the block that it comes from: the next one that begins alike."""
    by_key: dict[str, list[PageBlock]] = {}
    for block in blocks:
        by_key.setdefault(block.key, []).append(block)
    found: list[PageBlock | None] = []
    last = -1
    for line in lines:
        alike = by_key.get(key_of(line), [])
        position = bisect_right(alike, last, key=lambda block: block.place)
        chosen = alike[position] if position < len(alike) else next(iter(alike), None)
        found.append(chosen)
        last = max(last, chosen.place) if chosen else last
    return found


def _find_region(blocks: list[PageBlock], matched: list[PageBlock], metadata: Metadata) -> Region:
    """Return where the article stands: its innermost element, its heading, its first and last paragraph."""
    paragraphs = [block for block in matched if _is_paragraph(block)]
    counts = _count_ancestors(paragraphs)
    container = _common_element(paragraphs, counts)
    inside = [block.place for block in paragraphs if container is None or _holds(container, block.element)]
    headline = key_of(metadata.headline or "")
    headings = [block for block in blocks if block.tag == "h1" and (not headline or block.key == headline)]
    heading = max((block.place for block in headings if block.place < min(inside, default=-1)), default=-1)
    first = _skip_standfirst(sorted(inside), blocks, heading)
    return Region(
        container=container,
        crowded=frozenset(element for element, count in counts.items() if count > max(2, 0.2 * len(paragraphs))),
        heading=heading,
        first=first,
        last=max(inside, default=-1),
        headline=headline,
        description=key_of(metadata.description or ""),
    )


def _skip_standfirst(inside: list[int], blocks: list[PageBlock], heading: int) -> int:
    """Return the place of the first paragraph, past a standfirst that only its name and a byline below tell."""
    if len(inside) < 3 or heading < 0:
        return inside[0] if inside else -1
    between = [block for block in blocks if inside[0] <= block.place < inside[1]]
    named = is_marked(between[0].element, "standfirst above a byline", levels=1)
    signed = any(is_marked(block.element, "byline", levels=1) or is_stamp(block.text, spare=3) for block in between[1:])
    return inside[1] if named and signed else inside[0]


def _is_paragraph(block: PageBlock) -> bool:
    long = block.tag in ("p", "div") and count_words(block.text) >= 9
    return long and not is_marked(block.element, "standfirst", levels=1)


def _count_ancestors(paragraphs: list[PageBlock]) -> Counter[HtmlElement]:
    """Return how many of the paragraphs each element of the page holds."""
    return Counter(element for block in paragraphs for element in block.element.iterancestors())


def _common_element(paragraphs: list[PageBlock], counts: Counter[HtmlElement]) -> HtmlElement | None:
    """Return the innermost element that holds nearly all of the paragraphs."""
    enough = _SHARE_INSIDE * len(paragraphs)
    fewest = min((count for count in counts.values() if count >= enough), default=0)
    for block in paragraphs:
        for element in block.element.iterancestors():
            if counts[element] == fewest:
                return element
    return None


def _holds(container: HtmlElement, element: HtmlElement) -> bool:
    return any(ancestor is container for ancestor in element.iterancestors())


def _assemble(placed: list[tuple[int, Label, str]], header: tuple[str, ...]) -> Body:
    """Order the pieces by their place, split credits off captions, and drop what is said twice."""
    pieces: list[tuple[Label, str]] = []
    seen: set[tuple[Label, str]] = set()
    for _, label, text in sorted(placed, key=lambda piece: piece[0]):
        for piece in _split_caption(text) if label == "caption" else [(label, text)]:
            if piece not in seen or piece[0] == "paragraph":
                pieces.append(piece)
            seen.add(piece)
    return Body(
        pieces=tuple(pieces),
        notes=tuple(text for label, text in pieces if label == "note"),
        header=header,
    )


def _split_caption(text: str) -> list[tuple[Label, str]]:
    credit = read_credit(text)
    if credit is None or not 0 < credit[0] < len(text):
        return [("caption", text)]
    return [("caption", text[: credit[0]].rstrip(" |-–—")), ("credit", text[credit[0] :].strip())]
