"""figure-rounded: one value, rounded, hedged or given as a bound."""

from __future__ import annotations

from collections.abc import Iterator

from claims.discrepancies.figures import find_figure_differences
from claims.discrepancies.rule import Difference, Needs, Setting, has_figures
from claims.model import Attribution

NEEDS: Needs = ((has_figures, has_figures),)


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report that the two give one value in different sharpness.

    One outlet has "about 55,000", the other 55,000.

    >>> compare_sentences(
    ...     "figure-rounded",
    ...     "Some 8,400 people were evacuated.",
    ...     "The county evacuated 8,412 people.",
    ... )
    Northern Wire has about 8,400 people; Harbour Post has 8,412 people: one value, rounded differently.
    """
    yield from find_figure_differences(a, b, setting, "rounded")
