"""The whole answer as one JSON document."""

from __future__ import annotations

import json
from typing import TextIO

from claims.model import Comparison
from claims.render.document import Document, build_document


def render_json(comparison: Comparison, out: TextIO) -> None:
    """Write the document of ``factcheck schema``, indented by two."""
    out.write(write_value(build_document(comparison), out, indent=2) + "\n")


def write_value(value: Document, out: TextIO, *, indent: int | None = None) -> str:
    """Return ``value`` as JSON; letters stay themselves unless ``out`` has an encoding that lacks them."""
    # Outside Unicode the stream would write \\x escapes of its own, and those are not JSON.
    return json.dumps(value, ensure_ascii=not _holds_unicode(out), allow_nan=False, indent=indent)


def _holds_unicode(out: TextIO) -> bool:
    encoding = getattr(out, "encoding", None)  # None where text is kept in memory
    return encoding is None or encoding.lower().replace("_", "-").startswith("utf")
