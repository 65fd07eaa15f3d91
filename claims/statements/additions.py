"""Figures that a comma adds to a clause: which open a statement of their own, and which only compare."""

from __future__ import annotations

from claims.statements.amounts import clause_words, is_amount, is_count, is_date
from claims.statements.verbs import has_verb

_STOPS = frozenset({",", ";", "."})


def opens_figure(right: list[str]) -> bool:
    """Tell an apposition or addition with a figure: ", a premium of 34%", ", including 38 homes"."""
    one, two, three = (right[i] if i < len(right) else "" for i in range(3))
    if one == "including":
        return is_count(two)
    if one in clause_words()["measures"]:
        return _opens_measure(right)
    if one in {"another", "some", "about"}:
        return is_count(two) and has_verb(right[:8], skip=1)
    if one in {"a", "an", "the"} and two not in clause_words()["parents"]:
        return any(right[i] == "of" and is_amount(right, i + 1) for i in (2, 3) if i < len(right))
    behind = 1 if one.endswith("%") else 2 if two in {"percent", "pc"} else 3 if (two, three) == ("per", "cent") else 0
    return bool(behind) and one[:1].isdigit() and clause_words()["comparatives"].isdisjoint(right[behind : behind + 1])


def _opens_measure(right: list[str]) -> bool:
    """Tell a second figure: ", on a turnout of 61%", ", with 40 abstaining", ", after 98% of ballots were counted".

    What is only set beside the first has no verb and is none of its own: ", after 3.1 percent last year".
    """
    for place in range(1, min(5, len(right))):
        if is_amount(right, place):
            if is_date(right, place) or (right[0] in clause_words()["comparisons"] and not _tells(right[place:])):
                return False
            return right[place - 1] in clause_words()["before amounts"] or place == 1
    return False


def _tells(clause: list[str]) -> bool:
    """Tell whether a verb stands before the next stop."""
    stop = next((place for place, word in enumerate(clause) if word in _STOPS), len(clause))
    return has_verb(clause[:stop], skip=1)
