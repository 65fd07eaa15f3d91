"""quote-paraphrased: one outlet quotes, the other puts the same speaker's words in its own."""

from __future__ import annotations

from collections.abc import Iterator

from claims.attribution.compare import same_speaker
from claims.certainty import split_assertions
from claims.discrepancies import speaker_unnamed
from claims.discrepancies.predicates import share_terms, terms_of
from claims.discrepancies.quotes import LEAST_ALIKE, quoted_passages, quoted_words, share_alike
from claims.discrepancies.rule import Difference, Needs, Setting, shorten
from claims.model import Attribution
from claims.patterns import lazy

_MARK = lazy('["“„«]')
SHORT_FRAGMENT = 4
"""A fragment of so few words says too little to be looked for in the paraphrase."""


def _quotes(attribution: Attribution, setting: Setting) -> bool:
    return attribution.credit.mode in ("direct", "mixed")


def _tells(attribution: Attribution, setting: Setting) -> bool:
    return attribution.credit.mode == "indirect"


NEEDS: Needs = ((_quotes, _tells),)


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report that one quotes what the other paraphrases, for the same speaker.

    One outlet has "a large number of people" in marks, the other writes that many are missing: a note, no fault.

    >>> compare_sentences(
    ...     "quote-paraphrased",
    ...     '"The bridge will open on Friday," Tobias Renn said.',
    ...     "Tobias Renn said the bridge would open on Friday.",
    ... )
    Northern Wire quotes “The bridge will open on Friday”; Harbour Post paraphrases.
    """
    if {a.credit.mode, b.credit.mode} not in ({"direct", "indirect"}, {"mixed", "indirect"}):
        return
    quoting, telling = (a, b) if b.credit.mode == "indirect" else (b, a)
    if not same_speaker(a, b) and not (
        any(speaker_unnamed.find(a, b, setting)) and _share_words(quoting, telling, setting)
    ):
        return
    if not _is_told(quoting, telling, setting) or _quotes_too(quoting, telling, setting):
        return
    words = " … ".join(quoted_passages(quoting, setting)) or quoting.statement.text
    values = (words, telling.statement.text)
    yield Difference(
        values if quoting is a else (values[1], values[0]),
        f"{quoting.outlet.name} quotes “{shorten(words)}”; {telling.outlet.name} paraphrases.",
    )


def _share_words(quoting: Attribution, telling: Attribution, setting: Setting) -> bool:
    """Tell whether the paraphrase has a word of the quotation: whoever is not named may have said something else."""
    if quoting.credit.mode != "direct":
        return True
    quoted = terms_of(" ".join(quoted_passages(quoting, setting)))
    return share_terms(quoted, terms_of(telling.statement.text)) > 0


def _is_told(quoting: Attribution, telling: Attribution, setting: Setting) -> bool:
    """Tell whether the paraphrase can be of the quoted words; an aside in marks shares none with it."""
    words = quoted_words(quoting, setting)
    if len(words) <= SHORT_FRAGMENT and quoting.credit.mode == "mixed":
        return _is_of_clause(quoting, telling)
    if quoting.credit.mode == "direct" and not _is_aside(quoting, len(words)):
        return True
    return share_terms(terms_of(" ".join(words)), terms_of(telling.statement.text)) > 0


def _is_of_clause(quoting: Attribution, telling: Attribution) -> bool:
    """Tell whether the paraphrase is of the clause that the fragment stands in, where there is another."""
    text = quoting.statement.text
    clauses = [assertion.text for assertion in split_assertions(text, quoting.credit.cue)]
    holding = [clause for clause in clauses if _MARK.search(clause)]
    if len(clauses) < 2 or not holding:
        return True
    return any(share_terms(terms_of(clause), terms_of(telling.statement.text)) > 0 for clause in holding)


def _is_aside(quoting: Attribution, quoted: int) -> bool:
    """Tell whether most of the statement stands outside the marks: "Brandt will leave, he said: “We are packing.”"."""
    return 3 * quoted < len(quoting.statement.text.split())


def _quotes_too(quoting: Attribution, telling: Attribution, setting: Setting) -> bool:
    """Tell whether the other puts the same words in marks as well: "called it 'productive', saying that ..."."""
    quoted = quoted_words(telling, setting)
    return bool(quoted) and share_alike(quoted_words(quoting, setting), quoted) >= LEAST_ALIKE
