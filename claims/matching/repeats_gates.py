"""Whether two statements of two stories say the same: how much of the words, and the reasons for which they do not.

Months lie between them and no story holds them together, so more must agree than within a story: the names, every
number, the day, whether it is denied and whether it is still to come. In doubt they are two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claims.matching.measures import Measured, relate_measured
from claims.matching.occasions import days_between
from claims.matching.repeats_gists import Gist, weigh_number, weigh_stem
from claims.matching.settings import settings
from claims.matching.words import groups_of_kinds
from claims.names import is_alike

Dated = tuple[Gist, str | None]
"""A gist and the day on which its article was published."""


def weigh_repeat(one: Dated, two: Dated) -> float:
    """Return how much of what two statements say both say, from 0 to 1; 0 where they do not say the same."""
    score = weigh_shared(one[0], two[0])
    return score if score >= settings()["repeat"] and find_difference(one, two) is None else 0.0


def weigh_shared(a: Gist, b: Gist) -> float:
    """Return the share of the weight of all words that both have; one word may stand for another of its family."""
    met = sum(sorted(a.words[stem] + b.words[stem] for stem in a.words.keys() & b.words.keys()))
    total = _total(a) + _total(b)
    return (met + sum(sorted(_weigh_kin(a, b)))) / total if total else 0.0


def _weigh_kin(a: Gist, b: Gist) -> Iterator[float]:
    """Yield the weight of both words where one of the first stands for one of the second."""
    shared = a.words.keys() & b.words.keys()
    rest = {family: stem for stem in sorted(b.families.keys() - shared) for family in sorted(b.families[stem])}
    taken: set[str] = set()
    for stem in sorted(a.families.keys() - shared):
        kin = sorted({rest[family] for family in a.families[stem] if family in rest} - taken)
        if kin:
            taken.add(kin[0])
            yield a.words[stem] + b.words[kin[0]]


def _total(gist: Gist) -> float:
    return sum(sorted(gist.words.values()))


def find_difference(one: Dated, two: Dated) -> str | None:
    """Return the name of the first gate that two statements fail, None where they may be one said again."""
    return next((name for name, differ in GATES.items() if differ(one, two)), None)


def _differ_in_stance(one: Dated, two: Dated) -> bool:
    return one[0].stance != two[0].stance


def _differ_in_kind(one: Dated, two: Dated) -> bool:
    """Killed is not wounded."""
    a, b = one[0].kinds, two[0].kinds
    return any(a & group and b & group and not a & b & group for group in groups_of_kinds())


def _differ_in_names(one: Dated, two: Dated) -> bool:
    """Tell whether each names somebody whom the other does not name: other people, other places."""
    return all(_name_others(a[0], b[0]) for a, b in ((one, two), (two, one))) or any(
        a[0].others and a[0].others.isdisjoint(b[0].words) for a, b in ((one, two), (two, one))
    )


def _name_others(a: Gist, b: Gist) -> bool:
    """Tell whether one names somebody of whom the other has no word, not even spelt otherwise."""
    lands = frozenset().union(*(b.families[land] for land in b.lands))
    strange = [name for name in a.names if name not in b.words and not any(is_alike(name, x) for x in b.names)]
    return bool(strange) or any(lands.isdisjoint(a.families[land]) for land in a.lands if land not in b.words)


def _differ_in_figures(one: Dated, two: Dated) -> bool:
    """Tell whether one has a number that the other has not, or none at all."""
    a, b = sorted((one[0].figures, two[0].figures), key=len)
    return bool(b) and (not a or not all(any(_are_one(x, y) for y in b) for x in a) or _clash(a, b))


def _are_one(one: Measured, two: Measured) -> bool:
    relation = relate_measured(one, two)
    return relation.same_value and relation.same_measure is not False and _is_rounded(one, two)


def _is_rounded(one: Measured, two: Measured) -> bool:
    """Tell whether two numbers are equal, or one is the other with fewer digits; 2,500 is not 2,520."""
    return (one.low, one.high) == (two.low, two.high) or (
        one.digits != two.digits and (one.bound != "exact" or two.bound != "exact")
    )


def _clash(a: tuple[Measured, ...], b: tuple[Measured, ...]) -> bool:
    """Tell whether a number that only the second has is of the same thing as one of the first."""
    extra = [y for y in b if not any(_are_one(x, y) for x in a)]
    return any(relate_measured(x, y).same_measure and x.noun == y.noun for x in a for y in extra)


def _differ_in_days(one: Dated, two: Dated) -> bool:
    """Tell whether they tell of two days; or of one, where the other article is of another time and names none.

    What rose or fell did so on some day, and on another one again.
    """
    (a, published), (b, then) = one, two
    if (a.moves or b.moves) and not (a.days and b.days):
        return True
    if a.days and b.days:
        return not all(any(_meet(x, y) for y in b.days) for x in a.days) and not all(
            any(_meet(x, y) for x in a.days) for y in b.days
        )
    days, other = (a.days, then) if a.days else (b.days, published)
    if not days or other is None:
        return bool(days)
    slack = settings()["repeated happening"]
    coming = all(latest > max(published or "", other) for _, latest in days)
    return not coming and not any(
        days_between(earliest, other) <= slack and days_between(other, latest) <= slack for earliest, latest in days
    )


def _meet(one: tuple[str, str], two: tuple[str, str]) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]


def _tell_other_things(one: Dated, two: Dated) -> bool:
    """Tell whether most of what both say are names: a campaign has the same people in a thousand sentences."""
    a, b = (_leave_out_names(gist) for gist, _ in (one, two))
    numbers = settings()["repeated number"] * sum(sorted(_shared_numbers(a, b)))
    total = _total(a) + _total(b) + 2 * numbers
    met = weigh_shared(a, b) * (_total(a) + _total(b)) + 2 * numbers
    return met < max(settings()["repeated things"] * total, 2 * settings()["repeated words but names"])


def _leave_out_names(gist: Gist) -> Gist:
    names = gist.names | gist.lands
    words = {stem: weight for stem, weight in gist.words.items() if stem not in names}
    return gist._replace(words=words, families={stem: found for stem, found in gist.families.items() if stem in words})


def _say_too_little(one: Dated, two: Dated) -> bool:
    """Tell whether what both say could be said of two things: "police arrested three people in Leeds" in two months.

    They must share names or numbers of weight, and more of these where they count what happened to people.
    """
    a, b = one[0], two[0]
    common = a.words.keys() & b.words.keys()
    names = (a.names | a.lands) & common
    numbers = settings()["repeated number"] * sum(sorted(_shared_numbers(a, b)))
    told = numbers + sum(sorted(a.words[name] for name in names))
    tolls = bool(a.kinds and b.kinds)
    least = settings()["repeated toll" if tolls else "repeated names"]
    if numbers and not (a.names and b.names):
        told += _weigh_subject(a, b)
    words = told + sum(sorted(a.words[stem] for stem in common - names))
    return told < least or words < settings()["repeated words"]


def _weigh_subject(a: Gist, b: Gist) -> float:
    """Return the weight of what both articles name most, for statements that name nobody; 0 where they name others."""
    one, two = (tuple(sorted(gist.names)) or gist.about for gist in (a, b))
    if not one or not two or one[0] not in (*two, *b.about) or two[0] not in (*one, *a.about):
        return 0.0
    weight = max(weigh_stem(name) for name in (one[0], two[0]))
    return weight if weight >= settings()["repeated names"] else 0.0


def _shared_numbers(a: Gist, b: Gist) -> Iterator[float]:
    for figure in a.figures:
        if any(_are_one(figure, other) for other in b.figures):
            yield weigh_number(figure)


Gate = Callable[[Dated, Dated], bool]
GATES: dict[str, Gate] = {
    "stance": _differ_in_stance,
    "kind": _differ_in_kind,
    "figures": _differ_in_figures,
    "names": _differ_in_names,
    "days": _differ_in_days,
    "things": _tell_other_things,
    "little": _say_too_little,
}
"""By name, in the order in which they are asked."""
