"""Which figure of one statement stands for which of the other: by place, by measure, by value."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from claims.discrepancies.alignment import LEAST_ALIKE, MOST_WORDS
from claims.discrepancies.bare import find_meant
from claims.discrepancies.blocks import find_blocks, list_steps
from claims.discrepancies.holders import belong_to_one, last_alike
from claims.discrepancies.sums import give_one_whole, leads_to_whole
from claims.figures import STAGE, kind_of, says_more
from claims.figures.intervals import kind_of_unit
from claims.figures.lexicon import pairs
from claims.model import Attribution, Figure
from claims.patterns import Gated

_EVERYBODY = frozenset({"people", "persons", "person", "others"})
"""Nouns that too much is counted in."""

_PART_BEFORE = Gated(
    r"\b[Oo]f (?:these|those|them|whom|which),? $", "f these", "f those", "f them", "f whom", "f which"
)
_PART_AFTER = Gated(r" of (?:these|those|them|whom|which|it)\b", " of ")
MASK = "#"
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MOST_FIGURES = 12
"""A statement with more is a table, where nothing is told by being the only one of its kind."""
_LEAST_SHARED = 2
"""With fewer words in common there is no sentence that the two share."""


def pair_by_place(a: Attribution, b: Attribution) -> list[tuple[Figure, Figure]]:
    """Return the figures that stand in the same place of two nearly identical statements; none where they are not.

    "For 94 million euros ($102 million)" and "for 84 million euros ($102 million)": 94 stands for 84, whatever is
    near. The words are aligned with every figure masked, so that two figures that changed places are found too.
    """
    if not (a.figures and b.figures):
        return []
    return [(a.figures[i], b.figures[j]) for i, j in _align(mask_figures(a), mask_figures(b))]


@lru_cache(maxsize=4096)
def _align(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return which masks stand in one place, by their number among the masks of each side."""
    words = len(ours) + len(theirs) - ours.count(MASK) - theirs.count(MASK)
    if max(len(ours), len(theirs)) > MOST_WORDS or not words:
        return ()
    there = set(theirs)
    if not _are_alike(sum([word != MASK and word in there for word in ours]), words):  # no alignment shares more
        return ()
    blocks = find_blocks(ours, theirs)
    if not _are_alike(sum([size - ours[at : at + size].count(MASK) for at, _, size in blocks]), words):
        return ()
    found: list[tuple[int, int]] = []
    for kind, first, last, their_first, their_last in list_steps(blocks, (len(ours), len(theirs))):
        one, two = ours[first:last].count(MASK), theirs[their_first:their_last].count(MASK)
        if kind in ("equal", "replace") and one == two:
            before = ours[:first].count(MASK), theirs[:their_first].count(MASK)
            found += [(before[0] + at, before[1] + at) for at in range(one)]
    return tuple(found)


def _are_alike(shared: int, words: int) -> bool:
    return shared >= _LEAST_SHARED and 2 * shared >= LEAST_ALIKE * words


def mask_figures(attribution: Attribution) -> tuple[str, ...]:
    """Return the words of a statement with each figure as one mask, in the order of the figures."""
    statement = attribution.statement
    spans = tuple([(figure.start - statement.start, figure.end - statement.start) for figure in attribution.figures])
    return _mask(statement.text, spans)


@lru_cache(maxsize=4096)
def _mask(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    words: list[str] = []
    end = 0
    for first, last in spans:
        words += _WORD.findall(text[end:first].casefold())
        words.append(MASK)
        end = last
    return (*words, *_WORD.findall(text[end:].casefold()))


def measures_surely(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell that two figures whose words leave it open measure one thing: as the only ones of their kind, mostly."""
    if says_more(ours, theirs) or max(len(a.figures), len(b.figures)) > _MOST_FIGURES:
        return False
    for test in (_befallen, _bare_measure, _kind, _quantity, _heads):
        kind = test(ours)
        if kind is not None and kind == test(theirs) and kind not in _EVERYBODY and _are_alone(a, b, kind, test):
            return True
    return (
        find_meant(a, b) is theirs
        or find_meant(b, a) is ours
        or last_alike(a, b, ours, theirs)
        or give_one_whole(a, b, ours, theirs)
        or belong_to_one(a, b, ours, theirs)
    )


def _are_alone(a: Attribution, b: Attribution, kind: str, test: Callable[[Figure], str | None]) -> bool:
    return all([test(figure) for figure in row.figures].count(kind) == 1 for row in (a, b))


def _befallen(figure: Figure) -> str | None:
    """Return what happened to the counted: the dead are the dead, as members, people or without a noun."""
    return figure.event


def _heads(figure: Figure) -> str | None:
    """Tell a count of people whom nothing befell, whoever they are."""
    kind = kind_of(figure.noun or "") if figure.unit is None and figure.event in (None, "attended") else None
    return "heads" if kind is not None and pairs("nouns", "within").get(kind, kind) == "people" else None


def _bare_measure(figure: Figure) -> str | None:
    """Return what a number without unit and noun measures: a magnitude."""
    return figure.measure if figure.unit is None and figure.noun is None else None


def count_people_apart(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell two bare counts of people of whom the statements say nothing alike: rescued, and at a vigil."""
    if (ours.event and theirs.event) or not {ours.noun, theirs.noun} <= _EVERYBODY:
        return False
    if not _find_stems(a.statement.text).isdisjoint(_find_stems(b.statement.text)):
        return False
    return not (_are_aboard(a.statement.text) and _are_aboard(b.statement.text))


def _are_aboard(text: str) -> bool:
    return any(words in text for words in ("aboard", "on board", "on-board", "Aboard", "On board"))


@lru_cache(maxsize=4096)
def _find_stems(text: str) -> frozenset[str]:
    """Return the words that tell what is counted, by their first letters; the longer ones do."""
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word[:5] for word in words if len(word) > 3 and word not in _EVERYBODY and word not in _FRAME)


_FRAME = frozenset("about more than some were have been said that with from their according which they this".split())


def is_share_of_more(attribution: Attribution, figure: Figure) -> bool:
    """Tell a part of something counted before: "of these, 3,118 ...", "three of them"."""
    text, start = attribution.statement.text, attribution.statement.start
    before, after = text[: figure.start - start][-16:], text[figure.end - start :][:12]
    return _PART_BEFORE.search(before) is not None or _PART_AFTER.match(after) is not None


def is_of_competition(attribution: Attribution, figure: Figure) -> bool:
    """Tell a tally of a season or a league, which is not that of one match."""
    competitions = pairs("measures", "competitions")
    after = " ".join(_WORD.findall(_behind(attribution, figure)))
    return figure.scope in competitions.values() or after.startswith(tuple(competitions))


def is_whole(attribution: Attribution, figure: Figure) -> bool:
    """Tell the six of "four of six counts", the 38 of "31 of the 38" and the seven of "one of its seven gates"."""
    text, start = attribution.statement.text, attribution.statement.start
    if text[: max(0, figure.start - start)].lower().rstrip().endswith(_SOME_OF):
        return True
    return any(
        other.end <= figure.start and leads_to_whole(text[other.end - start : figure.start - start])
        for other in attribution.figures
    )


def count_one_whole(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell the 19 of "19 people on board" and of "14 of the 19 people on board died": the same words follow both."""
    if (ours.event, theirs.event) != (None, None):
        return False
    first, second = ((_WORD.findall(_behind(row, figure)) or [])[:_FEW] for row, figure in ((a, ours), (b, theirs)))
    return len(first) == _FEW and first[1:] == second[1:] and kind_of(first[0]) == kind_of(second[0]) is not None


_FEW = 3
_SOME_OF = tuple(f"{some} of {whose}" for some in ("one", "some", "none", "each") for whose in ("the", "its", "their"))


def _behind(attribution: Attribution, figure: Figure) -> str:
    return attribution.statement.text[figure.end - attribution.statement.start :][:60].casefold()


def is_whole_of_counted(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell the 13 rescued from the 13 of "eleven of the 13 sailors were rescued"."""
    return _is_whole_of(b, theirs, ours) or _is_whole_of(a, ours, theirs)


def _is_whole_of(attribution: Attribution, whole: Figure, counted: Figure) -> bool:
    if counted.event is None or whole.event is not None or not is_whole(attribution, whole):
        return False
    return any(part.end < whole.start and part.event == counted.event for part in attribution.figures)


def is_same_number(ours: Figure, theirs: Figure) -> bool:
    """Tell whether the numbers are equal as printed, whatever they measure."""
    return ours.low == theirs.low and ours.high == theirs.high


def is_relabelled(ours: Figure, theirs: Figure) -> bool:
    """Tell one number in two units: of what stands in one place, one of the two has the wrong unit."""
    if ours.unit == theirs.unit or not is_same_number(ours, theirs) or None in (ours.unit, theirs.unit):
        return False
    return {ours.unit, theirs.unit} not in ({"mile", "nautical mile"}, {"ton", "tonne"})


def judge_rounding(ours: Figure, theirs: Figure) -> Literal["agree", "compatible"] | None:
    """Return what two values come to that are near each other but not rounded; None where rounding explains them.

    A conversion rounds of itself, and "more than half" is no other sharpness of "less than half".
    """
    if {ours.bound, theirs.bound} == {"min", "max"}:
        return "compatible"
    if {ours.unit, theirs.unit} in _CONVERTED and ours.bound == theirs.bound:
        return "agree"
    return None


_CONVERTED = (
    {"km", "mile"},
    {"metre", "foot"},
    {"kg", "lb"},
    {"hectare", "acre"},
    {"celsius", "fahrenheit"},
    {"km per hour", "mile per hour"},
)


def _kind(figure: Figure) -> str | None:
    """Return the unit, or the noun of a plain count; how far a count has got is of no kind with its shares."""
    if figure.measure == STAGE:
        return STAGE
    return figure.unit if figure.unit is not None else figure.noun


def _quantity(figure: Figure) -> str | None:
    """Return what the unit measures: one writer has tons and acres, the next tonnes and hectares."""
    kind = kind_of_unit(figure.unit)
    return kind if kind in _QUANTITIES else None


_QUANTITIES = frozenset({"length", "area", "mass", "volume", "speed", "temperature"})
