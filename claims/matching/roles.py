"""Typed roles: whether two statements agree on how many of what, on whose words, on when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple, TypeVar

from claims.dates import compare_moments
from claims.matching.families import Term, lexicon
from claims.matching.kinship import likeness
from claims.matching.measures import Measured, is_telling, relate_figures, relate_measured
from claims.matching.occasions import days_between
from claims.matching.profiles import Profile
from claims.matching.quotations import weigh_likeness
from claims.matching.settings import settings
from claims.matching.values import Comparison, compare_numbers
from claims.model import Figure, Moment
from claims.text import stem


class Evidence(NamedTuple):
    """One thing that speaks for a pair (above 0) or against it, and the words for it."""

    weight: float
    why: str
    """The words for it, with a gap for each part."""
    parts: tuple[object, ...] = ()
    solid: bool = True
    """It may tie two statements together that share no word."""
    own: float = 1.0
    """How far it counts as something of their own, from 0 to 1: a short number is soon printed twice."""

    def explain(self) -> str:
        """Return the words for it with the gaps filled: few pairs come so far that they are asked."""
        return self.why.format(*self.parts)


class Roles(NamedTuple):
    """What all roles of a pair come to: the sum, that of what is solid and speaks for it, and the most of one."""

    weight: float
    solid: float
    telling: float
    """The sum of what is solid as far as it is something of their own."""
    most: float
    firmest: float
    """The most of what is solid."""


def sum_roles(a: Profile, b: Profile, figures: Comparison | None) -> Roles:
    """Add up what :func:`weigh_roles` lists, where ``figures`` are the two that fit best."""
    most = 0.0
    if a.speaker is not None and b.speaker is not None:
        most = _weigh_speakers(a.speaker, b.speaker)
    weight = most
    if a.place is not None and b.place is not None:
        weight += _weigh_places(a.place, b.place)
    solid = telling = firmest = 0.0
    for each in _list_typed(a, b, figures):
        weight += each.weight
        most = max(most, each.weight)
        if each.solid and each.weight > 0:
            solid += each.weight
            telling += each.weight * each.own
            firmest = max(firmest, each.weight)
    return Roles(weight, solid, telling, most, firmest)


def weigh_roles(a: Profile, b: Profile) -> list[Evidence]:
    """Return all that speaks for or against the pair beside its words."""
    figures = weigh_figures(a, b) if a.figures and b.figures else None
    found = [weigh_speakers(a, b), weigh_places(a, b), *_list_typed(a, b, figures)]
    return [each for each in found if each is not None and each.weight]


W = TypeVar("W", Evidence, Comparison)


def _list_typed(a: Profile, b: Profile, figures: W | None) -> list[Evidence | W]:
    """Return what figures, names, quotations and times say."""
    found: list[Evidence | W | None] = []
    if a.figures or b.figures:
        found.append(figures or _one_counts())
        if a.strangers or b.strangers:
            found.append(weigh_strangers(a, b))
        if a.alone or b.alone:
            found.append(weigh_names(a, b))
    if a.quotes and b.quotes:
        found.append(weigh_quotes(a, b))
    if a.moments and b.moments:
        found.append(weigh_moments(a, b))
    return [each for each in found if each is not None]


@cache
def _one_counts() -> Evidence:
    return Evidence(settings()["figure in one"], "a figure in one alone", solid=False)


def weigh_numbers(one: Measured, two: Measured) -> float:
    """Return the most that two figures can say for a pair."""
    return max(compare_numbers(one, two, True).weight, compare_numbers(one, two, False).weight)


def weigh_strangers(a: Profile, b: Profile) -> Evidence | None:
    """Weigh names that no other article has, where both give figures: a count in another place, another firm's."""
    strangers = sorted(a.strangers | b.strangers)
    if not strangers or not a.figures or not b.figures or _share_telling(a, b):
        return None
    counted = _is_counted(strangers, (*a.figures, *b.figures))
    weight = settings()["counted stranger" if counted else "stranger"]
    return Evidence(weight, "other names: {}", (", ".join(strangers),))


def _is_counted(names: Iterable[str], figures: Iterable[Figure]) -> bool:
    """Tell whether one of the names says whom a figure counts: "60 Czech rescuers"."""
    counted = {stem(word) for figure in figures for word in (figure.measure or "").split()}
    return not counted.isdisjoint(names)


def _share_telling(a: Profile, b: Profile) -> bool:
    """Tell whether both print one long number, which is of one thing whoever else is named."""
    return any(
        is_telling(one) and relate_figures(one, two).same_value and one.low == two.low
        for one in a.figures
        for two in b.figures
    )


def weigh_names(a: Profile, b: Profile) -> Evidence | None:
    """Weigh that figures are of two named things, one of which no other article has: another bank's rate."""
    if not a.figures or not b.figures or not a.names or not b.names or not (a.alone or b.alone):
        return None
    if any(likeness(_name(one), _name(two)) for one in a.names for two in b.names):
        return None
    return Evidence(settings()["nobody in common"], "names: {} / {}", (min(a.names), min(b.names)))


def weigh_speakers(a: Profile, b: Profile) -> Evidence | None:
    """Weigh that both credit somebody: what one outlet lets somebody say, another lets somebody say too."""
    if a.speaker is None or b.speaker is None:
        return None
    if a.speaker == b.speaker:
        return Evidence(_weigh_speakers(a.speaker, b.speaker), "speaker: {}", (a.speaker,), solid=False)
    weight = _weigh_speakers(a.speaker, b.speaker)
    return Evidence(weight, "speakers: {} / {}", (a.speaker, b.speaker), solid=False)


def _weigh_speakers(one: str, two: str) -> float:
    return settings()["same speaker" if one == two else "both credited"]


def weigh_places(a: Profile, b: Profile) -> Evidence | None:
    """Weigh how far apart they stand in their articles, and how far down: news goes from what matters most to least."""
    if a.place is None or b.place is None:
        return None
    return Evidence(_weigh_places(a.place, b.place), "place: {:.0%} / {:.0%}", (a.place, b.place), solid=False)


def _weigh_places(one: float, two: float) -> float:
    foot = max(0.0, max(one, two) - settings()["foot from"])
    return settings()["place"] * abs(one - two) + settings()["foot"] * foot


def _name(stem: str) -> Term:
    return Term(stem, True, lexicon().families_of(stem))


def weigh_figures(a: Profile, b: Profile) -> Evidence:
    """Weigh the figures of two statements that both have some: the pair of figures that fits best.

    Two values of one measure speak for the pair most where both are what the statements are about: their first.
    """
    places = [(i, j) for i in range(len(a.values)) for j in range(len(b.values))]
    found = [compare_numbers(a.values[i][0], b.values[j][0], not (i or j)) for i, j in places]
    best = max(found, key=lambda each: each.weight)
    i, j = places[found.index(best)]
    return Evidence(best.weight, best.why, (a.figures[i].text, b.figures[j].text), best.solid, best.own)


def count_one_thing(a: Profile, b: Profile) -> bool:
    """Tell whether both give one figure of one thing, or rival figures of it by two speakers."""
    rivals = a.speaker is not None and b.speaker is not None and a.speaker != b.speaker
    relations = (relate_measured(x, y) for x, _ in a.values for y, _ in b.values)
    return any(found.same_measure and (rivals or found.same_value) for found in relations)


def weigh_moments(a: Profile, b: Profile) -> Evidence | None:
    """Weigh the days and clock times that both name; the day of publication tells little and does not count."""
    clocks: dict[str, float] = {}
    days = set()
    for one in a.moments:
        for two in b.moments:
            if _is_clock(one) and _is_clock(two):
                if compare_moments(one, two):
                    clocks[one.text] = _weigh_clocks(one, two)
            elif _is_same_day(one, two, a, b):
                days.add(one.text)
    if not clocks and not days:
        return None
    most = settings()["most moments"]
    weight = max(clocks.values(), default=0.0) + settings()["same moment"] * min(most, len(days))
    return Evidence(weight, "time: {}", (", ".join(sorted(clocks.keys() | days)),))


def _is_clock(moment: Moment) -> bool:
    """Tell a clock time or a part of a day from "midnight", which may be either end of one."""
    return moment.granularity in {"minute", "hour"} and _length_of(moment) < timedelta(days=1)


def _weigh_clocks(one: Moment, two: Moment) -> float:
    """Weigh two clock times that may be one: much happens on one morning, little at 9.40."""
    if _is_part_of_day(one) or _is_part_of_day(two):
        return settings()["same part of day"]
    return settings()["same clock time"]


def _is_part_of_day(moment: Moment) -> bool:
    return _length_of(moment) > timedelta(hours=1)


def _length_of(moment: Moment) -> timedelta:
    return datetime.fromisoformat(moment.latest) - datetime.fromisoformat(moment.earliest)


def _is_same_day(one: Moment, two: Moment, a: Profile, b: Profile) -> bool:
    if one.earliest[:10] != two.earliest[:10] or one.latest[:10] != two.latest[:10]:
        return False
    return not any(p.published and abs(days_between(one.earliest, p.published)) <= 1 for p in (a, b))


def weigh_quotes(a: Profile, b: Profile) -> Evidence:
    """Weigh quotations that both have: two translations of one share most of their words, two of one speaker few."""
    likeness = max(weigh_likeness(one, two) for one in a.quotes for two in b.quotes)
    weight = settings()["quotation"] * (likeness - settings()["alike quotation"])
    return Evidence(weight, "quotation: {:.2f}", (likeness,))
