"""Comparison -> text: one renderer per format, RENDERERS."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, TextIO

from claims.model import Comparison


class Renderer(Protocol):
    """Writes a comparison in one format."""

    def __call__(self, comparison: Comparison, out: TextIO) -> None:
        """Write ``comparison`` to ``out``; the stream stays open."""


def _find_renderer(name: str) -> Renderer:
    """Return ``render_NAME`` of the module NAME, which is imported when it first writes."""

    def render(comparison: Comparison, out: TextIO) -> None:
        renderer: Renderer = getattr(import_module(f"claims.render.{name}"), f"render_{name}")
        renderer(comparison, out)

    return render


RENDERERS = {name: _find_renderer(name) for name in ("json", "jsonl", "csv", "markdown")}
"""Every format that is written to a plain text stream, by the name it has on the command line."""

READING_FORMATS = frozenset({"table", "markdown"})
"""Formats for the eye: they leave out claims of one outlet, which data formats hold."""
