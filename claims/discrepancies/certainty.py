"""certainty: officially, estimated, confirmed, alleged, expected, hoped, may: strength dropped, added or changed."""

from __future__ import annotations

from claims.certainty import compare_certainty
from claims.discrepancies.rule import Difference, Setting, cite
from claims.model import Attribution, Certainty


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Report that the two put one statement with different strength.

    One outlet writes that an exchange "is expected", the other that the president "hopes" for it.
    """
    reason = compare_certainty(a.certainty, b.certainty)
    if reason is None:
        return None
    values = (describe_certainty(a.certainty), describe_certainty(b.certainty))
    return Difference(values, f"{cite(a)}: {values[0]}; {cite(b)}: {values[1]} ({reason}).")


def describe_certainty(certainty: Certainty | None) -> str:
    """Word a certainty: "expected (“is expected to”)", "stated flatly" where nothing hedges."""
    if certainty is None:
        return "stated flatly"
    words = " … ".join(certainty.words)
    return f"{certainty.level} (“{words}”)" if words and words.casefold() != certainty.level else certainty.level
