"""speaker-conflict: the same words credited to different people."""

from __future__ import annotations

from claims.attribution.compare import is_spokesperson, other_speaker
from claims.discrepancies.alignment import align_statements
from claims.discrepancies.quotes import quoted_words, share_alike
from claims.discrepancies.rule import Difference, Setting
from claims.model import Attribution

LEAST_ALIKE = 0.6
"""Of the quoted words of the shorter quotation, in order: the same utterance, though perhaps translated twice."""


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Report one quotation, or one sentence, that is credited to two different people.

    One outlet prints "We dug with our hands" as a beekeeper's words, the other as the mayor's.

    >>> compare_sentences(
    ...     "speaker-conflict",
    ...     '"We dug with our hands and with pots," said Nils Berg, a baker.',
    ...     '"We dug with our hands and with pots," said Tobias Renn, the mayor.',
    ... )
    The same words are Nils Berg's in Northern Wire and Tobias Renn's in Harbour Post.
    """
    one, two = a.credit.speaker, b.credit.speaker
    if one is None or two is None or not other_speaker(a, b):
        return None
    if is_spokesperson(one) and is_spokesperson(two):
        return None
    if share_alike(quoted_words(a, setting), quoted_words(b, setting)) < LEAST_ALIKE and not _is_one_sentence(a, b):
        return None
    return Difference(
        (one.name, two.name),
        f"The same words are {one.name}'s in {a.outlet.name} and {two.name}'s in {b.outlet.name}.",
    )


def _is_one_sentence(a: Attribution, b: Attribution) -> bool:
    """Tell two nearly identical sentences; ones with another figure each are two sources' counts."""
    slots = align_statements(a, b)
    return slots is not None and not any(word[:1].isdigit() for slot in slots for word in slot.ours + slot.theirs)
