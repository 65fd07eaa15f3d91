"""A limit of memory that holds: each process may take its share, and what cannot be done with that is refused.

The system itself keeps the limit, for what a process takes for its own data; what it maps of libraries' files, which
processes have in common, is left out of its share beforehand.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from claims.errors import FactcheckError

MEGABYTE = 1024**2
LEAST = 300 * MEGABYTE
"""Of a process, with which it comes through some hundred articles."""
_MAPPED = 80 * MEGABYTE
"""What the files of libraries take in a process."""
_NO_RESERVES = {"ARROW_DEFAULT_MEMORY_POOL": "system", "OPENBLAS_NUM_THREADS": "1"}
"""Arrow and OpenBLAS ask for far more than they use, which would count."""


class Shares(NamedTuple):
    """How many processes work for this one, how much it may take, and how much each of them, in bytes."""

    processes: int
    own: int
    each: int


def share_out(memory: int, processes: int, *, alone: bool) -> Shares:
    """Divide so many bytes between this process and at most so many others: two parts and one part for each.

    Where they do not suffice for two others, all is for this process ``alone``, which then does the work itself, or
    for one other. Raises FactcheckError where that is too little, too, and where the system keeps no limit.
    """
    if not sys.platform.startswith("linux"):
        raise FactcheckError("no limit can be held on this system", where="--memory", hint="--threads 1 takes least")
    least = LEAST * (1 if alone else 2)
    if memory < least:
        hint = f"give {least // MEGABYTE}M at least"
        raise FactcheckError("too little for anything", where=f"--memory {memory // MEGABYTE}M", hint=hint)
    others = min(processes, memory // LEAST - 2)
    if others > 1:
        each = memory // (others + 2)
        return Shares(others, memory - others * each, each)
    return Shares(1, memory, memory) if alone else Shares(1, memory // 2, memory // 2)


def limit_process(share: int) -> None:
    """Let this process take so many bytes and no more: what asks for more meets a MemoryError."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (share - _MAPPED, most))
    os.environ.update(_NO_RESERVES)


@contextmanager
def hold_limit(memory: int, share: int) -> Iterator[None]:
    """Keep this process within its share of so much memory meanwhile.

    Raises FactcheckError where it, or another that works for it, needs more.
    """
    import resource
    from concurrent.futures import BrokenExecutor

    earlier = resource.getrlimit(resource.RLIMIT_DATA)
    limit_process(share)
    try:
        yield
    except (MemoryError, BrokenExecutor, OSError) as error:
        if isinstance(error, OSError) and error.errno != errno.ENOMEM:
            raise
        raise _too_little(memory) from error
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, earlier)


def _too_little(memory: int) -> FactcheckError:
    hint = "give more, or have fewer --threads do it; of a store, --since or --story asks for less"
    return FactcheckError("needs more memory than that", where=f"--memory {memory // MEGABYTE}M", hint=hint)
