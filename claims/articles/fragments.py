"""Fragments of HTML or of the wires' own markup without a page around them, in time linear in their length."""

from __future__ import annotations

import re

from claims.model import Label

Piece = tuple[Label, str]
"""A paragraph, subhead or caption with its label, white space folded."""

_LABELS: dict[str, Label] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"), "subhead"),
    "media-caption": "caption",
}
_BREAKS = frozenset(
    "p div li blockquote br tr table section article ul ol figure pre block body media header footer dt dd".split()
) | frozenset(_LABELS)
_FULL_LINE = 45
_LOOK_BACK = 20
_MOST_INDENTED = 0.6
_STOPS = (".", "!", "?", ":", ";", '"', "”", "’", ")")
_HIDDEN = frozenset({"script", "style", "figure", "aside", "head", "title", "media-producer", "media-metadata"})
# No backtracking into a name or a tag: an unclosed one is looked at once.
_TAG = re.compile(r"<(/?)([A-Za-z][\w:.\-]*+)[^<>]*+>|<[!?][^<>]*+>")
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|b|i|em|strong|a|h[1-6]|ul|ol|li|blockquote|figure|img)\b[^<>]*+>", re.IGNORECASE
)


def read_fragment(markup: str) -> list[Piece]:
    """Return the paragraphs and subheads of the fragment in order."""
    blocks = BlockCollector()
    markup = _drop_comments(markup)
    position = 0
    for tag in _TAG.finditer(markup):
        blocks.write(unescape(markup[position : tag.start()]))
        position = tag.end()
        closing, name = tag.groups()
        if name and closing:
            blocks.close(name.lower())
        elif name:
            blocks.open(name.lower())
    blocks.write(unescape(markup[position:]))
    return blocks.finish()


def read_paragraphs(value: str) -> list[Piece]:
    """Return the paragraphs of a value that holds markup or plain text, with blank lines or line ends between them."""
    if is_markup(value):
        return read_fragment(value)
    parts = value.replace("\r\n", "\n").replace("\r", "\n")
    separator = r"\n\s*\n" if re.search(r"\n[ \t]*\n", parts) else r"\n"
    return [("paragraph", folded) for part in re.split(separator, parts) if (folded := fold(part))]


def is_markup(value: str) -> bool:
    """Tell whether a value holds HTML, not plain text."""
    return _MARKUP.search(value) is not None


def unescape(text: str) -> str:
    """Return ``text`` with character references resolved; left as it is where one has thousands of digits."""
    if "&" not in text:
        return text
    import html

    try:
        return html.unescape(text)
    except ValueError:
        return text


def fold(text: str) -> str:
    """Return ``text`` on one line; NULs become blanks, halves of surrogate pairs U+FFFD."""
    if not text.isascii():
        text = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return " ".join(text.replace("\0", " ").split())


def _drop_comments(markup: str) -> str:
    first, *others = markup.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in others) if others else markup


def _split_indented(text: str) -> list[str]:
    """Part text that is wrapped by hand: at blank lines, and at indented lines where most others are not."""
    lines = text.strip("\n").split("\n")
    full = [line for line in lines[1:] if line.strip()]
    indented = sum(line[:2].isspace() for line in full)
    parts: list[list[str]] = [[]]
    for line in lines:
        if not line.strip() or (indented <= _MOST_INDENTED * len(full) and line[:2].isspace()):
            parts.append([])
        parts[-1].append(line)
    return ["\n".join(part) for part in parts]


class BlockCollector:
    """Collect paragraphs and subheads from tags and text as they come."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._words: list[str] = []
        self._label: Label = "paragraph"
        self._hidden = 0

    def open(self, tag: str) -> None:
        """Take note of a start tag, lower case."""
        if tag in _HIDDEN:
            self._hidden += 1
        if tag == "br" and self._is_wrapped():
            self._words.append("\n")
        elif tag in _BREAKS:
            self._cut()
            self._label = _LABELS.get(tag, "paragraph")

    def close(self, tag: str) -> None:
        """Take note of an end tag, lower case."""
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        if tag in _BREAKS and tag != "br":
            self._cut()
            self._label = "paragraph"

    def write(self, text: str) -> None:
        """Take text, character references resolved."""
        if not self._hidden and text:
            self._words.append(text)

    def finish(self) -> list[Piece]:
        """Return the pieces in order."""
        self._cut()
        return self._pieces

    def _is_wrapped(self) -> bool:
        """Tell whether a break ends a full line in the middle of a sentence, as the wires send them."""
        line = "".join(self._words[-_LOOK_BACK:]).rpartition("\n")[2].strip()
        return len(line) >= _FULL_LINE and not line.endswith(_STOPS)

    def _cut(self) -> None:
        text = "".join(self._words)
        self._words.clear()
        for part in _split_indented(text) if "\n" in text else (text,):
            if folded := fold(part):
                self._pieces.append((self._label, folded))
