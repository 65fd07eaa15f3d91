"""What gave a statement its credit, in words: the rule and the words that it went by."""

from __future__ import annotations

from claims.model import Credit

_BASES = {
    "words-after": "the words after {cue}",
    "words-before": "the words before {cue}",
    "words-around": "the words on both sides of {cue}",
    "quotation-before": "the quotation before {cue}",
    "quotation-after": "the quotation after {cue}",
    "according": "{cue} names the source",
    "noun": "the noun {cue} credits it",
    "introduced": "the quotation that {cue} brings in",
    "verb-beside": "the quotation beside {cue}",
    "continued": "the quotation goes on",
    "signed": "the name behind the quotation",
    "labelled": "the name before the colon",
    "headline": "the name before the colon",
    "colon": "the quotation after the colon",
    "turn": "the name before the colon",
    "relayed": "{cue} credits a medium",
    "relayed-citing": "{cue} credits a medium, which cites the source",
    "relayed-account": "{cue} credits a medium, which tells who spoke",
}


def phrase_basis(credit: Credit) -> str:
    """Return what a credit rests on; nothing for the outlet's own voice.

    >>> phrase_basis(Credit(cue="told", rule="words-after")), phrase_basis(Credit())
    ('the words after "told"', '')
    """
    if credit.rule == "own-voice":
        return ""
    cue = f'"{credit.cue}"' if credit.cue else "the credit"
    return _BASES.get(credit.rule, credit.rule).format(cue=cue)
