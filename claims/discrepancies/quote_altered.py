"""quote-altered: both in quotation marks, but the words differ beyond punctuation and marked ellipsis."""

from __future__ import annotations

import re

from claims.discrepancies.quotes import (
    FEWEST_WORDS,
    LEAST_ALIKE,
    find_alteration,
    quoted_passages,
    share_alike,
    split_words,
)
from claims.discrepancies.rule import Difference, Setting, shorten
from claims.model import Attribution

_TRANSLATED = re.compile(r"\b(?:translat\w+|interpreter|voice-?over|speaking in [A-Z]\w+|said in [A-Z]\w+)\b")


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Report two quotations of one utterance whose words differ.

    Contractions, punctuation and marked omissions alter nothing, and quoting less is no alteration. Where one of the
    articles declares that the words were translated, the difference only ``differs``.

    One outlet prints "We count in names," another "We count with names": the words are not the same.

    >>> compare_sentences(
    ...     "quote-altered",
    ...     '"We count names, not thousands," Renn said.',
    ...     '"We count in names and not in thousands," Renn said.',
    ... )
    Northern Wire quotes “We count names, not thousands”, Harbour Post “We count in names and not in thousands”: only one has “in”.
    """  # noqa: E501
    pair = closest_passages(a, b, setting)
    if pair is None:
        return None
    ours, theirs = pair
    alteration = find_alteration(split_words(ours), split_words(theirs))
    if alteration is None:
        return None
    translated = any(_TRANSLATED.search(setting.article_of(x).text) for x in (a, b))
    what = f"“{alteration.ours}” against “{alteration.theirs}”" if all(alteration) else (
        f"only one has “{alteration.ours or alteration.theirs}”"
    )  # fmt: skip
    return Difference(
        (ours, theirs),
        f"{a.outlet.name} quotes “{shorten(ours)}”, {b.outlet.name} “{shorten(theirs)}”: {what}.",
        "differs" if translated else None,
    )


def closest_passages(a: Attribution, b: Attribution, setting: Setting) -> tuple[str, str] | None:
    """Return the two quoted passages that are most alike, one of each side, if they are one utterance."""
    pairs = [
        (share_alike(split_words(ours), split_words(theirs)), ours, theirs)
        for ours in quoted_passages(a, setting)
        for theirs in quoted_passages(b, setting)
        if min(len(split_words(ours)), len(split_words(theirs))) >= FEWEST_WORDS
    ]
    share, ours, theirs = max(pairs, default=(0.0, "", ""), key=lambda pair: pair[0])
    return (ours, theirs) if share >= LEAST_ALIKE else None
