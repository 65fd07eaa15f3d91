"""Run by itself on a PDF file: write its lines, each with the place and size of its letters, as lines of JSON.

This is the script that ``pdf`` runs in a process of its own; it imports nothing of factcheck.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

MOST_PAGES = 500
MOST_CHARACTERS = 5_000_000
_JOINT = 12

Line = tuple[str, float, float, float]
"""Text, x and y of its start in points from the lower left corner, size of most of its letters."""


def read_pages(file: BinaryIO) -> Iterator[dict[str, Any]]:
    """Yield what the file says of itself, then its pages."""
    from pypdf import PdfReader

    reader = PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        raise SystemExit("PdfReadError: it is encrypted with a password")
    created = reader.metadata.creation_date if reader.metadata else None
    yield {"created": created.date().isoformat() if created else None, "pages": len(reader.pages)}
    left = MOST_CHARACTERS
    for number in range(min(len(reader.pages), MOST_PAGES)):
        lines = list(read_lines(reader.pages[number]))
        left -= sum(len(line[0]) for line in lines)
        if left < 0:
            return
        yield {"lines": lines}


def read_lines(page: Any) -> Iterator[Line]:  # noqa: ANN401 - pypdf is not installed everywhere
    """Yield the lines of a page in the order in which they are drawn."""
    runs: list[Line] = []

    def take(text: str, matrix: list[float], place: list[float], font: object, size: float) -> None:
        del font
        if text.strip():
            scale = abs(place[3] or place[1]) * abs(matrix[3] or matrix[1])
            runs.append((text.replace("\n", " "), place[4], place[5] * (matrix[3] or 1) + matrix[5], size * scale))

    whole = page.extract_text(visitor_text=take)
    line: list[Line] = []
    for run in runs:
        if line and abs(run[2] - line[-1][2]) > max(run[3], line[-1][3]) / 3:
            yield join_runs(line, whole)
            line = []
        line.append(run)
    if line:
        yield join_runs(line, whole)


def join_runs(runs: list[Line], whole: str) -> Line:
    """Return the line that runs on one height make, with a blank between them unless the page's text has none."""
    text = ""
    for run in runs:
        apart = text and not (text[-1].isspace() or run[0][0].isspace() or text[-_JOINT:] + run[0][:_JOINT] in whole)
        text += " " + run[0] if apart else run[0]
    longest = max(runs, key=lambda run: len(run[0]))
    return (" ".join(text.split()), round(runs[0][1], 1), round(runs[0][2], 1), round(longest[3], 1))


def main() -> None:
    """Read standard input and write its pages."""
    for part in read_pages(sys.stdin.buffer):
        sys.stdout.write(json.dumps(part) + "\n")


if __name__ == "__main__":
    main()
