"""Clauses: the parts of a sentence that carry a fact of their own.

"The strike hit a depot, killing nine and wounding 20, the army said" holds three statements that may meet three
different claims. A sentence is cut only where both sides can stand for themselves: before a coordinated clause
with a verb of its own, before a result with a count, before an apposition that opens with a figure. Quotations
are never cut, and a tail that only credits ("the army said") stays with what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from claims.statements.additions import opens_figure
from claims.statements.amounts import clause_words, is_amount, is_count, is_date
from claims.statements.gaps import find_gaps
from claims.statements.verbs import has_main_verb, has_verb

Value = TypeVar("Value", str, bool)

WINDOW = 80
"""Words that are looked at on either side of a possible cut."""
LEAST_WORDS = 3
"""A clause of fewer words stays with its neighbour unless it holds a figure."""

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*%?|[^\w\s]")
_OPENING, _CLOSING = "“‘«„", "”’»"
_STOPS = frozenset({",", ";"})
_JOINTS = frozenset({"and", "while"})


class Clause(NamedTuple):
    """A clause by its offsets; ``lead`` is where the clause that it leans on begins, its own start where it stands."""

    start: int
    end: int
    lead: int


def split_clauses(text: str, start: int, end: int) -> list[Clause]:
    """Return the clauses of the sentence ``text[start:end]``, in order; at least one.

    >>> sentence = "Two missiles hit the depot, killing nine soldiers and wounding 20, the army said."
    >>> [sentence[a:b] for a, b, _ in split_clauses(sentence, 0, len(sentence))]
    ['Two missiles hit the depot', 'killing nine soldiers', 'wounding 20, the army said.']
    """
    printed = _TOKEN.findall(text, start, end)
    words = [word.lower() for word in printed]
    places = _possible_cuts(words)
    quoted = _mark_quoted(words) if places else []
    gaps = {gap.start + (words[gap.start] in _STOPS) for gap in find_gaps(printed)} if places else set()
    cuts = [0]
    for place in places:
        if not quoted[place] and (place in gaps or _opens_clause(words, quoted, cuts[-1], place)):
            cuts.append(place)
    if len(cuts) == 1:
        return [Clause(start, end, start)]
    spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
    clauses: list[Clause] = []
    for begun, stop in pairwise([*cuts, len(words)]):
        first, last = _trim(words, begun, stop)
        leans = bool(clauses) and _leans(words[begun:stop])
        opened, closed = spans[first][0], end if stop == len(words) else spans[last][1]
        clauses.append(Clause(opened, closed, clauses[-1].lead if leans else opened))
    return clauses


def _possible_cuts(words: Sequence[str]) -> list[int]:
    """Return where a clause may begin: behind a comma or semicolon, at "and", at a result."""
    results = clause_words()["results"]
    return [
        place
        for place, (before, word) in enumerate(pairwise(words), 1)
        if before in _STOPS or word in _JOINTS or word in results
    ]


def _mark_quoted(words: Sequence[str]) -> list[bool]:
    """Tell of each word whether it stands in quotation marks."""
    depth, straight = 0, False
    quoted = []
    for word in words:
        if word == '"':
            straight = not straight
        elif word in _OPENING:
            depth += 1
        elif word in _CLOSING:
            depth = max(0, depth - 1)
        quoted.append(straight or depth > 0 or word in _CLOSING)
    return quoted


def _opens_clause(words: list[str], quoted: list[bool], first: int, place: int) -> bool:
    """Tell whether a clause of its own begins at ``place``, the one before having begun at ``first``."""
    before, word = words[place - 1], words[place]
    left, right = _before(words, first, place), words[place : place + WINDOW]
    if len(right) < 2:
        return False
    if before == ";":
        return _stands_alone(right) and (_stands_alone(left) or _opens_with_subject(left))
    if word in clause_words()["results"]:
        told = not _is_subject(left) and len(left) >= LEAST_WORDS
        return told and (before == "," or _is_result(left)) and _counts_soon(right)
    if before == "and" and right[0] in clause_words()["results"]:
        return False
    if before == ",":
        return words[place - 2] not in clause_words()["coordinators"] and _opens_behind_comma(left, right)
    if word == "and" and len(right) > 2:
        if _opens_second_result(left, right) or _opens_counted(left, right):
            return True
        one_quoted = any(_before(quoted, first, place)) != any(quoted[place : place + WINDOW])
        return one_quoted and _opens_second_that(left, right)
    return False


def _opens_behind_comma(left: list[str], right: list[str]) -> bool:
    if right[0] in clause_words()["relatives"]:
        return _credits(left) and _is_own_fact(right)
    return (_stands_alone(left) or _is_result(left)) and (_opens_coordinated(right) or opens_figure(right))


def _before(words: list[Value], first: int, place: int) -> list[Value]:
    """Return the clause so far; of a very long one its beginning and its end, so that the work stays in proportion."""
    if place - first <= WINDOW:
        return words[first:place]
    return words[first : first + WINDOW // 4] + words[place - WINDOW // 2 : place]


def _opens_coordinated(right: list[str]) -> bool:
    """Tell ", and the union said ...": a conjunction, then a subject with a verb of its own that is no mere credit."""
    if right[0] not in clause_words()["coordinators"] or len(right) < LEAST_WORDS + 1:
        return False
    clause = right[1:]
    return (clause[0] in clause_words()["pronouns"] or has_main_verb(clause[1:12])) and not _only_credits(clause)


def _is_own_fact(right: list[str]) -> bool:
    """Tell a relative clause with a figure that ends a credited sentence: ", which employs some 2,300 people."."""
    if not _STOPS.isdisjoint(right) or _credits(right[:4]):
        return False
    verb = right[0] == "where" or right[1] in clause_words()["finite"] or right[1].endswith(("s", "ed"))
    return verb and any(is_amount(right, place) and not is_date(right, place) for place in range(2, len(right)))


def _credits(clause: list[str]) -> bool:
    return not clause_words()["reporting"].isdisjoint(clause)


def _opens_second_result(left: list[str], right: list[str]) -> bool:
    """Tell the second of two results: "killing nine | and wounding 20"."""
    return _is_result(left) and right[1] in clause_words()["results"] and _counts_soon(right[1:])


def _opens_counted(left: list[str], right: list[str]) -> bool:
    """Tell a second count: "killed nine people | and injured 20", "nine died | and another 20 were hurt"."""
    second = right[1]
    if is_count(left[-1]):  # "between 40 and 60 were hurt": the two ends of one figure
        return False
    if not (has_verb(left, skip=1) and any(is_amount(left, place) for place in range(len(left)))):
        return False
    if second in {"another", "a"} and len(right) > 3:
        return any(is_count(word) for word in right[2:4])
    if second.endswith("ed") or second in {"left", "hurt"}:
        return is_count(right[2]) or (len(right) > 4 and is_count(right[4]) and right[2] == "at")
    return is_count(second) and not _is_listed(left) and has_verb(right[2:6], skip=0)


def _is_listed(left: list[str]) -> bool:
    """See "a jury of seven women", to which "and five men" belongs."""
    return len(left) > 2 and is_count(left[-2]) and left[-3] in clause_words()["listing"]


def _opens_second_that(left: list[str], right: list[str]) -> bool:
    """Tell a second thing said, one of the two quoted: 'said the pier was "a ruin" | and that nobody was hurt'."""
    if len(right) <= LEAST_WORDS + 1 or not has_verb(left, skip=1):
        return False
    if right[1] == "that":
        told = any(word == "that" or word in clause_words()["reporting"] for word in left)
        return told and has_verb(right[2:12], skip=1)
    that = right[2] == "that" or right[2] in clause_words()["subjects"]
    return right[1] in clause_words()["reporting"] and that and has_verb(right[3:12], skip=0)


def _leans(piece: list[str]) -> bool:
    """Tell a result or an apposition, which has no subject of its own, from a clause that stands by itself."""
    own = [word for word in piece if word not in {",", ";", "and"}]
    return bool(own) and (_is_result(own) or opens_figure(own) or own[0] in clause_words()["relatives"])


def _stands_alone(clause: list[str]) -> bool:
    return has_main_verb(clause[1:]) and sum(word[0].isalnum() for word in clause) >= LEAST_WORDS


def _opens_with_subject(clause: list[str]) -> bool:
    """See "They demand 8.5% more pay;": a pronoun and some words, whatever the verb."""
    return clause[0] in clause_words()["pronouns"] and len(clause) > LEAST_WORDS


def _only_credits(clause: list[str]) -> bool:
    """Tell a bare credit ("the army said on Monday") from a clause that goes on to say something."""
    for place, word in enumerate(clause):
        if word in clause_words()["reporting"]:
            return not has_verb(clause[place + 1 :], skip=1)
    return False


def _is_result(left: list[str]) -> bool:
    return bool(left) and (
        left[0] in clause_words()["results"] or (len(left) > 1 and left[1] in clause_words()["results"])
    )


def _is_subject(left: list[str]) -> bool:
    """See "The crew of a ferry that had sunk in May", of which nothing is told yet."""
    return has_verb(left, skip=1) and not has_main_verb(left[1:])


def _counts_soon(right: list[str]) -> bool:
    return any(is_count(word) for word in right[1:7])


def _trim(words: list[str], start: int, stop: int) -> tuple[int, int]:
    """Return the first and last word of a clause without comma and conjunction at its borders; the end stays as is."""
    first, last = start, stop - 1
    while first < last and (
        words[first] in ",;" or (first == start and words[first] in clause_words()["coordinators"])
    ):
        first += 1
    while stop < len(words) and first < last and words[last] in {",", ";", "and"}:
        last -= 1
    return first, last
