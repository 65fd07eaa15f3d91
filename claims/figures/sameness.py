"""Do two figures measure the same thing? Yes, no, or one of them says too little to tell."""

from __future__ import annotations

from functools import lru_cache

from claims.figures.intervals import is_currency, kind_of_unit
from claims.figures.lexicon import pairs, words
from claims.figures.nouns import kind_of
from claims.model import Figure

CHANGE, CAPACITY = "change", "capacity"
"""Measures that a figure has by the words around it: how far a level moved, how many a thing is made for."""
STAGE, THRESHOLD = "counted", "threshold"
"""How far a count has got, and what is asked for: neither is the share that somebody has."""
_WARS, _INCIDENTS = "war", "incident"
_ANNUALISED = "annualised"
"""A rate that is never printed without the word."""
_STEM = 4
_MILLION = 1e6


@lru_cache(maxsize=16384)
def same_measure(a: Figure, b: Figure) -> bool | None:
    """Tell whether two figures measure the same thing.

    False where unit, currency, event, counted noun, population or scope surely differ; True where what they say agrees;
    None where one of them says too little, or one group lies within the other.
    """
    if explain_difference(a, b) is not None:
        return False
    if is_within(a, b) or _is_near(a.event, b.event) or says_more(a, b):
        return None
    if a.unit is not None or b.unit is not None:
        return True if a.measure is not None and a.measure == b.measure else None
    if _same_noun(a, b) is None or (a.event is None) != (b.event is None):
        return None
    return True


@lru_cache(maxsize=16384)
def says_more(a: Figure, b: Figure) -> bool:
    """Tell whether one figure names a scope or a nation where the other names none."""
    scopes = [figure.scope and not _is_basis(figure.scope) and _scope_kind(figure.scope) for figure in (a, b)]
    nations = [bool(_read_demonyms(figure.measure)) for figure in (a, b)]
    return (scopes[0] or None) != (scopes[1] or None) or nations[0] != nations[1]


@lru_cache(maxsize=16384)
def explain_difference(a: Figure, b: Figure) -> str | None:
    """Return in words what surely differs between two figures, None where nothing does."""
    if kind_of_unit(a.unit) != kind_of_unit(b.unit) and not (
        _is_nothing_of_it(a, b) or _may_be_money(a, b) or _is_local_money(a, b) or _is_local_money(b, a)
    ):
        return f"different units: {a.unit or 'a count'} and {b.unit or 'a count'}"
    if (
        a.event
        and b.event
        and a.event != b.event
        and not (_is_near(a.event, b.event) or _befell_part(a, b) or _befell_part(b, a))
    ):
        return f"different events: {a.event} and {b.event}"
    if (a.measure == CHANGE) != (b.measure == CHANGE):
        return "different measures: a level and how far it moved"
    if a.measure != b.measure and CAPACITY in (a.measure, b.measure) and None not in (a.measure, b.measure):
        return "different measures: how many there were and how many there is room for"
    if a.unit and b.unit and (a.measure == THRESHOLD) != (b.measure == THRESHOLD):
        return "different measures: what is asked for and what there is"
    firm = words("measures", "firm")
    if a.unit and a.measure != b.measure and a.measure in firm and b.measure in firm:
        return f"different measures: {a.measure} and {b.measure}"
    if a.unit is None and b.unit is None and (_is_level(a, b) or _is_level(b, a)):
        return f"different measures: a level and a count of {a.noun or b.noun}"
    if a.unit is None and b.unit is None and _same_noun(a, b) is False:
        return f"different things counted: {a.noun} and {b.noun}"
    return _explain_population(a, b) or _explain_scope(a, b)


def _is_level(a: Figure, b: Figure) -> bool:
    """Tell 6.3 on a scale beside a count: nothing is counted in tenths."""
    return a.noun is None and a.low != int(a.low) and b.noun is not None and b.low == int(b.low)


def is_within(a: Figure, b: Figure) -> bool:
    """Tell whether one counted group is surely a part of the other: children among people, in hospital among hurt."""
    if _befell_part(a, b) or _befell_part(b, a):
        return True
    if a.noun is None or b.noun is None or a.noun == b.noun:
        return False
    first, second = _kinds(a, b)
    if first is None or second is None or first == second:
        return False
    return _holds(first, second) and not {first, second} & words("nouns", "loose")


def _befell_part(part: Figure, whole: Figure) -> bool:
    if part.event is None or whole.event is None or part.event == whole.event:
        return False
    return f"{part.event} {whole.event}" in words("events", "within")


def _kinds(a: Figure, b: Figure) -> tuple[str | None, str | None]:
    first, second = (None if _names_event(figure.noun) else kind_of(figure.noun or "") for figure in (a, b))
    return first, second


def _names_event(noun: str | None) -> bool:
    """Tell "dead" and "bodies", which say what happened and not to whom."""
    return noun in words("nouns", "states") or pairs("events", "nouns").get(noun or "", "attended") != "attended"


def _is_nothing_of_it(a: Figure, b: Figure) -> bool:
    """Tell "no containment" beside "12% contained": nothing is 0 in any unit."""
    return a.measure is not None and a.measure == b.measure and (a.value == 0 or b.value == 0)


def _holds(first: str, second: str) -> bool:
    within = pairs("nouns", "within")
    return within.get(first) == second or within.get(second) == first


def _same_noun(a: Figure, b: Figure) -> bool | None:
    """Compare the counted nouns: True for one kind, False for two that exclude each other, None otherwise."""
    if a.noun is None or b.noun is None:
        return None
    first, second = _kinds(a, b)
    if a.event is not None and a.event == b.event and _are_victims(a, b):
        return True
    if _are_patients(a, b) or _are_patients(b, a):
        return None
    if first is None or second is None:
        return True if _stem(a.noun) == _stem(b.noun) else None
    if first == second:
        return True
    if (
        _holds(first, second)
        or _are_near_kinds(first, second)
        or ({first, second} & words("nouns", "loose") and _are_people(first, second))
    ):
        return None
    return False


def _are_victims(a: Figure, b: Figure) -> bool:
    """Tell "87 deaths" beside "87 people killed": who is dead is a person."""
    nouns = a.noun, b.noun
    return any(_names_event(noun) for noun in nouns) and all(kind_of(noun or "") == "people" for noun in nouns)


def _are_patients(cases: Figure, people: Figure) -> bool:
    """Tell "203 cases" beside "186 people ill": who has fallen ill is a case."""
    return kind_of(cases.noun or "") == "case" and people.event in ("ill", "infected")


def _are_people(first: str, second: str) -> bool:
    within = pairs("nouns", "within")
    return all(kind == "people" or within.get(kind) == "people" for kind in (first, second))


def _are_near_kinds(first: str, second: str) -> bool:
    """Tell kinds that two writers count one thing in: homes and customers without power, jobs and workers."""
    near = words("nouns", "near")
    return f"{first} {second}" in near or f"{second} {first}" in near


def _stem(noun: str) -> str:
    return noun.removesuffix("es") if noun.endswith(("ches", "shes", "xes", "sses")) else noun.removesuffix("s")


def _is_near(first: str | None, second: str | None) -> bool:
    near = pairs("events", "near")
    return (
        first != second
        and (near.get(first or "") == second or near.get(second or "") == first)
        and None not in (first, second)
    )


def _may_be_money(a: Figure, b: Figure) -> bool:
    """Tell "plus eight million in bonuses" beside "8 million euros": a bare large number may have lost its currency."""
    bare, other = (a, b) if a.unit is None else (b, a)
    counts = bare.unit is not None or bare.noun is not None or bare.event is not None or bare.low < _MILLION
    return not counts and is_currency(other.unit)


def _is_local_money(a: Figure, b: Figure) -> bool:
    """Tell "$40 million" at home from "A$40 million" abroad, "francs" from "CFA francs"."""
    return (a.unit == "franc" and (b.unit or "").endswith(" franc")) or (
        a.text.startswith("$") and (b.unit or "").endswith(" dollar") and a.low == b.low
    )


def _explain_population(a: Figure, b: Figure) -> str | None:
    first, second = (_read_demonyms(figure.measure) for figure in (a, b))
    if first and second and not any(_alike(mine, theirs) for mine in first for theirs in second):
        return f"different populations: {' '.join(first)} and {' '.join(second)}"
    return None


@lru_cache(maxsize=1024)
def _read_demonyms(measure: str | None) -> tuple[str, ...]:
    """Return the words of a measure that name a nation: "Ukrainian", "North Korean"."""
    names = [word for word in (measure or "").split() if word[:1].isupper()]
    known = pairs("nouns", "demonyms")
    return tuple(
        name for name in names if name.lower() in known.values() or name.lower() in known or name.endswith(_NATIONAL)
    )


_NATIONAL = ("ian", "ean", "nese", "ish", "aeli", "ani", "stani", "aqi", "ech", "ench", "can", "tan")


def _alike(first: str, second: str) -> bool:
    known = pairs("nouns", "demonyms")
    first, second = known.get(first.lower(), first.lower()), known.get(second.lower(), second.lower())
    return first[:_STEM] == second[:_STEM]


def _explain_scope(a: Figure, b: Figure) -> str | None:
    """Compare scopes: two years, two rates, or a whole war and one attack of it."""
    if a.scope == b.scope:
        return None
    if _ANNUALISED in (a.scope, b.scope):
        return f"different scope: {a.scope or 'as measured'} and {b.scope or 'as measured'}"
    if a.scope is None or b.scope is None:
        wider, other = (a, b) if b.scope is None else (b, a)
        apart = _reaches_further(wider.scope) and wider.low >= _FURTHER * other.high > 0
        rated = wider.scope is not None and wider.scope.startswith("per ") and other.low >= _FURTHER * wider.high > 0
        return f"different scope: {wider.scope} and not" if wider.unit == other.unit and (apart or rated) else None
    if any(test(a.scope) and test(b.scope) for test in (_is_basis, _is_competition)):
        return f"different scope: {a.scope} and {b.scope}"
    kinds = {_scope_kind(a.scope), _scope_kind(b.scope)}
    first, second = (figure.scope.split()[-1] for figure in (a, b) if figure.scope)
    dated = first.isdigit() and second.isdigit()
    if kinds in ({_WARS, _INCIDENTS}, {"rate"}) or (dated and kinds == {"dated"}):
        return f"different scope: {a.scope} and {b.scope}"
    return None


_FURTHER = 2.0
"""From this multiple on, a total "since June" or "a year" is no other value of what has no such words."""


def _reaches_further(scope: str | None) -> bool:
    return scope is not None and scope.startswith("since ")


def _is_basis(scope: str) -> bool:
    return scope in pairs("measures", "bases").values() or scope in pairs("measures", "sums").values()


def _is_competition(scope: str) -> bool:
    return scope in pairs("measures", "competitions").values()


def _scope_kind(scope: str) -> str:
    if scope.startswith("per "):
        return "rate"
    if scope == "so far":
        return "open"
    parts = scope.split()
    if parts[-1].isdigit():
        return "dated"
    heads = pairs("measures", "scope heads")
    return next((heads[part] for part in parts if part in heads), "open")
