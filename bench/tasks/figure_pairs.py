"""Pairs of figures: the verdict on the first figures of two sentences, and a scorer of its own.

``python -m bench.tasks.figure_pairs PAIRS.jsonl`` prints how many verdicts are right and the false alarms:
a discrepancy reported for a pair that has none.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claims.figures import Setting, compare_figures, find_figures

_KINDS = {
    "agrees": "agree",
    "bound_differs": "rounded",
    "rounds": "rounded",
    "conflicts": "conflict",
    "revised_down": "updated",
    "competing": "contested",
    "different_scope": "different-scope",
    "different_thing": "different-thing",
}
_ALARMS = frozenset({"conflict", "contested", "updated"})


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield ``{"id", "verdict", "reason"}`` per row of two sentences with speaker and day."""
    for row in rows:
        first, second = find_figures(row["a"]), find_figures(row["b"])
        if not first or not second:
            yield {"id": row["id"], "verdict": "none", "reason": "no figure found"}
            continue
        metas = row["a_meta"], row["b_meta"]
        setting = Setting(
            speakers=(metas[0].get("speaker"), metas[1].get("speaker")),
            said_on=(metas[0].get("said_on"), metas[1].get("said_on")),
        )
        verdict = compare_figures(first[0], second[0], setting)
        yield {"id": row["id"], "verdict": verdict.kind, "reason": verdict.reason}


def main() -> None:
    """Score the pairs of a file and print what is wrong."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if line.strip()]
    right = alarms = 0
    for row, found in zip(rows, predict(rows), strict=True):
        wanted = _KINDS.get(row["label"], row["label"])
        right += found["verdict"] == wanted
        alarm = found["verdict"] in _ALARMS and wanted not in _ALARMS
        alarms += alarm
        if found["verdict"] != wanted:
            print(f"{'ALARM ' if alarm else ''}{row['id']}: {found['verdict']} for {row['label']}: {found['reason']}")
    print(f"{right} of {len(rows)} verdicts right, {alarms} false alarms")


if __name__ == "__main__":
    main()
