"""Run the library on an evaluation file: ``python -m bench.predict TASK IN.jsonl OUT.jsonl``."""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import bench.tasks

Row = dict[str, Any]


def task_names() -> list[str]:
    """Return the tasks there are, sorted."""
    return sorted(module.name for module in pkgutil.iter_modules(bench.tasks.__path__))


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the objects of a JSON Lines file; a row may name files relative to ``_folder``."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield {**json.loads(line), "_folder": str(path.parent)}


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write one JSON object a line."""
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> None:
    """Parse the command line and run one task."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=task_names())
    parser.add_argument("source", type=Path, metavar="IN.jsonl")
    parser.add_argument("target", type=Path, metavar="OUT.jsonl")
    options = parser.parse_args()
    task = importlib.import_module(f"bench.tasks.{options.task}")
    write_rows(options.target, task.predict(read_rows(options.source)))


if __name__ == "__main__":
    main()
