"""figure-conflict: incompatible values for one measured thing at one time."""

from __future__ import annotations

from collections.abc import Iterator

from claims.discrepancies.figures import find_figure_differences
from claims.discrepancies.ordinals import find_ordinal_conflicts, has_mark, has_place_number
from claims.discrepancies.rule import Difference, Needs, Setting, has_figures
from claims.model import Attribution

NEEDS: Needs = ((has_figures, has_figures), (has_mark, has_mark), (has_place_number, has_place_number))


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report two values that cannot both be, of one source or of nobody's in particular.

    One outlet has 32 arrested, the other 23; one has the 67th minute, the other the 68th.

    >>> compare_sentences(
    ...     "figure-conflict",
    ...     "Police arrested 32 people at the port on Tuesday.",
    ...     "Police arrested 23 people at the port on Tuesday.",
    ... )
    Northern Wire has 32 people; Harbour Post has 23 people: two values of one thing.
    """
    yield from find_figure_differences(a, b, setting, "conflict")
    yield from find_ordinal_conflicts(a, b)
