"""Sources whose verb stands in the clause before: "police spoke of 6,500 marchers, the union of 12,000"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.statements.amounts import clause_words, is_amount, is_date

_STOPS = frozenset((",", ";", ".", "—", "–", ":"))
_BREAKS = frozenset(("—", "–", ":"))
"""Stops behind which no clause goes on with the verb."""
_LINKS = frozenset(("of", "at", "about", "to"))
_SCALES = frozenset(("million", "billion", "percent", "per", "cent"))
_LONGEST_SUBJECT = 8
_LONGEST_HEDGE = 4
_LONGEST_CLAUSE = 40


class Gap(NamedTuple):
    """Places of words: the clause opens at ``start``, its source stands from ``subject`` to ``figure``."""

    start: int
    subject: int
    link: int
    """Where the source ends: at "of" or "at", or at the figure."""
    verb: int
    """The verb of the clause before, which goes for this one too."""


def find_gaps(words: Sequence[str]) -> list[Gap]:
    """Return the clauses of a sentence that have a source and a figure, and the verb of the clause before.

    >>> words = "Police spoke of 6,500 marchers , the dockers ' union of 12,000 .".split()
    >>> [(words[gap.subject : gap.link], words[gap.verb]) for gap in find_gaps(words)]
    [(['the', 'dockers', "'", 'union'], 'spoke')]
    """
    if not any(word[0].isdigit() for word in words):
        return []
    low = [word.lower() for word in words]
    verbs = clause_words()["figure verbs"]
    if verbs.isdisjoint(low):
        return []
    verb = next(place for place, word in enumerate(low) if word in verbs)
    if verb == 0:
        return []
    link = next((low[n] for n in range(verb + 1, min(len(low), verb + _LONGEST_CLAUSE)) if low[n] in _LINKS), None)
    gaps: list[Gap] = []
    for place in range(verb + 2, len(low) - 1):
        joint = low[place]
        if joint in _BREAKS:
            break
        if joint in (",", ";") or (joint in ("and", "while") and low[place - 1] not in (",", ";")):
            gap = _read_gap(words, low, place, verb, link)
            if gap is not None and _gives_figure(low, gaps[-1].link if gaps else verb, place):
                gaps.append(gap)
    return gaps


def _gives_figure(low: list[str], start: int, stop: int) -> bool:
    return any(is_amount(low, n) and not is_date(low, n) for n in range(start, stop))


def _read_gap(words: Sequence[str], low: list[str], place: int, verb: int, link: str | None) -> Gap | None:
    """Return the gap that opens behind the comma or conjunction at ``place``."""
    start = place + 1
    while start < len(low) and low[start] in ("and", "while", "but"):
        start += 1
    needs_link = low[verb].startswith("put")  # "put it at 6,500"
    for end in range(start + 1, min(len(low), start + _LONGEST_SUBJECT)):
        if low[end] in _STOPS or low[end] in clause_words()["finite"] or low[end] in clause_words()["figure verbs"]:
            return None
        linked = low[end] in _LINKS and low[end] == link
        figure = _skip_hedge(low, end + linked)
        told = _ends(low, figure) and (linked or (not needs_link and _counts_same(low, figure, start)))
        if is_amount(low, figure) and not is_date(low, figure) and told:
            return Gap(place, start, end, verb) if _is_source(words[start:end]) else None
    return None


def _skip_hedge(low: list[str], place: int) -> int:
    stop = min(len(low), place + _LONGEST_HEDGE)
    while place < stop and low[place] in clause_words()["hedges"]:
        place += 1
    return place


def _ends(low: list[str], figure: int) -> bool:
    """Tell whether the clause ends soon behind its figure, without a verb of its own."""
    for word in low[figure : figure + _LONGEST_SUBJECT]:
        if word in _STOPS:
            return True
        if word in clause_words()["finite"]:
            return False
    return figure + _LONGEST_SUBJECT >= len(low)


def _counts_same(low: list[str], figure: int, start: int) -> bool:
    """Tell "the union 12,000" and "the rebels 40 dead" from "the army 40 miles away"."""
    place = figure + 1
    while place < len(low) and (low[place] in _SCALES or is_amount(low, place)):
        place += 1
    return place >= len(low) or low[place] in _STOPS or low[place] in low[:start] or low[place] in ("dead", "people")


def _is_source(subject: Sequence[str]) -> bool:
    """Tell the union and Metal Workers from "a rise" and "the day before"."""
    if subject[0].lower() in ("a", "an", "up", "down", "another", "in", "on", "at", "by", "with", "from", "to"):
        return False
    if any(word.lower() in clause_words()["sources"] for word in subject):
        return True
    last = subject[-1]
    return last[:1].isupper() and last.lower() not in clause_words()["months"]
