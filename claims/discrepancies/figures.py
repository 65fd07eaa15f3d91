"""The figures of two attributions, paired by what they measure and compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from claims.discrepancies.bare import give_units
from claims.discrepancies.circumstances import (
    is_put_right,
    narrow_change,
    tell_circumstances,
)
from claims.discrepancies.pairing import (
    is_relabelled,
    is_whole_of_counted,
    mask_figures,
    pair_by_place,
)
from claims.discrepancies.partners import OTHER_THINGS, RANKS, compare_rest, judge_values
from claims.discrepancies.readings import is_earlier_that_day
from claims.discrepancies.rule import Difference, Setting, cite, same_article
from claims.discrepancies.settling import settle_verdict
from claims.discrepancies.sums import give_shares
from claims.figures import Setting as FigureSetting
from claims.figures import Verdict, compare_figures, grows, same_measure, word_figure
from claims.model import Attribution, Figure, Severity


def find_figure_differences(a: Attribution, b: Attribution, setting: Setting, kind: str) -> Iterator[Difference]:
    """Yield the pairs of figures whose comparison gives the verdict ``kind``, worded."""
    for ours, theirs, verdict in compare_pairs(a, b, setting):
        if verdict.kind == kind:
            reason = verdict.reason.partition(": ")[0]  # the rest repeats both values
            message = f"{cite(a)} has {word_figure(ours)}; {cite(b)} has {word_figure(theirs)}: {reason}."
            yield Difference((ours.text, theirs.text), message, _weigh(ours, theirs, kind))


def _weigh(ours: Figure, theirs: Figure, kind: str) -> Severity | None:
    """Let two bounds that differ be no plain conflict: more than 50 are more than 40 too."""
    one_bound = ours.bound == theirs.bound and ours.bound in ("min", "max")
    return "differs" if kind == "conflict" and one_bound else None


def compare_pairs(a: Attribution, b: Attribution, setting: Setting) -> Sequence[tuple[Figure, Figure, Verdict]]:
    """Return what :func:`_compare_pairs` yields; several rules ask for the same pair, and it is compared once."""
    if not (a.figures and b.figures):
        return ()
    one, two = a.statement, b.statement
    key = (one.article, one.start, one.index, two.article, two.start, two.index)
    if key not in setting.compared:
        setting.compared[key] = tuple(_compare_pairs(a, b, setting))
    return setting.compared[key]


def find_contested(a: Attribution, b: Attribution, setting: Setting) -> tuple[Figure, Figure] | None:
    """Return the first figures that two sources give for one thing and that cannot both be; None without any.

    Two clauses of one sentence may well set a count against another: "the army says 120, the rebels say 15".
    """
    if not _are_clauses(a, b):
        return next(((x, y) for x, y, verdict in compare_pairs(a, b, setting) if verdict.kind == "contested"), None)
    told = tell_circumstances(a, b, setting)
    if told.speakers == (None, None):
        return None
    return next(((x, y) for x, y, verdict in compare_rest(a, b, told, set()) if verdict.kind == "contested"), None)


def _compare_pairs(a: Attribution, b: Attribution, setting: Setting) -> Iterator[tuple[Figure, Figure, Verdict]]:
    """Yield the figures of the two that measure one thing, each with the verdict on its values.

    What stands in the same place of nearly identical statements is paired first. Of the others each figure has one
    partner at most, the one it agrees with best: "2.6%, near the target of 2%" against "2.6%" leaves the target
    without a partner, which is detail. Where a statement has several figures, only those that surely measure one
    thing are paired.
    """
    if not (a.figures and b.figures) or _are_clauses(a, b):
        return
    alike = _pair_alike(a, b)
    if alike:
        yield from ((*pair, settle_verdict(a, b, pair, _ALIKE, setting)) for pair in alike)
        return
    a, b = give_shares(a, b), give_shares(b, a)
    a, b = give_units(a, b), give_units(b, a)
    told = tell_circumstances(a, b, setting)
    placed = list(_compare_places(a, b, told))
    taken = {id(figure) for ours, theirs, _ in placed for figure in (ours, theirs)}
    for ours, theirs, found in (*placed, *compare_rest(a, b, told, taken)):
        verdict = settle_verdict(a, b, (ours, theirs), found, setting)
        if ours.previous == theirs.previous:
            if not ours.previous or (ours, theirs, found) in placed:
                yield ours, theirs, verdict
        elif verdict.kind in RANKS:
            yield from _find_replaced(a, b, ours, theirs)


_ALIKE = Verdict("agree", "one value of one thing, in the same words")


def _pair_alike(a: Attribution, b: Attribution) -> Sequence[tuple[Figure, Figure]]:
    """Return the figures of two statements that give the same ones, alone or in the same places; else nothing."""
    if [*map(_read, a.figures)] != [*map(_read, b.figures)]:
        return ()
    if len(a.figures) == 1 and not a.figures[0].previous:  # an earlier value may be of two stages
        return [(a.figures[0], b.figures[0])]
    placed = pair_by_place(a, b)
    in_order = len(placed) == len(a.figures) and all(map(_are_same_read, placed))
    return placed if in_order else ()


_read = attrgetter("low", "high", "bound", "unit", "noun", "event", "measure", "scope", "as_of", "change", "previous")


def _are_same_read(pair: tuple[Figure, Figure]) -> bool:
    return bool(_read(pair[0]) == _read(pair[1]))


def _are_clauses(a: Attribution, b: Attribution) -> bool:
    """Tell two clauses of one sentence, which nobody writes to contradict each other."""
    return same_article(a, b) and a.statement.sentence == b.statement.sentence


def _compare_places(a: Attribution, b: Attribution, told: FigureSetting) -> Iterator[tuple[Figure, Figure, Verdict]]:
    """Yield what stands in one place; a number that only changed its unit is for ``measure``, and paired here too."""
    for ours, theirs in pair_by_place(a, b):
        if is_whole_of_counted(a, b, ours, theirs):
            continue
        if is_relabelled(ours, theirs):
            yield ours, theirs, Verdict("different-thing", f"one number in two units: {ours.unit} and {theirs.unit}")
            continue
        one, two = ours, theirs
        told_change = (ours.change is not None or ours.previous) and not _tell_stages(a, b, ours)
        if told_change and ours.change == theirs.change and ours.previous == theirs.previous:  # both tell one change
            one, two = (replace(figure, change=None, previous=False) for figure in (ours, theirs))
        verdict = judge_values(one, two, narrow_change(a, b, (ours, theirs), told))
        if verdict.kind not in OTHER_THINGS:
            yield ours, theirs, verdict


def _tell_stages(a: Attribution, b: Attribution, ours: Figure) -> bool:
    """Tell "rose to 12 on Sunday" and "rose to 15 on Monday": two changes, and not one told twice."""
    return grows(ours) and mask_figures(a) != mask_figures(b)


def _find_replaced(
    a: Attribution, b: Attribution, ours: Figure, theirs: Figure
) -> Iterator[tuple[Figure, Figure, Verdict]]:
    """Yield the new value that one statement gives where the other has only what it calls the earlier one.

    "55 km of coast, up from 42 a day earlier" beside "42 km of coast". Two months of one rate are no update: what is
    measured must grow, or have been read earlier that day, or its value must have been put right.
    """
    later, old = (a, theirs) if ours.previous else (b, ours)
    earlier = ours if ours.previous else theirs
    known = (b if ours.previous else a).figures
    revised = is_put_right(later.statement.text) or is_earlier_that_day(later, earlier)
    for new in later.figures:
        if new.previous or same_measure(new, earlier) is False or not (revised or grows(new) or _is_length(new)):
            continue
        if not any(compare_figures(new, other).kind in RANKS for other in known):
            verdict = Verdict("updated", f"{old.text} is what was there before: now {word_figure(new)}")
            yield (new, old, verdict) if ours.previous else (old, new, verdict)
            return


def _is_length(figure: Figure) -> bool:
    """Tell a stretch that may get longer: coast under oil, a front, a queue."""
    return figure.unit in ("km", "mile", "metre")
