"""Fragments of HTML without a page around them, as ninjs bodies hold them."""

from __future__ import annotations

from html.parser import HTMLParser

from claims.model import Label

_BREAKS = frozenset({"p", "div", "li", "blockquote", "br", "tr", "section", "article", "h1", "ul", "ol", "figure"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_HIDDEN = frozenset({"script", "style", "figure", "aside"})


def read_fragment(markup: str) -> list[tuple[Label, str]]:
    """Return the paragraphs and subheads of the fragment in order."""
    parser = _BodyParser()
    parser.feed(markup)
    parser.close()
    return parser.finish()


class _BodyParser(HTMLParser):
    """Collect the paragraphs and subheads of a body, which is a fragment without a page around it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[tuple[Label, str]] = []
        self._words: list[str] = []
        self._heading = False
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _HIDDEN:
            self._hidden += 1
        if tag in _BREAKS or tag in _HEADINGS:
            self._cut()
            self._heading = tag in _HEADINGS

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        if tag in _BREAKS or tag in _HEADINGS:
            self._cut()
            self._heading = False

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._words.append(data)

    def _cut(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words.clear()
        if text:
            self._pieces.append(("subhead" if self._heading else "paragraph", text))

    def finish(self) -> list[tuple[Label, str]]:
        """Return the pieces in order."""
        self._cut()
        return self._pieces
