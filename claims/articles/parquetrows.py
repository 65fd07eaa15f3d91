"""Run by itself on a Parquet file: write its rows as lines of JSON, one row in memory at a time.

This is the script that ``parquet`` runs in a process of its own; it imports nothing of factcheck.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

ROWS_AT_A_TIME = 64
LONGEST_TEXT = 20_000_000
SMALL = 100_000_000
HIGHEST_RATIO = 200
_TEXTS = frozenset({"string", "large_string", "binary", "large_binary"})
_SIGNS = re.compile(r"[\W_]+")


def read_rows(file: BinaryIO, wanted: set[str]) -> Iterator[str]:
    """Yield the names of all columns, then each row as JSON with the wanted ones; they are compared without signs."""
    from pyarrow.parquet import ParquetFile

    schema = ParquetFile(file).schema_arrow
    yield json.dumps(schema.names)
    kept = [name for name in schema.names if _SIGNS.sub("", name).casefold() in wanted]
    left = max(SMALL, HIGHEST_RATIO * os.fstat(file.fileno()).st_size)
    # Texts stay in their dictionary: a short one may stand for a million long rows.
    texts = [field.name for field in schema if field.name in kept and str(field.type) in _TEXTS]
    table = ParquetFile(file, read_dictionary=texts, pre_buffer=False, buffer_size=65_536)
    for batch in table.iter_batches(batch_size=ROWS_AT_A_TIME, columns=kept, use_threads=False):
        columns = [batch.column(index) for index in range(batch.num_columns)]
        for number in range(batch.num_rows):
            row = {name: plain(column[number].as_py()) for name, column in zip(kept, columns, strict=True)}
            written = json.dumps(row, sort_keys=True)
            left -= len(written)
            if left < 0:
                raise SystemExit("ValueError: it is packed far too densely for texts")
            yield written


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a cell may hold
    """Return a cell as JSON has it; None for what is no text, date or list of texts."""
    if isinstance(value, str):
        return value if len(value) <= LONGEST_TEXT else None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace") if len(value) <= LONGEST_TEXT else None
    if isinstance(value, list):
        return [plain(one) for one in value[:100]]
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in list(value.items())[:100]}
    return None


def main() -> None:
    """Read standard input and write its rows, of the columns that the arguments name."""
    for row in read_rows(sys.stdin.buffer, set(sys.argv[1:])):
        sys.stdout.write(row + "\n")


if __name__ == "__main__":
    main()
