"""Sentences of paragraphs, as offsets, in the scheme of the sentence set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claims.statements import split_sentences


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the sentence spans of each row's ``text``."""
    for row in rows:
        yield {"id": row["id"], "spans": [list(span) for span in split_sentences(row["text"])]}
