"""speaker-conflict: the same words credited to different people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.attribution.bodynames import is_body
from claims.attribution.compare import is_named, is_spokesperson, other_speaker, same_source, source_phrases
from claims.discrepancies.alignment import Slot, align_sentences, align_statements
from claims.discrepancies.predicates import share_terms, terms_of
from claims.discrepancies.quotes import quoted_words, share_alike
from claims.discrepancies.rule import Difference, Needs, Setting, credited
from claims.discrepancies.titles import title_lists
from claims.discrepancies.turning import turns_round
from claims.model import Attribution, Speaker

_FULL_NAME = 2
"""Words of a name with a given name."""
_LEAST_SHARED = 2
"""Content words of two statements of one claim that two namesakes are credited with."""
LEAST_ALIKE = 0.6
"""Of the quoted words of the shorter quotation, in order: the same utterance, though perhaps translated twice."""


def _is_told(attribution: Attribution, setting: Setting) -> bool:
    """Tell whether a speaker is credited who cannot be just anybody."""
    speaker = attribution.credit.speaker
    return speaker is not None and (is_named(speaker) or is_spokesperson(speaker))


NEEDS: Needs = ((_is_told, _is_told),)


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report one quotation, or one sentence, that is credited to two different people.

    One outlet prints "We dug with our hands" as a beekeeper's words, the other as the mayor's.

    >>> compare_sentences(
    ...     "speaker-conflict",
    ...     '"We dug with our hands and with pots," said Nils Berg, a baker.',
    ...     '"We dug with our hands and with pots," said Tobias Renn, the mayor.',
    ... )
    Northern Wire has the same words from Nils Berg, Harbour Post from Tobias Renn.
    """
    one, two = a.credit.speaker, b.credit.speaker
    if one is None or two is None or not other_speaker(a, b):
        return
    if (is_spokesperson(one) and is_spokesperson(two)) or one.mention == two.mention or _is_contradicted(a, b):
        return
    if _speaks_for(a, two, setting) or _speaks_for(b, one, setting):
        return
    if share_alike(quoted_words(a, setting), quoted_words(b, setting)) < LEAST_ALIKE and not _is_one_sentence(a, b):
        yield from _compare_namesakes(a, b, one, two)
        return
    yield Difference(
        (one.name, two.name),
        f"{a.outlet.name} has the same words from {credited(a)}, {b.outlet.name} from {credited(b)}.",
    )


def _compare_namesakes(a: Attribution, b: Attribution, one: Speaker, two: Speaker) -> Iterator[Difference]:
    """Report two office holders of one surname and two given names: "Marcus Ilber", "Marcia Ilber, the director"."""
    names = one.name.split(), two.name.split()
    if (
        min(map(len, names)) < _FULL_NAME
        or names[0][-1] != names[1][-1]
        or not (_holds_office(one) and _holds_office(two))
    ):
        return
    if share_terms(terms_of(a.statement.text), terms_of(b.statement.text)) < _LEAST_SHARED:
        return
    message = f"{a.outlet.name} credits {one.name}, {b.outlet.name} {two.name}: one surname, two given names."
    yield Difference((one.name, two.name), message)


def _speaks_for(attribution: Attribution, body: Speaker, setting: Setting) -> bool:
    """Tell whether who is credited holds an office and the article names the body that the other credits.

    "Nobody asked us," said its director, Gawain Tole, are the words of the association that he heads.
    """
    speaker = attribution.credit.speaker
    if speaker is None or not is_body(body.name) or is_body(speaker.name) or not _holds_office(speaker):
        return False
    return same_source(speaker.body, body.name) if speaker.body else body.name in setting.article_of(attribution).text


def _holds_office(speaker: Speaker) -> bool:
    words = set(re.findall(r"[a-z]+", (speaker.role or "").casefold()))
    offices = source_phrases("people") | source_phrases("unique") | title_lists()["offices"]
    return not words.isdisjoint(offices)


def _is_contradicted(a: Attribution, b: Attribution) -> bool:
    """Tell "It is a fair deal" beside another's "It is not a fair deal": an answer, not the same words."""
    return turns_round(align_statements(a, b) or ()) is not None


def _is_one_sentence(a: Attribution, b: Attribution) -> bool:
    """Tell two nearly identical sentences; ones with another figure each are two sources' counts."""
    slots = align_sentences(a, b)
    if slots is None:
        return False
    days = [(moment.start, moment.end) for row in (a, b) for moment in row.moments]
    return not any(_has_number(words, span, days) for slot in slots for words, span in _sides(slot))


def _sides(slot: Slot) -> tuple[tuple[tuple[str, ...], tuple[int, int]], ...]:
    return (slot.ours, slot.our_span), (slot.theirs, slot.their_span)


def _has_number(words: tuple[str, ...], span: tuple[int, int], days: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a slot holds digits that are of no date: "on Wednesday" and "on February 4" are one."""
    dated = any(first < span[1] and span[0] < last for first, last in days)
    return not dated and any(word[:1].isdigit() for word in words)
