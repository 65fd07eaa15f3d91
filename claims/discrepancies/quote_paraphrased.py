"""quote-paraphrased: one outlet quotes, the other puts the same speaker's words in its own."""

from __future__ import annotations

from claims.attribution.compare import same_speaker
from claims.discrepancies.quotes import quoted_passages
from claims.discrepancies.rule import Difference, Setting, shorten
from claims.model import Attribution


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Report that one quotes what the other paraphrases, for the same speaker.

    One outlet has "a large number of people" in marks, the other writes that many are missing: a note, no fault.
    """
    if {a.credit.mode, b.credit.mode} not in ({"direct", "indirect"}, {"mixed", "indirect"}):
        return None
    if not same_speaker(a, b):
        return None
    quoting, telling = (a, b) if b.credit.mode == "indirect" else (b, a)
    words = " … ".join(quoted_passages(quoting, setting)) or quoting.statement.text
    values = (words, telling.statement.text)
    return Difference(
        values if quoting is a else (values[1], values[0]),
        f"{quoting.outlet.name} quotes “{shorten(words)}”; {telling.outlet.name} paraphrases.",
    )
