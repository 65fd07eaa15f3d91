"""What a block of a page is, by its place in the article, its markup and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.articles.labels import is_disclosure, is_furniture_or_byline, is_note, is_tail, label_line
from claims.articles.marks import count_words, ends_sentence
from claims.articles.pageblocks import PageBlock, is_apart, is_marked, key_of, link_share
from claims.articles.stamplines import is_stamp
from claims.model import Label

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOSTLY_LINKS = 0.5
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_TEXT_TAGS = frozenset({"p", "li", "blockquote"})
_AFTER_HEADING = 12
"""Elements between the heading and a standfirst."""


@dataclass(frozen=True, slots=True)
class Region:
    """Where the article stands on the page; places are positions in the page's order, -1 where unknown."""

    container: HtmlElement | None
    crowded: frozenset[HtmlElement]
    """The elements that hold much of the article."""
    heading: int
    first: int
    last: int
    headline: str
    """Key of the headline, empty where there is none."""
    description: str
    """Key of the page's description of the article."""


def label_extracted(line: str, block: PageBlock | None, region: Region) -> Label | None:
    """Return the label of a line that was extracted as body; None for what does not belong to it."""
    if region.headline and key_of(line) == region.headline:
        return None
    words = count_words(line)
    if is_note(line, words):
        return "note"
    if is_tail(line, words):
        return "tail"
    return _label_placed(line, block, region) if block else _label_unplaced(line, words)


def _label_placed(line: str, block: PageBlock, region: Region) -> Label | None:
    words = count_words(line)
    if is_caption_block(block):
        return "caption"
    if is_apart(block.element, region.crowded) or is_disclosure(line):
        return None
    if block.place < region.heading:
        return None
    if block.place < region.first:
        return _label_above(block, region) or ("paragraph" if _may_open(block, region) else None)
    if block.place > region.last >= 0 and not _may_close(block, words):
        return None
    short = words <= 14 or not ends_sentence(line) or block.place > region.last
    if short and is_furniture_or_byline(line, words):
        return None
    return "subhead" if block.tag in _HEADINGS else "paragraph"


def _may_open(block: PageBlock, region: Region) -> bool:
    """Tell whether a short block above the first paragraph may belong to the article: a list, a heading in it."""
    inside = any(ancestor is region.container for ancestor in block.element.iterancestors())
    words = count_words(block.text)
    whole = words >= 9 and ends_sentence(block.text)
    return (inside or whole) and words >= 3 and label_line(block.text) is None and not is_stamp(block.text, spare=3)


def _label_unplaced(line: str, words: int) -> Label | None:
    """Label a line that no block of the page begins like: part of a paragraph, or a word beside the heading."""
    return "paragraph" if words > 3 or ends_sentence(line) else None


def _may_close(block: PageBlock, words: int) -> bool:
    """Tell whether a short block below the last full paragraph may belong to the article."""
    return block.tag not in _HEADINGS and (ends_sentence(block.text) or words >= (4 if block.tag == "li" else 9))


def label_block(block: PageBlock, region: Region) -> Label | None:
    """Return the label of a block that was not extracted, where it belongs to the article; else None."""
    if not region.heading < block.place <= region.last or region.first < 0:
        return _label_around(block, region)
    words = count_words(block.text)
    if is_caption_block(block):
        return "caption" if 3 <= words <= 110 and link_share(block) < _MOSTLY_LINKS else None
    if is_apart(block.element, region.crowded) or link_share(block) > _MOSTLY_LINKS:
        return None
    if block.place < region.first:
        return _label_above(block, region) if region.heading >= 0 else None
    if block.tag in _TEXT_TAGS and words >= 6 and ends_sentence(block.text) and _is_inside(block, region):
        return label_line(block.text) or "paragraph"
    return _label_around(block, region)


def _label_around(block: PageBlock, region: Region) -> Label | None:
    """Label corrections and tails wherever they stand, outside of links and boxes."""
    words = count_words(block.text)
    if words < 4 or words > 90 or block.tag in _HEADINGS or block.tag == "h1":
        return None
    if is_tail(block.text, words):
        return "tail" if link_share(block) < _MOSTLY_LINKS and not is_apart(block.element, region.crowded) else None
    if is_note(block.text, words):
        return "note" if link_share(block) < _MOSTLY_LINKS and not is_apart(block.element, region.crowded) else None
    return None


def _label_above(block: PageBlock, region: Region) -> Label | None:
    """Label what stands between the heading and the first paragraph: the standfirst, or nothing of the article."""
    text = block.text
    if count_words(text) < 4 or label_line(text) is not None or is_stamp(text, spare=3):
        return None
    if block.tag == "blockquote" or link_share(block) > _MOSTLY_LINKS:
        return None
    key = block.key
    described = bool(region.description) and (key == region.description or key.startswith(region.description[:40]))
    marked = is_marked(block.element, "standfirst") and not is_marked(block.element, "byline")
    follows = (
        region.heading >= 0 and block.place - region.heading <= _AFTER_HEADING and block.tag in ("p", "h2", "h3", "li")
    )
    if described or marked or (follows and not is_marked(block.element, "byline")):
        return "standfirst"
    return "paragraph" if ends_sentence(text) and count_words(text) >= 9 and block.tag == "p" else None


def is_caption_block(block: PageBlock) -> bool:
    """Tell whether the block stands in a figure, or its markup says that it is a caption."""
    if block.tag in ("figcaption", "h1") or block.tag in _HEADINGS:
        return block.tag == "figcaption"
    return is_marked(block.element, "caption", levels=2) or any(
        ancestor.tag in ("figure", "figcaption") for ancestor in block.element.iterancestors("figure", "figcaption")
    )


def _is_inside(block: PageBlock, region: Region) -> bool:
    """Tell whether the block is a child of the article's element, or of a list in it."""
    parent = block.element.getparent()
    if parent is region.container:
        return True
    return parent is not None and parent.tag in ("ul", "ol", "blockquote") and parent.getparent() is region.container
