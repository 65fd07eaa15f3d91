"""measure: one number for different measures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from claims.discrepancies.alignment import Slot, align_statements
from claims.discrepancies.figures import compare_pairs
from claims.discrepancies.pairing import is_relabelled, is_same_number, pair_by_place
from claims.discrepancies.predicates import share_terms, terms_of
from claims.discrepancies.rule import Difference, Needs, Setting, cite, has_figures
from claims.figures import compare_figures, kind_of, name_event
from claims.figures.intervals import is_currency
from claims.figures.sameness import is_within
from claims.model import Attribution, Figure
from claims.patterns import Gated

LEAST_VALUE = 3
"""Ones and twos coincide too often to mean anything, but in the same place of two statements."""
LEAST_SUM = 1000
"""Smaller sums of one number in two currencies coincide."""
_OTHER_THINGS = frozenset({"different-thing", "different-scope"})
_EVERYBODY = "people"
_NEXT = Gated(r"\s+(and|or)\s+([a-z]+)\b(?!\s+(?:said|says?|told|believe))", "and", "or")

NEEDS: Needs = ((has_figures, has_figures),)


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report that the two give one number for things that are not the same.

    One outlet has 46,000 killed, the other 46,000 casualties; one has passengers, the other passengers and crew; one
    has 12 hours, the other 12 days: the number is the same, what it counts is not.

    >>> compare_sentences(
    ...     "measure",
    ...     "The army said 46,000 soldiers had been killed.",
    ...     "The army said 46,000 soldiers had been wounded.",
    ... )
    Northern Wire (the army) has 46,000 soldiers killed; Harbour Post (the army) has 46,000 soldiers wounded: different events: killed and wounded.
    """  # noqa: E501
    if not (a.figures and b.figures):
        return
    pairs = [(ours, theirs) for ours, theirs, _ in compare_pairs(a, b, setting)]
    found = (*_compare_places(a, b), *_compare_groups(a, b, pairs), *_compare_sums(a, b), *_compare_rest(a, b, pairs))
    told: set[tuple[str, int]] = set()
    for ours, theirs, reason in found:
        places = {("ours", ours.start), ("theirs", theirs.start)}
        if told.isdisjoint(places):
            told |= places
            values = (_word(a, ours), _word(b, theirs))
            yield Difference(values, f"{cite(a)} has {values[0]}; {cite(b)} has {values[1]}: {reason}.")


def _compare_places(a: Attribution, b: Attribution) -> Iterator[tuple[Figure, Figure, str]]:
    """Yield one number in one place of nearly identical statements, of another unit, noun or happening."""
    if {(x.low, x.high) for x in a.figures}.isdisjoint([(x.low, x.high) for x in b.figures]):
        return
    placed = [(ours, theirs) for ours, theirs in pair_by_place(a, b) if is_same_number(ours, theirs)]
    for ours, theirs in placed:
        verdict = compare_figures(ours, theirs)
        if is_relabelled(ours, theirs):
            yield ours, theirs, f"one number in different units: {ours.unit} and {theirs.unit}"
        elif verdict.kind in _OTHER_THINGS and (_are_counts(ours, theirs) or _are_named_apart(ours, theirs)):
            yield ours, theirs, verdict.reason
        elif verdict.kind in ("agree", "rounded") and _is_other_group(ours, theirs):
            yield ours, theirs, f"one number of two groups: {ours.noun} and {theirs.noun}"
    befell = any(ours.event or theirs.event for ours, theirs in placed)
    for slot in (align_statements(a, b) or ()) if befell else ():
        for ours, theirs in placed:
            if (words := _read_other_verb(slot, ours, theirs)) is not None:
                yield ours, theirs, f"different events: {words[0]} and {words[1]}"
        event = _read_added_event(slot.ours or slot.theirs) if not (slot.ours and slot.theirs) else None
        if event is not None:
            yield from ((*pair, f"only one adds: or {event}") for pair in placed if pair[0].event and pair[1].event)


def _is_other_group(ours: Figure, theirs: Figure) -> bool:
    """Tell a group from the wider one, of equal number in one place: 140,000 homes, 140,000 buildings."""
    return _are_counts(ours, theirs) and ours.event == theirs.event and is_within(ours, theirs)


def _read_other_verb(slot: Slot, ours: Figure, theirs: Figure) -> tuple[str, str] | None:
    """Return the verbs of a slot of which only one tells what befell the counted: arrested, questioned."""
    if not (slot.ours and slot.theirs) or None not in (ours.event, theirs.event) or ours.event == theirs.event:
        return None
    words = slot.ours[0], slot.theirs[0]
    events = name_event(words[0]), name_event(words[1])
    told = events == (ours.event, theirs.event) and all(word.endswith("ed") for word in words)
    return words if told and not share_terms(terms_of(words[0]), terms_of(words[1])) else None


def _are_counts(ours: Figure, theirs: Figure) -> bool:
    return ours.unit is None and theirs.unit is None


def _are_named_apart(ours: Figure, theirs: Figure) -> bool:
    """Tell a sum that is a profit here and a loss there."""
    return ours.unit == theirs.unit and {ours.measure, theirs.measure} in _MISTAKEN


_MISTAKEN = ({"profit", "loss"}, {"exports", "imports"}, {"revenue", "profit"}, {"deficit", "debt"}, {"fine", "bail"})


def _read_added_event(words: tuple[str, ...]) -> str | None:
    """Read "or wounded", "or went missing": another thing that happened to the counted."""
    return name_event(" ".join(words[1:])) if 1 < len(words) <= 4 and words[0] == "or" else None


def _compare_groups(
    a: Attribution, b: Attribution, pairs: list[tuple[Figure, Figure]]
) -> Iterator[tuple[Figure, Figure, str]]:
    """Yield one number of which only one article counts in another group: "121 passengers and crew"."""
    for ours, theirs in pairs:
        if not is_same_number(ours, theirs):
            continue
        added = _read_added_group(a, ours), _read_added_group(b, theirs)
        if (added[0] is None) != (added[1] is None):
            yield ours, theirs, f"only one counts the {added[0] or added[1]} in"


def _read_added_group(attribution: Attribution, figure: Figure) -> str | None:
    """Return the second group of people that a figure counts, without a number of its own."""
    if figure.noun is None or figure.unit is not None or kind_of(figure.noun) == _EVERYBODY:
        return None
    statement = attribution.statement
    return _read_group_behind(statement.text, figure.end - statement.start, figure.noun)


@lru_cache(maxsize=4096)
def _read_group_behind(text: str, end: int, noun: str) -> str | None:
    after = text[end:][:90]
    start = after.casefold().find(noun)
    found = _NEXT.match(after, start + len(noun)) if start >= 0 else None
    return found[2] if found and kind_of(found[2]) not in (None, kind_of(noun)) else None


def _compare_sums(a: Attribution, b: Attribution) -> Iterator[tuple[Figure, Figure, str]]:
    """Yield one sum in two currencies, where neither statement has a sum in the other's currency too."""
    sums = [[figure for figure in row.figures if is_currency(figure.unit)] for row in (a, b)]
    if not all(sums) or {figure.unit for figure in sums[0]} & {figure.unit for figure in sums[1]}:
        return
    for ours in sums[0]:
        for theirs in sums[1]:
            if ours.low >= LEAST_SUM and is_same_number(ours, theirs) and not _may_be_one_currency(ours, theirs):
                yield ours, theirs, f"one number in different units: {ours.unit} and {theirs.unit}"


def _may_be_one_currency(ours: Figure, theirs: Figure) -> bool:
    """Tell "dollars" beside Australian dollars, and crowns beside kronor: what a country calls its own money."""
    one, two = ((figure.unit or "").split()[-1] for figure in (ours, theirs))
    return one == two or one[:2] == two[:2]


def _compare_rest(
    a: Attribution, b: Attribution, pairs: list[tuple[Figure, Figure]]
) -> Iterator[tuple[Figure, Figure, str]]:
    """Yield one number of counted things that have no partner on the other side."""
    matched = {figure.start for pair in pairs for figure in pair}
    for ours in a.figures:
        for theirs in b.figures:
            if ours.start in matched or theirs.start in matched or not _is_one_count(ours, theirs):
                continue
            verdict = compare_figures(ours, theirs)
            if verdict.kind in _OTHER_THINGS and not verdict.reason.startswith("different measures"):
                yield ours, theirs, verdict.reason


def _is_one_count(ours: Figure, theirs: Figure) -> bool:
    """Tell one number of counted things; money, shares and lengths of equal value are no coincidence worth a look."""
    counts = ours.unit is None and theirs.unit is None and bool(ours.measure) and bool(theirs.measure)
    return counts and ours.low >= LEAST_VALUE and is_same_number(ours, theirs)


def _word(attribution: Attribution, figure: Figure) -> str:
    group = _read_added_group(attribution, figure)
    named = f"{figure.measure} and {group}" if group and figure.noun == figure.measure else figure.measure
    return f"{figure.text} {named}" if named and figure.unit is None else figure.text
