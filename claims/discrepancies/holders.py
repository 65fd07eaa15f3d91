"""Whose a figure is: the shares of two candidates, the goals of two players, the days of a strike or of its talks."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.discrepancies.predicates import share_terms, terms_of
from claims.figures.intervals import convert, kind_of_unit
from claims.model import Attribution, Figure
from claims.patterns import Gated, lazy

_NAME = lazy(r"\b[A-Z][\w’'-]{3,}")
_BEHIND = lazy(r"(?: of (?:the )?\w+)? (?:for|to|by) (?:[a-z-]+ ){0,3}((?:[A-Z][\w’'-]+ ?)+)")
_WHO = lazy(r"\w, (?:who|which|whose)\b[^,;]*$")
_REACH = 90
_DURATION = "duration"
_FURTHEST = 5.0
"""Two accounts of one duration, in different units, are no farther apart than this multiple."""
_HEAD = lazy(r"[\s-]((?:[\w’'-]+\s?){1,2})")
_JOINED = lazy(r"\w[-‑]\w")

Names = frozenset[str]


def belong_to_one(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell figures that each statement gives to one name, and no other figure of their kind to it."""
    if not (_is_held(ours) and _is_held(theirs)):
        return False
    shared = _find_holder(a, ours) & _find_holder(b, theirs)
    return bool(shared) and _count_held(a, ours, shared) == _count_held(b, theirs, shared) == 1


def belong_to_two(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell figures of two names, both of which one of the statements has: 51.3% for one, 48.7% for the other."""
    if not (_is_held(ours) and _is_held(theirs)):
        return False
    one, two = _find_holder(a, ours), _find_holder(b, theirs)
    if not one or not two or one & two:
        return False
    return any(one & names and two & names for names in (_find_names(row.statement.text) for row in (a, b)))


def is_taken_as_known(attribution: Attribution, figure: Figure) -> bool:
    """Tell a figure that a speaker only refers to: "promised to look at the rate of 10.40 crowns"."""
    before = attribution.statement.text[: figure.start - attribution.statement.start]
    return attribution.credit.speaker is not None and _KNOWN.search(before[-_REACH:]) is not None


_KNOWN = Gated(
    r"\b(?:at|on|over|to|from|about|against|with|criticis\w+|defend\w+|rais\w+|keep\w*|review\w*) the "
    r"(?:(?:current|present|existing|old|new|agreed) )?"
    r"(?:rate|price|fee|fare|charge|levy|tariff|wage|salary|fine|toll) of (?:about |some )?$",
    "rate",
    "price",
    "fee",
    "fare",
    "charge",
    "levy",
    "tariff",
    "wage",
    "salary",
    "fine",
    "toll",
    flags=re.IGNORECASE,
)


def _is_held(figure: Figure) -> bool:
    """Tell what rivals have each their own of: a share, votes, seats, goals."""
    return figure.unit in _SHARES or (figure.unit is None and figure.noun in _TALLIED)


_SHARES = frozenset({"percent", "ratio"})
_TALLIED = frozenset("vote votes seat seats goal goals point points win wins ballots titles medals".split())


def _count_held(attribution: Attribution, figure: Figure, names: Names) -> int:
    kind = kind_of_unit(figure.unit)
    return sum(
        kind_of_unit(other.unit) == kind and bool(_find_holder(attribution, other) & names)
        for other in attribution.figures
    )


def _find_holder(attribution: Attribution, figure: Figure) -> Names:
    """Return the words of the name that stands before a figure, or behind it: "47.7% for Teodor Kast".

    Who only says the figure is not its holder: "Teodor Kast, who got 49.4%, said" is.
    """
    start, text = attribution.statement.start, attribution.statement.text
    before = max((other.end for other in attribution.figures if other.end <= figure.start), default=start) - start
    after = min((other.start for other in attribution.figures if other.start >= figure.end), default=start + len(text))
    speaker = attribution.credit.speaker
    first = max(before, figure.start - start - _REACH)
    found = _read_holder(text, (first, figure.start - start), (figure.end - start, after - start))
    if speaker is None or _WHO.search(text, first, figure.start - start):
        return found
    return found - _find_names(f"{speaker.mention} {speaker.name}")


@lru_cache(maxsize=4096)
def _read_holder(text: str, before: tuple[int, int], after: tuple[int, int]) -> Names:
    behind = _BEHIND.match(text[after[0] : min(after[1], after[0] + _REACH)])
    if behind is not None:
        return _find_names(behind[1])
    found = [name for name in _NAME.finditer(text, *before) if not _is_owner(name, before[1])]
    last = [name for name in found if found[-1].start() - name.end() <= 1 or name is found[-1]]
    return frozenset(name.group().casefold() for name in last)


def _is_owner(name: re.Match[str], place: int) -> bool:
    """Tell the country of "has won Maravia's run-off with 51.3%"; "Santoro's 51.3%" stands before her share."""
    return name.group().endswith(("'s", "’s")) and place - name.end() > 1


@lru_cache(maxsize=4096)
def _find_names(text: str) -> Names:
    return frozenset(name.casefold() for name in _NAME.findall(text))


def last_other_things(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell durations that cannot be of one thing: days and minutes, or a "two-week strike" and a "one-hour march"."""
    if kind_of_unit(ours.unit) != _DURATION or kind_of_unit(theirs.unit) != _DURATION:
        return False
    if ours.unit != theirs.unit and _are_far(ours, theirs):
        return True
    heads = _read_head(a, ours), _read_head(b, theirs)
    return None not in heads and not share_terms(*(terms_of(head or "") for head in heads))


def last_alike(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell how long each of two statements says that something lasted: "lasted five days", "went on for a week"."""
    if kind_of_unit(ours.unit) != _DURATION or kind_of_unit(theirs.unit) != _DURATION:
        return False
    return all(
        _LASTED.search(row.statement.text[: figure.start - row.statement.start][-_WINDOW:])
        for row, figure in ((a, ours), (b, theirs))
    )


_WINDOW = 40
_LASTED = lazy(
    r"\b(?:last(?:s|ed|ing)?|(?:went|gone|goes|dragged|wore) on|continu(?:es|ed)|ran|runs) "
    r"(?:for )?(?:(?:about|nearly|almost|some|only|just|more than|over|at least|around|an|exactly) )*$",
    re.IGNORECASE,
)


def _are_far(ours: Figure, theirs: Figure) -> bool:
    low, high = sorted((ours.high, convert(theirs.high, theirs.unit, ours.unit)))
    return high > _FURTHEST * low


def _read_head(attribution: Attribution, figure: Figure) -> str | None:
    """Return what a duration in front of a noun belongs to: the strike of "a 23-day strike"."""
    if not _JOINED.search(figure.text):
        return None
    found = _HEAD.match(attribution.statement.text, figure.end - attribution.statement.start)
    return found[1] if found else None
