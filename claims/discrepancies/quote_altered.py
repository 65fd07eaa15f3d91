"""quote-altered: both in quotation marks, but the words differ beyond punctuation and marked ellipsis."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from claims.attribution.compare import other_speaker
from claims.discrepancies.alignment import align_statements
from claims.discrepancies.quotes import (
    FEWEST_WORDS,
    LEAST_ALIKE,
    Alteration,
    find_alteration,
    share_alike,
    split_words,
    whole_quotations,
)
from claims.discrepancies.rule import Difference, Needs, Setting, shorten
from claims.discrepancies.turning import turns_round
from claims.model import Attribution
from claims.patterns import Gated

_FEWEST_IN_PLACE = 2
"""Words of a quoted fragment in sentences that are otherwise the same."""

_JOINING = frozenset("before after by at in on to for from of as with until than that".split())
_SHORT = 6
"""Words below which a quotation is a fragment."""
_ALIKE_IN_LONGER = 0.8
"""Share of a fragment's words that stand in a quotation more than twice as long."""

_TRANSLATED = Gated(
    r"\b(?:translat\w+|interpreter|voice-?over|speaking in [A-Z]\w+|said in [A-Z]\w+)\b",
    "translat",
    "interpreter",
    "voice",
    "speaking in ",
    "said in ",
)


def _has_quotation(attribution: Attribution, setting: Setting) -> bool:
    return bool(whole_quotations(attribution, setting))


NEEDS: Needs = ((_has_quotation, _has_quotation),)


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
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
    if _answers(a, b):
        return
    for ours, theirs in pair_passages(a, b, setting):
        alteration = find_alteration(_cut_edge(a, ours), _cut_edge(b, theirs))
        if alteration is not None:
            quoted = f"{a.outlet.name} quotes “{shorten(ours)}”, {b.outlet.name} “{shorten(theirs)}”"
            message = f"{quoted}: {_word(alteration)}."
            translated = any(_TRANSLATED.search(setting.article_of(x).text) for x in (a, b))
            yield Difference((ours, theirs), message, "differs" if translated else None)


def _cut_edge(attribution: Attribution, passage: str) -> tuple[str, ...]:
    """Return the words of a passage; a fragment without the word that fits it into its sentence: "before the frost"."""
    words = split_words(passage)
    is_fragment = attribution.credit.mode == "mixed" and len(words) < _SHORT
    return words[1:] if is_fragment and words[0] in _JOINING else words


def _word(alteration: Alteration) -> str:
    if all(alteration):
        return f"“{alteration.ours}” against “{alteration.theirs}”"
    return f"only one has “{alteration.ours or alteration.theirs}”"


def _answers(a: Attribution, b: Attribution) -> bool:
    """Tell another speaker's "It is not a fair deal" from an altered "It is a fair deal"."""
    one, two = a.credit.speaker, b.credit.speaker
    if one is None or two is None or one.mention == two.mention or not other_speaker(a, b):
        return False
    return turns_round(align_statements(a, b) or ()) is not None


def pair_passages(a: Attribution, b: Attribution, setting: Setting) -> list[tuple[str, str]]:
    """Return the quoted passages of both that are one utterance, the most alike first; each has one partner at most.

    Short fragments count only in sentences that are nearly identical otherwise.
    """
    passages = whole_quotations(a, setting), whole_quotations(b, setting)
    if not all(passages):
        return []
    fewest = FEWEST_WORDS if align_statements(a, b) is None else _FEWEST_IN_PLACE
    ranked = [
        (share, ours, theirs)
        for ours, theirs in product(*passages)
        if min(len(mine := split_words(ours)), len(other := split_words(theirs))) >= fewest
        and (share := share_alike(mine, other)) >= _least_alike(ours, theirs)
    ]
    found: list[tuple[str, str]] = []
    for _, ours, theirs in sorted(ranked, key=lambda pair: -pair[0]):
        if not any(ours == one or theirs == two for one, two in found):
            found.append((ours, theirs))
    return found


def _least_alike(ours: str, theirs: str) -> float:
    """Ask more of a short fragment beside a long quotation: "we are packing" is in many sentences."""
    one, two = sorted((len(split_words(ours)), len(split_words(theirs))))
    return _ALIKE_IN_LONGER if one < _SHORT and 2 * one < two else LEAST_ALIKE
