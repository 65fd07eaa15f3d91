"""measure: one number for different measures."""

from __future__ import annotations

from claims.discrepancies.figures import compare_pairs
from claims.discrepancies.rule import Difference, Setting, cite
from claims.figures import compare_figures
from claims.model import Attribution, Figure

LEAST_VALUE = 3
"""Ones and twos coincide too often to mean anything."""


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Report that the two give one number for things that are not the same.

    One outlet has 46,000 killed, the other 46,000 casualties: the number is the same, what it counts is not.
    """
    paired = {(ours.start, theirs.start) for ours, theirs, _ in compare_pairs(a, b, setting)}
    matched = {start for pair in paired for start in pair}
    for ours in a.figures:
        for theirs in b.figures:
            if ours.start in matched or theirs.start in matched or not _is_one_number(ours, theirs):
                continue
            verdict = compare_figures(ours, theirs)
            if verdict.kind in {"different-thing", "different-scope"}:
                values = (_word(ours), _word(theirs))
                message = f"{cite(a)} has {values[0]}; {cite(b)} has {values[1]}: {verdict.reason}."
                return Difference(values, message)
    return None


def _is_one_number(ours: Figure, theirs: Figure) -> bool:
    """Tell one number of counted things; money, shares and lengths of equal value are no coincidence worth a look."""
    counts = ours.unit is None and theirs.unit is None and bool(ours.measure) and bool(theirs.measure)
    return counts and ours.low == theirs.low >= LEAST_VALUE and ours.high == theirs.high


def _word(figure: Figure) -> str:
    return f"{figure.text} {figure.measure}" if figure.measure else figure.text
