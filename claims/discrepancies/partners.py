"""Which figures of two statements, by what they measure, are two values of one thing, and how the values compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from claims.discrepancies.circumstances import have_two_periods, narrow_change, tell_other_years
from claims.discrepancies.holders import belong_to_two, is_taken_as_known, last_other_things
from claims.discrepancies.pairing import (
    count_one_whole,
    count_people_apart,
    is_of_competition,
    is_share_of_more,
    is_whole,
    is_whole_of_counted,
    measures_surely,
)
from claims.figures import Setting as FigureSetting
from claims.figures import Verdict, compare_figures, kind_of, same_measure
from claims.model import Attribution, Figure

RANKS = {"agree": 0, "rounded": 1, "compatible": 2}
"""Verdicts under which two figures may well be one value, the surest first."""
OTHER_THINGS = frozenset({"different-scope", "different-thing"})
"""Verdicts on figures that are no two values of one thing."""
_APART = 3
_LIMIT = "capacity"
"""How many may be aboard is not how many were."""
_MILES = {"mile", "nautical mile"}
"""At sea the one is called the other."""
_FARTHEST = 0.95
"""Nobody contests by a factor of twenty: 1,900 are not the one gate."""
_TWO_ESTIMATES = 0.08
"""Two hedged values of two sources that are this far apart are no one value rounded twice."""


def compare_rest(
    a: Attribution, b: Attribution, told: FigureSetting, taken: set[int]
) -> Iterator[tuple[Figure, Figure, Verdict]]:
    """Yield the best partners among the figures that are not taken yet."""
    several = len(a.figures) > 1 or len(b.figures) > 1
    ranked = []
    for ours, theirs in product(a.figures, b.figures):
        if id(ours) in taken or id(theirs) in taken:
            continue
        same = same_measure(ours, theirs)
        two_periods = ours.previous != theirs.previous and have_two_periods(a, b, ours, theirs)
        if same is False or two_periods or is_whole_of_counted(a, b, ours, theirs):
            continue
        narrowed = narrow_change(a, b, (ours, theirs), told)
        if narrowed.are_rivals and _are_speakers(a, b, ours, theirs):
            narrowed = narrowed._replace(speakers=(None, None))
        verdict = judge_values(ours, theirs, narrowed)
        if verdict.kind in OTHER_THINGS:
            continue
        rank = RANKS.get(verdict.kind, _APART)
        near = rank <= RANKS["rounded"]
        sure = bool(same) or ((several or not near) and measures_surely(a, b, ours, theirs))  # one pair has no order
        possible = sure or near or not (several or _count_others(ours, theirs) or _are_far(ours, theirs))
        if not possible or (rank == _APART and _are_apart(a, b, ours, theirs)):
            continue
        order = (rank, not sure, _distance(ours, theirs), ours.start, theirs.start)
        ranked.append((order, ours, theirs, verdict))
    for _, ours, theirs, verdict in sorted(ranked, key=lambda row: row[0]):
        if not {id(ours), id(theirs)} & taken:
            taken |= {id(ours), id(theirs)}
            yield ours, theirs, verdict


def _are_apart(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell by the words around two values that they belong to two things: a part, a whole, a crowd, another year."""
    befell_both = ours.event is not None and ours.event == theirs.event
    if is_share_of_more(a, ours) != is_share_of_more(b, theirs) and not befell_both:
        return True
    if is_of_competition(a, ours) != is_of_competition(b, theirs):
        return True
    if is_whole(a, ours) != is_whole(b, theirs) and not count_one_whole(a, b, ours, theirs):
        return True
    if (ours.measure == _LIMIT) != (theirs.measure == _LIMIT) or last_other_things(a, b, ours, theirs):
        return True
    return any(test(a, b, ours, theirs) for test in (count_people_apart, belong_to_two)) or tell_other_years(a, b)


def _are_speakers(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell a figure that the speaker did not give: in the mention ("Kast, who got 49.4%, said"), or taken as known."""
    speakers = a.credit.speaker, b.credit.speaker
    return any(is_taken_as_known(row, figure) for row, figure in ((a, ours), (b, theirs))) or any(
        speaker is not None and figure.text in speaker.mention
        for speaker, figure in zip(speakers, (ours, theirs), strict=True)
    )


def _count_others(ours: Figure, theirs: Figure) -> bool:
    """Tell two counted nouns that no list has under one kind: 140 tankers and eleven rounds."""
    nouns = ours.noun, theirs.noun
    return None not in nouns and ours.noun != theirs.noun and None in [kind_of(noun or "") for noun in nouns]


def _are_far(ours: Figure, theirs: Figure) -> bool:
    """Tell counts apart by a factor of twenty; amounts may be of two units."""
    return ours.unit is None and theirs.unit is None and _distance(ours, theirs) > _FARTHEST


def judge_values(ours: Figure, theirs: Figure, told: FigureSetting) -> Verdict:
    """Compare two figures; swapped digits are a slip, not a later count, and none against some is for ``polarity``."""
    if {ours.unit, theirs.unit} == _MILES:
        ours, theirs = (replace(figure, unit="nautical mile") for figure in (ours, theirs))
    verdict = compare_figures(ours, theirs, told)
    if verdict.kind == "updated" and not (told.revised or told.versions) and _is_digit_swap(ours, theirs):
        return Verdict("conflict", f"the digits are swapped: {ours.text} and {theirs.text}")
    if verdict.kind == "rounded" and told.are_named_rivals and _are_two_estimates(ours, theirs):
        return Verdict("contested", f"{' and '.join(filter(None, told.speakers))} give different values")
    if verdict.kind in {"conflict", "contested"} and 0 in (ours.high, theirs.high):
        return Verdict("compatible", "one denies what the other counts")
    return verdict


def _are_two_estimates(ours: Figure, theirs: Figure) -> bool:
    """Tell "about 18,000" and "about 20,000" of two sources, who did not round one number."""
    return ours.bound == theirs.bound == "approx" and _distance(ours, theirs) >= _TWO_ESTIMATES


def _is_digit_swap(ours: Figure, theirs: Figure) -> bool:
    one, two = f"{ours.low:.0f}", f"{theirs.low:.0f}"
    return len(one) > 1 and one != two and sorted(one) == sorted(two)


def _distance(ours: Figure, theirs: Figure) -> float:
    """Return how far two values are apart, 0 where they are equal, 1 where one is far larger."""
    high = max(abs(ours.high), abs(theirs.high))
    return abs(ours.high - theirs.high) / high if high else 0.0
