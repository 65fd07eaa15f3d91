"""Run one system on one corpus in a process of its own: ``python -m bench.scale.run SYSTEM CORPUS.parquet OUT.npz``.

Writes the links, and prints as JSON what it took: seconds by the clock and of the processor, from the texts in memory
to the links, and the peak of memory with that of its own processes.
"""

from __future__ import annotations

import json
import resource
import sys
import time
import warnings
from pathlib import Path

import numpy as np
from pyarrow import parquet

from bench.scale.systems import SYSTEMS, Statements

_KILOBYTE = 1024


def measure(system: str, corpus: Path, out: Path) -> dict[str, object]:
    """Run the system and return what it took."""
    table = parquet.read_table(corpus, columns=["article", "outlet", "day", "text"])
    columns = (table.column(name).to_numpy() for name in ("article", "outlet", "day"))
    statements = Statements(table.column("text").to_pylist(), *columns)
    del table
    cpu, clock = _processor_seconds(), time.perf_counter()
    links = SYSTEMS[system](statements)
    taken = {"wall": time.perf_counter() - clock, "cpu": _processor_seconds() - cpu, "peak": _peak_bytes()}
    np.savez(out, one=links.one, two=links.two, score=links.score)
    module = sys.modules.get("bench.scale.ours")
    return {**taken, "stages": getattr(module, "stages", {})}


def _processor_seconds() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _peak_bytes() -> int:
    """Return the peak of this process and, where it has processes of its own, the largest of theirs.

    The kernel's own figure is of this program alone; that of getrusage may be of the one that started it.
    """
    status = Path("/proc/self/status")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if status.exists():
        own = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return _KILOBYTE * (own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)


def main() -> None:
    """Parse the command line and print the figures."""
    warnings.filterwarnings("ignore")
    system, corpus, out = sys.argv[1:]
    print(json.dumps(measure(system, Path(corpus), Path(out))))


if __name__ == "__main__":
    main()
