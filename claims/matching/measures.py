"""Figures of two statements: whether they measure one thing, and whether the numbers could be one."""

from __future__ import annotations

from functools import cache, lru_cache
from math import inf
from typing import NamedTuple

from claims.matching.families import lexicon
from claims.matching.settings import settings
from claims.matching.words import DATA, event_kind
from claims.model import Figure
from claims.text import stem
from claims.wordlists import read_pairs

_WIDE = ("since", "so far", "to date", "overall")


class Relation(NamedTuple):
    """What two figures are to each other."""

    same_measure: bool | None
    """None where the words leave it open."""
    same_value: bool
    """Equal, or one could be the other rounded or as a bound."""


def relate_figures(one: Figure, two: Figure) -> Relation:
    """Compare what two figures measure, then their values."""
    return relate_measured(read_measured(one), read_measured(two))


@lru_cache(maxsize=16384)
def relate_measured(a: Measured, b: Measured) -> Relation:
    """Compare what two figures measure, then their values; a story compares the same few again and again."""
    value = (a.unit == b.unit or _is_bare(a) or _is_bare(b)) and _could_be_one(a, b)
    same = _same_measure(a, b)
    if same is False and value and (a.telling or a.large):
        same = None
    if same is not False and not value and _ratio(a, b) > _widest_ratio(a):
        same = False
    if same is True and not value and (_scopes_differ(a, b) or _is_beyond(a, b) or _is_beyond(b, a)):
        same = False
    return Relation(same, value)


def _widest_ratio(figure: Measured) -> float:
    """Return how far apart two values of one thing may be; amounts of money and lengths vary without a limit."""
    if figure.unit == "percent":
        return settings()["contested share"]
    return inf if figure.unit else settings()["contested ratio"]


def _is_large_count(figure: Figure) -> bool:
    """Tell a count such as 22,000 or 2.3 million, which outlets give to "people" and to "nationals" alike."""
    return figure.unit is None and figure.low >= settings()["large"] and count_digits(figure) > 1


def count_digits(figure: Figure) -> int:
    """Return how many digits a number has but for the zeros at its ends."""
    return len(f"{figure.low:.6g}".replace(".", "").split("e", maxsplit=1)[0].strip("0"))


class Measured(NamedTuple):
    """What matching reads of a figure, in the unit that it is compared in; equal ones are compared once."""

    low: float
    high: float
    bound: str
    unit: str | None
    noun: str | None
    event: str | None
    measure: str | None
    scope: str
    printed: str | None
    """The unit before it was converted."""
    kind: str | None
    """The kind of event that it counts."""
    digits: int
    """How many digits it has but for the zeros at its ends."""
    telling: bool
    large: bool
    vague: bool
    """It is no number but a word such as "thousands", which rivals no number."""


@lru_cache(maxsize=4096)
def read_measured(figure: Figure) -> Measured:
    """Return what matching reads of a figure."""
    unit, noun, factor = figure.unit, figure.noun, 1.0
    if unit is None and noun in _table("nouns"):
        unit, noun = _table("nouns")[noun], None
    if unit in _table("conversions"):
        unit, _, text = _table("conversions")[unit].rpartition(" ")
        factor = float(text)
    event = _table("events").get(figure.event or "", figure.event)
    measure = figure.measure if figure.noun is None and figure.event is None else None
    low, high = figure.low * factor, figure.high * factor
    return Measured(
        low,
        high,
        figure.bound,
        unit,
        noun,
        event,
        measure,
        figure.scope or "",
        printed=figure.unit,
        kind=event_kind(figure.event),
        digits=count_digits(figure),
        telling=is_telling(figure),
        large=_is_large_count(figure),
        vague=figure.low < figure.high and not any(map(str.isdigit, figure.text)) and figure.text.endswith("s"),
    )


def _same_measure(a: Measured, b: Measured) -> bool | None:
    if a.unit != b.unit and (a.high and b.high):
        if a.unit in _table("money") and b.unit in _table("money"):
            return False if (a.low, a.high) == (b.low, b.high) else None
        return None if not _says_what(a) or not _says_what(b) else False
    if a.event and b.event and a.event != b.event:
        return False if {a.event, b.event} <= _events() else None
    if a.measure and b.measure:
        return True if a.measure == b.measure else _related(a.measure, b.measure) and None
    if a.noun and b.noun:
        if _related(a.noun, b.noun):
            return True
        general = bool({a.noun, b.noun} & _table("generic").keys())
        if a.event is None or a.event != b.event:
            return None if general and (a.event is None or b.event is None) else False
        return True if general else None
    return True if a.event and a.event == b.event else None


def _is_bare(figure: Measured) -> bool:
    """Tell a large or broken number without a word of what it measures: "the owner speaks of 3,200", "offered 3.2"."""
    return not _says_what(figure) and (figure.low >= settings()["large"] or figure.low % 1 > 0)


def _says_what(figure: Measured) -> bool:
    return bool(figure.unit or figure.noun or figure.event or figure.measure)


def _related(one: str, two: str) -> bool:
    """Tell whether two nouns or measures share a word or a family."""
    families_of = lexicon().families_of
    for a in map(stem, one.split()):
        for b in map(stem, two.split()):
            if a == b or not families_of(a).isdisjoint(families_of(b)):
                return True
    return False


def _scopes_differ(a: Measured, b: Measured) -> bool:
    """Tell a figure for a whole war from one for an incident, a figure per share from a total."""
    if ("per " in a.scope) != ("per " in b.scope):
        return bool(a.scope and b.scope)
    wide = [figure.scope.startswith(_WIDE) for figure in (a, b)]
    return bool(a.scope and b.scope) and wide[0] != wide[1]


def _is_beyond(vague: Measured, figure: Measured) -> bool:
    """Tell whether "thousands" cannot be said of the other figure."""
    return vague.vague and not (vague.low <= figure.high and figure.low <= vague.high)


def _could_be_one(a: Measured, b: Measured) -> bool:
    """Tell whether one number could be the other, rounded or as a bound."""
    if (a.low, a.high) == (b.low, b.high):
        return True
    if _holds(a, b) or _holds(b, a):
        return True
    hedged = sum(figure.bound != "exact" for figure in (a, b))
    slack = (0.012, 0.06, 0.1)[hedged] * max(abs(a.high), abs(b.high))
    return abs(a.low - b.low) <= slack and abs(a.high - b.high) <= slack


def _holds(bound: Measured, figure: Measured) -> bool:
    """Tell whether a bound such as "more than 200" is what somebody would say of the other figure."""
    near = settings()["near a bound"]
    if bound.bound == "min":
        return bound.low <= figure.low <= bound.low * near
    return bound.bound == "max" and bound.high / near <= figure.high <= bound.high


def is_telling(figure: Figure) -> bool:
    """Tell a number that two outlets do not both print by chance: 214,300 members, 214,300 teachers."""
    return figure.bound == "exact" and count_digits(figure) >= settings()["telling digits"]


def is_one_number(one: Measured, two: Measured) -> bool:
    """Tell one number of two digits and more that is of things with two names: 58 flights, 58 departures."""
    if one.unit or two.unit or not (one.noun and two.noun):
        return False
    if one.event and two.event and one.event != two.event:
        return False
    return (one.low, one.high) == (two.low, two.high) and one.digits > 1


def _ratio(a: Measured, b: Measured) -> float:
    small, large = sorted((abs(a.high), abs(b.high)))
    return large / small if small else 1.0


@cache
def _events() -> frozenset[str]:
    return frozenset(_table("events").values())


@cache
def _table(section: str) -> dict[str, str]:
    return read_pairs(DATA / "measures.txt")[section]
