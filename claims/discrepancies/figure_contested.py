"""figure-contested: incompatible values, each as another source's own figure."""

from __future__ import annotations

from collections.abc import Iterator

from claims.discrepancies.figures import find_figure_differences
from claims.discrepancies.rule import Difference, Needs, Setting, has_figures
from claims.model import Attribution

NEEDS: Needs = ((has_figures, has_figures),)


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report two values that different sources stand for.

    The police count 42,000 marchers, the organisers 250,000.

    >>> compare_sentences(
    ...     "figure-contested",
    ...     "Organisers said 250,000 people took part.",
    ...     "Police said 42,000 people took part.",
    ... )
    Northern Wire (organisers) has 250,000 people; Harbour Post (police) has 42,000 people: organisers and police give different values.
    """  # noqa: E501
    yield from find_figure_differences(a, b, setting, "contested")
