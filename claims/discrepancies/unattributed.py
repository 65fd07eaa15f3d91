"""unattributed: one credits somebody, the other states it in its own voice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from claims.certainty import polarity
from claims.discrepancies.rule import Difference, Needs, Setting, credited
from claims.model import Attribution
from claims.wordlists import read_words

_WITHHELD = read_words(Path(__file__).parent / "data" / "caveats.txt")["withheld"]


def _is_flat(attribution: Attribution, setting: Setting) -> bool:
    """Tell whether a statement is the outlet's own, nobody else's."""
    credit = attribution.credit
    own = credit.speaker is None and not attribution.outlet.speaks_for and not credit.via
    return own and not _withholds(attribution.statement.text)


def _credits(attribution: Attribution, setting: Setting) -> bool:
    return attribution.credit.speaker is not None and not _saw_itself(attribution)


NEEDS: Needs = ((_is_flat, _credits),)


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report that one outlet prints as a fact what the other credits to a speaker.

    One outlet writes "the army says 17 soldiers died", the other "17 soldiers died". A press release that speaks
    for the very body that the other credits is no case of it.

    >>> compare_sentences(
    ...     "unattributed",
    ...     "The army says 17 soldiers died.",
    ...     "Seventeen soldiers died.",
    ... )
    Northern Wire credits the army; Harbour Post states it in its own voice.
    """
    if (a.credit.speaker is None) == (b.credit.speaker is None):
        return
    flat, credit = (a, b) if a.credit.speaker is None else (b, a)
    if (
        flat.outlet.speaks_for
        or flat.credit.via
        or _withholds(flat.statement.text)
        or _give_other_figures(a, b)
        or _saw_itself(credit)
    ):
        return
    if polarity(flat.statement.text, None) != polarity(credit.statement.text, credit.credit.cue):
        return  # what one credits the other contradicts
    values = ("its own voice", credited(credit))
    yield Difference(
        values if flat is a else (values[1], values[0]),
        f"{credit.outlet.name} credits {credited(credit)}; {flat.outlet.name} states it in its own voice.",
    )


def _saw_itself(attribution: Attribution) -> bool:
    """Tell "a Wire witness said" in the Wire, which is the outlet's own voice."""
    speaker = attribution.credit.speaker
    if speaker is None or speaker.named:
        return False
    return any(name in speaker.mention for name in (attribution.outlet.name, *attribution.outlet.aliases))


@lru_cache(maxsize=4096)
def _withholds(statement: str) -> bool:
    """Tell "declined to say whether the mill would close", which states nothing of the mill."""
    text = " ".join(statement.lower().split())
    return any(words in text for words in _WITHHELD)


def _give_other_figures(a: Attribution, b: Attribution) -> bool:
    """Tell two statements of which neither has a figure of the other: what is credited is not what is stated."""
    if not a.figures or not b.figures:
        return False
    return not any(x.low <= y.high and y.low <= x.high for x in a.figures for y in b.figures)
