"""figure-updated: different values because one is later."""

from __future__ import annotations

from collections.abc import Iterator

from claims.discrepancies.figures import find_figure_differences
from claims.discrepancies.rule import Difference, Needs, Setting, has_figures
from claims.model import Attribution

NEEDS: Needs = ((has_figures, has_figures),)


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report a value that a later one replaces: a toll that rises, a corrected version.

    At noon the ministry had 14 dead, in the evening 17.

    >>> compare_sentences(
    ...     "figure-updated",
    ...     "The death toll has risen to 31, the ministry said.",
    ...     "The ministry said 27 people were killed.",
    ... )
    Northern Wire (the ministry) has 31; Harbour Post (the ministry) has 27 people: one text says that the value has changed.
    """  # noqa: E501
    yield from find_figure_differences(a, b, setting, "updated")
