"""The blocks of text on a page in its order: where each stands, and what its markup says it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from claims.wordlists import read_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LIST = Path(__file__).with_name("data") / "pagemarks.txt"
_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "blockquote", "figcaption", "div")
_LEAVES = frozenset({"div", "li", "blockquote"})
_BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "li", "section", "figure", "table", "h2", "h3", "h4", "blockquote", "article"}
)
_APART_TAGS = frozenset({"aside", "nav", "footer", "form", "button", "select"})
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_KEY_LENGTH = 80
_NOT_IN_KEY = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """An element with text of its own, its place in the page's order, and its text with white space folded."""

    place: int
    element: HtmlElement
    text: str
    key: str
    """See ``key_of``."""

    @property
    def tag(self) -> str:
        """The element's name."""
        return str(self.element.tag)


@cache
def _words(section: str) -> frozenset[str]:
    return read_words(_LIST)[section]


def key_of(text: str, *, length: int | None = _KEY_LENGTH) -> str:
    """Return the first letters and digits of a text, by which a block and an extracted line are matched."""
    return _NOT_IN_KEY.sub("", text[: length * 2] if length else text)[:length].casefold()


def collect_blocks(tree: HtmlElement) -> list[PageBlock]:
    """Return the page's blocks of text in order; containers of other blocks are left out."""
    found = []
    for place, element in enumerate(tree.iter(*_TAGS)):
        if element.tag in _LEAVES and not _is_leaf(element):
            continue
        text = " ".join(element.text_content().split())
        if text:
            found.append(PageBlock(place, element, text, key_of(text)))
    return found


def _is_leaf(element: HtmlElement) -> bool:
    """Tell whether the element holds no block at any depth, so that its text is its own."""
    return next(element.iterdescendants(*_BLOCKS), None) is None


def names_of(element: HtmlElement) -> frozenset[str]:
    """Return the parts of the element's class, id and test names, lower case."""
    stated = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("data-testid"))))
    if not stated:
        return frozenset()
    parts = [part.lower() for part in _PARTS.findall(stated)]
    joined = [first + second for first, second in pairwise(parts)]
    return frozenset(parts + joined)


def is_marked(element: HtmlElement, section: str, *, levels: int = 2) -> bool:
    """Tell whether the names of the element, or of its next ``levels - 1`` ancestors, hold a word of the section."""
    current: HtmlElement | None = element
    for _ in range(levels):
        if current is None or current.tag in ("body", "html", "article", "main"):
            return False
        if names_of(current) & _words(section):
            return True
        current = current.getparent()
    return False


def is_apart(element: HtmlElement, crowded: frozenset[HtmlElement]) -> bool:
    """Tell whether the element stands in a box of its own: links, newsletter, advert, form.

    ``crowded`` are the elements that hold much of the article; whatever their names say, they are no such box.
    """
    current: HtmlElement | None = element
    while current is not None and current not in crowded and current.tag != "body":
        if current.tag in _APART_TAGS or names_of(current) & _words("apart"):
            return True
        current = current.getparent()
    return False


def link_share(block: PageBlock) -> float:
    """Return how much of the block's text is links, 0 to 1."""
    linked = sum(len(" ".join(link.text_content().split())) for link in block.element.iter("a"))
    return linked / len(block.text)
