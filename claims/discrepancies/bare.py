"""Numbers that a statement prints bare: "the shipowner speaks of 3,200", beside another's 5,000 tonnes."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Attribution, Figure

_FURTHEST = 10.0
"""Rivals' figures for one thing are hardly farther apart than this multiple."""


def give_units(attribution: Attribution, other: Attribution) -> Attribution:
    """Return the statement with its only number in the unit of the one like number of the other statement."""
    meant = find_meant(attribution, other)
    if meant is None or meant.unit is None:
        return attribution
    lent = replace(attribution.figures[0], unit=meant.unit, measure=meant.measure)
    return replace(attribution, figures=(lent,))


def find_meant(attribution: Attribution, other: Attribution) -> Figure | None:
    """Return the figure of the other statement that a bare and only number stands beside; None where it may be any.

    Only a credited number is taken for the claim's: nobody is said to "speak of 3,200" but of what is in question.
    """
    if len(attribution.figures) != 1 or attribution.credit.speaker is None or not _is_bare(attribution.figures[0]):
        return None
    near = [model for model in other.figures if _may_be_meant(attribution.figures[0], model)]
    return near[0] if len(near) == 1 else None


def _is_bare(figure: Figure) -> bool:
    return {figure.unit, figure.noun, figure.event, figure.measure} == {None}


def _may_be_meant(figure: Figure, model: Figure) -> bool:
    if _is_bare(model) or model.previous or model.change is not None or not model.high:
        return False
    return 1 / _FURTHEST <= figure.high / model.high <= _FURTHEST
