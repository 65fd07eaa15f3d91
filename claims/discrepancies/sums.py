"""Figures of two statements that go together by arithmetic, or cannot: the rest of a whole, a sum, above and below."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import pairwise

from claims.model import Attribution, Figure
from claims.patterns import lazy

_WHOLE = {"percent": 100.0, "ratio": 1.0}
_LARGE = 1e6
_ADDED = lazy(r"(?:^|\W)(?:and|plus|with|along with|together with|as well as)\W(?:[\w'’]+\s){0,2}$", re.IGNORECASE)
_PART_OF = lazy(r"\s*(?:out )?of(?: (?:the|its|their|all))?(?: \w+['’]s)?\s*")
_OF_WHICH = lazy(
    r"\bof (?:which|whom|these|that|this)(?: (?:some|about|around|at least|more than|nearly))? $", re.IGNORECASE
)
_OF_IT = lazy(r"(?: \w+)?,? of (?:it|which|that|them|these|whom)\b")
_LONG = lazy(r"[^\W\d_]{4,}")
_REACH = 60
"""Characters behind a part in which it is told what the part is for."""
_STRICT = lazy(
    r"\b(?:more than|over|above|exceed\w*|topp\w+|fewer than|less than|under|below|short of)(?: an?| the)? ?[^\w\s]*$",
    re.IGNORECASE,
)


def are_complements(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell two parts that make up the whole: 80 percent accept, one in five refuse; seven of nine judges and two.

    Whoever prints the one does not contradict who prints the other.
    """
    if ours.unit in _WHOLE and theirs.unit in _WHOLE:
        rest = 100.0 - _percent(theirs)
        return abs(_percent(ours) - rest) <= max(_slack(ours), _slack(theirs))
    if ours.unit != theirs.unit:
        return False
    wholes = _find_whole(a, ours), _find_whole(b, theirs)
    return None not in wholes and wholes[0] == wholes[1] == ours.low + theirs.low


def _percent(figure: Figure) -> float:
    return figure.low * 100.0 / _WHOLE[figure.unit or "percent"]


def _slack(figure: Figure) -> float:
    """Return how far a share may be from the rest of the other, in percent: hedges and simple fractions are rough."""
    return 5.0 if figure.bound == "approx" else 0.05


def _find_whole(attribution: Attribution, figure: Figure) -> float | None:
    """Return the nine of "seven of the nine judges", and of "nine judges, of whom seven", "nine, seven of them"."""
    if len(attribution.figures) < 2:
        return None
    following = next((other for other in attribution.figures if other.start > figure.start), None)
    if following is not None and _is_of(attribution, figure, following):
        return following.low
    before = [other for other in attribution.figures if other.end <= figure.start and other.low >= figure.low]
    return before[-1].low if before and _is_taken_out(attribution, figure) else None


def _is_taken_out(attribution: Attribution, part: Figure) -> bool:
    """Tell "of which 20 million" and "20 million of it" from an amount of its own."""
    text, start = attribution.statement.text, attribution.statement.start
    before, after = text[: part.start - start], text[part.end - start :]
    return _OF_WHICH.search(before[-40:]) is not None or _OF_IT.match(after) is not None


def give_shares(attribution: Attribution, other: Attribution) -> Attribution:
    """Return the statement with "11 of 29 posts" as a share, where the other gives a share and this one none."""
    if _has_share(attribution) or not _has_share(other):
        return attribution
    figures: list[Figure] = []
    for figure in attribution.figures:
        part = figures[-1] if figures else None
        if part is not None and part.unit is None and 0 < part.high <= figure.low and _is_of(attribution, part, figure):
            figures[-1] = _divide(attribution, part, figure)
        else:
            figures.append(figure)
    return replace(attribution, figures=tuple(figures))


def _has_share(attribution: Attribution) -> bool:
    return any(figure.unit in _WHOLE for figure in attribution.figures)


def _is_of(attribution: Attribution, part: Figure, whole: Figure) -> bool:
    start = attribution.statement.start
    return leads_to_whole(attribution.statement.text[part.end - start : whole.start - start])


def leads_to_whole(between: str) -> bool:
    """Tell the words between a part and its whole: "of the", "out of the country's"."""
    return _PART_OF.fullmatch(between) is not None


def give_one_whole(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell two parts of wholes of one size: 112 of 204 town halls, 109 of 204 municipalities.

    Of a sum that stands before its parts, what the parts are for must share a word: "of which 20 million for roads".
    """
    whole = _find_whole(a, ours)
    if whole is None or whole != _find_whole(b, theirs):
        return False
    taken = [row for row, part in ((a, ours), (b, theirs)) if _is_taken_out(row, part)]
    return not taken or not _words_behind(a, ours).isdisjoint(_words_behind(b, theirs))


def _words_behind(attribution: Attribution, figure: Figure) -> set[str]:
    after = attribution.statement.text[figure.end - attribution.statement.start :][:_REACH]
    return set(_LONG.findall(after.casefold()))


def _divide(attribution: Attribution, part: Figure, whole: Figure) -> Figure:
    start = attribution.statement.start
    text = attribution.statement.text[part.start - start : whole.end - start]
    low, high = part.low / whole.low, part.high / whole.low
    return replace(part, text=text, end=whole.end, low=low, high=high, unit="ratio")


def adds_up(attribution: Attribution, figure: Figure, total: Figure) -> bool:
    """Tell that a figure and others beside it make up the total: "30 million plus five million", 35 million."""
    if total.value is None or not _may_be_added(figure, total):
        return False
    summed = 0.0
    for before, part in pairwise((None, *attribution.figures)):
        if part is None:
            continue
        if before is None or not _is_added(attribution, before, part):
            summed = 0.0
        if not _may_be_added(part, total):
            continue
        summed += part.low
        if summed > part.low and math.isclose(summed, total.low, rel_tol=1e-9):
            return True
    return False


def _may_be_added(part: Figure, total: Figure) -> bool:
    bare = part.unit is None and part.noun is None and part.low >= _LARGE
    befell_others = part.event is not None and part.event != total.event
    return part.value is not None and not befell_others and (part.unit == total.unit or bare)


def _is_added(attribution: Attribution, before: Figure, part: Figure) -> bool:
    """Tell that "and" or "plus" leads to a figure, in the same clause."""
    start = attribution.statement.start
    between = attribution.statement.text[before.end - start : part.start - start]
    return not re.search(r"[;.]", between) and _ADDED.search(between) is not None


def are_opposed(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell "more than 500" from "fewer than 500": one number, and none that both can mean."""
    if {ours.bound, theirs.bound} != {"min", "max"}:
        return False
    return _is_strict(a, ours) or _is_strict(b, theirs)


def _is_strict(attribution: Attribution, figure: Figure) -> bool:
    before = attribution.statement.text[: figure.start - attribution.statement.start]
    return _STRICT.search(before[-30:]) is not None
