"""polarity: one asserts what the other negates or reports as denied."""

from __future__ import annotations

from claims.certainty import polarity
from claims.discrepancies.rule import Difference, Setting, cite, shorten
from claims.model import Attribution


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Report that one affirms what the other denies.

    A witness says police fired tear gas; the police say that at no time was tear gas used.
    """
    one, two = polarity(a.statement.text, a.credit.cue), polarity(b.statement.text, b.credit.cue)
    if one == two:
        return None
    ours, theirs = shorten(a.statement.text), shorten(b.statement.text)
    verbs = {"asserted": "affirms", "denied": "denies"}
    return Difference((ours, theirs), f"{cite(a)} {verbs[one]}: {ours} {cite(b)} {verbs[two]}: {theirs}")
