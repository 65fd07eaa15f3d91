"""Comparison -> text: one renderer per format, RENDERERS."""

from __future__ import annotations

from typing import Protocol, TextIO

from claims.model import Comparison
from claims.render.csv import render_csv
from claims.render.json import render_json
from claims.render.jsonl import render_jsonl
from claims.render.markdown import render_markdown


class Renderer(Protocol):
    """Writes a comparison in one format."""

    def __call__(self, comparison: Comparison, out: TextIO) -> None:
        """Write ``comparison`` to ``out``; the stream stays open."""


RENDERERS: dict[str, Renderer] = {
    "json": render_json,
    "jsonl": render_jsonl,
    "csv": render_csv,
    "markdown": render_markdown,
}
"""Every format that is written to a plain text stream, by the name it has on the command line."""

READING_FORMATS = frozenset({"table", "markdown"})
"""Formats for the eye: they leave out claims of one outlet, which data formats hold."""
