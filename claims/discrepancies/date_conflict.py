"""date-conflict: one happening at incompatible times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from operator import attrgetter

from claims.attribution.compare import other_speaker
from claims.certainty import find_hedges
from claims.dates import compare_moments
from claims.discrepancies.alignment import Slot, align_statements
from claims.discrepancies.circumstances import give_two_periods
from claims.discrepancies.happenings import (
    Happening,
    days_between,
    edge_stems,
    find_happenings,
    is_content,
    main_happenings,
)
from claims.discrepancies.makings import find_other_year, has_making
from claims.discrepancies.outcomes import find_plan
from claims.discrepancies.predicates import share_terms, terms_of, weigh_likeness
from claims.discrepancies.rule import Difference, Needs, Setting
from claims.model import Attribution, Moment
from claims.patterns import lazy

NEAR = 14
"""Days by which accounts of one happening may differ; further apart they are more likely two happenings."""
_END = 9
"""Days before the last of a month that are its end."""
_FEW_WORDS = 4
"""Words by which two statements may differ elsewhere for their days of saying to be compared."""
_SHORTEST = 12
"""Words of a sentence that two outlets do not print alike by chance."""
_LONG = 400
"""Days by which two months, quarters or years for one happening may differ."""
_WEEK = lazy(r"(?:this|next|last) week")
_AHEAD = frozenset({"planned", "expected", "possible", "hoped"})
"""Levels of what lies ahead."""
_ROUNDS = frozenset({"first", "second", "third", "fourth", "fifth", "final", "semi-final", "next", "last", "another"})
_PLAN_WORDS = 2
"""Content words that two plans share when they are of one thing."""
_NUMBER = lazy(r"\d+")
_WEEKDAY = lazy(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)


def _has_moments(attribution: Attribution, setting: Setting) -> bool:
    return bool(attribution.moments)


NEEDS: Needs = ((_has_moments, _has_moments), (has_making, has_making))


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report that the two put one happening at times that cannot both be.

    One outlet has the fire break out on Monday afternoon, the other on Sunday night. Days on which something was only
    said or counted do not count, nor does the time of a comparison ("after 6.9% in February"); a moment told from two
    time zones is one. In two sentences that are otherwise the same, days in the same place are compared whatever they
    stand for. Of two lists of days, the ones that find no partner are named. A statement alone is reported where the
    weekday that it prints is not that of its date.

    >>> compare_sentences(
    ...     "date-conflict",
    ...     "The fire broke out on Monday.",
    ...     "The blaze broke out on Saturday.",
    ... )
    Northern Wire has “Monday” (2026-05-11), Harbour Post “Saturday” (2026-05-09).
    """
    if a is b:
        yield from _find_faults(a)
        return
    if (years := find_other_year(a, b)) is not None:
        yield Difference(years, f"{a.outlet.name} has “{years[0]}”, {b.outlet.name} “{years[1]}”.")
        return
    if _give_one_moment(a, b) or not (a.moments and b.moments):
        return
    if give_two_periods(a, b) and not _give_same_values(a, b):
        return
    slots = align_statements(a, b)
    placed = list(_pair_in_slots(a, b, slots, setting)) if slots is not None else []
    for x, y in placed or _pair_told(a, b, setting):
        found = _compare_pair(x, y, (a, b), bool(placed))
        if found is not None:
            yield found


def _give_one_moment(a: Attribution, b: Attribution) -> bool:
    """Tell that both statements have one moment, and the same."""
    return len(a.moments) == len(b.moments) == 1 and _read(a.moments[0]) == _read(b.moments[0])


_read = attrgetter("text", "earliest", "latest", "granularity", "note")


def _compare_pair(x: Moment, y: Moment, rows: tuple[Attribution, Attribution], placed: bool) -> Difference | None:
    """Word what sets two moments of one happening apart; in one place of two sentences more does."""
    one, two = (row.outlet for row in rows)
    other_part = placed and (_is_other_range(x, y) or _is_other_week(x, y))
    if other_part or not _may_be_one(x, y, (one.utc_offset, two.utc_offset)):
        message = f"{one.name} has “{x.text}” ({_plain(x)}), {two.name} “{y.text}” ({_plain(y)})."
    elif placed and (x.note is None) != (y.note is None):
        message = f"{one.name} has “{x.text}”, {two.name} “{y.text}”: {x.note or y.note}."
    else:
        return None
    return Difference((x.text, y.text), message)


def _find_faults(attribution: Attribution) -> Iterator[Difference]:
    """Report each weekday that does not fit the date it is printed with."""
    name = attribution.outlet.name
    for moment in attribution.moments:
        if moment.note:
            message = f"{name} has “{moment.text}”: {moment.note}."
            yield Difference((moment.text, moment.earliest), message, "differs")


def _pair_in_slots(
    a: Attribution, b: Attribution, slots: Sequence[Slot], setting: Setting
) -> Iterator[tuple[Moment, Moment]]:
    """Yield the moments in the same place of two nearly identical statements.

    Days beside the credit are compared only where hardly anything else differs and the speaker is the same; the month
    of a value ("after 6.9% in February") where nothing else differs.
    """
    texts = setting.article_of(a).text, setting.article_of(b).text
    for slot in slots:
        ours = [moment for moment in a.moments if _touches(moment, slot.our_span)]
        theirs = [moment for moment in b.moments if _touches(moment, slot.their_span)]
        if not (ours and theirs):
            continue
        others = sum(max(len(other.ours), len(other.theirs)) for other in slots if other is not slot)
        same_saying = others <= _FEW_WORDS < _SHORTEST <= len(a.statement.text.split()) and not other_speaker(a, b)
        same_value = not others and _give_same_values(a, b)
        for x, y in zip(ours, theirs, strict=False):
            if same_saying or same_value or (is_content(a, x, texts[0]) and is_content(b, y, texts[1])):
                yield x, y


def _give_same_values(a: Attribution, b: Attribution) -> bool:
    ours, theirs = ([(figure.low, figure.high) for figure in row.figures] for row in (a, b))
    return bool(ours) and ours == theirs


def _is_other_range(x: Moment, y: Moment) -> bool:
    """Tell whether two ranges in one place have other ends: "from 1987 until 2014", "from 1988 until 2014"."""
    if x.granularity != "span" or y.granularity != "span":
        return False
    ours, theirs = _NUMBER.findall(x.text), _NUMBER.findall(y.text)
    return len(ours) == len(theirs) > 1 and ours != theirs and not {"/", "."} & {*x.text, *y.text}


def _is_other_week(x: Moment, y: Moment) -> bool:
    """Tell "this week" in the place of "next week"; two weeks beside each other are one where they stand elsewhere."""
    named = _WEEK.fullmatch(x.text.lower()) and _WEEK.fullmatch(y.text.lower())
    return bool(named) and x.text.lower() != y.text.lower() and x.earliest != y.earliest


def _touches(moment: Moment, span: tuple[int, int]) -> bool:
    return moment.start < span[1] and span[0] < moment.end


def _pair_told(a: Attribution, b: Attribution, setting: Setting) -> Iterator[tuple[Moment, Moment]]:
    """Yield the moments that stand for one happening in two statements told in different words."""
    ours, theirs = find_happenings(a, setting), find_happenings(b, setting)
    if not (ours and theirs):
        return
    offsets = a.outlet.utc_offset, b.outlet.utc_offset
    limits = None if find_plan(a, b, setting) is None else "by"  # how far a plan has got by then is no other limit
    for x, y in product(ours, theirs):
        if x.bound == y.bound not in (None, limits) or _is_one_edge(a, b, x, y) or _misses_limit(a, b, x, y):
            yield _narrow(x.moment), _narrow(y.moment)
    ours, theirs = main_happenings(ours), main_happenings(theirs)
    left = [x for x in ours if not any(_may_be_one(x.moment, y, offsets) for y in b.moments)]
    right = [y for y in theirs if not any(_may_be_one(x, y.moment, offsets) for x in a.moments)]
    if len(ours) == len(theirs) and left and right and _is_one_happening(a, b, left[0], right[0]):
        yield left[0].moment, right[0].moment


def _narrow(moment: Moment) -> Moment:
    """Return the last days of a month for its end: "by the end of June" is later than "by 6 June"."""
    if moment.earliest[:7] != moment.latest[:7] or "end of" not in moment.text.lower():
        return moment
    return replace(moment, earliest=str(date.fromisoformat(moment.latest[:10]) - timedelta(_END)))


def _misses_limit(a: Attribution, b: Attribution, x: Happening, y: Happening) -> bool:
    """Tell "by the end of March" beside "in mid-May": what is to happen later than the limit of the other."""
    if {x.bound, y.bound} != {"by", None} or not (x.main and y.main):
        return False
    limit, day = (x.moment, y.moment) if x.bound == "by" else (y.moment, x.moment)
    return day.earliest[:10] > limit.latest[:10] and _is_one_happening(a, b, x, y)


def _is_one_edge(a: Attribution, b: Attribution, x: Happening, y: Happening) -> bool:
    """Tell one end of one stretch in other words: "closes on 27 April" and "until April 29"."""
    if x.bound == y.bound or x.edge is None or x.edge != y.edge:
        return False
    return _share_matter(a.statement.text, b.statement.text) and _is_one_happening(a, b, x, y)


def _share_matter(ours: str, theirs: str) -> bool:
    """Tell whether two statements share more than that something ends or begins."""
    one, two = (tuple(term for term in terms_of(text) if term.stem not in edge_stems()) for text in (ours, theirs))
    return share_terms(one, two) > 0


def _is_one_happening(a: Attribution, b: Attribution, x: Happening, y: Happening) -> bool:
    """Tell whether two moments can be two accounts of one: near each other, or the same day of another month."""
    likeness = weigh_likeness(a.statement.text, b.statement.text)[1]
    if x.main != y.main and not likeness:
        return False
    days = days_between(x.moment, y.moment)
    return days <= NEAR or (days <= _LONG and (_is_slip(x.moment, y.moment) or _is_one_plan(x, y))) or _is_vague(x, y)


def _is_one_plan(x: Happening, y: Happening) -> bool:
    """Tell "will reopen on 3 June" beside "is to reopen at the start of July": one thing is put to two days."""
    if not (x.main and y.main) or x.bound or y.bound:
        return False
    planned = all(any(level in _AHEAD for level, _, _ in find_hedges(one.clause)) for one in (x, y))
    one, two = (_ROUNDS.intersection(happening.clause.lower().split()) for happening in (x, y))
    return planned and one == two and weigh_likeness(x.clause, y.clause)[1] >= _PLAN_WORDS


def _is_slip(x: Moment, y: Moment) -> bool:
    """Tell whether two days have one number: 24 May and 24 June."""
    exact = x.earliest[:10] == x.latest[:10] and y.earliest[:10] == y.latest[:10]
    return exact and x.earliest[8:10] == y.earliest[8:10]


def _is_vague(x: Happening, y: Happening) -> bool:
    """Tell whether both moments are longer than a week: months, quarters and years lie farther apart."""
    exact = {"minute", "hour", "day", "week"}
    if x.main != y.main or x.moment.granularity in exact or y.moment.granularity in exact:
        return False
    return days_between(x.moment, y.moment) <= _LONG


def _may_be_one(x: Moment, y: Moment, offsets: tuple[str | None, str | None]) -> bool:
    """Tell whether two moments can be one; a bare weekday may be of the week before or after."""
    if compare_moments(x, y) is not False:
        return True
    if _is_bare_weekday(x) and x.text.casefold() == y.text.casefold():
        return True
    if _is_one_elsewhere(x, y, offsets[1]) or _is_one_elsewhere(y, x, offsets[0]):
        return True
    if not (_is_bare_weekday(x) or _is_bare_weekday(y)):
        return False
    return any(compare_moments(_shift(x, days), y) is not False for days in (-7, 7))


def _is_one_elsewhere(clock: Moment, day: Moment, offset: str | None) -> bool:
    """Tell whether a clock time falls on a day where the other outlet is; without its zone, by universal time."""
    if "T" not in clock.earliest or "T" in day.earliest:
        return False
    first, last = datetime.fromisoformat(clock.earliest), datetime.fromisoformat(clock.latest)
    if first.tzinfo is None or last.tzinfo is None:
        return False
    zone = datetime.fromisoformat(f"2000-01-01T00:00{offset}").tzinfo if offset else UTC
    days = (first.astimezone(zone).date().isoformat(), last.astimezone(zone).date().isoformat())
    return days[0] <= day.latest and day.earliest <= days[1]


def _is_bare_weekday(moment: Moment) -> bool:
    return bool(_WEEKDAY.search(moment.text)) and not any(letter.isdigit() for letter in moment.text)


def _shift(moment: Moment, days: int) -> Moment:
    """Move a moment by whole days, its time of day left as it is."""
    earliest, latest = (
        str(date.fromisoformat(edge[:10]) + timedelta(days)) + edge[10:] for edge in (moment.earliest, moment.latest)
    )
    return replace(moment, earliest=earliest, latest=latest)


def _plain(moment: Moment) -> str:
    return moment.earliest if moment.earliest == moment.latest else f"{moment.earliest} to {moment.latest}"
