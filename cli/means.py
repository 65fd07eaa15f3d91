"""What a comparison may use of the machine: ``--threads`` and ``--memory``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from claims.errors import FactcheckError
from claims.patterns import lazy

_SIZE = lazy(r"(\d+(?:\.\d+)?)\s*([KMGT])(?:i?B)?", re.IGNORECASE)
_UNITS = {"K": 2**10, "M": 2**20, "G": 2**30, "T": 2**40}


class Means(NamedTuple):
    """How many processes work, one a core where None, and how many bytes each of them may take."""

    threads: int | None = None
    share: int | None = None

    @property
    def readers(self) -> int | None:
        """How many processes read files: with a limit this one alone, for they would begin with all that it has."""
        return None if self.share is None else 1


ALL = Means()


@contextmanager
def hold_memory(memory: str | None, threads: int | None, *, alone: bool = True) -> Iterator[Means]:
    """Give what may be used, and keep this process within its part of the memory meanwhile.

    With ``alone``, this process can do the work itself where the memory is too little for several. Raises
    FactcheckError where it is too little for that, or turns out to be.
    """
    if memory is None:
        yield Means(threads)
        return
    from claims.articles.pool import count_cores
    from claims.engines.memory import hold_limit, share_out

    size = read_size(memory)
    shares = share_out(size, threads or count_cores(), alone=alone)
    with hold_limit(size, shares.own):
        yield Means(shares.processes, shares.each)


def read_size(text: str) -> int:
    """Return the bytes of a size such as 500M or 1.5G; raise where it is none."""
    found = _SIZE.fullmatch(text.strip())
    if found is None:
        raise FactcheckError(f"{text!r} is no size", where="--memory", hint="write it as 500M or 2G")
    return int(float(found[1]) * _UNITS[found[2].upper()])
